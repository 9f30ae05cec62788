"""Tables copied with one cell a line: the header's words below each other, then rows that count 1, 2, 3."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.ingest.plain.tables.placing import Placing
from extractor.ingest.plain.tables.table import Row, TextTable, cell_words
from extractor.ingest.plain.tables.vocabulary import GROUP, SERIAL
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.plain.lines import Line
    from extractor.ingest.plain.tables.vocabulary import Vocabulary

_WIDEST = 12  # columns
_DEEPEST = 3  # lines a cell has on average at most
_AWAY = 0.5  # what a line more or less than the other rows have counts against a reading of the last row
_BELOW = own(r"附[件表]\d{0,2}(?:$|[： ])|(?:备?注|说明)：")
_DAY = own(r"\d{4}年\d{1,2}月\d{1,2}日")


def listed_table(lines: Sequence[Line], start: int, vocabulary: Vocabulary) -> TextTable | None:
    """The table whose header begins at ``start`` with 序号; None when no row 1 follows the header's words."""
    end = start
    while end < min(len(lines), start + _WIDEST + 1) and not _counts(lines[end], 1):
        end += 1
    group = end - 1 if GROUP.fullmatch(lines[end - 1].folded) else end
    kinds = vocabulary.kinds([line.text for line in lines[start:group]])
    if not {"owner", "time"} & set(kinds) or end == len(lines) or not _counts(lines[end], 1):
        return None
    placing = Placing(vocabulary, kinds[1:])
    numbers = _numbers(lines, end, len(kinds) * _DEEPEST)
    stop = _last_row_end(lines, numbers, placing)
    if stop <= numbers[-1] + 1:
        return None
    rows = [Row(lines[start], [line.text for line in lines[start:group]])]
    rows += [Row(line, [line.text]) for line in lines[group:end]]
    for number, below in zip(numbers, [*numbers[1:], stop], strict=True):
        rows += _rows(lines[number:below], placing)
    return TextTable(stop - start, len(kinds), rows)


def _counts(line: Line, number: int) -> bool:
    label = SERIAL.fullmatch(line.folded)
    return label is not None and int(label[1]) == number


def _numbers(lines: Sequence[Line], first: int, reach: int) -> list[int]:
    """Where the rows begin: each number within reach of the one before; below a heading 1 may come again."""
    found, number = [first], 1
    while True:
        near = range(found[-1] + 2, min(len(lines), found[-1] + reach + 1))
        following = next((position for position in near if _follows(lines, position, number)), None)
        if following is None:
            return found
        number = number + 1 if _counts(lines[following], number + 1) else 1
        found.append(following)


def _follows(lines: Sequence[Line], position: int, number: int) -> bool:
    again = GROUP.fullmatch(lines[position - 1].folded) is not None and _counts(lines[position], 1)
    return again or _counts(lines[position], number + 1)


def _last_row_end(lines: Sequence[Line], numbers: Sequence[int], placing: Placing) -> int:
    """The end of the last row, which no number marks: as many cells as fit best, most likely as in the others."""
    first = numbers[-1] + 1
    sizes = Counter(below - above - 1 for above, below in pairwise(numbers))
    usual = sizes.most_common(1)[0][0] if sizes else len(placing.kinds)
    apart = any(line.gap for line in lines[numbers[0] + 1 : first])
    limit = first
    while limit < min(len(lines), first + max(usual, len(placing.kinds)) + 1):
        owners_last = limit >= first + len(placing.kinds) and placing.kinds[-1] != "time"
        signed = owners_last and _signs(lines[limit : limit + 2])
        if signed or (lines[limit].gap and not apart) or _ends(lines[limit], placing):
            break
        limit += 1
    pieces = [line.text for line in lines[first:limit]]
    scores = {
        count: placing.columns(pieces[:count])[0] - _AWAY * abs(count - usual) for count in range(1, len(pieces) + 1)
    }
    return first + max(scores, key=lambda count: scores[count], default=0)


def _signs(lines: Sequence[Line]) -> bool:
    """Whether these lines are a date, or a signature with its date."""
    return any(_DAY.fullmatch(line.folded) for line in lines)


def _ends(line: Line, placing: Placing) -> bool:
    if line.folded in placing.vocabulary.serials:
        return True
    return _BELOW.match(line.folded) is not None or GROUP.fullmatch(line.folded) is not None


def _rows(lines: Sequence[Line], placing: Placing) -> list[Row]:
    """A row from its number on; a heading of the rows below it is a row of one cell."""
    below = [line for line in lines[-1:] if len(lines) > 2 and GROUP.fullmatch(line.folded)]  # noqa: PLR2004 - a number, a cell
    own = lines[: len(lines) - len(below)]
    pieces = [cell_words(line.text) for line in own[1:]]
    cells = placing.cells(pieces, placing.columns(pieces)[1])
    return [Row(own[0], [own[0].text, *cells]), *(Row(line, [line.text]) for line in below)]
