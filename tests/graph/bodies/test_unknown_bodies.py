"""What a corpus uses and the list lacks is listed with count, first place and words; what may be one is suggested."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from extractor.graph.bodies.naming import name_bodies
from extractor.graph.bodies.suggest import suggestions
from extractor.graph.bodies.unknown import unknown
from extractor.rules.bodies.decisions import Accepted, Decisions, Group, accepted
from extractor.rules.bodies.departments import Departments, load_departments
from tests.graph.bodies.files import document, file, owner, task

LISTED = load_departments()
HOME = "白鹭理工大学"
TEXT = (
    "请由教务处牵头，湿地生态研究中心配合。\n"
    "由勤工助学指导中心按月公布岗位，报勤工助学指导中心备案。请广大师生监督，勤工助学指导中心主任负责。\n"
)


def shown(names: Departments = LISTED, *, running: bool = False) -> list[str]:
    """``count home|name（kind）found file: words``."""
    start = TEXT.index("湿地")
    notice = document([HOME])
    notice["tasks"] = [task("t1", [owner("教务处"), owner("湿地生态研究中心", start)])]
    later = document([HOME], ["湿地生态研究中心"], key="d2")
    records = name_bodies([file(later, name="2.txt"), file(notice, text=TEXT, name="1.txt")], names)
    return [
        f"{each.count} {each.home}|{each.name}（{each.kind}）{each.where} {each.first.file}: {each.first.words}"
        for each in unknown(records, names, running=running)
    ]


NAMED = (
    "2 白鹭理工大学|湿地生态研究中心（事业单位）named 1.txt: "
    "请由教务处牵头，湿地生态研究中心配合。 由勤工助学指导中"
)
RUNNING = (
    "3 白鹭理工大学|勤工助学指导中心（事业单位）running 1.txt: "
    "地生态研究中心配合。 由勤工助学指导中心按月公布岗位，报勤工助学"
)


def test_unknown_bodies_come_with_count_and_first_place() -> None:
    assert shown() == [NAMED]


def test_running_text_is_looked_through_by_parts_of_speech() -> None:
    assert shown(running=True) == [NAMED, RUNNING]


def test_an_accepted_body_is_unknown_no_longer() -> None:
    decisions = Decisions().accept(Accepted("湿地生态研究中心", HOME))
    assert shown(replace(LISTED, bodies=(*accepted(decisions), *LISTED.bodies), decisions=decisions)) == []


def test_only_running_text_needs_jieba() -> None:
    code = "import sys, extractor.graph.bodies.unknown, extractor.graph.build; print('jieba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


PAIRS = [
    pytest.param(["党委宣传部", "党委宣传统战部"], ["党委宣传统战部、党委宣传部 names-within"], id="一个在另一个里"),
    pytest.param(["发展处", "发展中心"], ["发展中心、发展处 names-ending"], id="只差结尾"),
    pytest.param(["学科办公室（规划办公室）", "学科办公室", "规划办公室"], None, id="括号"),
    pytest.param(["党委组织部", "教务处"], [], id="不相干"),
    pytest.param(["宣传部", "党委宣传部"], [], id="已是一个"),
    pytest.param(["各学院", "学院"], [], id="统称不提"),
]


@pytest.mark.parametrize(("names", "pairs"), PAIRS)
def test_names_that_may_be_one_body_are_suggested(names: list[str], pairs: list[str] | None) -> None:
    records = name_bodies([file(document([HOME], names))], LISTED)
    found = [f"{'、'.join(each.names)} {each.reason}" for each in suggestions(records, Decisions())]
    if pairs is None:
        assert "学科办公室、规划办公室 names-bracket" in found or "规划办公室、学科办公室 names-bracket" in found
    else:
        assert found == pairs


def test_what_was_held_apart_is_suggested_no_longer() -> None:
    records = name_bodies([file(document([HOME], ["党委宣传部", "党委宣传统战部"]))], LISTED)
    apart = Decisions().split(Group(("党委宣传统战部", "党委宣传部"), HOME))
    assert suggestions(records, apart) == ()


def test_names_of_different_organisations_are_never_suggested() -> None:
    one, other = file(document([HOME], ["党委宣传部"])), file(document(["青屿师范学院"], ["党委宣传统战部"]), name="乙")
    assert suggestions(name_bodies([one, other], LISTED), Decisions()) == ()
