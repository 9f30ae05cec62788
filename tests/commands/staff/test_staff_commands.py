"""What staff do to the ledger by commands: fill in, take back, strike off; and how the ledger tells of it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from extractor.commands.program import program
from extractor.store.database import writing
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from pathlib import Path

PLAN, LEDGER, MEETING = "aaa111", "aab222", "bbb333"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return sample(tmp_path / "outputs")


def asked(out: Path, *words: str) -> Result:
    return CliRunner().invoke(program, [*words, "--out", str(out)])


def rows(out: Path) -> dict[str, dict[str, str]]:
    text = (out / "tasks.csv").read_bytes().decode("utf-8-sig")
    return {row["任务编号"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def saved(path: Path, lines: list[dict[str, str]], encoding: str = "utf-8-sig") -> Path:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(lines[0]))
    writer.writeheader()
    writer.writerows(lines)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def test_a_task_is_done_struck_off_and_reopened(out: Path) -> None:
    told = asked(out, "done", "aaa", MEETING)
    assert told.stdout == f"任务 2 项，改了 2 处 → {out.as_posix()}/tasks.csv\n"
    assert [rows(out)[task]["状态"] for task in (PLAN, LEDGER, MEETING)] == ["已完成", "", "已完成"]
    asked(out, "done", PLAN, "--closed")
    asked(out, "reopen", MEETING)
    assert [rows(out)[task]["状态"] for task in (PLAN, MEETING)] == ["已销号", "进行中"]
    assert "改了 0 处" in asked(out, "reopen", MEETING).stdout


def test_what_is_noted_for_later_is_in_the_ledger_at_once_and_in_the_files_afterwards(out: Path) -> None:
    told = asked(out, "done", PLAN, MEETING, "--later")
    assert told.stdout.startswith(f"任务 2 项，改了 2 处，已记入台账；{out.as_posix()} 里的文件还没有更新。")
    asked(out, "note", PLAN, "--text", "已部署", "--later")
    asked(out, "note", PLAN, "--text", "已印发", "--later")
    asked(out, "assign", LEDGER, "--to", "王某", "--later")
    assert "改了 0 处" in asked(out, "done", PLAN, "--later").stdout
    found = json.loads(asked(out, "tasks", "--status", "已完成", "--format", "json").stdout)
    assert [task["id"] for task in found] == [PLAN, MEETING]
    assert [row["状态"] for row in rows(out).values()] == ["", "", ""]
    saved(out / "tasks.csv", [row | {"备注": "手写"} for row in rows(out).values()])
    asked(out, "reopen", MEETING)
    after = rows(out)
    written = [(row["状态"], row["备注"]) for row in after.values()]
    assert written == [("已完成", "手写"), ("", "手写"), ("进行中", "手写")]
    assert (after[PLAN]["进展情况"], after[LEDGER]["责任人"]) == ("已部署\n已印发", "王某")


def test_a_note_that_no_cell_holds_is_told(out: Path) -> None:
    told = asked(out, "note", PLAN, "--text", "长" * 40_000, "--later")
    assert "改了 0 处" in told.stdout
    assert told.stderr.startswith(f"{out.as_posix()}：")


def test_notes_for_later_are_taken_while_another_program_writes_the_ledger(out: Path) -> None:
    with writing(out):
        assert asked(out, "done", PLAN).exit_code != 0
        assert "改了 1 处" in asked(out, "done", PLAN, "--later").stdout


def test_what_is_done_is_no_longer_overdue(out: Path) -> None:
    late = ["tasks", "--overdue", "--as-of", "2024-08-01", "--format", "json"]
    assert [task["id"] for task in json.loads(asked(out, *late).stdout)] == [PLAN, MEETING]
    asked(out, "done", PLAN)
    assert [task["id"] for task in json.loads(asked(out, *late).stdout)] == [MEETING]
    departments = json.loads(asked(out, "departments", "--as-of", "2024-08-01", "--format", "json").stdout)
    assert {row["department"]: row["overdue"] for row in departments} == {"人事处": 1, "党委组织部": 0}


def test_a_person_and_notes(out: Path) -> None:
    asked(out, "assign", PLAN, "--to", " 王某 ")
    asked(out, "note", PLAN, "--text", "已部署")
    asked(out, "note", PLAN, "--text", "已印发")
    row = rows(out)[PLAN]
    assert (row["责任人"], row["进展情况"]) == ("王某", "已部署\n已印发")
    asked(out, "note", PLAN, "--text", "重写", "--replace")
    assert rows(out)[PLAN]["进展情况"] == "重写"


def test_an_edit_in_the_file_is_not_lost_by_a_command(out: Path) -> None:
    saved(out / "tasks.csv", [row | {"备注": "手写"} for row in rows(out).values()])
    asked(out, "done", PLAN)
    assert [row["备注"] for row in rows(out).values()] == ["手写"] * 3


@pytest.mark.parametrize(
    ("number", "message"),
    [
        pytest.param("zzz", "zzz：没有这项任务", id="没有"),
        pytest.param("a", "“a”对应不止一个：aaa111、aab222", id="几项"),
    ],
)
def test_a_task_that_is_not_meant_alone_is_told(out: Path, number: str, message: str) -> None:
    result = asked(out, "done", number)
    assert result.exit_code == 2
    assert result.stderr.startswith(message)
    assert [row["状态"] for row in rows(out).values()] == ["", "", ""]


def test_the_history_of_a_task(out: Path) -> None:
    asked(out, "done", PLAN)
    saved(out / "tasks.csv", [row | {"责任单位": "办公室"} for row in rows(out).values()])
    asked(out, "note", PLAN, "--text", "已印发")
    told = json.loads(asked(out, "history", PLAN, "--format", "json").stdout)
    assert [(change["what"], change["before"], change["after"], change["origin"]) for change in told] == [
        ("added", "", "", "notice"),
        ("状态", "", "已完成", "done"),
        ("责任单位", "党委组织部、人事处", "办公室", "tasks.csv"),
        ("进展情况", "", "已印发", "note"),
    ]


def test_progress_by_department_document_and_month(out: Path) -> None:
    asked(out, "done", PLAN)

    def told(by: str) -> list[tuple[object, ...]]:
        answer = asked(out, "progress", "--by", by, "--as-of", "2024-08-01", "--format", "json")
        return [tuple(row.values()) for row in json.loads(answer.stdout)]

    assert told("department") == [("人事处", 2, 1, 0, 0, 1, 0.5), ("党委组织部", 1, 1, 0, 0, 0, 1.0)]
    assert told("document") == [
        ("关于召开推进会的通知", 1, 0, 0, 0, 1, 0.0),
        ("关于开展清理工作的通知", 2, 1, 0, 0, 0, 0.5),
    ]
    assert told("month") == [
        ("", 1, 0, 0, 0, 0, 0.0), ("2024-06", 1, 1, 0, 0, 0, 1.0), ("2024-07", 1, 0, 0, 0, 1, 0.0),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_file_is_taken_back_whatever_its_order_and_encoding(out: Path, tmp_path: Path, encoding: str) -> None:
    lines = [{"备注": f"第{at}", "任务编号": task} for at, task in enumerate(rows(out))][::-1]
    told = asked(out, "import", str(saved(tmp_path / "填好.csv", lines, encoding)))
    assert (told.exit_code, told.stdout) == (
        0, "填好.csv：填写 3 处、更正 0 处、新增任务 0 项；没有采用 0 处；文件里没有的任务 0 项仍在台账。\n",
    )  # fmt: skip
    assert [row["备注"] for row in rows(out).values()] == ["第0", "第1", "第2"]


def test_a_workbook_is_taken_back(out: Path, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["任务台账"])
    sheet.append(["任务事项", "状态", "任务编号", "截止日期", "督办领导"])
    sheet.append(["梳理现行制度", "进行中", PLAN, "2024/7/8", "赵某"])
    sheet.append(["电话通知的事", "", None, None, None])
    book.save(tmp_path / "填好.xlsx")
    told = asked(out, "import", str(tmp_path / "填好.xlsx"))
    assert told.stdout == (
        "填好.xlsx：填写 2 处、更正 1 处、新增任务 1 项；没有采用 0 处；文件里没有的任务 2 项仍在台账。\n"
    )
    row = rows(out)[PLAN]
    assert [row[column] for column in ("状态", "截止日期", "督办领导", "更正")] == [
        "进行中", "2024-07-08", "赵某", "截止日期（原：2024-06-30）",
    ]  # fmt: skip
    due = ["tasks", "--due-after", "2024-07-08", "--format", "json"]
    assert [task["id"] for task in json.loads(asked(out, *due).stdout)] == [PLAN]
    assert [row["任务事项"] for row in rows(out).values()][-1] == "电话通知的事"


def test_conflicts_are_listed_and_nothing_is_overwritten(out: Path, tmp_path: Path) -> None:
    file = saved(tmp_path / "旧.csv", [rows(out)[PLAN] | {"状态": "进行中"}, {"任务编号": "zzz", "任务事项": "甲"}])
    asked(out, "done", PLAN)
    told = asked(out, "import", str(file))
    assert told.exit_code == 1
    assert told.stderr.splitlines() == [
        (
            "旧.csv：任务编号 zzz（甲）不在台账里，这一行没有采用。"
            "如果是新增的任务，请把任务编号留空；如果公文已经移走，请先把它放回 corpus 再运行。"
        )
    ]
    assert rows(out)[PLAN]["状态"] == "进行中"


def test_an_old_copy_does_not_undo_what_was_done_since(out: Path, tmp_path: Path) -> None:
    file = saved(tmp_path / "旧.csv", [rows(out)[PLAN] | {"备注": "急"}])
    asked(out, "done", PLAN)
    told = asked(out, "import", str(file))
    assert (told.exit_code, told.stderr) == (1, (
        "旧.csv：任务 aaa111（梳理现行制度）的“状态”在文件里是较早的“”，台账现在是“已完成”，没有采用文件里的。"
        "文件如果是以前导出的，不用管；确实要改回去，请在 tasks.csv 里改，或者导入时加 --prefer file。\n"
    ))  # fmt: skip
    assert (rows(out)[PLAN]["状态"], rows(out)[PLAN]["备注"]) == ("已完成", "急")
    asked(out, "import", str(file), "--prefer", "file")
    assert rows(out)[PLAN]["状态"] == ""


def test_a_trial_changes_nothing(out: Path, tmp_path: Path) -> None:
    before = rows(out)
    told = asked(out, "import", str(saved(tmp_path / "填.csv", [{"任务编号": PLAN, "备注": "急"}])), "--dry-run")
    assert told.stdout.startswith("填.csv：将填写 1 处")
    assert rows(out) == before


def test_a_file_without_numbers_is_no_ledger(out: Path, tmp_path: Path) -> None:
    told = asked(out, "import", str(saved(tmp_path / "别的.csv", [{"姓名": "王某"}])))
    assert told.exit_code == 2
    assert "没有找到台账：没有一张表有“任务编号”一栏" in told.stderr


def test_an_old_copy_overwrites_nothing_that_was_written_since(out: Path, tmp_path: Path) -> None:
    before = list(rows(out).values())
    old = [row | {"备注": "写在旧的上"} if row["任务编号"] == PLAN else row for row in before]
    copy = saved(tmp_path / "旧.csv", old)
    saved(out / "tasks.csv", [row | {"备注": "新", "截止日期": "2024-08-01"} for row in before])
    told = asked(out, "import", str(copy))
    assert told.exit_code == 1
    assert f"任务 {PLAN}（梳理现行制度）的“备注”两边都改过：台账是“新”，文件里是“写在旧的上”" in told.stderr
    assert {row["备注"] for row in rows(out).values()} == {"新"}
    asked(out, "import", str(copy), "--prefer", "file")
    assert rows(out)[PLAN]["备注"] == "写在旧的上"


def test_a_cell_that_is_not_taken_is_told_by_whatever_command_writes_next(out: Path) -> None:
    saved(out / "tasks.csv", [row | {"截止日期": "下周三"} for row in rows(out).values()])
    told = asked(out, "done", PLAN)
    assert (told.exit_code, told.stderr.count("写的是“下周三”，不是日期")) == (0, 3)
