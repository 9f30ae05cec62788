"""What a page of OFD draws: text, paths and pictures, found through layers, blocks and composite graphics."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.ofd.container import child, local
from extractor.ingest.ofd.geometry import Matrix, numbers, placed
from extractor.ingest.ofd.glyphs import TextLine, text_lines
from extractor.ingest.ofd.strokes import strokes_of
from extractor.ingest.pdf.page import MOST_PATHS
from extractor.model.errors import LimitExceeded

if TYPE_CHECKING:
    from extractor.ingest.markup import Element
    from extractor.ingest.ofd.document import Resources
    from extractor.ingest.pdf.drawing import Stroke

_GROUPS = ("Layer", "PageBlock", "Content")
_DEEPEST = 8  # composite graphics inside composite graphics, parameters built on parameters
_RED, _PALE = 150, 100  # of 255: any red, also a faded one
_RGB, _CMYK = 3, 4


@dataclass(slots=True)
class Budget:
    """How many objects a file may still draw: composites and templates are written once and drawn often."""

    name: str
    left: int = limits.MAX_OBJECTS

    def spend(self) -> None:
        """One more object. Raises LimitExceeded."""
        self.left -= 1
        if self.left < 0:
            raise LimitExceeded(self.name, "limit-objects", most=f"{limits.MAX_OBJECTS:,}")


@dataclass(slots=True)
class Drawing:
    """What was found on a page, in points of the page; ``hidden`` is text that is not shown.

    ``pictures`` is how many square millimetres they cover, ``largest`` the area and ID of the largest.
    """

    resources: Resources
    budget: Budget
    lines: list[TextLine] = field(default_factory=list)
    hidden: list[TextLine] = field(default_factory=list)
    paths: list[list[Stroke]] = field(default_factory=list)
    pictures: float = 0.0
    largest: tuple[float, str] = (0.0, "")

    def draw(self, group: Element, outer: Matrix, *, shown: bool = True, depth: int = 0) -> None:
        """Add every object below ``group``; ``outer`` leads from its space to the page."""
        for item in group:
            self.budget.spend()
            visible = shown and item.get("Visible", "true").lower() not in ("false", "0")
            if local(item) in _GROUPS:
                self.draw(item, outer, shown=visible, depth=depth)
            else:
                matrix = placed(item.get("Boundary"), item.get("CTM"), outer)
                if matrix is not None:
                    self._add(item, matrix, shown=visible, depth=depth)

    def _add(self, item: Element, matrix: Matrix, *, shown: bool, depth: int) -> None:
        kind = local(item)
        if kind == "TextObject":
            found = list(text_lines(item, matrix, red=self._is_red(item)))
            (self.lines if shown else self.hidden).extend(found)
        elif kind == "PathObject" and shown and len(self.paths) <= MOST_PATHS:
            self.paths.append(strokes_of(item, matrix))
        elif kind == "ImageObject" and shown:
            self.pictures += _area(item)
            self.largest = max(self.largest, (_area(item), item.get("ResourceID", "")))
        elif kind == "CompositeObject" and depth < _DEEPEST:
            unit = self.resources.composites.get(item.get("ResourceID", ""))
            if unit is not None:
                self.draw(unit, matrix, shown=shown, depth=depth + 1)

    def _is_red(self, item: Element) -> bool:
        """Whether text is filled with red, by itself or by its drawing parameters."""
        at, left = item, _DEEPEST
        while (colour := child(at, "FillColor")) is None and left:
            parameters = self.resources.parameters.get(at.get("DrawParam") or at.get("Relative") or "")
            if parameters is None:
                return False
            at, left = parameters, left - 1
        return colour is not None and is_red(colour.get("Value", ""))


def is_red(value: str) -> bool:
    """Whether a colour, ``255 0 0`` or ``#ff #0 #0`` or in CMYK, is a red as the heads of notices have."""
    try:
        parts = [int(word[1:], 16) if word.startswith("#") else float(word) for word in value.split()]
    except ValueError:
        return False
    if len(parts) == _CMYK:
        parts = [255 * (1 - min(1.0, (part + parts[3]) / 255)) for part in parts[:3]]
    return len(parts) == _RGB and parts[0] > _RED and max(parts[1:]) < _PALE


def _area(item: Element) -> float:
    """How many square millimetres a picture covers."""
    box = numbers(item.get("Boundary"))
    return box[2] * box[3] if len(box) == 4 and min(box[2:]) > 0 else 0.0  # noqa: PLR2004 - x, y, width, height
