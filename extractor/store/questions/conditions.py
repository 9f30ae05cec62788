"""Conditions of a question, gathered with their values; every word of a user's reaches SQLite as a value only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.store import passages

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE = ("已完成", "已销号", "中止")
"""States in which a task is no longer overdue."""

_OF_BODY = "SELECT body FROM body_names WHERE instr(name, ?)"
OF_WORDS = "SELECT rowid FROM pairs WHERE pairs MATCH ?"
"""The passages in which words stand, as SQLite is asked for them."""
DONE_LIST = ", ".join(f"'{state}'" for state in DONE)
"""The same as SQL writes it."""
STATE = "LEFT JOIN cells AS state ON state.task = tasks.id AND state.field = '状态'"
"""What staff wrote under 状态, if anything."""
OPEN = f"coalesce(state.value, '') NOT IN ({DONE_LIST})"
"""Not yet done, as far as staff wrote; needs ``STATE``."""


@dataclass(slots=True)
class Conditions:
    """Conditions that must all hold."""

    _clauses: list[str] = field(default_factory=list)
    _values: list[object] = field(default_factory=list)

    def add(self, clause: str, *values: object) -> None:
        """One more condition; ``clause`` has a ``?`` for every value."""
        self._clauses.append(f"({clause})")
        self._values += values

    def owned(self, department: str | None, role: str | None, home: str | None = None) -> None:
        """Tasks of a body that any of its names calls so, in that role."""
        inner = Conditions()
        if department is not None:
            inner.add(f"body IN ({_OF_BODY})", department)
        if home is not None:
            inner.add("body IN (SELECT key FROM bodies WHERE instr(home, ?))", home)
        self._parted(inner, role)

    def owned_by(self, owner: str, home: str, role: str | None) -> None:
        """Tasks in which the one body of that canonical name and organisation has a part, in that role."""
        inner = Conditions()
        inner.add("body = (SELECT key FROM bodies WHERE name = ? AND home = ?)", owner, home)
        self._parted(inner, role)

    def _parted(self, inner: Conditions, role: str | None) -> None:
        """Name, organisation and role are those of one owner of the task."""
        if role is not None:
            inner.add("role = ?", role)
        if inner:
            owned = f"SELECT task FROM owners {inner.where}"  # noqa: S608 - clauses of our own
            self.add(f"tasks.key IN ({owned})", *inner.values)

    def named(self, names: Sequence[str]) -> None:
        """Documents that one of the names (words of the title, number or file) fits."""
        fits = "instr(documents.title, ?) OR instr(documents.numbers, ?) OR instr(documents.file, ?)"
        self.add(" OR ".join([fits] * len(names)), *(name for name in names for _ in range(3)))

    def worded(self, passage: str, words: str) -> None:
        """Things in whose passage (a column) all ``words`` stand; none when there is nothing to look for."""
        query = passages.query(words)
        if query:
            self.add(f"{passage} IN ({OF_WORDS})", query)
        else:
            self.add("0")

    def __bool__(self) -> bool:
        """Whether there is any condition."""
        return bool(self._clauses)

    @property
    def where(self) -> str:
        """The conditions as a clause for a statement; empty without any."""
        return f"WHERE {' AND '.join(self._clauses)}" if self._clauses else ""

    @property
    def values(self) -> tuple[object, ...]:
        """The values in the order of their places."""
        return tuple(self._values)
