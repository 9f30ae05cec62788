"""Full text of notices and tasks, found by any words in it, one character or many.

Chinese is written without blanks, and no list of words knows the words of every office. Hence the index holds every
pair of neighbouring characters: 干部会 is looked up as 干部 followed by 部会, and a single 会 as all pairs
beginning with it. What is found is exactly what stands in the text, layout and width aside.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_LAYOUT = own(r"\s+")
# The index takes ASCII marks for gaps between words; their wide twins are signs like all others.
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if not chr(code).isalnum()} | {0: 0xFFFD}


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a document or task; ``part`` is ``document`` or ``task``."""

    part: str
    id: str
    text: str


def key(text: str) -> str:
    """``text`` as it is compared: folded, in small letters, without layout."""
    return _LAYOUT.sub("", fold(text)).casefold().translate(_WIDE)


class Query(str):
    """The search as SQLite's index understands it; ``words`` are what it looks for, for those who have no index."""

    __slots__ = ("words",)
    words: tuple[str, ...]


def query(words: str) -> Query:
    """The search for all of ``words`` (separated by blanks), each as it stands; empty when there is none."""
    sought = tuple(key(word) for word in words.split() if key(word))
    found = Query(" AND ".join(map(_phrase, sought)))
    found.words = sought
    return found


def index(connection: sqlite3.Connection, file: str, passages: Sequence[Passage]) -> None:
    """Make the passages of a file findable; what was known of it before is forgotten. Unchanged ones cost nothing."""
    print_ = _fingerprint(passages)
    row = connection.execute("SELECT fingerprint FROM indexed WHERE file = ?", (file,)).fetchone()
    if row and row[0] == print_:
        return
    forget(connection, file)
    for each in passages:
        cursor = connection.execute(
            "INSERT INTO passages (file, part, id, text) VALUES (?, ?, ?, ?)", (file, each.part, each.id, each.text)
        )
        connection.execute(
            "INSERT INTO pairs (rowid, words) VALUES (?, ?)", (cursor.lastrowid, _pairs(key(each.text)))
        )
    connection.execute("INSERT INTO indexed VALUES (?, ?)", (file, print_))


def keys(connection: sqlite3.Connection, file: str) -> dict[tuple[str, str], int]:
    """Part and id → number of the passage, for all that stands in a file."""
    rows = connection.execute("SELECT part, id, key FROM passages WHERE file = ?", (file,))
    return {(part, identifier): number for part, identifier, number in rows}


def keep_only(connection: sqlite3.Connection, files: Iterable[str]) -> None:
    """Forget the passages of all other files."""
    kept = set(files)
    for (file,) in connection.execute("SELECT file FROM indexed").fetchall():
        if file not in kept:
            forget(connection, file)


def forget(connection: sqlite3.Connection, file: str) -> None:
    """Take the passages of a file out of the index."""
    rows = connection.execute("SELECT key, text FROM passages WHERE file = ?", (file,)).fetchall()
    connection.executemany(
        "INSERT INTO pairs (pairs, rowid, words) VALUES ('delete', ?, ?)",
        ((number, _pairs(key(text))) for number, text in rows),
    )
    connection.execute("DELETE FROM passages WHERE file = ?", (file,))
    connection.execute("DELETE FROM indexed WHERE file = ?", (file,))


def _pairs(text: str) -> str:
    return " ".join(map("".join, zip(text, f"{text[1:]} ", strict=True))) if text else ""


def _phrase(word: str) -> str:
    if len(word) == 1:
        return f'"{word}" *'
    return '"' + " ".join(word[at : at + 2] for at in range(len(word) - 1)) + '"'


def _fingerprint(passages: Iterable[Passage]) -> str:
    digest = hashlib.sha256()
    for each in passages:
        digest.update(f"{each.part}\0{each.id}\0{each.text}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
