"""From rule files to entries, each with the line it begins on, so that every complaint has a place."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.rules.faults import fault
from extractor.rules.reading.toml_text import decoded, parsed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

DEPARTMENTS = "departments.toml"
"""The list of bodies: names, no rules; ``extractor.rules.bodies.departments`` reads it when notices are linked."""
_TABLES = frozenset({"rule", "words", "off", "fragments"})
# Strings and comments are stepped over, so that a header or a key inside of one is none.
_LANDMARK = re.compile(
    r"""'''.*?'''|\"{3}(?:\\.|.)*?\"{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*"""
    r"""|^[ \t]*+(?:\[\[?[ \t]*(?P<table>[\w.-]+)[ \t]*\]|(?P<key>[\w.-]+)[ \t]*=)""",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``[[rule]]``, ``[[words]]``, ``[[off]]``, or a line of ``[fragments]`` as ``id`` and ``regex``."""

    table: str
    fields: Mapping[str, Any]
    file: str
    where: str
    shipped: bool

    @property
    def name(self) -> str:
        """Its id as far as it has one, for messages."""
        return str(self.fields.get("id", ""))


@dataclass(frozen=True, slots=True)
class Folder:
    """All entries of one folder, files in order of their names, and a digest of their bytes; empty without rules."""

    entries: tuple[Entry, ...]
    digest: bytes
    shipped: bool

    def of(self, table: str) -> Iterator[Entry]:
        """The entries of one table, in order."""
        return (entry for entry in self.entries if entry.table == table)


def read_folder(folder: Path, *, shipped: bool = False) -> Folder:
    """The rule files (``*.toml``) of ``folder``; not its list of bodies, a change of which reads no file anew.

    Raises:
        RuleError: no such folder, no rule file in it, or one that is no UTF-8, no TOML, of unknown tables.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise fault("rule-folder-missing", str(folder))
    digest = hashlib.sha256()
    entries: list[Entry] = []
    rules = [path for path in paths if path.name != DEPARTMENTS]
    for path in rules:
        raw = _read(path, _label(path, shipped=shipped))
        digest.update(f"{path.name}\0{len(raw)}\0".encode() + raw)
        entries += _entries(raw, path, _TABLES, "rule-unknown-table", shipped=shipped)
    return Folder(tuple(entries), digest.digest() if rules else b"", shipped)


def read_names(path: Path, tables: Collection[str], *, shipped: bool = False) -> tuple[Entry, ...]:
    """The entries of a file of names, which may hold ``tables`` and nothing else.

    Raises:
        RuleError: it cannot be opened, is no UTF-8, no TOML, or has other tables.
    """
    raw = _read(path, _label(path, shipped=shipped))
    return tuple(_entries(raw, path, tables, "names-unknown-table", shipped=shipped))


def _label(path: Path, *, shipped: bool) -> str:
    return path.name if shipped else path.as_posix()


def _read(path: Path, label: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise fault("rule-unreadable", label, reason=error.strerror or "") from error


def _entries(
    raw: bytes, path: Path, known: Collection[str], stray: str, *, shipped: bool
) -> Iterator[Entry]:
    """The entries of a file in order; ``stray`` is the code of a table that is not ``known``."""
    label = _label(path, shipped=shipped)
    text = decoded(raw, label)
    tables, lines = parsed(text, label, shipped=shipped), _lines(text)
    for table, content in tables.items():
        if table not in known:
            places = lines.get(table) or lines.get("=" + table)
            raise fault(stray, _at(label, places), reason=table)
        if table == "fragments":
            rows: Sequence[Any] = _fragment_rows(content, label)
            places = [place for name in content for place in lines.get("fragments=" + name, [])[:1]]
        else:
            rows, places = content, lines.get(table, [])
        if not _is_rows(rows):
            raise fault("rule-wrong-type", _at(label, places), reason=f"{table}: [[{table}]]")
        exact = len(places) == len(rows)
        for position, row in enumerate(rows):
            yield Entry(table, row, path.name, _at(label, places[position:] if exact else []), shipped)


def _fragment_rows(content: object, label: str) -> list[dict[str, Any]]:
    if not isinstance(content, dict):
        raise fault("rule-wrong-type", _at(label, None), reason="fragments: [fragments]")
    return [{"id": name, "regex": text} for name, text in content.items()]


def _is_rows(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def _at(label: str, lines: Sequence[int] | None) -> str:
    return f"{label}:{lines[0] if lines else 1}"


def _lines(text: str) -> dict[str, list[int]]:
    """Lines of the headers and keys: ``rule`` → [3, 12], ``fragments=month`` → [5], ``=stray`` → [1]."""
    found: dict[str, list[int]] = {}
    header, line, last = "", 1, 0
    for match in _LANDMARK.finditer(text):
        name = match["table"] or match["key"]
        if name is None:
            continue
        line, last = line + text.count("\n", last, match.start()), match.start()
        if match["table"]:
            header = name
            found.setdefault(name, []).append(line)
        elif header in {"", "fragments"}:
            found.setdefault(f"{header}={name}", []).append(line)
    return found
