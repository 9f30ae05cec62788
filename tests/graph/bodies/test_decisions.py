"""What the user decided holds, and is undone as easily."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.graph.bodies.naming import name_bodies
from extractor.rules.bodies.decisions import Accepted, Decisions, Group, accepted
from extractor.rules.bodies.departments import Departments, load_departments
from tests.graph.bodies.files import bodies, document, file, short

LISTED = load_departments()
HOME, OTHER = "青屿师范学院", "白鹭理工大学"
PAIR = ("党委宣传统战部", "党委宣传部")


def named(decisions: Decisions, *names: str, issuer: str = HOME) -> list[str]:
    """``home|canonical`` of each name in a notice of ``issuer``."""
    (record,) = name_bodies([file(document([issuer], list(names)))], replace(LISTED, decisions=decisions))
    return [short(bodies(record)[name]) for name in names]


def test_two_names_stay_two_until_the_user_merges_them() -> None:
    assert named(Decisions(), *PAIR) == [f"{HOME}|党委宣传统战部", f"{HOME}|党委宣传部"]
    merged = Decisions().merge(Group(PAIR, HOME))
    assert named(merged, *PAIR, "宣传部") == [f"{HOME}|党委宣传统战部"] * 3


def test_a_merger_holds_for_its_organisation_only() -> None:
    merged = Decisions().merge(Group(PAIR, HOME))
    assert named(merged, "党委宣传部", issuer=OTHER) == [f"{OTHER}|党委宣传部"]
    everywhere = Decisions().merge(Group(PAIR))
    assert named(everywhere, "党委宣传部", issuer=OTHER) == [f"{OTHER}|党委宣传统战部"]


UNDONE = [
    pytest.param(Decisions().merge(Group(PAIR, HOME)).forget("党委宣传部", HOME), id="撤回合并"),
    pytest.param(Decisions().merge(Group(PAIR, HOME)).split(Group(PAIR[::-1], HOME)), id="合并后分开"),
    pytest.param(
        Decisions().merge(Group(PAIR, HOME)).split(Group(PAIR[::-1], HOME)).forget("党委宣传部", HOME), id="再撤回"
    ),
]


@pytest.mark.parametrize("decisions", UNDONE)
def test_a_merger_is_undone(decisions: Decisions) -> None:
    assert named(decisions, *PAIR) == named(Decisions(), *PAIR)


def test_splitting_takes_a_form_out_of_its_listed_body() -> None:
    whole = "党委学生工作部（学生处）"
    apart = Decisions().split(Group(("学生处", whole), HOME))
    assert named(apart, "学生处", "学工部") == [f"{HOME}|学生处", f"{HOME}|{whole}"]
    assert named(apart.merge(Group((whole, "学生处"), HOME)), "学生处") == [f"{HOME}|{whole}"]
    assert named(apart.forget("学生处", HOME), "学生处") == [f"{HOME}|{whole}"]


def test_merging_takes_in_what_was_merged_before() -> None:
    decisions = Decisions().merge(Group(("甲部", "乙部"), HOME)).merge(Group(("丙部", "甲部"), HOME))
    assert decisions.same == (Group(("丙部", "甲部", "乙部"), HOME),)
    assert decisions.split(Group(("乙部", "丙部"), HOME)).same == (Group(("丙部", "甲部"), HOME),)


def test_merging_ends_what_held_names_apart() -> None:
    decisions = Decisions().split(Group(PAIR, HOME)).merge(Group(PAIR, HOME))
    assert (decisions.apart, decisions.same) == ((), (Group(PAIR, HOME),))


def test_an_accepted_body_is_known_by_all_its_forms() -> None:
    decisions = Decisions().accept(Accepted("海洋牧场研究中心", HOME, "科研机构", ("牧场中心",)))
    record = file(document([HOME], ["牧场中心", "海洋牧场研究中心"]))
    (found,) = name_bodies([record], load_with(decisions))
    assert {short(body) for printed, body in bodies(found).items() if printed != HOME} == {f"{HOME}|海洋牧场研究中心"}
    assert {body["rule"] for printed, body in bodies(found).items() if printed != HOME} == {"body.accepted"}


def test_an_accepted_body_of_a_place_is_known_in_the_notices_of_its_bureaus() -> None:
    decisions = Decisions().accept(Accepted("市湿地保护中心", "云浦市"))
    (found,) = name_bodies([file(document(["云浦市教育局"], ["市湿地保护中心"]))], load_with(decisions))
    body = bodies(found)["市湿地保护中心"]
    assert (short(body), body["rule"]) == ("云浦市|市湿地保护中心", "body.accepted")


def load_with(decisions: Decisions) -> Departments:
    """The list with the accepted bodies in front."""
    return replace(LISTED, bodies=(*accepted(decisions), *LISTED.bodies), decisions=decisions)


def test_a_class_of_bodies_is_never_merged() -> None:
    decisions = Decisions().merge(Group(("各学院", "各部门"), HOME))
    assert named(decisions, "各部门") == [f"{HOME}|各部门"]
