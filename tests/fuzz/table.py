"""What a campaign found, as a table, and its failures as files that show them again."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tests.fuzz.campaign import SLOW
from tests.fuzz.trial import made, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tests.fuzz.trial import Outcome

_STATUSES = ("ok", "partial", "failed", "skipped")
_HEAD = ("format", "files", *_STATUSES, "wrong", "slowest s", "memory MiB")


def wrong(outcome: Outcome) -> str:
    """Why an outcome is a mistake of the program; empty when it is none."""
    return outcome.wrong or (f"slow: {outcome.seconds:.1f} s" if outcome.seconds > SLOW else "")


def table(outcomes: Sequence[Outcome]) -> str:
    """A row for every format and one for all."""
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        kinds[outcome.kind].append(outcome)
    rows = [_HEAD, *(_row(kind, found) for kind, found in sorted(kinds.items())), _row("all", outcomes)]
    return "\n".join("  ".join(f"{cell:>10}" for cell in row) for row in rows)


def _row(kind: str, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    count = Counter(outcome.status for outcome in outcomes)
    return (
        kind,
        str(len(outcomes)),
        *(str(count[status]) for status in _STATUSES),
        str(sum(bool(wrong(outcome)) for outcome in outcomes)),
        f"{max((outcome.seconds for outcome in outcomes), default=0):.2f}",
        str(max((outcome.memory for outcome in outcomes), default=0)),
    )


def slowest(outcomes: Iterable[Outcome], seed: int) -> str:
    """The files that took longest."""
    last = sorted(outcomes, key=lambda outcome: -outcome.seconds)[:8]
    return "slowest: " + ", ".join(f"{name_of(seed, each.number)} {each.seconds:.1f} s" for each in last)


def keep(outcomes: Iterable[Outcome], seed: int, folder: Path) -> list[str]:
    """Write the files that went wrong to ``folder``, each with what went wrong; returns their names."""
    names = []
    for outcome in outcomes:
        folder.mkdir(parents=True, exist_ok=True)
        name = name_of(seed, outcome.number)
        (folder / name).write_bytes(made(seed, outcome.number))
        (folder / f"{name}.why").write_text(wrong(outcome), "utf-8")
        names.append(f"{name}: {wrong(outcome).strip().splitlines()[-1]}")
    return names
