"""What must stand in anything a piece of a pattern matches, and how that adds up over rows and branches."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIMIT = 64


@dataclass(frozen=True, slots=True)
class Piece:
    """``exact``: all strings it can be, when few; ``needs``: one of these stands in all it matches."""

    exact: frozenset[str] | None
    needs: frozenset[str] | None


NOTHING = Piece(frozenset({""}), None)
ANYTHING = Piece(None, None)


def exactly(texts: Iterable[str]) -> Piece:
    """A piece that is one of ``texts``; anything at all when they are many."""
    strings = frozenset(texts)
    return Piece(strings, None) if len(strings) <= _LIMIT else ANYTHING


def needed(piece: Piece) -> frozenset[str] | None:
    """Words of which one stands in whatever the piece matches; None when unproved."""
    if piece.exact and "" not in piece.exact:
        return _shortest(piece.exact)
    return piece.needs


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """Without words that hold another of them: where 月底 stands, 月 does."""
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
    if not all(needs):
        return ANYTHING
    words = _shortest(frozenset(word for need in needs for word in need or ()))
    return Piece(None, words if len(words) <= _LIMIT else None)


def joined(pieces: list[Piece]) -> Piece:
    """Pieces in a row: exact neighbours grow together, and the best of all that is needed is kept."""
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
        return Piece(runs[0], None)
    needs += [_shortest(run) for run in runs if "" not in run]
    return Piece(None, max(needs, key=_merit, default=None))
