"""Which column the cells of a row belong to where some are missing or in several pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.ingest.plain.tables.vocabulary import Kind, Look, Vocabulary

_FIT: dict[Kind | None, dict[Look, float]] = {
    "serial": {"number": 4, "nothing": -2, "time": -4, "names": -4, "short": -4, "running": -4},
    "time": {"time": 3, "nothing": 1, "short": 0, "number": -1, "names": -2, "running": -2},
    "owner": {"names": 3, "short": 1, "nothing": 1, "number": -2, "time": -2, "running": -2},
    "task": {"running": 2, "short": 1, "time": -1, "names": 0, "number": 0, "nothing": -1},
    None: dict.fromkeys(("running", "short", "time", "names", "number", "nothing"), 0.0),
}
_EMPTY, _PIECES, _MORE_NAMES = -1.0, -1.5, -0.5  # a column left empty; a second piece in one; further names
_GOING_ON = tuple("、，,")
_ENDED = tuple("。；;：:！？")
_LETTERS = own(r"[A-Za-z]\n[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Placing:
    """Puts pieces into ``kinds`` of columns, in order, so that times fall to times and names to names."""

    vocabulary: Vocabulary
    kinds: Sequence[Kind | None]

    def columns(
        self, pieces: Sequence[str], nearness: Callable[[int, int], float] | None = None
    ) -> tuple[float, list[int]]:
        """How well the pieces fit, and the column of each; ``nearness`` adds what their position tells."""
        looks = [self.vocabulary.look(piece) for piece in pieces]
        best: list[tuple[float, list[int]]] = []
        for position, look in enumerate(looks):
            best = [
                self._step(best, looks[max(0, position - 1) : position + 1], column)
                for column in range(len(self.kinds))
            ]
            gain = [nearness(position, column) if nearness else 0.0 for column in range(len(self.kinds))]
            fits = [_FIT[kind][look] for kind in self.kinds]
            best = [(so_far[0] + fit + near, so_far[1]) for so_far, fit, near in zip(best, fits, gain, strict=True)]
        ends = [(score + self._empty(found[-1] + 1, len(self.kinds)), found) for score, found in best]
        return max(ends, default=(0.0, []), key=lambda end: end[0])

    def cells(self, pieces: Sequence[str], columns: Sequence[int]) -> list[str]:
        """The pieces as a row; several in a column are lines of its cell."""
        row = [""] * len(self.kinds)
        for piece, column in zip(pieces, columns, strict=True):
            row[column] = f"{row[column]}\n{piece}" if row[column] else piece
        return row

    def joined(self, above: str, below: str, column: int) -> str:
        """A cell and its next line: words go on, further names and sentences stand on lines of their own."""
        both = f"{above}\n{below}"
        if not above or not below:
            return above or below
        if above.endswith(_GOING_ON):
            return above + below
        names = self.kinds[column] == "owner" and self.vocabulary.is_names(below) and len(below) > 2  # noqa: PLR2004 - 市政府, no rest of a word
        if above.endswith(_ENDED) or (names and self.vocabulary.is_names(above)):
            return both
        return both.replace("\n", " ") if _LETTERS.search(both) else above + below

    def goes_on(self, above: Sequence[str | None], below: Sequence[str]) -> bool:
        """Whether a line without a number is the rest of the row above, and no row under the same number."""
        filled = [kind for kind, words in zip(self.kinds, below, strict=True) if words]
        if "task" not in filled:
            return True
        if self.kinds[0] != "serial":
            return False
        shared = [
            (kind, over, under)
            for kind, over, under in zip(self.kinds, above, below, strict=True)
            if over and under
        ]
        timed = any(
            kind == "time" and self.vocabulary.look(over) == self.vocabulary.look(under) == "time"
            for kind, over, under in shared
        )
        ended = any(kind == "task" and over.endswith(_ENDED) for kind, over, _ in shared)
        named = any(kind == "owner" and not over.endswith(_GOING_ON) for kind, over, _ in shared)
        return not timed and not (ended and named)

    def _step(
        self, best: Sequence[tuple[float, list[int]]], looks: Sequence[Look], column: int
    ) -> tuple[float, list[int]]:
        """The best way to have the next piece in ``column``."""
        if not best:
            return self._empty(0, column), [column]
        ways = [
            (score + (self._again(looks, column) if before == column else self._empty(before + 1, column)), found)
            for before, (score, found) in enumerate(best[: column + 1])
        ]
        score, found = max(ways, key=lambda way: way[0])
        return score, [*found, column]

    def _again(self, looks: Sequence[Look], column: int) -> float:
        names = self.kinds[column] == "owner" and set(looks) == {"names"}
        return _MORE_NAMES if names else _PIECES

    def _empty(self, start: int, end: int) -> float:
        return _EMPTY * sum(kind is not None for kind in self.kinds[start:end])
