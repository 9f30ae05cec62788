"""One writes at a time, everybody may ask, and every version of the program knows its ledger."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from extractor.store.database import LedgerInUse, NoResults, reading, transaction, writing
from extractor.store.files import all_stored, put, stored
from extractor.store.ledger_file import LedgerTooNew
from extractor.store.schema import VERSION
from tests.export.analysed import sample
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_writer_is_told_and_the_first_goes_on(tmp_path: Path) -> None:
    with writing(tmp_path) as first:
        with pytest.raises(LedgerInUse) as caught, writing(tmp_path):
            pass
        with transaction(first):
            put(first, 1, sample())
    assert caught.value.where == tmp_path.as_posix()
    with reading(tmp_path) as ledger:
        assert [record["file"] for record in all_stored(ledger)] == ["a.txt"]


def test_questions_are_answered_while_a_run_writes(tmp_path: Path) -> None:
    keep([sample()], tmp_path)
    with writing(tmp_path) as writer, transaction(writer):
        put(writer, 2, sample("b.txt"))
        with reading(tmp_path) as ledger:
            assert [record["file"] for record in all_stored(ledger)] == ["a.txt"]


def test_a_question_changes_nothing(tmp_path: Path) -> None:
    keep([sample()], tmp_path)
    with reading(tmp_path) as ledger, pytest.raises(sqlite3.OperationalError):
        ledger.execute("DELETE FROM files")


def test_what_goes_wrong_in_a_transaction_is_undone(tmp_path: Path) -> None:
    with writing(tmp_path) as ledger:
        with pytest.raises(TypeError), transaction(ledger):
            put(ledger, 1, {**sample(), "file": object()})  # type: ignore[typeddict-item]  # what goes wrong
        assert stored(ledger, "a.txt") is None


def test_there_are_no_results_before_the_first_run(tmp_path: Path) -> None:
    with pytest.raises(NoResults), reading(tmp_path):
        pass
    (tmp_path / "ledger.db").touch()
    with pytest.raises(NoResults), reading(tmp_path):
        pass


def test_a_ledger_of_a_later_version_is_left_as_it_is(tmp_path: Path) -> None:
    keep([sample()], tmp_path)
    with sqlite3.connect(tmp_path / "ledger.db") as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    for opened in (reading, writing):
        with pytest.raises(LedgerTooNew) as caught, opened(tmp_path):
            pass
        assert caught.value.details == {"version": str(VERSION + 1), "known": str(VERSION)}


def test_a_record_comes_back_as_it_was(tmp_path: Path) -> None:
    odd = sample()
    odd["text"] = "甲\u2028乙\x85丙\x00\ud800"
    with writing(tmp_path) as ledger:
        put(ledger, 1, odd)
        assert stored(ledger, "a.txt") == odd
