"""A short campaign of damaged files; a long one is run by hand: ``python -m tests.fuzz --files 20000 --seed 7``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.fuzz.campaign import campaign
from tests.fuzz.table import wrong
from tests.fuzz.trial import KINDS, made
from tests.fuzz.whole import run

if TYPE_CHECKING:
    from pathlib import Path

SEED = 6
FILES = 26 * len(KINDS)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="counts open files and memory in /proc")


@on_linux
def test_damaged_files_end_with_a_status_in_time_and_leave_nothing_behind() -> None:
    outcomes = list(campaign(SEED, range(FILES), 2))
    assert sorted(outcome.number for outcome in outcomes) == list(range(FILES))
    assert [f"{outcome.number} {outcome.kind}: {wrong(outcome)}" for outcome in outcomes if wrong(outcome)] == []
    # A campaign that destroys every file, or none, tries nothing.
    read = {outcome.kind for outcome in outcomes if outcome.status in {"ok", "partial"}}
    assert read >= set(KINDS) - {"image"}
    assert sum(outcome.status == "failed" for outcome in outcomes) > FILES / 5


@on_linux
def test_a_run_over_damaged_files_gives_each_its_status(tmp_path: Path) -> None:
    assert run(SEED + 1, range(6 * len(KINDS)), tmp_path, 2).wrong() == []


def test_the_same_seed_makes_the_same_files() -> None:
    assert [made(SEED, number) for number in range(40)] == [made(SEED, number) for number in range(40)]
    assert made(SEED, 0) != made(SEED + 1, 0)
