"""Ids that come from content: notice and task keep theirs when files move or are read again."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from extractor.model.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

ID_LENGTH = 12
BEGINNING = 40
# A spreadsheet reads 123456789012 and 12e456789012 as numbers and saves 1.23E+11: begin with a letter.
_LETTERS = "abcdf"
_LAYOUT = re.compile(r"[\s·•*#]+")


def document_id(name: str, part: str, title: str | None, number: str | None, ordinal: int = 0) -> str:
    """The id of a document: 12 hexadecimal digits beginning with a letter, e.g. ``"bf2c51d07ab3"``.

    A notice is known by its number and title wherever its file lies; without a number by its title and day, for
    every year has its notice about the holiday. Enclosures and attachments (汇总表, 附件1) are known
    only together with the notice they belong to.

    Args:
        name: for a notice the name of its file, which counts only when it has neither title nor number;
            for an enclosure or attachment the id of its parent.
        part: ``notice``, ``enclosure`` or ``attachment``.
        title: 标题, None when the text states none.
        number: the first 发文字号, normalised; else the day of issue of a notice with a title; else None.
        ordinal: 0, or the how-manieth document of this file that would otherwise get the same id.
    """
    known = bool(title or number)
    owner = "" if known and part == "notice" else name
    return _digest("document", owner, part, _plain(title or ""), _plain(number or ""), str(ordinal))


def task_id(document_key: str, section: Iterable[str], beginning: str, ordinal: int = 0) -> str:
    """The id of a task: 12 hexadecimal digits from its document and the first 40 characters of its words.

    The label that the text begins with does not count, so that inserting an item before it changes no id; nor
    do width, blanks and what follows the beginning.

    Args:
        document_key: id of the document.
        section: labels from the outline down to the task; they count from the second task (``ordinal`` > 0)
            with the same beginning on, to tell them apart.
        beginning: the text of the task, or its beginning, with or without its label.
        ordinal: how many tasks of the document before this one begin alike.
    """
    labels = tuple(section)
    words = _plain(beginning)
    words = words.removeprefix(_plain(labels[-1])) if labels else words
    place = (*map(_plain, labels), str(ordinal)) if ordinal else ()
    return _digest("task", document_key, words[:BEGINNING], *place)


def task_ids(document_key: str, tasks: Iterable[tuple[tuple[str, ...], str]]) -> tuple[str, ...]:
    """The ids of all tasks of one document, given as (section, text) in reading order; no id comes twice."""
    given: set[str] = set()
    ids: list[str] = []
    alike: dict[tuple[tuple[str, ...], str], int] = {}  # the next number to try: thousands may read alike
    for section, text in tasks:
        identifier = task_id(document_key, section, text)
        key = (section, identifier)
        ordinal = alike.get(key, 0)
        if ordinal:
            identifier = task_id(document_key, section, text, ordinal)
        while identifier in given:
            ordinal += 1
            identifier = task_id(document_key, section, text, ordinal)
        alike[key] = ordinal + 1
        given.add(identifier)
        ids.append(identifier)
    return tuple(ids)


def _plain(words: str) -> str:
    return _LAYOUT.sub("", fold(words))


def _digest(*parts: str) -> str:
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
    return _LETTERS[int(digest[0], 16) % len(_LETTERS)] + digest[1:]
