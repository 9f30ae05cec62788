"""Two sides on the same input, in turns, so that a busy moment of the machine hits both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Side: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Contest:
    """What is compared: our side and the other, on how many files and bytes of text.

    Attributes:
        ours: what we do.
        theirs: what it is compared with.
        run_ours: does it.
        run_theirs: does the other.
        files: how many, for both.
        size: bytes of text in them.
        goal: the ratio that is wanted, at most.
        scale: how many times as much our side has to do; the ratio is divided by it.
        most: the seconds that are wanted for ours, at most.
    """

    ours: str
    theirs: str
    run_ours: Side
    run_theirs: Side
    files: int = 0
    size: int = 0
    goal: float | None = None
    scale: float = 1.0
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """A contest that could not be held: the other side is not installed."""

    ours: str
    theirs: str
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds of both sides, round by round."""

    contest: Contest
    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratios(self) -> list[float]:
        """Our time over theirs, sorted; below 1 we are the faster side."""
        pairs = zip(self.ours, self.theirs, strict=True)
        return sorted(ours / theirs / self.contest.scale for ours, theirs in pairs)

    @property
    def reached(self) -> bool | None:
        """Whether the goal is; None where there is none."""
        if self.contest.most is not None:
            return statistics.median(self.ours) <= self.contest.most
        return None if self.contest.goal is None else statistics.median(self.ratios) <= self.contest.goal


def compare(contest: Contest, rounds: int) -> Outcome:
    """Let both sides run in turns; one round beforehand warms them up and is not counted."""
    contest.run_ours()
    contest.run_theirs()
    pairs = [(seconds(contest.run_ours), seconds(contest.run_theirs)) for _ in range(rounds)]
    return Outcome(contest, tuple(ours for ours, _ in pairs), tuple(theirs for _, theirs in pairs))


def seconds(side: Side) -> float:
    """The wall time of one run."""
    start = time.perf_counter()
    side()
    return time.perf_counter() - start
