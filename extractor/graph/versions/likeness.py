"""How alike two texts are when layout, width and punctuation do not count."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.graph.versions.copy import Copy

_NO_WORDS = own(r"[\W_]+")
_SENTENCE = own(r"[^。！？；\n]{25,300}")
_LENGTH = 6
_BEGINNING = 2000
_SKETCH = 3
_REMEMBERED = 256  # texts: those of one title follow one another


def dense(text: str) -> str:
    """The words of ``text`` alone: ``1. 开展 自查，`` gives ``1开展自查``."""
    return _NO_WORDS.sub("", fold(text))


def sketch(text: str) -> tuple[int, ...]:
    """A few numbers drawn from the long sentences at the beginning: texts alike share at least one."""
    sentences = _SENTENCE.finditer(text[:_BEGINNING])
    hashes = {zlib.crc32(dense(found[0]).encode("utf-8", "replace")) for found in sentences}
    return tuple(sorted(hashes)[:_SKETCH])


def measure() -> Callable[[Copy, Copy], tuple[float, float]]:
    """A function that says how much two documents share, and that remembers what it cut up last.

    It gives two shares of the pieces of six characters, each from 0 to 1: of all pieces of both (Jaccard), and
    of the pieces of the shorter one. Texts shorter than a piece are alike when they are equal.
    """

    @lru_cache(_REMEMBERED)
    def pieces(copy: Copy) -> frozenset[str]:
        words = dense(copy.text())
        return frozenset(words[at : at + _LENGTH] for at in range(max(1, len(words) - _LENGTH + 1)))

    def shares(one: Copy, other: Copy) -> tuple[float, float]:
        first, second = pieces(one), pieces(other)
        common = len(first & second)
        return common / len(first | second), common / min(len(first), len(second))

    return shares
