"""``extractor export``: just what ``extractor tasks`` shows, into files that nobody filled in yet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest
from click.testing import CliRunner, Result

from extractor.commands.ask import tasks
from extractor.commands.program import program
from extractor.commands.staff import export
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return sample(tmp_path / "outputs")


def asked(out: Path, *words: str) -> Result:
    return CliRunner().invoke(program, [*words, "--out", str(out)])


def ids(path: Path) -> list[object]:
    header, *lines = openpyxl.load_workbook(path)["全部任务"].iter_rows(values_only=True)
    return [line[header.index("任务编号")] for line in lines]


CONDITIONS = [
    pytest.param([], id="全部"),
    pytest.param(["--department", "人事处"], id="部门"),
    pytest.param(["--role", "actor"], id="角色"),
    pytest.param(["--kind", "submission"], id="类别"),
    pytest.param(["--document", "3号"], id="文件"),
    pytest.param(["--due-before", "2024-06-30"], id="期限"),
    pytest.param(["--overdue", "--as-of", "2024-07-01"], id="逾期"),
    pytest.param(["--doubtful"], id="待核对"),
    pytest.param(["--words", "现行 制度"], id="文字"),
    pytest.param(["--department", "没有这个部门"], id="一个也没有"),
]


@pytest.mark.parametrize("conditions", CONDITIONS)
def test_an_export_holds_just_what_tasks_shows(out: Path, tmp_path: Path, conditions: list[str]) -> None:
    shown = json.loads(asked(out, "tasks", "--format", "json", *conditions).stdout)
    book, table = tmp_path / "导出.xlsx", tmp_path / "导出.csv"
    result = asked(out, "export", "--xlsx", str(book), "--csv", str(table), *conditions)
    assert (result.exit_code, result.stderr) == (0, "")
    expected = [task["id"] for task in shown]
    assert ids(book) == expected
    rows = list(csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))))
    assert [row["任务编号"] for row in rows] == expected
    assert result.stdout.splitlines() == [
        f"任务 {len(expected)} 项 → {book.as_posix()}", f"任务 {len(expected)} 项 → {table.as_posix()}"
    ]  # fmt: skip


def test_every_condition_of_tasks_is_one_of_export() -> None:
    known = {option.name for option in export.command.params}
    assert {option.name for option in tasks.command.params} - known == {"limit", "shape"}


def test_notices_without_an_exported_task_are_left_out(out: Path, tmp_path: Path) -> None:
    asked(out, "export", "--xlsx", str(tmp_path / "甲.xlsx"), "--kind", "meeting")
    sheet = openpyxl.load_workbook(tmp_path / "甲.xlsx")["文件目录"]
    assert [line[1] for line in sheet.iter_rows(min_row=2, values_only=True)] == ["关于召开推进会的通知"]


def test_a_file_that_is_there_is_left_alone(out: Path, tmp_path: Path) -> None:
    book = tmp_path / "甲.xlsx"
    book.write_bytes(b"filled in")
    result = asked(out, "export", "--xlsx", str(book))
    assert (result.exit_code, book.read_bytes()) == (2, b"filled in")
    assert result.stderr == f"{book}：已有这个文件，没有改动。请换一个文件名；确实要替换时加 --force。\n"
    assert asked(out, "export", "--xlsx", str(book), "--force").exit_code == 0
    assert len(ids(book)) == 3


def test_without_a_file_nothing_is_asked_for(out: Path) -> None:
    result = asked(out, "export")
    assert result.exit_code == 2
    assert result.stderr.startswith("没有说明导出成什么。请写 --xlsx")


def test_a_template_is_filled_in_and_says_what_it_left_empty(out: Path, tmp_path: Path) -> None:
    template = openpyxl.Workbook()
    template.worksheets[0].append(["序号", "工作任务", "责任单位", "时间节点", "分管领导"])
    template.save(tmp_path / "台账.xlsx")
    words = ["--xlsx", str(tmp_path / "甲.xlsx"), "--template", str(tmp_path / "台账.xlsx")]
    result = asked(out, "export", *words)
    assert result.exit_code == 0
    assert "模板的列“分管领导”不认得，留空" in result.stderr
    sheet = openpyxl.load_workbook(tmp_path / "甲.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]] == [
        1, "梳理现行制度", "党委组织部、人事处", "2024年6月底前", None, "aaa111"
    ]  # fmt: skip


def test_a_template_that_is_no_workbook_stops_before_anything_is_written(out: Path, tmp_path: Path) -> None:
    (tmp_path / "台账.xlsx").write_bytes(b"no workbook")
    files = ["--xlsx", str(tmp_path / "甲.xlsx"), "--csv", str(tmp_path / "甲.csv")]
    result = asked(out, "export", *files, "--template", str(tmp_path / "台账.xlsx"))
    assert result.exit_code == 2
    assert "模板打不开" in result.stderr
    assert not (tmp_path / "甲.csv").exists()


def test_a_report_of_a_part_has_its_notices_and_its_tasks_only(out: Path, tmp_path: Path) -> None:
    path = tmp_path / "人事处.html"
    result = asked(out, "export", "--report", str(path), "--kind", "meeting")
    assert (result.exit_code, result.stderr) == (0, "")
    page = path.read_text("utf-8")
    assert page.count("<article") == 1
    assert ("task-bbb333" in page, "task-aaa111" in page) == (True, False)
