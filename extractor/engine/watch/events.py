"""What a watch tells while it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.engine.local import RunSummary


@dataclass(frozen=True, slots=True)
class Started:
    """Nobody else watches; from now on ``paths`` are looked at."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """A run is done; ``first`` when it is the one at the start, or the first that succeeded."""

    summary: RunSummary
    first: bool


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something stands in the way; it is tried again, and told once."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Back:
    """The folders that were out of sight are there again."""


@dataclass(frozen=True, slots=True)
class NoEvents:
    """The system does not tell of changes, and why; from now on we look every ``seconds``."""

    reason: str
    seconds: float


Event: TypeAlias = Started | Round | Trouble | Back | NoEvents
