"""How alike two texts are when layout, width and punctuation do not count."""

from __future__ import annotations

import re
import zlib
from functools import cache
from typing import TYPE_CHECKING

from extractor.model.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.graph.versions.copies import Copy

_NO_WORDS = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[^。！？；\n]{25,300}")
_LENGTH = 6
_BEGINNING = 2000
_SKETCH = 3


def dense(text: str) -> str:
    """The words of ``text`` alone: ``1. 开展 自查，`` gives ``1开展自查``."""
    return _NO_WORDS.sub("", fold(text))


def own_text(copy: Copy) -> str:
    """The text of the document as printed, without the parts that belong to it."""
    start, end = copy.spans[0]
    return copy.record["text"][start:end]


def fullness(copy: Copy) -> int:
    """How many characters the document and its parts have; blanks do not count."""
    text = copy.record["text"]
    return sum(len("".join(text[start:end].split())) for start, end in copy.spans)


def sketch(copy: Copy) -> tuple[int, ...]:
    """A few numbers drawn from the long sentences at the beginning: texts alike share at least one."""
    beginning = own_text(copy)[:_BEGINNING]
    hashes = {zlib.crc32(dense(found[0]).encode("utf-8", "replace")) for found in _SENTENCE.finditer(beginning)}
    return tuple(sorted(hashes)[:_SKETCH])


def measure() -> Callable[[Copy, Copy], tuple[float, float]]:
    """A function that says how much two documents share, and that remembers what it has cut up.

    It gives two shares of the pieces of six characters, each from 0 to 1: of all pieces of both (Jaccard), and
    of the pieces of the shorter one. Texts shorter than a piece are alike when they are equal.
    """

    @cache
    def pieces(text: str) -> frozenset[str]:
        words = dense(text)
        return frozenset(words[at : at + _LENGTH] for at in range(max(1, len(words) - _LENGTH + 1)))

    def shares(one: Copy, other: Copy) -> tuple[float, float]:
        first, second = pieces(own_text(one)), pieces(own_text(other))
        common = len(first & second)
        return common / len(first | second), common / min(len(first), len(second))

    return shares
