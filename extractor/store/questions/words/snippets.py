"""What a search shows of a document or task: the words that were looked for, with the text around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.store import passages

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

_BEFORE, _BEHIND = 16, 52  # characters
_WINDOWS = 3
_LONGEST = 40_000  # characters of a text that are looked through: a law of 300 pages costs no more than a notice
_DOCUMENTS = """
SELECT passages.id, documents.file, documents.title, documents.numbers, documents.part, passages.text, ''
FROM pairs CROSS JOIN documents ON documents.passage = pairs.rowid AND documents.held
JOIN passages ON passages.key = pairs.rowid WHERE pairs MATCH ? ORDER BY pairs.rowid LIMIT ? OFFSET ?
"""
_TASKS = """
SELECT tasks.id, documents.file, documents.title, documents.numbers, tasks.kind, passages.text, coalesce(tasks.due, '')
FROM pairs CROSS JOIN tasks ON tasks.passage = pairs.rowid AND tasks.held
JOIN documents ON documents.key = tasks.document
JOIN passages ON passages.key = pairs.rowid WHERE pairs MATCH ? ORDER BY pairs.rowid LIMIT ? OFFSET ?
"""
_STATEMENTS = {"document": _DOCUMENTS, "task": _TASKS}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet; ``found``: it is one of the words looked for."""

    words: str
    found: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A document or task in whose text all words stand.

    Attributes:
        id: its id.
        file: the file that it stands in.
        title: of its document; empty where it has none.
        numbers: of its document.
        sort: the part of a document (``notice``), the kind of a task (``meeting``).
        pieces: what stands there, cut to the neighbourhood of the words.
        due: of a task, as the ledger writes it.
    """

    id: str
    file: str
    title: str
    numbers: str
    sort: str
    pieces: tuple[Piece, ...]
    due: str


def snippets(
    connection: sqlite3.Connection, words: str, part: str, limit: int, offset: int = 0
) -> list[Snippet]:
    """Documents or tasks (``part``) with all ``words``, which blanks separate; empty words find none."""
    query = passages.query(words)
    rows = connection.execute(_STATEMENTS[part], (query, limit, offset)) if query else ()
    pattern = _pattern(words)
    return [_snippet(row, pattern) for row in rows]


def _snippet(row: Sequence[str], pattern: re.Pattern[str]) -> Snippet:
    identifier, file, title, numbers, sort, text, due = row
    return Snippet(identifier, file, title, numbers, sort, tuple(_pieces(text, pattern)), due)


def _pattern(words: str) -> re.Pattern[str]:
    """The words as they may be printed: of either width and case, with layout between any two characters."""
    each = sorted({fold(word) for word in words.split()}, key=len, reverse=True)
    return re.compile("|".join(r"\s*".join(map(re.escape, word)) for word in each), re.IGNORECASE)


def _pieces(text: str, pattern: re.Pattern[str]) -> Iterator[Piece]:
    """The neighbourhoods of the words in order, ``…`` where text is left out."""
    found = [match.span() for match in pattern.finditer(fold(text[:_LONGEST]))]
    windows = _windows(found, len(text)) or [(0, min(len(text), _BEFORE + _BEHIND))]
    for start, end in windows:
        if start:
            yield Piece("…")
        inside = [span for span in found if start <= span[0] and span[1] <= end]
        cuts = [start, *(cut for span in inside for cut in span), end]
        for at, (left, right) in enumerate(pairwise(cuts)):
            if left < right:
                yield Piece(" ".join(text[left:right].split()), found=at % 2 == 1)
    if windows[-1][1] < len(text):
        yield Piece("…")


def _windows(found: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The first few neighbourhoods; those that meet are one."""
    windows: list[tuple[int, int]] = []
    for start, end in found:
        if windows and start - _BEFORE <= windows[-1][1]:
            if start <= windows[-1][1] < end:
                windows[-1] = windows[-1][0], end
        elif len(windows) == _WINDOWS:
            break
        else:
            windows.append((max(0, start - _BEFORE), min(length, max(end, start + _BEHIND))))
    return windows
