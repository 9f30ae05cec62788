"""What is known about names of bodies, kept between two edits at once: loading it takes longer than an edit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.graph.bodies.forms import Forms
from extractor.graph.bodies.naming import Namer
from extractor.ledger.settings import remembered
from extractor.rules.bodies.decisions import FILE as NAMES
from extractor.rules.reading.files import DEPARTMENTS

if TYPE_CHECKING:
    import sqlite3

    from extractor.ledger.settings import OutputSettings


@dataclass(frozen=True, slots=True)
class Names:
    """What names mean, and how else their bodies are called."""

    namer: Namer
    forms: Forms


def known_names(connection: sqlite3.Connection, out: Path) -> Names:
    """What the next run will know about names.

    Raises:
        RuleError: a list or the names file is wrong.
    """
    settings = remembered(connection)
    own = [Path(folder) / DEPARTMENTS for folder in settings.patterns]
    return _loaded(settings, out, tuple(map(_state, (*own, Path(settings.names_file or out / NAMES)))))


@lru_cache(maxsize=1)
def _loaded(settings: OutputSettings, out: Path, states: tuple[tuple[int, int], ...]) -> Names:
    del states  # a file that changed makes another entry
    known = settings.departments(out)
    return Names(Namer(known), Forms(known))


def _state(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
