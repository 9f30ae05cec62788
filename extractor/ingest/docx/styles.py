"""What the styles of a DOCX (``styles.xml``) say about numbering and hidden text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.docx.names import is_on, number, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.ingest.docx.package import Element

_STYLE, _ID, _TYPE, _DEFAULT = w("style"), w("styleId"), w("type"), w("default")
_NUMBERED = f"{w('pPr')}/{w('numPr')}"
NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class StyledNumber:
    """The list and level that a paragraph style gives, and the styles passed ``through``, nearest first."""

    list: str | None = None
    level: int | None = None
    through: tuple[str, ...] = ()


@dataclass(slots=True)
class Styles:
    """The styles by id, looked into when one is used; ``default`` is for paragraphs that name none."""

    by_id: Mapping[str, Element] = field(default_factory=dict)
    default: str | None = None
    numbers: dict[str | None, StyledNumber] = field(default_factory=dict)
    hidden: dict[str | None, bool] = field(default_factory=dict)

    def number(self, style: str | None) -> StyledNumber:
        """The numbering of a paragraph style, its own or inherited."""
        key = style if style in self.by_id else self.default
        if key not in self.numbers:
            self.numbers[key] = self._number(key)
        return self.numbers[key]

    def is_hidden(self, style: str | None) -> bool:
        """Whether text of this style is hidden (``w:vanish``)."""
        if style not in self.hidden:
            said = (is_on(each.find(w("rPr")), w("vanish")) for _, each in self._chain(style))
            self.hidden[style] = next((hidden for hidden in said if hidden is not None), False)
        return self.hidden[style]

    def _number(self, style: str | None) -> StyledNumber:
        level, through = None, []
        for key, each in self._chain(style):
            numbered = each.find(_NUMBERED)
            through.append(key)
            level = number(numbered, w("ilvl")) if level is None else level
            if (found := value(numbered, w("numId"))) is not None:
                return StyledNumber(found, level, tuple(through))
        return StyledNumber()

    def _chain(self, style: str | None) -> Iterator[tuple[str, Element]]:
        """The style and those it is based on; a ring, which Word refuses, is walked once."""
        seen: set[str] = set()
        while style is not None and style in self.by_id and style not in seen:
            seen.add(style)
            yield style, self.by_id[style]
            style = value(self.by_id[style], w("basedOn"))


def read_styles(root: Element) -> Styles:
    """The styles in ``root``."""
    by_id = {style.get(_ID, ""): style for style in root.iterfind(_STYLE)}
    return Styles(by_id, next((key for key, style in by_id.items() if _is_default(style)), None))


def _is_default(style: Element) -> bool:
    return style.get(_TYPE) == "paragraph" and style.get(_DEFAULT) in {"1", "true", "on"}
