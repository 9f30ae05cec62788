"""Edits at once, edits in ``tasks.csv`` and runs in any order, also in the middle of each other: none is lost."""

from __future__ import annotations

import csv
import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from unittest import mock

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractor.ledger.edits.at_once import Entry, Wish, edit
from extractor.ledger.outputs import write as outputs
from extractor.ledger.outputs.write import write_outputs
from extractor.store import runs
from extractor.store.cells import table_bytes
from extractor.store.database import entering, reading, writing
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

AT = dt.datetime(2024, 7, 1, 9, 30)  # noqa: DTZ001 - runs note local time
TASKS = ("aaa111", "bbb333")
CELLS = {
    "状态": ("", "进行中", "已完成"), "备注": ("", "甲", "乙"), "责任单位": ("", "教务处", "学生处"),
    "截止日期": ("2024-08-15", "2024-09-30", ""), "任务类别": ("会议", "报送", "要求"),
}  # fmt: skip
OWN = ("状态", "备注")
STAGES = ("take_all", "link", "task_table", "write_tables", "write_graphs")
"""What a run does, in its order; by ``write_tables`` the rows are made, by ``write_graphs`` ``tasks.csv`` stands."""

Cell: TypeAlias = tuple[str, str]
Steps: TypeAlias = "list[tuple[str, tuple[Cell, str | None]]]"


class Ledger:
    """A ledger, and what it must say after all that was accepted."""

    def __init__(self, out: Path) -> None:
        """Begin with the sample."""
        self.out = sample(out)
        self.found = {cell: self.file()[cell[0]][cell[1]] for cell in _cells()}
        self.now = dict(self.found)
        self.shown = dict(self.found)

    def file(self) -> dict[str, dict[str, str]]:
        """What stands in ``tasks.csv``."""
        with (self.out / "tasks.csv").open(encoding="utf-8-sig", newline="") as file:
            return {row["任务编号"]: row for row in csv.DictReader(file)}

    def at_once(self, cell: Cell, after: str | None) -> None:
        """Somebody who saw what the ledger says edits a cell in the workbench; None: as the notice has it."""
        with entering(self.out) as ledger:
            done = edit(ledger, [Wish(*cell, self.now[cell], after)], Entry(self.out, "web", AT))
        assert done.conflicts == ()
        as_found = self.now[cell] if cell[1] in OWN else self.found[cell]
        self.now[cell] = as_found if after is None else after

    def in_the_file(self, cell: Cell, after: str | None) -> None:
        """Somebody saves ``tasks.csv`` with another word in a cell."""
        rows = self.file()
        rows[cell[0]][cell[1]] = after or ""
        (self.out / "tasks.csv").write_bytes(table_bytes(list(rows[cell[0]]), rows.values()))

    def run(self, stage: str = "", cell: Cell = ("", ""), after: str | None = None) -> None:
        """A run, and an edit at once just before one of its stages."""
        with writing(self.out) as ledger:
            number = runs.begin(ledger, AT, "test")
            if stage == "take_all":
                self.at_once(cell, after)
            self._take_over()
            self.shown = dict(self.now)
            if stage in {"", "take_all"}:
                write_outputs(ledger, self.out, number)
                return
            with _before(stage, lambda: self.at_once(cell, after)):
                write_outputs(ledger, self.out, number)
            if stage == "link":
                self.shown = dict(self.now)

    def _take_over(self) -> None:
        """What stands in the file, unless the ledger says something else since it was shown there."""
        file = self.file()
        for cell, word in ((cell, file[cell[0]][cell[1]]) for cell in self.now):
            if word != self.shown[cell] == self.now[cell] and (word or cell[1] != "任务类别"):
                self.now[cell] = word

    def index(self) -> list[list[tuple[object, ...]]]:
        """All that questions know of tasks and bodies; bodies by name, for their numbers may differ."""
        asked = (
            "SELECT tasks.*, record FROM tasks JOIN task_records ON task = tasks.key ORDER BY tasks.key",
            "SELECT name, home, tasks FROM bodies WHERE tasks > 0 ORDER BY 1, 2",
            "SELECT name, role, task, due FROM owners JOIN bodies ON key = body ORDER BY 1, 2, 3",
        )
        with reading(self.out) as ledger:
            return [[tuple(row) for row in ledger.execute(each)] for each in asked]


def _cells() -> Iterator[Cell]:
    return ((task, column) for task in TASKS for column in CELLS)


def _before(stage: str, action: Callable[[], None]) -> mock._patch[object]:
    real = getattr(outputs, stage)

    def instead(*given: object, **named: object) -> object:
        action()
        return real(*given, **named)

    return mock.patch.object(outputs, stage, instead)


EDITS = st.sampled_from(sorted(CELLS)).flatmap(
    lambda column: st.tuples(
        st.tuples(st.sampled_from(TASKS), st.just(column)), st.sampled_from((None, *CELLS[column]))
    )
)
STEPS = st.one_of(
    st.tuples(st.just("at_once"), EDITS),
    st.tuples(st.just("in_the_file"), EDITS),
    st.tuples(st.sampled_from(STAGES), EDITS),
)


def emptied_and_edited(column: str, first: str, empty: str | None, second: str) -> Steps:
    """A cell that the file still shows filled, emptied in the workbench, and edited in the file."""
    cell = ("aaa111", column)
    return [
        ("at_once", (cell, first)), ("take_all", (("bbb333", "备注"), "甲")),
        ("at_once", (cell, empty)), ("in_the_file", (cell, second)),
    ]  # fmt: skip


@example(emptied_and_edited("状态", "进行中", "", "已完成"))
@example(emptied_and_edited("责任单位", "教务处", None, "学生处"))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=2, max_size=7))
def test_whatever_meets_every_accepted_edit_stands(steps: Steps) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder))
        for name, (cell, after) in steps:
            if name in STAGES:
                ledger.run(name, cell, after)
            else:
                getattr(ledger, name)(cell, after)
        ledger.run()
        assert {cell: ledger.file()[cell[0]][cell[1]] for cell in ledger.now} == ledger.now


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EDITS, min_size=1, max_size=5), st.sampled_from(("", *STAGES)), EDITS)
def test_questions_know_an_edit_at_once_just_as_after_the_next_run(
    edits: list[tuple[Cell, str | None]], stage: str, last: tuple[Cell, str | None]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder))
        for cell, after in edits:
            ledger.at_once(cell, after)
        if stage:
            ledger.run(stage, *last)
        at_once = ledger.index()
        ledger.run()
        assert ledger.index() == at_once
