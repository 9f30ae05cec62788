"""When a file that changed is at rest: nobody wrote to it for a while."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.engine.watch.marks import Mark, Rest, held

if TYPE_CHECKING:
    import pytest


def mark(size: int) -> Mark:
    return Mark(Path("通知.docx"), size, 0, 0)


def test_a_file_is_at_rest_once_it_stayed_the_same_for_long_enough() -> None:
    rest = Rest(2)
    rest.see({"甲": mark(1)}, 0)
    assert (rest.at_rest(1.9), rest.pause(1.5)) == ({}, 0.5)
    assert (rest.at_rest(2), rest.pause(2)) == ({"甲": mark(1)}, None)


def test_whoever_grows_has_to_wait_anew_and_does_not_keep_the_others_waiting() -> None:
    rest = Rest(2)
    rest.see({"甲": mark(1), "乙": mark(1)}, 0)
    assert rest.see({"甲": mark(2), "乙": mark(1)}, 1.5)
    assert rest.at_rest(2) == {"乙": mark(1)}
    assert rest.at_rest(3.5) == {"甲": mark(2), "乙": mark(1)}


def test_what_was_taken_in_is_no_change_until_it_changes_again() -> None:
    rest = Rest(2)
    rest.see({"甲": mark(1)}, 0)
    rest.take(rest.at_rest(2))
    assert rest.changed() == frozenset()
    assert not rest.see({"甲": mark(1)}, 3)
    rest.see({"甲": mark(2)}, 4)
    assert rest.changed() == {"甲"}


def test_a_file_that_is_gone_counts_when_it_stays_away() -> None:
    rest = Rest(2)
    rest.see({"甲": mark(1)}, 0)
    rest.take(rest.at_rest(2))
    rest.see({}, 3)
    assert rest.at_rest(4) == {}
    assert rest.at_rest(5) == {"甲": None}


def test_a_file_that_was_put_in_place_of_another_is_one_that_changed() -> None:
    rest = Rest(2)
    rest.see({"甲": mark(1)}, 0)
    rest.take(rest.at_rest(2))
    rest.see({}, 3)
    rest.see({"甲": mark(9)}, 3.5)
    assert rest.at_rest(5.5) == {"甲": mark(9)}


def test_a_file_that_came_and_went_is_forgotten() -> None:
    rest = Rest(2)
    rest.see({"甲": mark(1)}, 0)
    rest.see({}, 1)
    assert rest.changed() == frozenset()


class SharingViolationError(PermissionError):
    """What Windows says; elsewhere the attribute does not exist."""

    winerror = 32


def test_a_file_that_another_program_keeps_to_itself_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise refusal

    monkeypatch.setattr("os.open", refuse)
    refusal: OSError = SharingViolationError()
    assert held(mark(1))
    refusal = PermissionError()
    assert not held(mark(1))
