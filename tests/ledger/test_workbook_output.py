"""``tasks.xlsx`` below the outputs: written when the ledger changed, never over what somebody filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from extractor.export.workbook.imprint import edited
from extractor.store.atomic import OutputInUse
from tests.export.analysed import sample
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path


def test_a_run_writes_the_workbook(tmp_path: Path) -> None:
    summary = keep([sample()], tmp_path)
    assert "tasks.xlsx" in summary.files
    assert openpyxl.load_workbook(tmp_path / "tasks.xlsx")["全部任务"].max_row == 4
    assert not edited(tmp_path / "tasks.xlsx")


def test_departments_are_counted_by_all_their_parts(tmp_path: Path) -> None:
    keep([sample()], tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "tasks.xlsx")["按部门"]
    lines = [line[:2] for line in sheet.iter_rows(min_row=2, values_only=True) if line[1] or not line[2]]
    assert lines == [
        ("办公室", None), ("办公室", "配合"), ("各校", None), ("各校", "主体"),
        ("基教科", None), ("基教科", "配合"), ("安全科", None), ("安全科", "责任"), ("（未写明责任单位）", None),
    ]  # fmt: skip


def test_an_unchanged_ledger_is_not_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep([sample()], tmp_path)
    before = (tmp_path / "tasks.xlsx").read_bytes()
    monkeypatch.setattr("extractor.export.workbook.write.Book", None)
    keep([sample()], tmp_path)
    assert (tmp_path / "tasks.xlsx").read_bytes() == before
    with pytest.raises(TypeError, match="not callable"):
        keep([sample("b.txt")], tmp_path)


def filled_in(out: Path, cell: str, words: str) -> None:
    """Somebody writes into the sheet 全部任务."""
    book = openpyxl.load_workbook(out / "tasks.xlsx")
    book["全部任务"][cell] = words
    book.save(out / "tasks.xlsx")


def test_what_somebody_filled_in_is_taken_over(tmp_path: Path) -> None:
    keep([sample()], tmp_path)
    filled_in(tmp_path, "N2", "已布置")
    keep([sample()], tmp_path)
    assert openpyxl.load_workbook(tmp_path / "tasks.xlsx")["全部任务"]["N2"].value == "已布置"
    assert "已布置" in (tmp_path / "tasks.csv").read_text("utf-8-sig")
    assert not list(tmp_path.glob("tasks-*.xlsx"))


def test_a_workbook_with_something_that_cannot_be_taken_is_kept_beside(tmp_path: Path) -> None:
    keep([sample()], tmp_path)
    filled_in(tmp_path, "H2", "下周三")
    summary = keep([sample()], tmp_path)
    (copy,) = tmp_path.glob("tasks-*.xlsx")
    assert openpyxl.load_workbook(copy)["全部任务"]["H2"].value == "下周三"
    codes = sorted(problem["code"] for _, problem in summary.ledger_problems)
    assert codes == ["invalid-date", "workbook-set-aside"]
    assert keep([sample()], tmp_path).ledger_problems == ()


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x05\x06" + bytes(18)], ids=repr)
def test_a_file_that_is_no_workbook_is_set_aside_too(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "tasks.xlsx").write_bytes(data)
    keep([sample()], tmp_path)
    assert [path.read_bytes() for path in tmp_path.glob("tasks-*.xlsx")] == [data]
    assert not edited(tmp_path / "tasks.xlsx")


def test_a_workbook_that_is_open_elsewhere_stops_the_run_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep([sample()], tmp_path)

    def locked(_path: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("extractor.ledger.edits.taking.edited", locked)
    with pytest.raises(OutputInUse, match=r"tasks\.xlsx"):
        keep([sample()], tmp_path)
