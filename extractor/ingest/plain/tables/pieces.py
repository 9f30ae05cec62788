"""Part a line at its tabs, or at its wide blanks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from extractor.ingest.plain.lines import columns
from extractor.ingest.plain.tables.table import cell_words
from extractor.rules.pattern.own import own

_BLANK = r"[ \u00a0\u2000-\u200a\u202f]"
GAP = own(rf"(?:{_BLANK}{{2,}}|{_BLANK}?[\t\u3000])(?:{_BLANK}|[\t\u3000])*")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a line, and where on the screen each begins."""

    words: list[str]
    starts: list[int]


def parted(raw: str, *, exact: bool) -> Pieces:
    """The pieces of a line.

    ``exact``: a tab parts any two cells, so that an empty one is a piece, too; else a tab, an ideographic blank
    or two blanks and more part words.
    """
    if exact:
        cells = [cell_words(part) for part in raw.split("\t")]
        return Pieces(cells, [0] * len(cells))
    body = raw.rstrip()
    edges = [len(body) - len(body.lstrip())]
    for gap in GAP.finditer(body, edges[0]):
        edges += gap.span()
    edges.append(len(body))
    bounds = list(pairwise(edges))[::2]
    return Pieces([cell_words(body[a:b]) for a, b in bounds], [columns(body[:a]) for a, _ in bounds])
