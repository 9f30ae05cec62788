"""What the words of a cell tell: which column a header names, and whether a cell holds a time or names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from extractor.model.fold import fold
from extractor.model.notice import LABELLED
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.rules.book import RuleBook

Kind = Literal["serial", "task", "owner", "time"]
Look = Literal["number", "time", "names", "nothing", "short", "running"]
SERIAL = own(r"(\d{1,3})[.、．]?")
GROUP = own(r"(?:[一二三四五六七八九十]{1,3}[、，.．]|（[一二三四五六七八九十]{1,3}）).{1,28}")
"""The heading of some rows of a table."""
_MAX_NAME, _MAX_HEADER, _MAX_COLUMNS = 14, 24, 20  # characters, characters, columns
_MAX_TIME, _MAX_SHORT = 24, 10  # characters of a time, of a cell that may be a person's name
_KNOWN = 3  # of so many header cells one at least is a known word
_BLANKS = own(r"[\s（）]")
_SENTENCE = own(r"[，。；：！？]")
_STOP = own(r"[。；！？]")
_BRACKETED = own(r"（[^（）]{0,30}）$|等$")
_NAME_PARTS = own(r"[、，；/\s]+")


class Vocabulary:
    """The header words of ``patterns/tables.toml`` and ``owners.toml``, and what cells look like."""

    def __init__(self, book: RuleBook) -> None:
        """Sort the header words of ``book`` by the kind of column that they name."""
        self.serials = frozenset(book.words("table.serial"))
        self._kinds: dict[str, Kind] = dict.fromkeys(self.serials, "serial")
        for role in LABELLED:
            self._kinds |= dict.fromkeys(book.words(f"owner.label.{role}"), "owner")
        self._kinds |= dict.fromkeys(book.words("time.label"), "time")
        self._kinds |= dict.fromkeys((*book.words("table.measure"), *book.words("table.task")), "task")
        self._endings = tuple(sorted((name for name in self._kinds if len(name) > 1), key=len, reverse=True))
        self._suffixes = (*book.words("body.suffix"), *book.words("body.people"))
        self._nothing = frozenset(book.words("table.nothing"))
        self._when = re.compile(rf"{alternation(book.words('table.when'))}|\d\.\d")

    def kind(self, words: str) -> Kind | None:
        """The kind of column that a header cell names: ``牵头单位``, also ``市级牵头单位``."""
        name = _BLANKS.sub("", fold(words))
        if len(name) > _MAX_NAME:
            return None
        known = self._kinds.get(name)
        if known or not name.endswith(self._endings):
            return known
        return self._kinds[next(ending for ending in self._endings if name.endswith(ending))]

    def kinds(self, header: Sequence[str]) -> list[Kind | None]:
        """The kinds of all columns; empty when the cells are not the header of a table of tasks.

        That takes short cells without punctuation, a column for the task, and another known one.
        """
        full = [words for words in header if words]
        if not 1 < len(header) <= _MAX_COLUMNS or any(map(_is_sentence, full)):
            return []
        kinds = [self.kind(words) if words else None for words in header]
        known = [kind for kind in kinds if kind]
        enough = len(set(known)) > 1 and len(known) * _KNOWN >= len(full)
        return kinds if enough and "task" in known and len(full) > 1 else []

    def spelled(self, cells: Sequence[str]) -> list[tuple[int, str]]:
        """Header cells with the position of their first part; letter-spaced words are whole: 序, 号 → 序号."""
        found: list[tuple[int, str]] = []
        position = 0
        while position < len(cells):
            end = position + 1
            while end < len(cells) and len(cells[position]) == len(cells[end]) == 1:
                end += 1
            end = next((stop for stop in range(end, position, -1) if self.kind("".join(cells[position:stop]))), 0)
            end = max(end, position + 1)
            found.append((position, "".join(cells[position:end])))
            position = end
        return found

    def look(self, words: str) -> Look:
        """What a cell looks like; a hint only, used where cells are missing or in pieces."""
        folded = fold(words).strip()
        if SERIAL.fullmatch(folded):
            return "number"
        if not folded or folded in self._nothing:
            return "nothing"
        if self.is_names(folded):
            return "names"
        if len(folded) <= _MAX_TIME and self._when.search(folded) and not folded.endswith("。"):
            return "time"
        return "running" if len(folded) > _MAX_SHORT or _STOP.search(folded) else "short"

    def is_names(self, words: str) -> bool:
        """Whether every part of a list ends as names of bodies do."""
        if _STOP.search(words):
            return False
        parts = [_BRACKETED.sub("", part) for part in _NAME_PARTS.split(fold(words)) if part]
        return bool(parts) and all(part.endswith(self._suffixes) for part in parts)


def _is_sentence(words: str) -> bool:
    return len(words) > _MAX_HEADER or _SENTENCE.search(fold(words)) is not None
