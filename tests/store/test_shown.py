"""A long table is remembered in parts, and is the same table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.store import shown
from extractor.store.cells import table_chunks
from extractor.store.database import writing

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

COLUMNS = ("任务编号", "任务事项")
FIRST = [{"任务编号": f"{number:x}", "任务事项": f"第{number * number}项"} for number in range(20_000)]
SECOND = [{**row, "任务事项": f"新的{row['任务事项']}"} for row in FIRST[:9_000]]


def parts(ledger: Path) -> list[str]:
    with writing(ledger) as connection:
        return [file for (file,) in connection.execute("SELECT file FROM shown ORDER BY file")]


def test_a_long_table_in_parts_is_the_same_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "_PART", 10_000)
    with writing(tmp_path) as connection:
        shown.announce(connection, table_chunks(COLUMNS, FIRST))
        assert list(shown.shelved(connection).values()) == FIRST
        shown.confirm(connection)
        assert list(shown.shelved(connection).values()) == FIRST
    assert parts(tmp_path)[:2] == ["tasks.csv", "tasks.csv#000001"]


def test_a_shorter_table_leaves_nothing_of_a_longer_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "_PART", 10_000)
    with writing(tmp_path) as connection:
        shown.announce(connection, table_chunks(COLUMNS, FIRST))
        shown.confirm(connection)
        shown.announce(connection, table_chunks(COLUMNS, SECOND))
        assert list(shown.shelved(connection).values()) == FIRST
        assert list(shown.last_shown(connection, SECOND).values()) == SECOND
        shown.confirm(connection)
        shown.confirm(connection)
        assert list(shown.shelved(connection).values()) == SECOND
        assert list(shown.last_shown(connection, FIRST).values()) == SECOND
    assert not [name for name in parts(tmp_path) if name.startswith("next")]
