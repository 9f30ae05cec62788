r"""Fields: a begin mark, an instruction, a separator, a result, an end mark; only the result is printed.

::

    \x13 PAGE \x14 3 \x15      →  3
    \x13 EQ \o\ac(○,3) \x15   →  ③  (带圈字符 has no result; it is drawn from its instruction)

Fields stand in the instructions and results of others. A mark without its partner says nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.docx.contents import is_contents_field
from extractor.ingest.docx.symbols import circled
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGIN, _SEPARATOR, _END = "\x13", "\x14", "\x15"
_MARK = own("[\x13\x14\x15]")


@dataclass(slots=True)
class _Open:
    """A field whose end has not come: where it begins, where its result does, and its own instruction."""

    begin: int
    result: int | None = None
    instruction: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Fields:
    """What the fields of a story do to its text, by place in the story.

    ``unprinted`` are the half-open stretches from begin marks to separators or end marks, apart and in order
    once all fields are read; ``shown`` is what stands where a field without a result ends; ``contents`` are
    the places of fields that print the page of a heading.
    """

    unprinted: list[tuple[int, int]] = field(default_factory=list)
    shown: dict[int, str] = field(default_factory=dict)
    contents: list[int] = field(default_factory=list)

    def close(self, opened: _Open, end: int) -> None:
        """Take account of a field that ends at ``end``."""
        instruction = "".join(opened.instruction)
        self.unprinted.append((opened.begin, end if opened.result is None else opened.result))
        if opened.result is None and (sign := circled(instruction)):
            self.shown[end] = sign
        elif opened.result is not None and is_contents_field(instruction):
            self.contents.append(opened.begin)

    def printed(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches between ``start`` and ``end`` that are no instruction."""
        at = max(bisect_right(self.unprinted, (start, start)) - 1, 0)
        while start < end:
            begin, stop = self.unprinted[at] if at < len(self.unprinted) else (end, end)
            if start < begin:
                yield start, min(begin, end)
            start, at = max(start, stop if begin < end else end), at + 1

    def prints_contents(self, start: int, end: int) -> bool:
        """Whether a field between the places prints the page of a heading."""
        at = bisect_left(self.contents, start)
        return at < len(self.contents) and self.contents[at] < end


def read_fields(text: str, start: int = 0) -> Fields:
    """The fields of a story that begins at the place ``start``."""
    found, opened, unread, last = Fields(), list[_Open](), list[_Open](), 0
    for match in _MARK.finditer(text):
        place, mark = start + match.start(), match[0]
        if unread:
            unread[-1].instruction.append(text[last : match.start()])
        last = match.end()
        if mark == _BEGIN:
            opened.append(_Open(place))
            unread.append(opened[-1])
        elif opened and mark == _SEPARATOR and opened[-1].result is None:
            unread.pop().result = place
        elif opened and mark == _END:
            if opened[-1].result is None:
                unread.pop()
            found.close(opened.pop(), place)
    found.unprinted, found.contents = _joined(found.unprinted), sorted(found.contents)
    return found


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found
