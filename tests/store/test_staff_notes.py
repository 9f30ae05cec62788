"""What staff wrote into the ledger survives every run."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.store import atomic
from extractor.store.atomic import OutputInUse
from extractor.store.staff import COLUMNS
from tests.export.analysed import sample
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from extractor.ledger.outputs.summary import Summary
    from extractor.model.record import Record

WRITTEN = {"状态": "进行中", "责任人": "王某", "进展情况": "=已报三所\n待补两所", "备注": "“五一”后催办"}


def run(out: Path, *records: Record) -> Summary:
    return keep(records, out)


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


def test_notes_from_before_there_was_a_database_are_taken_over(tmp_path: Path) -> None:
    run(tmp_path, sample())
    first, second, third = (row["任务编号"] for row in ledger(tmp_path))
    for path in tmp_path.glob("*"):
        path.unlink()
    head = "任务编号,任务事项,备注\r\n"
    (tmp_path / "staff-notes.csv").write_text(f"{head}{first},甲,旧\r\n{second},乙,旧\r\nb2,丙,旧\r\n", "utf-8")
    (tmp_path / "tasks.csv").write_text(f"{head}{first},甲,新\r\n", "utf-8")
    run(tmp_path, sample())
    assert [row["备注"] for row in ledger(tmp_path)] == ["新", "旧", ""]
    assert [row["任务编号"] for row in ledger(tmp_path, "staff-notes.csv")] == ["b2"]
    assert third not in {row["任务编号"] for row in ledger(tmp_path, "staff-notes.csv")}


def test_a_task_listed_twice_has_the_words_of_both_rows(tmp_path: Path) -> None:
    run(tmp_path, sample())
    rows = ledger(tmp_path)
    fill(tmp_path, [rows[0] | {"备注": "甲"}, rows[0] | {"状态": "完成", "备注": "乙"}, *rows[1:]])
    run(tmp_path, sample())
    assert [ledger(tmp_path)[0][column] for column in COLUMNS] == ["完成", "", "", "甲"]


def test_a_task_that_staff_added_by_hand_becomes_a_row_of_its_own(tmp_path: Path) -> None:
    run(tmp_path, sample())
    rows = ledger(tmp_path)
    added = dict.fromkeys(rows[0], "") | {
        "序号": "4", "任务事项": "电话通知的事", "责任单位": "办公室、安全科", "截止日期": "2026/4/1", "备注": "急",
    }  # fmt: skip
    fill(tmp_path, [*rows, added])
    for _ in range(2):
        run(tmp_path, sample())
    row = ledger(tmp_path)[-1]
    assert [row[column] for column in ("任务事项", "责任单位", "截止日期", "备注", "规则", "来源文件")] == [
        "电话通知的事", "办公室、安全科", "2026-04-01", "急", "人工添加", "（人工添加）",
    ]  # fmt: skip
    assert len(ledger(tmp_path)) == 4


@pytest.mark.parametrize(
    ("column", "cell", "shown"),
    [
        pytest.param("任务事项", "自查隐患", "自查隐患", id="事项"),
        pytest.param("责任单位", "安全科，保卫科", "安全科、保卫科", id="单位"),
        pytest.param("截止日期", "2026/6/5", "2026-06-05", id="日期"),
        pytest.param("完成时限", "6月上旬", "6月上旬", id="时限"),
        pytest.param("任务类别", "报送", "报送", id="类别"),
    ],
)
def test_a_correction_stays_and_is_marked(tmp_path: Path, column: str, cell: str, shown: str) -> None:
    run(tmp_path, sample())
    rows = ledger(tmp_path)
    before = rows[1][column]
    fill(tmp_path, [rows[0], rows[1] | {column: cell}, rows[2]])
    for _ in range(2):
        run(tmp_path, sample())
    row = ledger(tmp_path)[1]
    assert (row[column], row["更正"]) == (shown, f"{column}（原：{before}）")
    fill(tmp_path, [rows[0], row | {column: before}, rows[2]])
    run(tmp_path, sample())
    assert ledger(tmp_path) == rows


def test_a_column_that_the_office_added_is_kept(tmp_path: Path) -> None:
    run(tmp_path, sample())
    rows = [row | {"督办领导": leader} for row, leader in zip(ledger(tmp_path), ["赵某", "", "钱某"], strict=True)]
    fill(tmp_path, rows)
    for _ in range(2):
        run(tmp_path, sample())
    assert [row["督办领导"] for row in ledger(tmp_path)] == ["赵某", "", "钱某"]


def test_what_a_spreadsheet_rewrites_is_no_edit(tmp_path: Path) -> None:
    run(tmp_path, sample())
    before = ledger(tmp_path)
    rewritten = [
        row | {"截止日期": row["截止日期"].replace("-0", "/").replace("-", "/"), "任务事项": row["任务事项"] + " "}
        for row in before
    ]
    fill(tmp_path, rewritten)
    run(tmp_path, sample())
    assert ledger(tmp_path) == before


def test_a_day_that_is_none_is_told_and_not_taken(tmp_path: Path) -> None:
    run(tmp_path, sample())
    rows = ledger(tmp_path)
    fill(tmp_path, [rows[0] | {"截止日期": "下周三"}, *rows[1:]])
    summary = run(tmp_path, sample())
    assert [problem["message"] for _, problem in summary.ledger_problems] == [
        f"tasks.csv：任务 {rows[0]['任务编号']}（报送总结）的“截止日期”写的是“下周三”，不是日期，没有采用"
    ]
    assert ledger(tmp_path) == rows


def test_a_notice_that_changes_where_it_was_corrected_is_told_once(tmp_path: Path) -> None:
    run(tmp_path, sample())
    rows = ledger(tmp_path)
    fill(tmp_path, [rows[0], rows[1] | {"责任单位": "保卫科"}, rows[2]])
    run(tmp_path, sample())
    changed = json.loads(json.dumps(sample()))
    changed["documents"][1]["tasks"][0]["owners"][0]["name"] = "督导科"
    told = [[problem["code"] for _, problem in run(tmp_path, changed).ledger_problems] for _ in range(2)]
    assert told == [["correction-overtaken"], []]
    assert (ledger(tmp_path)[1]["责任单位"], ledger(tmp_path)[1]["更正"]) == ("保卫科", "责任单位（原：督导科）")


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
        patch.setattr("extractor.ledger.edits.in_tables.is_as_shown", lambda *_: False)
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

    put = atomic.Prepared.put

    def counted(prepared: atomic.Prepared) -> None:
        nonlocal calls
        calls -= 1
        if calls < 0:
            raise CrashError
        put(prepared)

    monkeypatch.setattr(atomic.Prepared, "put", counted)
    crash_after(99)
    run(tmp_path, sample())
    task = note(tmp_path)
    for turn, records in enumerate([(), (sample(),)] * 8):
        crash_after(turn // 2)
        with suppress(CrashError):
            run(tmp_path, *records)
        assert written(tmp_path, task) == WRITTEN
    crash_after(99)
    run(tmp_path, sample())
    assert written(tmp_path, task) == WRITTEN


def written(out: Path, task: str) -> dict[str, str]:
    """What stands beside a task in the ledger, or among the kept notes."""
    names = [name for name in ("tasks.csv", "staff-notes.csv") if (out / name).exists()]
    row = next(row for name in names for row in ledger(out, name) if row["任务编号"] == task)
    return {column: row[column].removeprefix("'") for column in COLUMNS}


def test_rows_that_are_not_taken_are_kept_in_a_copy(tmp_path: Path) -> None:
    run(tmp_path, sample())
    rows = ledger(tmp_path)
    fill(tmp_path, [*rows, dict.fromkeys(rows[0], "") | {"任务编号": "甲-7", "任务事项": "外来", "备注": "别丢"}])
    summary = run(tmp_path, sample())
    assert [problem["code"] for _, problem in summary.ledger_problems] == ["file-copied", "unknown-task"]
    (copy,) = tmp_path.glob("tasks-*.csv")
    assert ledger(tmp_path, copy.name)[-1]["备注"] == "别丢"


@pytest.mark.parametrize("column", ["任务事项", "任务类别"])
def test_a_title_or_kind_that_staff_empty_says_again_what_was_found(tmp_path: Path, column: str) -> None:
    run(tmp_path, sample())
    rows = ledger(tmp_path)
    for cell in ("会议", ""):
        fill(tmp_path, [ledger(tmp_path)[0] | {column: cell}, *rows[1:]])
        run(tmp_path, sample())
    assert ledger(tmp_path)[0] == rows[0]


def test_a_corrected_time_that_names_a_day_moves_the_day(tmp_path: Path) -> None:
    run(tmp_path, sample())
    rows = ledger(tmp_path)
    fill(tmp_path, [rows[0] | {"完成时限": "2031年12月1日前"}, *rows[1:]])
    run(tmp_path, sample())
    assert [ledger(tmp_path)[0][column] for column in ("完成时限", "截止日期")] == ["2031年12月1日前", "2031-12-01"]
    fill(tmp_path, [ledger(tmp_path)[0] | {"截止日期": "2031-11-30"}, *rows[1:]])
    assert [problem["code"] for _, problem in run(tmp_path, sample()).ledger_problems] == []
