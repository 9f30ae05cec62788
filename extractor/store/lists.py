"""Lists of values under words, on the disk: what is entered once and looked up often, and grows with the corpus."""

from __future__ import annotations

import marshal
import sqlite3
import weakref
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_ONCE = 500  # entries that are written together
_MAKE = "CREATE TABLE entries (at INTEGER PRIMARY KEY, word BLOB NOT NULL, value BLOB NOT NULL, UNIQUE (word, value))"
_PUT = "INSERT OR IGNORE INTO entries (word, value) VALUES (?, ?)"
_SELECT = "SELECT value FROM entries WHERE word = ? ORDER BY at"
_WORDS = "SELECT DISTINCT word FROM entries ORDER BY word"
_PLAIN = 0  # the version of marshal that writes equal values in equal bytes


def aside() -> sqlite3.Connection:
    """A database in a file without a name, which goes with its connection; nothing of it outlives a crash."""
    # Whatever thread clears it away may close it; nobody else shares it.
    connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


class Lists:
    """Word → values, in the order in which they were added, each once.

    Values are what ``marshal`` takes: tuples, words and numbers; each is a copy of what was added.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._connection = aside()
        weakref.finalize(self, self._connection.close)
        self._connection.execute(_MAKE)
        self._waiting: list[tuple[bytes, bytes]] = []

    def add(self, word: str, value: object) -> None:
        """Put a value behind the others under a word, unless it is among them."""
        self._waiting.append((_key(word), marshal.dumps(cast("Any", value), _PLAIN)))
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def of(self, word: str) -> list[Any]:
        """The values under a word."""
        self._write()
        return [marshal.loads(value) for (value,) in self._connection.execute(_SELECT, (_key(word),))]  # noqa: S302 - our own file

    def words(self) -> Iterator[str]:
        """All words with values, sorted."""
        self._write()
        return (word.decode("utf-8", "surrogatepass") for (word,) in self._connection.execute(_WORDS))

    def _write(self) -> None:
        if self._waiting:
            self._connection.execute("BEGIN")
            self._connection.executemany(_PUT, self._waiting)
            self._connection.execute("COMMIT")
            self._waiting.clear()


def _key(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")
