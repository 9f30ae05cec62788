"""What staff wrote into the ledger survives every run."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.export.write import Summary, write_outputs
from extractor.store import atomic
from extractor.store.atomic import OutputInUse
from extractor.store.staff import COLUMNS, StaffNotes, read_notes
from tests.export.analysed import sample

if TYPE_CHECKING:
    from extractor.model.record import Record

WRITTEN = {"状态": "进行中", "责任人": "王某", "进展情况": "=已报三所\n待补两所", "备注": "“五一”后催办"}


def run(out: Path, *records: Record) -> Summary:
    return write_outputs(records, out)


def ledger(out: Path, name: str = "tasks.csv") -> list[dict[str, str]]:
    text = (out / name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def fill(out: Path, rows: list[dict[str, str]], encoding: str = "utf-8-sig", separator: str = ",") -> None:
    """Save the ledger as a spreadsheet program does."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    (out / "tasks.csv").write_bytes(text.getvalue().encode(encoding, "replace"))


def note(out: Path, row: int = 0, encoding: str = "utf-8-sig", separator: str = ",") -> str:
    """Fill in one row; returns the id of its task."""
    rows = ledger(out)
    rows[row].update(WRITTEN)
    fill(out, rows, encoding, separator)
    return rows[row]["任务编号"]


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [
        pytest.param("utf-8-sig", ",", id="Excel"),
        pytest.param("gb18030", ",", id="WPS"),
        pytest.param("gbk", ",", id="老版本"),
        pytest.param("utf-16", "\t", id="Unicode文本"),
        pytest.param("utf-8", ";", id="分号"),
    ],
)
def test_notes_survive_whatever_program_saved_the_ledger(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    run(tmp_path, sample())
    task = note(tmp_path, 1, encoding, separator)
    run(tmp_path, sample())
    row = ledger(tmp_path)[1]
    assert row["任务编号"] == task
    assert {column: row[column].removeprefix("'") for column in COLUMNS} == WRITTEN
    assert [each["备注"] for each in ledger(tmp_path)].count(WRITTEN["备注"]) == 1


def test_notes_follow_their_task_to_another_row_and_another_file_name(tmp_path: Path) -> None:
    run(tmp_path, sample("b.txt"))
    task = note(tmp_path, 2)
    run(tmp_path, sample("已更名.txt"))
    assert [row["任务编号"] for row in ledger(tmp_path) if row["状态"]] == [task]


def test_notes_of_a_removed_notice_are_kept_and_come_back_with_it(tmp_path: Path) -> None:
    run(tmp_path, sample())
    task = note(tmp_path)
    summary = run(tmp_path)
    assert ledger(tmp_path) == []
    assert [row["任务编号"] for row in ledger(tmp_path, "staff-notes.csv")] == [task]
    assert (summary.notes_kept, [file for file, _ in summary.ledger_problems]) == (1, ["staff-notes.csv"])
    assert run(tmp_path).notes_kept == 1
    assert run(tmp_path, sample()).notes_kept == 0
    returned = [row["进展情况"] for row in ledger(tmp_path) if row["任务编号"] == task]
    assert returned == ["'" + WRITTEN["进展情况"]]
    assert not (tmp_path / "staff-notes.csv").exists()


def test_a_note_that_staff_deleted_does_not_come_back(tmp_path: Path) -> None:
    run(tmp_path, sample())
    note(tmp_path)
    run(tmp_path, sample())
    rows = [row | dict.fromkeys(COLUMNS, "") for row in ledger(tmp_path)]
    fill(tmp_path, rows)
    run(tmp_path, sample())
    assert not any(row[column] for row in ledger(tmp_path) for column in COLUMNS)


def test_the_ledger_holds_against_older_kept_notes(tmp_path: Path) -> None:
    head = "任务编号,备注\r\n"
    (tmp_path / "staff-notes.csv").write_text(f"{head}a1,旧\r\nb2,旧\r\n", "utf-8")
    (tmp_path / "tasks.csv").write_text(f"{head}a1,新\r\n", "utf-8")
    notes = read_notes(tmp_path)
    assert [notes.of(task)["备注"] for task in ("a1", "b2", "c3")] == ["新", "旧", ""]
    assert notes.outside == {"b2"}


def test_a_task_listed_twice_has_the_words_of_both_rows(tmp_path: Path) -> None:
    (tmp_path / "tasks.csv").write_text("任务编号,状态,备注\r\na1,,甲\r\na1,完成,乙\r\n", "utf-8")
    assert read_notes(tmp_path).of("a1") == {"状态": "完成", "责任人": "", "进展情况": "", "备注": "甲"}


def test_rows_that_staff_added_by_hand_are_kept_once(tmp_path: Path) -> None:
    run(tmp_path, sample())
    rows = ledger(tmp_path)
    added = dict.fromkeys(rows[0], "") | {"序号": "4", "任务事项": "电话通知的事", "备注": "急"}
    fill(tmp_path, [*rows, added])
    for _ in range(2):
        summary = run(tmp_path, sample())
    kept = ledger(tmp_path, "staff-notes.csv")
    assert [(row["任务事项"], row["备注"]) for row in kept] == [("电话通知的事", "急")]
    assert summary.notes_kept == 1


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("编号,备注\r\na1,要紧\r\n".encode(), id="列名改了"),
        pytest.param(b"PK\x03\x04 xlsx", id="存成了别的格式"),
    ],
)
def test_a_ledger_that_is_not_understood_is_set_aside(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "tasks.csv").write_bytes(data)
    summary = run(tmp_path, sample())
    copies = list(tmp_path.glob("tasks-*.csv"))
    assert [copy.read_bytes() for copy in copies] == [data]
    assert [problem["message"] for _, problem in summary.ledger_problems] == [
        f"tasks.csv：原有台账无法识别（缺少“任务编号”列或编码不明），已另存为 {copies[0].name}"
    ]
    assert len(ledger(tmp_path)) == 3


class CrashError(Exception):
    """The machine is switched off."""


def test_a_ledger_that_may_not_be_read_stops_the_run_before_it_is_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, sample())
    note(tmp_path)
    before = (tmp_path / "tasks.csv").read_bytes()

    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "tasks.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.read_bytes", refuse)
        with pytest.raises(OutputInUse, match="Permission denied"):
            run(tmp_path)
    assert (tmp_path / "tasks.csv").read_bytes() == before


def test_notes_survive_a_crash_between_any_two_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0

    def crash_after(count: int) -> None:
        nonlocal calls
        calls = count

    def counted(path: Path, data: bytes) -> None:
        nonlocal calls
        calls -= 1
        if calls < 0:
            raise CrashError
        atomic.replace(path, data)

    monkeypatch.setattr("extractor.export.write.replace", counted)
    crash_after(99)
    run(tmp_path, sample())
    task = note(tmp_path)
    for turn, records in enumerate([(), (sample(),)] * 8):
        crash_after(turn // 2)
        with suppress(CrashError):
            run(tmp_path, *records)
        assert read_notes(tmp_path).of(task) == WRITTEN
    crash_after(99)
    run(tmp_path, sample())
    assert read_notes(tmp_path).of(task) == WRITTEN


def test_no_notes_are_none() -> None:
    assert StaffNotes({}).of("a1") == dict.fromkeys(COLUMNS, "")
    assert StaffNotes({}).without(()) == ()
