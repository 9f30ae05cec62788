"""Naming depends on nothing but the notice, the list and the decisions."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.graph.bodies.name import label
from extractor.graph.bodies.naming import name_bodies
from extractor.graph.build import build, link
from extractor.rules.bodies.departments import load_departments
from tests.graph.bodies.files import bodies, document, file

LISTED = load_departments()
NAMES = st.sampled_from([
    "组织部", "党委组织部", "市财政局", "财政局", "审批服务局", "教务处", "各学院", "学校", "教育部",
    "省教育厅", "云浦市发改委", "党委宣传部", "白鹭理工大学", "县委", "任课教师", "海洋学院", "办公室",
])  # fmt: skip
ISSUERS = st.sampled_from(["青屿师范学院", "云浦市人民政府", "云浦市教育局", "国务院办公厅", "石桥县财政局", "教务处"])
LETTERS = st.text("中共省市县区州委局厅部处办公室党团校学院大某甲乙（）、各 \n", max_size=14)
FILES = st.lists(st.tuples(ISSUERS, st.lists(NAMES, max_size=5)), min_size=1, max_size=5)


@settings(deadline=None, max_examples=30)
@given(FILES, st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(files: list[tuple[str, list[str]]], random: object) -> None:
    records = [
        file(document([issuer], names, key=f"d{number}"), name=f"{number}.txt")
        for number, (issuer, names) in enumerate(files)
    ]
    shuffled = [*records]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    alone = [name_bodies([record], LISTED)[0] for record in records]
    together = name_bodies(shuffled, LISTED)
    assert sorted(together, key=lambda record: record["file"]) == alone
    assert build(link(records, LISTED)) == build(link(shuffled, LISTED))


@settings(deadline=None)
@given(ISSUERS, st.lists(LETTERS, max_size=4))
def test_any_name_is_named_and_naming_twice_changes_nothing(issuer: str, names: list[str]) -> None:
    once = name_bodies([file(document([issuer], names))], LISTED)
    assert set(bodies(once[0])) == {issuer, *names}
    assert name_bodies(once, LISTED) == once


@settings(deadline=None)
@given(ISSUERS, NAMES)
def test_a_full_name_means_in_any_notice_what_it_means_at_home(issuer: str, printed: str) -> None:
    """A label (home and canonical name in one) leads back to the same body, wherever it is printed."""
    (named,) = name_bodies([file(document([issuer], [printed]))], LISTED)
    body = bodies(named)[printed]
    if body["rule"] in {"body.short", "body.level", "body.full"} and body["home"]:
        words = label(body["home"], body["canonical"])
        (other,) = name_bodies([file(document(["海岳港务集团有限公司"], [words]))], LISTED)
        again = bodies(other)[words]
        assert label(again["home"], again["canonical"]) == words
