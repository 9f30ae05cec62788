"""How the outputs are written; a run decides it, and later commands that write them anew keep to it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.rules.bodies.decisions import FILE as NAMES
from extractor.rules.bodies.departments import load_departments

if TYPE_CHECKING:
    import sqlite3

    from extractor.rules.bodies.departments import Departments

_ENTRY = "settings"


@dataclass(frozen=True, slots=True)
class OutputSettings:
    """What was asked for.

    Attributes:
        bom: begin CSV files with a byte order mark, by which Excel knows UTF-8.
        patterns: folders with lists of bodies beside the shipped one.
        names_file: what the user decided about names; empty: ``names.toml`` in the folder of the outputs.
    """

    bom: bool = True
    patterns: tuple[str, ...] = ()
    names_file: str = ""

    def departments(self, out: Path) -> Departments:
        """What is known about the names of bodies.

        Raises:
            RuleError: a list or the names file is wrong.
        """
        return load_departments(*self.lists(out))

    def lists(self, out: Path) -> tuple[list[Path], Path]:
        """The folders with lists of bodies, and the names file."""
        folders = [Path(folder) for folder in self.patterns]
        return folders, Path(self.names_file) if self.names_file else out / NAMES


def remember(connection: sqlite3.Connection, settings: OutputSettings) -> None:
    """Keep the settings of a run."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_ENTRY, json.dumps(asdict(settings))))


def remembered(connection: sqlite3.Connection) -> OutputSettings:
    """The settings of the last run."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (_ENTRY,)).fetchone()
    if row is None:
        return OutputSettings()
    found = json.loads(row[0])
    return OutputSettings(**{**found, "patterns": tuple(found["patterns"])})
