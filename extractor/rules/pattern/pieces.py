"""What a piece of a pattern needs and begins with, and how that adds up over rows and branches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIMIT = 64


@dataclass(frozen=True, slots=True)
class Piece:
    """``exact``: all strings it can be, when few; ``needs``: one of these stands in all it matches.

    ``begins`` are members of a set, signs and classes, that hold all it can begin with; None when unknown.
    ``empty`` says that it may match nothing, so that what follows it counts too.
    """

    exact: frozenset[str] | None
    needs: frozenset[str] | None
    begins: frozenset[str] | None = None
    empty: bool = False


NOTHING = Piece(frozenset({""}), None, frozenset(), empty=True)
ANYTHING = Piece(None, None)


def exactly(texts: Iterable[str]) -> Piece:
    """A piece that is one of ``texts``; of many of them only the first signs are kept."""
    strings = frozenset(texts)
    begins = frozenset(map(re.escape, {text[0] for text in strings if text}))
    return Piece(strings if len(strings) <= _LIMIT else None, None, begins, empty="" in strings)


def one_of(members: str) -> Piece:
    r"""A set by what stands between its brackets: ``\d一二``."""
    return Piece(None, None, frozenset({members}))


def maybe(piece: Piece) -> Piece:
    """The piece or nothing."""
    if piece.exact is not None:
        return exactly({*piece.exact, ""})
    return Piece(None, None, piece.begins, empty=True)


def some(piece: Piece, *, least: int) -> Piece:
    """The piece several times, ``least`` times at least."""
    return Piece(None, needed(piece) if least else None, piece.begins, piece.empty or not least)


def needed(piece: Piece) -> frozenset[str] | None:
    """Words of which one stands in whatever the piece matches; None when unproved."""
    if piece.exact and "" not in piece.exact:
        return _shortest(piece.exact)
    return piece.needs


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """Without words that hold another of them: where 月底 stands, 月 does."""
    shortest = min(map(len, words), default=0)
    if all(len(word) == shortest for word in words):
        return words
    return frozenset(word for word in words if not any(other in word for other in words - {word}))


def _merit(words: frozenset[str]) -> tuple[int, int]:
    return min(map(len, words)), -len(words)


def either(pieces: list[Piece]) -> Piece:
    """One of several branches: what each needs, together; nothing when one branch needs nothing."""
    if len(pieces) == 1:
        return pieces[0]
    if all(piece.exact is not None for piece in pieces):
        return exactly(text for piece in pieces for text in piece.exact or ())
    needs = [needed(piece) for piece in pieces]
    words = _shortest(frozenset(word for need in needs for word in need or ()))
    proved = all(needs) and len(words) <= _LIMIT
    return Piece(None, words if proved else None, _all(pieces), any(piece.empty for piece in pieces))


def _all(pieces: list[Piece]) -> frozenset[str] | None:
    begins = [piece.begins for piece in pieces]
    return None if None in begins else frozenset(sign for signs in begins for sign in signs or ())


def joined(pieces: list[Piece]) -> Piece:
    """Pieces in a row: exact neighbours grow together, and the best of all that is needed is kept."""
    if len(pieces) == 1:
        return pieces[0]
    first = next((place for place, piece in enumerate(pieces, 1) if not piece.empty), len(pieces))
    begins, empty = _all(pieces[:first]), all(piece.empty for piece in pieces)
    runs: list[frozenset[str]] = [frozenset({""})]
    needs = [piece.needs for piece in pieces if piece.needs]
    for piece in pieces:
        if piece.exact is None:
            runs.append(frozenset({""}))
        elif len(runs[-1]) * len(piece.exact) <= _LIMIT:
            runs[-1] = frozenset("".join(pair) for pair in product(runs[-1], piece.exact))
        else:
            runs.append(piece.exact)
    if len(runs) == 1 and all(piece.exact is not None for piece in pieces):
        return Piece(runs[0], None, begins, empty)
    needs += [_shortest(run) for run in runs if "" not in run]
    return Piece(None, max(needs, key=_merit, default=None), begins, empty)
