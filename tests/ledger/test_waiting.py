"""``staff-notes.csv`` is edited: words written there count, rows deleted there are gone, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.store.database import reading
from extractor.store.questions.ledger.changes import changes
from tests.export.analysed import sample
from tests.ledger.kept import keep
from tests.ledger.test_lost_database import Rows, fill, ledger

if TYPE_CHECKING:
    from pathlib import Path

KEPT = "staff-notes.csv"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Two rows with notes wait, for their notice is away."""
    keep([sample()], tmp_path)
    first, second, third = ledger(tmp_path)
    fill(tmp_path, [first | {"备注": "急", "督办领导": "赵某"}, second | {"状态": "进行中"}, third])
    keep([sample()], tmp_path)
    keep([], tmp_path)
    return tmp_path


def waiting(out: Path) -> Rows:
    return ledger(out, KEPT)


def write(out: Path, rows: Rows) -> None:
    saved = (out / "tasks.csv").read_bytes()
    fill(out, rows)
    (out / KEPT).write_bytes((out / "tasks.csv").read_bytes())
    (out / "tasks.csv").write_bytes(saved)


def test_words_written_there_are_kept_and_come_back_with_the_task(out: Path) -> None:
    first, second = waiting(out)
    write(out, [first | {"备注": "不急了", "督办领导": "钱某"}, second])
    keep([], out)
    assert [(row["备注"], row["督办领导"]) for row in waiting(out)] == [("不急了", "钱某"), ("", "")]
    keep([sample()], out)
    assert [row["备注"] for row in ledger(out)] == ["不急了", "", ""]


def test_a_row_deleted_there_does_not_come_back_and_the_history_has_it(out: Path) -> None:
    first, second = waiting(out)
    write(out, [second])
    keep([], out)
    assert [row["任务编号"] for row in waiting(out)] == [second["任务编号"]]
    keep([sample()], out)
    assert [(row["备注"], row["状态"]) for row in ledger(out)] == [("", ""), ("", "进行中"), ("", "")]
    with reading(out) as connection:
        told = [(each.field, each.before, each.origin) for each in changes(connection, task=first["任务编号"])]
    assert ("备注", "急", KEPT) in told


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(None, id="整个文件删掉"),
        pytest.param(b"", id="空文件"),
        pytest.param("甲,乙\r\n1,2\r\n".encode(), id="不是台账"),
    ],
)
def test_a_file_that_is_no_ledger_deletes_nothing(out: Path, data: bytes | None) -> None:
    before = waiting(out)
    if data is None:
        (out / KEPT).unlink()
    else:
        (out / KEPT).write_bytes(data)
    keep([], out)
    assert waiting(out) == before


def test_an_emptied_table_deletes_all(out: Path) -> None:
    write(out, [dict.fromkeys(waiting(out)[0], "")])
    keep([], out)
    assert not (out / KEPT).exists()


def test_rows_that_the_file_has_not_shown_yet_are_not_taken_for_deleted(out: Path) -> None:
    before = (out / KEPT).read_bytes()
    keep([sample()], out)
    (out / KEPT).write_bytes(before.splitlines(keepends=True)[0])
    keep([], out)
    assert len(waiting(out)) == 2
