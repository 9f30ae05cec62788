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
    """What is compared: our side and the other, on how many files and bytes of text."""

    ours: str
    theirs: str
    run_ours: Side
    run_theirs: Side
    files: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds of both sides, round by round."""

    contest: Contest
    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratios(self) -> list[float]:
        """Our time over theirs, sorted; below 1 we are the faster side."""
        return sorted(ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True))


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


def table(outcomes: list[Outcome]) -> str:
    """A plain table: medians in milliseconds, their ratio, its spread over all rounds."""
    head = f"{'ours':34}{'theirs':34}{'files':>6}{'ms':>9}{'ms':>9}{'ratio':>8}  spread       MB/s"
    return "\n".join((head, *map(_row, outcomes)))


def _row(outcome: Outcome) -> str:
    contest, ratios = outcome.contest, outcome.ratios
    ours, theirs = statistics.median(outcome.ours), statistics.median(outcome.theirs)
    rate = f"{contest.size / ours / 1e6:9.2f}" if contest.size else ""
    return (
        f"{contest.ours:34}{contest.theirs:34}{contest.files or '':>6}{ours * 1e3:9.1f}{theirs * 1e3:9.1f}"
        f"{statistics.median(ratios):8.2f}  {ratios[0]:.2f}–{ratios[-1]:.2f}{rate}"
    )
