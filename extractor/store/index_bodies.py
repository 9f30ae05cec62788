"""The bodies of the index: a number for each, all its names, and in how many tasks it has a part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import sqlite3

    from extractor.model.record import OwnerRecord

AlsoCalled: TypeAlias = Callable[[str, str], Iterable[str]]
"""Further names of a body (home, canonical name), beside those that notices print."""


class Bodies:
    """Numbers for the bodies that own tasks; what is new about them is written in the end.

    Attributes:
        tasks: by number, how many tasks more, or fewer, a body has a part in.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin with the bodies that the index has."""
        rows = connection.execute("SELECT home, name, key FROM bodies")
        self._numbers: dict[tuple[str, str], int] = {(home, name): key for home, name, key in rows}
        self._next = max(self._numbers.values(), default=0) + 1
        self._new: dict[tuple[str, str], int] = {}
        self._names: set[tuple[str, int]] = set()
        self.tasks: Counter[int] = Counter()

    def number(self, owner: OwnerRecord) -> int:
        """The number of the body that an owner is; its names are noted."""
        body = str(owner.get("home", "")), owner["canonical"] or owner["name"]
        if body not in self._numbers:
            self._numbers[body] = self._new[body] = self._next
            self._next += 1
        number = self._numbers[body]
        self._names.update({(" ".join(owner["name"].split()), number), (body[1], number)})
        return number

    def write(self, connection: sqlite3.Connection, also_called: AlsoCalled) -> None:
        """Put what is new into the tables."""
        connection.executemany(
            "INSERT INTO bodies VALUES (?, ?, ?, 0)",
            ((number, name, home) for (home, name), number in self._new.items()),
        )
        connection.executemany(
            "UPDATE bodies SET tasks = tasks + ? WHERE key = ?",
            ((count, number) for number, count in self.tasks.items()),
        )
        for (home, name), number in self._new.items():
            self._names.update((each, number) for each in also_called(home, name))
        connection.executemany("INSERT OR IGNORE INTO body_names VALUES (?, ?)", sorted(self._names))
