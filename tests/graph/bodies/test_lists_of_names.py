"""Names in a list lean on the one before them."""

from __future__ import annotations

import pytest

from extractor.graph.bodies.naming import name_bodies
from extractor.rules.bodies.departments import load_departments
from tests.graph.bodies.files import bodies, document, file, short

LISTED = load_departments()
CITY, COLLEGE, PROVINCE = ["云浦市教育局"], ["青屿师范学院"], ["澜江省财政厅"]
NOBODY: list[str] = []

LISTS = [
    (NOBODY, ["市住建局", "审批服务局"], ["|市住房和城乡建设局", "|市行政审批服务局"]),
    (CITY, ["市水利局", "审批服务局", "财政局"], ["云浦市|市水利局", "云浦市|市行政审批服务局", "云浦市|市财政局"]),
    (CITY, ["石桥县财政局", "教育局"], ["石桥县|县财政局", "石桥县|县教育局"]),
    (NOBODY, ["省教育厅", "组织部"], ["|省教育厅", "|组织部"]),
    (CITY, ["审批服务局", "市住建局"], ["云浦市|审批服务局", "云浦市|市住房和城乡建设局"]),
    (CITY, ["市委组织部", "宣传部"], ["云浦市|市委组织部", "云浦市|市委宣传部"]),
    (CITY, ["各县（区）教育局", "财政局"], ["云浦市|各县（区）教育局", "云浦市|财政局"]),
    (CITY, ["市财政局", "石桥县"], ["云浦市|市财政局", "|石桥县"]),
    (CITY, ["市财政局", "基教科"], ["云浦市|市财政局", "云浦市教育局|基教科"]),
    (COLLEGE, ["省教育厅", "组织部"], ["|省教育厅", "青屿师范学院|党委组织部"]),
    (PROVINCE, ["各市", "县财政局"], ["澜江省|各市", "澜江省|县财政局"]),
    (PROVINCE, ["各设区市财政局", "科技局"], ["澜江省|各设区市财政局", "澜江省|科技局"]),
]  # fmt: skip


@pytest.mark.parametrize(("issuers", "names", "meant"), LISTS, ids=["、".join(row[1]) for row in LISTS])
def test_a_name_leans_on_the_one_before_it(issuers: list[str], names: list[str], meant: list[str]) -> None:
    for record in (file(document(issuers, names)), file(document(issuers, recipients=names))):
        (named,) = name_bodies([record], LISTED)
        assert [short(bodies(named)[name]) for name in names] == meant


def test_a_name_has_one_meaning_in_a_document() -> None:
    (named,) = name_bodies([file(document(["云浦市教育局"], ["审批服务局"], ["市住建局", "审批服务局"]))], LISTED)
    owners = [owner for task in named["documents"][0]["tasks"] for owner in task["owners"]]
    assert {owner["canonical"] for owner in owners if owner["name"] == "审批服务局"} == {"市行政审批服务局"}
