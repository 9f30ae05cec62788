"""Cells written at once: what is taken, what is refused with which words, and what questions know of it."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from extractor.commands.program import program
from extractor.export.edit_problems import edit_problems
from extractor.ledger.edits.at_once import Entry, Wish, Written, edit
from extractor.ledger.edits.by_hand import add
from extractor.ledger.edits.undoing import undo
from extractor.ledger.outputs.task_table import task_table
from extractor.ledger.outputs.write import write_outputs
from extractor.ledger.pending import catch_up, is_pending
from extractor.store import runs
from extractor.store.database import LedgerBusy, LedgerInUse, NoResults, entering, reading, writing
from extractor.store.questions.bodies.departments import departments
from extractor.store.questions.ledger.changes import changes
from extractor.store.questions.tasks.answers import tasks
from extractor.store.questions.tasks.question import TaskQuestion
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from pathlib import Path

AT = dt.datetime(2024, 7, 1, 9, 30)  # noqa: DTZ001 - runs note local time
DAY = dt.date(2024, 7, 1)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return sample(tmp_path)


def written(out: Path, *wishes: Wish) -> Written:
    with entering(out) as ledger:
        return edit(ledger, wishes, Entry(out, "web", AT))


def cell(out: Path, task: str, column: str, after: str | None, seen: str = "") -> Written:
    return written(out, Wish(task, column, seen, after))


def found(out: Path, **conditions: object) -> list[str]:
    with reading(out) as ledger:
        return [each.task["id"] for each in tasks(ledger, TaskQuestion(**conditions))]  # type: ignore[arg-type]


def rewritten(out: Path) -> dict[str, dict[str, str]]:
    with writing(out) as ledger:
        write_outputs(ledger, out, runs.begin(ledger, AT, "test"))
    with (out / "tasks.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["任务编号"]: row for row in csv.DictReader(file)}


def loads(out: Path) -> dict[str, tuple[int, dict[str, int], str, int]]:
    with reading(out) as ledger:
        return {
            each.name: (each.tasks, dict(each.roles), each.next_due, each.overdue)
            for each in departments(ledger, DAY)
        }


def test_what_staff_write_is_known_at_once_and_stands_in_the_outputs(out: Path) -> None:
    done = written(out, Wish("aaa111", "状态", "", "已完成"), Wish("aaa111", "进展情况", "", "已印发\n待归档"))
    assert [(each.field, each.before, each.after) for each in done.edits] == [
        ("状态", "", "已完成"), ("进展情况", "", "已印发\n待归档"),
    ]  # fmt: skip
    assert found(out, status="已完成") == ["aaa111"]
    assert found(out, overdue_on=DAY) == []
    row = rewritten(out)["aaa111"]
    assert (row["状态"], row["进展情况"]) == ("已完成", "已印发\n待归档")
    with reading(out) as ledger:
        assert [(each.field, each.after, each.origin) for each in changes(ledger, task="aaa111")][-2:] == [
            ("状态", "已完成", "web"), ("进展情况", "已印发\n待归档", "web"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("column", "seen", "after", "question"),
    [
        pytest.param("任务类别", "任务", "会议", {"kind": "meeting", "task": "aaa111"}, id="类别"),
        pytest.param("责任单位", "党委组织部、人事处", "教务处，学生处", {"department": "学生处"}, id="责任单位"),
        pytest.param("牵头单位", "", "教务处", {"department": "教务处", "role": "lead"}, id="牵头单位"),
        pytest.param("截止日期", "2024-06-30", "2024/8/15", {"due_from": dt.date(2024, 8, 1)}, id="截止日期"),
        pytest.param("完成时限", "2024年6月底前", "2024年8月15日前", {"due_from": dt.date(2024, 8, 1)}, id="完成时限"),
    ],
)
def test_a_correction_is_known_at_once_and_taken_back(
    out: Path, column: str, seen: str, after: str, question: dict[str, object]
) -> None:
    rewritten(out)
    before = found(out, **question), loads(out)
    done = cell(out, "aaa111", column, after, seen)
    at_once = found(out, **question), loads(out)
    assert at_once[0] == ["aaa111", *before[0]]
    row = rewritten(out)["aaa111"]
    assert row["更正"] == f"{column}（原：{seen or '无'}）"
    assert (found(out, **question), loads(out)) == at_once
    assert [each.after for each in cell(out, "aaa111", column, None, done.edits[0].after).edits] == [seen]
    assert (found(out, **question), loads(out)) == before
    assert rewritten(out)["aaa111"]["更正"] == ""


def test_writing_what_the_notice_says_is_no_correction(out: Path) -> None:
    cell(out, "aaa111", "责任单位", "教务处", "党委组织部、人事处")
    cell(out, "aaa111", "责任单位", "党委组织部,人事处", "教务处")
    assert rewritten(out)["aaa111"]["更正"] == ""


NOTICE = """甲市乙大学关于开展清理工作的通知
各部门：
一、梳理现行制度。
责任部门：人事处
甲市乙大学
2024年3月1日
"""


def test_staff_s_names_of_bodies_mean_what_they_mean_in_the_notice(tmp_path: Path) -> None:
    (tmp_path / "清理.txt").write_text(NOTICE, "utf-8")
    out = tmp_path / "outputs"
    assert not CliRunner().invoke(program, ["run", str(tmp_path / "清理.txt"), "--out", str(out)]).exit_code
    (task,) = found(out, department="人事处")
    cell(out, task, "牵头单位", "组织部", "")
    assert found(out, department="党委组织部", home="乙大学", role="lead") == [task]
    rewritten(out)
    assert found(out, department="党委组织部", home="乙大学", role="lead") == [task]


REFUSED = [
    pytest.param(
        Wish("aaa111", "截止日期", "2024-06-30", "月底"),
        "台账：任务 aaa111（梳理现行制度）的“截止日期”写的是“月底”，不是日期，没有采用", id="不是日期",
    ),
    pytest.param(
        Wish("aaa111", "任务类别", "任务", "杂务"),
        "台账：任务 aaa111（梳理现行制度）的“任务类别”写的是“杂务”，不是任务类别，没有采用", id="不是类别",
    ),
    pytest.param(
        Wish("aaa111", "状态", "进行中", "已完成"),
        "台账：任务 aaa111（梳理现行制度）的“状态”两边都改过：台账是“”，文件里是“已完成”，没有采用文件里的",
        id="别人改过",
    ),
    pytest.param(
        Wish("zzz999", "状态", "", "已完成"), "台账：任务编号 zzz999（已完成）不在台账里，这一行没有采用",
        id="没有这项任务",
    ),
    pytest.param(
        Wish("aaa111", "规则", "task.marked", "x"), "台账：任务编号 aaa111（x）不在台账里，这一行没有采用",
        id="不能改的栏",
    ),
    pytest.param(
        Wish("aaa111", "备注", "", "长" * 32001),
        "台账：任务 aaa111（梳理现行制度）的“备注”太长，表格的一格装不下，没有采用", id="太长",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("wish", "words"), REFUSED)
def test_what_cannot_be_taken_is_told_and_nothing_is_written(out: Path, wish: Wish, words: str) -> None:
    before = rewritten(out)
    done = written(out, wish)
    ((_, problem),) = edit_problems(done.conflicts, (), done.rows, where="台账")
    assert (done.run, done.edits, problem["message"]) == (0, (), words)
    assert rewritten(out) == before


def test_of_several_cells_those_that_can_be_taken_are(out: Path) -> None:
    done = written(out, Wish("aaa111", "状态", "进行中", "已完成"), Wish("aaa111", "责任人", "", "王某"))
    assert [each.field for each in done.edits] == ["责任人"]
    assert [each.field for each in done.conflicts] == ["状态"]


@pytest.mark.parametrize(
    ("column", "seen", "after", "shown"),
    [
        pytest.param("备注", "", "甲\r\n乙\x00\x1b", "甲\n乙", id="换行和控制字符"),
        pytest.param("备注", "", "=1+1", "'=1+1", id="公式"),
        pytest.param("任务事项", "梳理现行制度", " 梳理\n新制度 ", "梳理 新制度", id="标题占一行"),
        pytest.param("任务事项", "梳理现行制度", "  ", "梳理现行制度", id="标题不为空"),
    ],
)
def test_words_are_kept_as_a_cell_can_hold_them(out: Path, column: str, seen: str, after: str, shown: str) -> None:
    cell(out, "aaa111", column, after, seen)
    assert rewritten(out)["aaa111"][column] == shown


def test_a_line_break_more_is_an_edit_of_notes(out: Path) -> None:
    cell(out, "aaa111", "备注", "甲乙", "")
    assert [each.after for each in cell(out, "aaa111", "备注", "甲\n乙", "甲乙").edits] == ["甲\n乙"]


def test_without_ledger_there_is_nothing_to_write_into(tmp_path: Path) -> None:
    with pytest.raises(NoResults), entering(tmp_path):
        pass


def test_a_program_that_writes_a_lot_is_waited_for_and_then_told(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.store.ledger_file._PATIENCE", 0.05)
    with writing(out) as ledger:
        ledger.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusy), entering(out):
            pass
        ledger.execute("ROLLBACK")
        assert cell(out, "aaa111", "状态", "已完成").run


def added(out: Path, **words: str) -> Written:
    with entering(out) as ledger:
        return add(ledger, words, Entry(out, "web", AT))


def test_a_task_by_hand_is_in_the_ledger_at_once_and_after_the_next_run(out: Path) -> None:
    first = added(out, 任务事项="电话通知：报送安全自查表", 牵头单位="人事处", 截止日期="2024/7/20", 状态="进行中")
    task = first.rows[0]["任务编号"]
    assert (found(out, words="自查表"), found(out, department="人事处", role="lead")) == ([task], [task])
    assert found(out, due_from=dt.date(2024, 7, 20)) == found(out, status="进行中") == [task]
    at_once = loads(out)
    row = rewritten(out)[task]
    columns = ("规则", "牵头单位", "截止日期", "状态")
    assert [row[column] for column in columns] == ["人工添加", "人事处", "2024-07-20", "进行中"]
    assert (loads(out), found(out, words="自查表")) == (at_once, [task])
    cell(out, task, "截止日期", "2024-08-01", "2024-07-20")
    assert found(out, due_from=dt.date(2024, 8, 1)) == [task]
    assert rewritten(out)[task]["截止日期"] == "2024-08-01"


@pytest.mark.parametrize(
    ("words", "reasons"),
    [
        pytest.param({"备注": "急"}, ["task-without-title"], id="没有事项"),
        pytest.param({"任务事项": "甲", "截止日期": "月底"}, ["invalid-date"], id="不是日期"),
        pytest.param({"任务事项": "甲", "任务类别": "杂务"}, ["invalid-kind"], id="不是类别"),
        pytest.param({"任务事项": "甲" * 32001}, ["cell-too-long"], id="太长"),
    ],
)
def test_a_task_that_cannot_be_meant_is_not_added(out: Path, words: dict[str, str], reasons: list[str]) -> None:
    before = found(out)
    assert [each.reason for each in added(out, **words).conflicts] == reasons
    assert found(out) == before


def test_the_same_task_is_added_once(out: Path) -> None:
    first = added(out, 任务事项="电话通知")
    again = added(out, 任务事项="电话通知")
    assert [each.reason for each in again.conflicts] == ["task-there-already"]
    assert again.conflicts[0].task == first.rows[0]["任务编号"]


def taken_back(out: Path, run: int) -> Written:
    with entering(out) as ledger:
        return undo(ledger, run, Entry(out, "web", AT))


def test_undo_says_again_what_stood_there(out: Path) -> None:
    before = rewritten(out), loads(out)
    done = written(
        out, Wish("aaa111", "状态", "", "已完成"), Wish("aaa111", "责任单位", "党委组织部、人事处", "教务处"),
        Wish("bbb333", "截止日期", "2024-07-05", ""),
    )  # fmt: skip
    back = taken_back(out, done.run)
    assert (back.conflicts, rewritten(out), loads(out)) == ((), *before)
    again = taken_back(out, back.run)
    assert (len(again.edits), rewritten(out)["aaa111"]["责任单位"]) == (3, "教务处")


def test_undo_leaves_alone_what_somebody_edited_since(out: Path) -> None:
    done = cell(out, "aaa111", "状态", "已完成")
    cell(out, "aaa111", "状态", "中止", "已完成")
    assert [(each.ours, each.theirs) for each in taken_back(out, done.run).conflicts] == [("中止", "")]


def test_undo_takes_a_task_by_hand_out_again_and_touches_no_edit_of_others(out: Path) -> None:
    before = rewritten(out), loads(out)
    done = added(out, 任务事项="电话通知", 牵头单位="教务处", 备注="急")
    rewritten(out)
    taken_back(out, done.run)
    assert (found(out, words="电话"), rewritten(out), loads(out)) == ([], *before)
    with reading(out) as ledger:
        assert ledger.execute("SELECT count(*) FROM cells").fetchone()[0] == 0
    assert taken_back(out, 1).edits == ()


def test_what_the_outputs_do_not_show_yet_is_pending_until_they_do(out: Path) -> None:
    assert not is_pending(out)
    cell(out, "aaa111", "状态", "已完成")
    assert is_pending(out)
    with writing(out), pytest.raises(LedgerInUse):
        catch_up(out, AT)
    catch_up(out, AT)
    assert not is_pending(out)
    assert "已完成" in (out / "tasks.csv").read_text("utf-8-sig")


def test_an_edit_in_the_middle_of_a_run_is_still_pending_behind_it(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def meanwhile(*given: Any) -> Any:  # noqa: ANN401 - handed on
        cell(out, "aaa111", "状态", "已完成")
        return task_table(*given)

    monkeypatch.setattr("extractor.ledger.outputs.write.task_table", meanwhile)
    rewritten(out)
    assert is_pending(out)
