"""The states of a task (状态) that staff choose from, and what counts as finished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

STATES = ("未启动", "进行中", "已完成", "已销号", "中止")
"""The choices; an empty cell counts as the first."""

FINISHED = ("已完成", "已销号")
DROPPED = "中止"


@dataclass(frozen=True, slots=True)
class Count:
    """How far some tasks are: ``total`` = ``finished`` + ``open`` + ``dropped``."""

    total: int
    finished: int
    dropped: int

    @property
    def open(self) -> int:
        """Neither finished nor dropped; words of staff's own (“快好了”) are no end either."""
        return self.total - self.finished - self.dropped

    @property
    def rate(self) -> float:
        """Finished tasks of all tasks, 0 … 1; 0 when there are none."""
        return self.finished / self.total if self.total else 0.0


def count(cells: Iterable[str]) -> Count:
    """Count tasks by what stands under 状态."""
    states = [cell.strip() for cell in cells]
    return Count(len(states), sum(state in FINISHED for state in states), states.count(DROPPED))
