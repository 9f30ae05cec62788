"""``extractor names`` and ``departments --unknown``: what is shown, decided, undone, and every message."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from extractor.commands.program import program
from extractor.ledger.settings import OutputSettings, remember
from extractor.rules.bodies.departments import load_departments
from extractor.store.database import writing
from tests.graph.bodies.files import document, file, owner, task
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "白鹭理工大学\n由湿地生态研究中心、教务处负责。党委宣传部、党委宣传统战部、学生处配合。\n"
NOTICE = "白鹭理工大学关于检查的通知\n各单位：\n一、开展检查。\n（责任单位：膳食处）\n白鹭理工大学\n2026年3月2日\n"
NAMES = ["湿地生态研究中心", "教务处", "党委宣传部", "党委宣传统战部", "学生处"]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A ledger of one notice of a university, and one of a city."""
    notice = document(["白鹭理工大学"], title="关于统计的通知")
    notice["tasks"] = [task("t1", [owner(name, TEXT.index(name)) for name in NAMES])]
    city = document(["云浦市人民政府"], ["市教育局", "教务处"], key="d2")
    keep([file(notice, text=TEXT), file(city, name="市.txt")], tmp_path)
    return tmp_path


def asked(out: Path, *words: str) -> Result:
    return CliRunner().invoke(program, [*words, "--out", str(out)])


def said(out: Path, *words: str) -> list[str]:
    result = asked(out, *words)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.replace(out.as_posix(), "OUT").splitlines()


def departments(out: Path) -> list[str]:
    """Names of all departments of the university."""
    rows = json.loads(asked(out, "departments", "--home", "白鹭", "--format", "json").stdout)
    return sorted(row["department"].removeprefix("白鹭理工大学") for row in rows)


BEFORE = sorted(["党委宣传部", "党委宣传统战部", "党委学生工作部（学生处）", "教务处", "湿地生态研究中心"])


def test_departments_stand_under_their_one_name_with_their_home(out: Path) -> None:
    assert departments(out) == BEFORE
    assert said(out, "departments", "--home", "云浦市") == [
        "部门          任务  牵头  责任  配合  责任人  主体  最近时限  已过期",
        "云浦市教务处  1     0     1     0     0       0               0",
        "云浦市教育局  1     0     1     0     0       0               0",
    ]


WETLANDS = (
    "湿地生态研究中心  白鹭理工大学  1     事业单位  单位  甲.txt    "
    "白鹭理工大学 由湿地生态研究中心、教务处负责。党委宣传部"
)
UNKNOWN = [
    "名称              所属          次数  估计类别  见于  首见文件  原文",
    "教务处            云浦市        1     内设机构  单位  市.txt",
    WETLANDS,
]


@pytest.mark.parametrize("words", [["names", "unknown", "--quick"], ["departments", "--unknown"]], ids=" ".join)
def test_unknown_bodies_are_shown_with_evidence(out: Path, words: list[str]) -> None:
    assert said(out, *words) == UNKNOWN


def test_pairs_that_may_be_one_are_shown_with_the_reason(out: Path) -> None:
    assert said(out, "names", "suggest") == [
        "名称            次数  另一名称    另一次数  所属          理由",
        "党委宣传统战部  1     党委宣传部  1         白鹭理工大学  一个名称的字依次都在另一个里",
    ]


def test_a_merger_is_made_and_undone(out: Path) -> None:
    (line,) = said(out, "names", "merge", "党委宣传统战部", "党委宣传部")
    assert line == (
        "党委宣传统战部、党委宣传部 算一个单位，用“党委宣传统战部”（白鹭理工大学）→ OUT/names.toml。"
        "撤回用 extractor names undo。"
    )
    assert departments(out) == sorted(set(BEFORE) - {"党委宣传部"})
    assert said(out, "names", "list") == [
        "取舍    名称                        所属",
        "算一个  党委宣传统战部、党委宣传部  白鹭理工大学",
    ]
    assert said(out, "names", "suggest") == ["没有符合条件的内容。"]
    assert said(out, "names", "undo", "党委宣传部") == ["已撤回关于“党委宣传部”的取舍 → OUT/names.toml"]
    assert departments(out) == BEFORE


def test_a_merger_may_have_a_name_of_its_own(out: Path) -> None:
    said(out, "names", "merge", "党委宣传部", "党委宣传统战部", "--into", "党委宣传与统战部")
    assert "党委宣传与统战部" in departments(out)


def test_a_split_is_made_and_undone(out: Path) -> None:
    assert said(out, "names", "split", "学生处") == [
        "“学生处”自成一个单位（白鹭理工大学）→ OUT/names.toml。撤回用 extractor names undo。"
    ]
    assert departments(out) == sorted({*BEFORE, "学生处"} - {"党委学生工作部（学生处）"})
    said(out, "names", "undo", "学生处")
    assert departments(out) == BEFORE


def test_a_merger_is_split(out: Path) -> None:
    said(out, "names", "merge", "党委宣传部", "党委宣传统战部")
    said(out, "names", "split", "党委宣传统战部")
    assert departments(out) == BEFORE
    assert said(out, "names", "suggest") == ["没有符合条件的内容。"]


ONE, BOTH = "已认可 1 个单位：湿地生态研究中心", "已认可 2 个单位：教务处、湿地生态研究中心"
ACCEPTING = [
    pytest.param(["names", "accept", "湿地生态研究中心"], ONE, id="一个"),
    pytest.param(["names", "accept", "all"], BOTH, id="全部"),
    pytest.param(["departments", "--accept", "湿地生态研究中心"], ONE, id="departments"),
    pytest.param(["departments", "--accept", "all", "--home", "白鹭理工大学"], ONE, id="一家的全部"),
]


@pytest.mark.parametrize(("words", "message"), ACCEPTING)
def test_accepted_bodies_are_known(out: Path, words: list[str], message: str) -> None:
    assert said(out, *words) == [message + " → OUT/names.toml。撤回用 extractor names undo。"]
    assert not any("湿地" in line for line in said(out, "names", "unknown", "--quick"))
    said(out, "names", "undo", "湿地生态研究中心")
    assert WETLANDS in said(out, "names", "unknown", "--quick")


def test_when_nothing_is_left_to_accept_nothing_is_written(out: Path) -> None:
    assert said(out, "names", "accept", "all", "--home", "没有的大学") == ["没有符合条件的内容。"]
    assert not (out / "names.toml").exists()


def test_a_decision_reads_no_file_anew_and_keeps_what_staff_wrote(out: Path) -> None:
    ledger = out / "tasks.csv"
    rows = ledger.read_bytes().decode("utf-8-sig").split("\r\n")
    rows[1] = rows[1][: -len(",,,,")] + ",王某,已办,备注,"
    ledger.write_bytes("\r\n".join(rows).encode("utf-8-sig"))
    said(out, "names", "merge", "党委宣传部", "党委宣传统战部")
    assert "王某,已办,备注" in ledger.read_bytes().decode("utf-8-sig")


def test_decisions_may_be_kept_elsewhere(out: Path) -> None:
    file = out / "取舍" / "名称.toml"
    said(out, "names", "merge", "党委宣传部", "党委宣传统战部", "--names", str(file))
    assert load_departments(names_file=file).decisions.same[0].names == ("党委宣传部", "党委宣传统战部")
    assert not (out / "names.toml").exists()


REFUSED = [
    pytest.param(
        ["merge", "党委宣传部", "没有的处"],
        "没有的处：台账里没有这个单位。名称见 extractor departments；可写全称、简称或公文里的写法。",
        id="没有这个单位",
    ),
    pytest.param(
        ["merge", "党委宣传部", "市教育局"],
        "“党委宣传部、市教育局”不属于同一个单位，不能合并。"
        "同一单位的名称才能合并；所属单位见 extractor links 或 graph.json。",
        id="不是一家",
    ),
    pytest.param(
        ["split", "教务处"],
        "“教务处”在几个单位里都有：云浦市、白鹭理工大学。请用 --home 写明是哪个单位的。",
        id="不止一家",
    ),
    pytest.param(
        ["merge", "党委宣传部"],
        "“党委宣传部”已经算一个单位：党委宣传部。要分开，请用 extractor names split。",
        id="只有一个",
    ),
    pytest.param(["split", "党委宣传部"], "“党委宣传部”本来就自成一个单位。", id="本来就分开"),
    pytest.param(["undo", "教务处"], "没有关于“教务处”的取舍。现有的取舍见 extractor names list。", id="没有取舍"),
]


@pytest.mark.parametrize(("words", "message"), REFUSED)
def test_what_cannot_be_decided_is_said_and_changes_nothing(out: Path, words: list[str], message: str) -> None:
    result = asked(out, "names", *words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message + "\n")
    assert not (out / "names.toml").exists()


def test_a_wrong_names_file_is_told_with_its_line(out: Path) -> None:
    (out / "names.toml").write_text("[[same]]\nnames = ['甲']\n", "utf-8")
    result = asked(out, "names", "list")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{(out / 'names.toml').as_posix()}:1：")


def test_without_a_run_there_is_nothing_to_decide(tmp_path: Path) -> None:
    assert asked(tmp_path / "没有", "names", "merge", "甲处", "乙处").exit_code == 2


def test_the_same_in_english(out: Path) -> None:
    (line,) = said(out, "names", "merge", "党委宣传部", "党委宣传统战部", "--lang", "en")
    assert line == (
        "党委宣传部、党委宣传统战部 are one body now, called “党委宣传部” (白鹭理工大学) → OUT/names.toml. "
        "To take it back, use extractor names undo."
    )


def test_a_body_of_running_text_is_accepted_for_the_home_that_is_said(out: Path) -> None:
    words = ["names", "accept", "生态研究中心", "--home", "白鹭理工大学", "--kind", "科研机构"]
    assert said(out, *words)[0].startswith("已认可 1 个单位：生态研究中心")
    (body,) = load_departments(names_file=out / "names.toml").decisions.bodies
    assert (body.name, body.home, body.kind) == ("生态研究中心", "白鹭理工大学", "科研机构")


@pytest.mark.parametrize("words", [["accept", "没有的处"], ["merge", "各学院", "教务处"]], ids=" ".join)
def test_what_is_no_body_of_the_ledger_is_refused(out: Path, words: list[str]) -> None:
    result = asked(out, "names", *words)
    assert (result.exit_code, result.stderr.partition("：")[0]) == (2, words[1])


def test_a_list_of_ones_own_counts_in_a_run(tmp_path: Path) -> None:
    """``--patterns`` brings bodies too, and what they are called decides nothing about reading the files."""
    notice = tmp_path / "corpus" / "通知.txt"
    notice.parent.mkdir()
    notice.write_text(NOTICE, "utf-8")
    own = tmp_path / "own"
    own.mkdir()
    (own / "departments.toml").write_text('[[body]]\nname = "伙食管理处"\nshort = ["膳食处"]\nof = ["高校"]\n', "utf-8")
    out = tmp_path / "out"
    for patterns, name in (([], "膳食处"), (["--patterns", str(own)], "伙食管理处")):
        assert asked(out, "run", str(notice.parent), *patterns).exit_code == 0
        rows = json.loads(asked(out, "departments", "--format", "json").stdout)
        assert f"白鹭理工大学{name}" in {row["department"] for row in rows}
    assert "新读 0，未变 1" in asked(out, "run", str(notice.parent)).stdout


def test_the_names_file_of_the_run_is_the_one_that_is_decided_in(out: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "别处.toml"
    with writing(out) as connection:
        remember(connection, OutputSettings(names_file=str(elsewhere)))
    said(out, "names", "merge", "党委宣传部", "党委宣传统战部")
    assert (elsewhere.is_file(), (out / "names.toml").exists()) == (True, False)
    assert "党委宣传统战部" not in departments(out)


def test_a_names_file_that_was_named_is_kept_to(out: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "别处.toml"
    said(out, "names", "merge", "党委宣传部", "党委宣传统战部", "--names", str(elsewhere))
    assert "党委宣传统战部" not in departments(out)
    assert len(said(out, "names", "list")) == 2
