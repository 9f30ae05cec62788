"""Tables drawn with ``|`` or box characters, with or without lines between the rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from extractor.ingest.plain.tables.placing import Placing
from extractor.ingest.plain.tables.table import Row, TextTable, cell_words
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from extractor.ingest.plain.lines import Line
    from extractor.ingest.plain.tables.vocabulary import Kind, Vocabulary

_BARS = "|｜│┃║"
_CORNERS = "┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╭╮╯╰┠┨┯┷┿╞╡╪"
_RULES = "─━═╌┄┈"
DRAWN = own(rf"[{_BARS}{_CORNERS}]|\+[-=]{{2}}")
_BORDER = own(rf"[{_BARS}{_CORNERS}{_RULES}+=:\s-]+")
_RULED = own(rf"[{_RULES}]|[-=]{{2}}")
_RULE = own(rf"[{_RULES}:=\s-]*(?:[{_RULES}]|[-=]{{2}})[{_RULES}:=\s-]*")
_CROSSING = own(rf"[{_CORNERS}]|\+[-=]{{2}}|[-=]{{2}}\+")  # else -- is an empty cell
_PARTS = own(rf"[{_BARS}{_CORNERS}+]")
_BAR = own(rf"[{_BARS}]")
_HEADER_ROWS = 3
_LONGEST = 5000  # lines of a drawing


@dataclass(slots=True)
class _Strip:
    """What stands between two borders, or one line where there are none; ``open`` columns go on from above."""

    line: Line
    cells: list[str]
    open: frozenset[int] = frozenset()


def drawn_table(lines: Sequence[Line], start: int, vocabulary: Vocabulary) -> TextTable | None:
    """The table that is drawn from ``start`` on; None when its first rows hold no header of a task table.

    Lines between the rows and around the table may be there or not::

    ┌────┬────────┬────────┐        序号 | 重点任务 | 牵头单位
    │序号│重点任务│牵头单位│        1 | 修订规程 | 市甲局
    ├────┼────────┼────────┤
    │1   │修订规程│市甲局  │
    └────┴────────┴────────┘
    """
    end = start
    while end < min(len(lines), start + _LONGEST) and DRAWN.search(lines[end].raw):
        end += 1
    strips = _strips(lines[start:end])
    for number, strip in enumerate(strips[:_HEADER_ROWS]):
        kinds = vocabulary.kinds(strip.cells)
        if kinds and number + 1 < len(strips):
            rows = list(_rows(strips, number, Placing(vocabulary, kinds)))
            return TextTable(end - start, len(kinds), rows) if len(rows) > number + 1 else None
    return None


def _strips(lines: Sequence[Line]) -> list[_Strip]:
    """The rows; where borders part all rows, the lines between two borders are one."""
    groups: list[tuple[frozenset[int], list[tuple[Line, list[str]]]]] = [(frozenset(), [])]
    for line in lines:
        parts = _split(line.raw, _PARTS)
        partly = _CROSSING.search(line.raw) and any(map(_RULE.fullmatch, parts))
        if partly or (_RULED.search(line.raw) and _BORDER.fullmatch(line.raw)):
            kept = ["" if _RULE.fullmatch(part) else cell_words(part) for part in parts]
            passing = frozenset(column for column, part in enumerate(parts) if not _RULE.fullmatch(part))
            groups.append((passing, [(line, kept)] if any(kept) else []))
        else:
            groups[-1][1].append((line, [cell_words(part) for part in _split(line.raw, _BAR)]))
    full = [group for group in groups if group[1]]
    ruled = len(full) > 2  # noqa: PLR2004 - a border below the header alone parts no rows
    return [strip for group in full for strip in (_whole(group) if ruled else _apart(group))]


def _split(raw: str, mark: re.Pattern[str]) -> list[str]:
    """The parts between the marks; what is drawn at the edges holds nothing."""
    parts = mark.split(raw.strip())
    return parts[not parts[0].strip() : len(parts) - (len(parts) > 1 and not parts[-1].strip())]


def _apart(group: tuple[frozenset[int], list[tuple[Line, list[str]]]]) -> Iterator[_Strip]:
    return (_Strip(line, cells) for line, cells in group[1])


def _whole(group: tuple[frozenset[int], list[tuple[Line, list[str]]]]) -> Iterator[_Strip]:
    """One strip whose cells hold their lines, a line break between them."""
    columns = zip_longest(*(cells for _, cells in group[1]), fillvalue="")
    yield _Strip(group[1][0][0], ["\n".join(filter(None, column)) for column in columns], group[0])


def _rows(strips: Sequence[_Strip], header: int, placing: Placing) -> Iterator[Row]:
    """The rows of the table; what goes on from above is put there."""
    rows: list[Row] = []
    for number, strip in enumerate(strips):
        cells = _fitted(strip.cells, placing)
        if number > header and len(cells) == len(placing.kinds):
            if not strip.open and not cells[0] and placing.goes_on(rows[-1].cells, cells) and number > header + 1:
                _extend(rows, dict(enumerate(cells)), placing)
                continue
            _extend(rows, {column: cells[column] for column in strip.open if column < len(cells)}, placing)
            rows.append(Row(strip.line, [None if c in strip.open else words for c, words in enumerate(cells)]))
        else:
            rows.append(Row(strip.line, list(cells)))
    yield from rows


def _fitted(cells: Sequence[str], placing: Placing) -> list[str]:
    """Cells for all columns, the lines of each joined; a row of one cell stays one."""
    kinds: Sequence[Kind | None] = placing.kinds
    if len(cells) > 1 and len(cells) != len(kinds):
        cells = placing.cells(cells, placing.columns(cells)[1])
    if len(cells) == 1:
        return list(cells)
    found = []
    for column, words in enumerate(cells):
        above = ""
        for line in words.split("\n"):
            above = placing.joined(above, line, column)
        found.append(above)
    return found


def _extend(rows: Sequence[Row], more: dict[int, str], placing: Placing) -> None:
    """Add words to the nearest cells above that are no mere passage."""
    for column, words in more.items():
        owner = next((row for row in reversed(rows) if len(row.cells) > column and row.cells[column] is not None), None)
        if owner and words:
            owner.cells[column] = placing.joined(owner.cells[column] or "", words, column)
