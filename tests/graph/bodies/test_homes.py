"""Whose notice it is: by issuers, red head, title, the document around it, what is forwarded, the attachments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.graph.bodies.homes import Homes
from extractor.graph.bodies.naming import name_bodies
from extractor.graph.bodies.reading import Reader
from extractor.rules.bodies.departments import load_departments
from tests.graph.bodies.files import bodies, document, file, short

if TYPE_CHECKING:
    from extractor.graph.bodies.home import Home

LISTED = load_departments()
HOMES = Homes(Reader(LISTED), LISTED.word_list("names.speaks-for-all"))


def shown(home: Home) -> str:
    """``name（of，place）``."""
    return f"{home.name}（{home.of}，{home.place}）"


ISSUERS = [
    (["中共青屿师范学院委员会"], "青屿师范学院（高校，）"),
    (["青屿师范学院党委办公室"], "青屿师范学院（高校，）"),
    (["白鹭理工大学"], "白鹭理工大学（高校，）"),
    (["辽宁海岳学院"], "辽宁海岳学院（高校，辽宁省）"),
    (["云浦市人民政府办公室"], "云浦市（市，云浦市）"),
    (["中共云浦市委"], "云浦市（市，云浦市）"),
    (["中共云浦市委组织部"], "云浦市委组织部（机关，云浦市）"),
    (["云浦市教育局"], "云浦市教育局（机关，云浦市）"),
    (["云浦市教育局办公室"], "云浦市教育局（机关，云浦市）"),
    (["中共石桥县委办公室", "石桥县人民政府办公室"], "石桥县（县，石桥县）"),
    (["石桥县防汛抗旱指挥部"], "石桥县防汛抗旱指挥部（机关，石桥县）"),
    (["澜江省财政厅", "澜江省教育厅"], "澜江省财政厅、澜江省教育厅（机关，澜江省）"),
    (["云浦市教育局", "海岳港务集团有限公司"], "云浦市教育局、海岳港务集团有限公司（，云浦市）"),
    (["教育部"], "教育部（机关，国家）"),
    (["国务院办公厅"], "国家（国家，国家）"),
    (["云浦市第二人民医院"], "云浦市第二人民医院（医院，云浦市）"),
    (["中共海岳港务集团有限公司委员会"], "海岳港务集团有限公司（企业，）"),
    (["江苏银监局办公室"], "江苏省银监局（机关，江苏省）"),
    (["学生工作处"], "（高校，）"),
    (["办公室"], "（，）"),
    ([], "（，）"),
]


@pytest.mark.parametrize(("issuers", "home"), ISSUERS, ids=["、".join(row[0]) or "没有发文机关" for row in ISSUERS])
def test_issuers_say_whose_notice_it_is(issuers: list[str], home: str) -> None:
    assert shown(HOMES.of(file(document(issuers)))["d1"]) == home


TITLES = [
    ("白鹭理工大学关于印发《考试管理办法》的通知", "白鹭理工大学（高校，）"),
    ("云浦市教育局关于开展检查的通知", "云浦市教育局（机关，云浦市）"),
    ("石桥县防汛应急预案", "石桥县（县，石桥县）"),
    ("中共海岳港务集团有限公司委员会2025年工作要点", "海岳港务集团有限公司（企业，）"),
    ("城市管理办法", "（，）"),
    ("社区服务指南", "（，）"),
    ("关于开展检查的通知", "（，）"),
]


@pytest.mark.parametrize(("title", "home"), TITLES, ids=[row[0] for row in TITLES])
def test_without_an_issuer_the_title_says_it(title: str, home: str) -> None:
    assert shown(HOMES.of(file(document([], title=title)))["d1"]) == home


def test_the_red_head_names_the_organisation_of_an_inner_office() -> None:
    notice = document(["学校办公室"], title="关于放假的通知")
    notice["evidence"]["title"] = [{"span": [30, 38], "rule": "frame.test"}]
    record = file(notice, text="白鹭理工大学文件\n白校办〔2026〕3号\n".ljust(30) + "关于放假的通知")
    assert shown(HOMES.of(record)["d1"]) == "白鹭理工大学（高校，）"


ENCLOSED = [
    ("关于印发实施方案的通知", [], "云浦市（市，云浦市）"),
    ("转发省教育厅关于食堂卫生的通知", ["澜江省教育厅"], "澜江省教育厅（机关，澜江省）"),
    ("转发澜江省教育厅关于食堂卫生的通知", [], "澜江省教育厅（机关，澜江省）"),
    ("转发《白鹭理工大学关于食堂卫生的通知》", [], "白鹭理工大学（高校，）"),
    ("转发有关文件的通知", [], "云浦市（市，云浦市）"),
    ("转发市教育局关于食堂卫生的通知", [], "云浦市教育局（机关，云浦市）"),
]


@pytest.mark.parametrize(("title", "issuers", "home"), ENCLOSED, ids=[row[0] for row in ENCLOSED])
def test_an_enclosure_is_of_the_notice_around_it_or_of_who_is_forwarded(
    title: str, issuers: list[str], home: str
) -> None:
    notice = document(["云浦市人民政府办公室"], title=title)
    enclosure = document(issuers, title="食堂卫生实施方案", key="d2", parent="d1", part="enclosure")
    assert shown(HOMES.of(file(notice, enclosure))["d2"]) == home


def test_a_notice_of_nobody_is_whose_its_attachments_are() -> None:
    attachment = document([], title="白鹭理工大学学位申请表", key="d2", parent="d1", part="attachment")
    record = file(document([], title="学生手册"), attachment)
    assert {shown(home) for home in HOMES.of(record).values()} == {"白鹭理工大学（高校，）"}


def test_an_inner_office_that_issues_an_enclosure_is_of_the_notice_around_it() -> None:
    notice = document(["白鹭理工大学"])
    enclosure = document(["教务处"], key="d2", parent="d1", part="enclosure")
    (named,) = name_bodies([file(notice, enclosure)], LISTED)
    assert short(bodies(named, 1)["教务处"]) == "白鹭理工大学|教务处"


def test_parents_that_bite_their_tail_end_somewhere() -> None:
    one = document([], title="甲", key="d1", parent="d2")
    two = document([], title="乙", key="d2", parent="d1")
    assert [home.name for home in HOMES.of(file(one, two)).values()] == ["", ""]
