"""How characters and paragraphs are set: styles and changes put together, as far as it touches the text.

Source: [MS-DOC] 2.4.6 (how formatting is found), 2.6.1 and 2.6.2 (the single changes).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.doc.sprms import number, read_sprms
from extractor.ingest.doc.styles import Styles
from extractor.ingest.doc.tabs import has_leader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.ingest.doc.sprms import Sprm

_DELETED, _HIDDEN, _SPECIAL, _CHARACTER_STYLE, _SYMBOL, _FONT = 0x0800, 0x083C, 0x0855, 0x4A30, 0x6A09, 0x4A4F
_AS_STYLE, _UNLIKE_STYLE = 0x80, 0x81
_LEVEL, _LIST = 0x260A, 0x460B
_IN_TABLE, _ROW_END, _DEPTH, _CELL_END_BELOW, _ROW_END_BELOW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_NEW_PAGE = 0x2407
_LISTS_END = 0x07FF  # from here on: numbered as in Word 6, or no longer numbered
_DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are set. ``symbol`` is font and code of the sign shown instead, ``font`` an index."""

    deleted: bool = False
    hidden: bool = False
    special: bool = False
    symbol: tuple[int, int] | None = None
    font: int | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set.

    ``list`` and ``level`` are its own, None where only its style says so; list 0 is none. ``depth`` counts
    the tables around it; ``ends_cell`` and ``ends_row`` hold for tables inside tables too. ``changes`` are
    kept for the end of a row, which defines its cells.
    """

    style: int = 0
    list: int | None = None
    level: int | None = None
    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False
    new_page: bool = False
    is_contents: bool = False
    leader: bool = False
    changes: bytes = b""


@dataclass(frozen=True, slots=True)
class StyledNumber:
    """The list and level that a paragraph style gives, and the styles passed ``through``, nearest first."""

    list: int | None = None
    level: int | None = None
    through: tuple[str, ...] = ()


@dataclass(slots=True)
class Looks:
    """Puts styles and changes together; equal settings are worked out once."""

    styles: Styles = field(default_factory=Styles)
    looks: dict[tuple[int, bytes], Look] = field(default_factory=dict)
    shapes: dict[tuple[int, bytes], Shape] = field(default_factory=dict)
    numbers: dict[int, StyledNumber] = field(default_factory=dict)

    def characters(self, style: int, changes: bytes) -> Look:
        """Characters with these changes, in a paragraph of this style."""
        key = (style, changes)
        if key not in self.looks:
            self.looks[key] = self._characters(style, list(read_sprms(changes)))
        return self.looks[key]

    def _characters(self, style: int, own: list[Sprm]) -> Look:
        of_paragraph = _sprms(each.character for _, each in reversed(self.styles.chain(style)))
        chosen = next((number(value) for code, value in own if code == _CHARACTER_STYLE), None)
        chain = self.styles.chain(chosen) if chosen is not None else []
        below = [*of_paragraph, *_sprms(each.character for _, each in reversed(chain))]
        styled = _toggled(below, _HIDDEN, styled=False)
        return Look(
            deleted=_toggled([*below, *own], _DELETED, styled=False),
            hidden=_toggled(own, _HIDDEN, styled=styled),
            special=_toggled([*below, *own], _SPECIAL, styled=False),
            symbol=_symbol(own),
            font=next((number(value) for code, value in reversed([*below, *own]) if code == _FONT), None),
        )

    def paragraph(self, style: int, changes: bytes) -> Shape:
        """A paragraph of this style with these changes."""
        key = (style, changes)
        if key not in self.shapes:
            self.shapes[key] = self._paragraph(style, changes)
        return self.shapes[key]

    def _paragraph(self, style: int, changes: bytes) -> Shape:
        said = {code: number(value) for code, value in read_sprms(changes) if len(value) <= 4}  # noqa: PLR2004 - numbers
        chain = self.styles.chain(style)
        in_table = bool(said.get(_IN_TABLE))
        row, row_below = bool(said.get(_ROW_END)), bool(said.get(_ROW_END_BELOW))
        return Shape(
            style=style,
            list=_list(said[_LIST]) if _LIST in said else None,
            level=said.get(_LEVEL),
            depth=min(max(said.get(_DEPTH, in_table), in_table), _DEEPEST),
            ends_cell=bool(said.get(_CELL_END_BELOW)),
            ends_row=row or row_below,
            new_page=bool(said.get(_NEW_PAGE)),
            is_contents=any(each.is_contents for _, each in chain),
            leader=any(has_leader(group) for group in (changes, *(each.paragraph for _, each in chain))),
            changes=changes if row or row_below else b"",
        )

    def number_of_style(self, index: int) -> StyledNumber:
        """The numbering of a paragraph style, its own or inherited."""
        if index not in self.numbers:
            self.numbers[index] = self._number_of_style(index)
        return self.numbers[index]

    def _number_of_style(self, index: int) -> StyledNumber:
        level, through = None, []
        for key, style in self.styles.chain(index):
            through.append(str(key))
            said = {code: number(value) for code, value in read_sprms(style.paragraph)}
            level = said.get(_LEVEL) if level is None else level
            if _LIST in said:
                return StyledNumber(_list(said[_LIST]), level, tuple(through))
        return StyledNumber()


def _sprms(groups: Iterable[bytes]) -> list[Sprm]:
    return [sprm for group in groups for sprm in read_sprms(group)]


def _toggled(sprms: Iterable[Sprm], code: int, *, styled: bool) -> bool:
    """An on/off setting, which may also say: as the style, or unlike it."""
    on = styled
    for found, value in sprms:
        if found == code:
            said = number(value)
            on = {_AS_STYLE: styled, _UNLIKE_STYLE: not styled}.get(said, bool(said))
    return on


def _symbol(sprms: Iterable[Sprm]) -> tuple[int, int] | None:
    """Font and code, each of 16 bits, of the last change to a symbol."""
    found = [value for code, value in sprms if code == _SYMBOL]
    return (number(found[-1][:2]), number(found[-1][2:])) if found else None


def _list(number_: int) -> int:
    return number_ if number_ < _LISTS_END else 0
