"""What segmentation hands to extraction: a document's frame, outline and paragraphs, before its tasks are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model.notice import Frame, Part, Section
    from extractor.model.span import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text without the blanks around it; ``text`` is folded, its length that of ``span``.

    ``table`` marks the entry that stands for a whole table; its ``text`` is the table's first line.
    """

    span: Span
    text: str
    table: bool = False

    @property
    def dense(self) -> str:
        """The words without blanks, for comparing titles and names."""
        return self.text.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Draft:
    """A document found in a source. ``parent`` is the index of the draft that encloses or attaches it.

    ``paragraphs`` are all of the document, ``body`` those between the head (title, recipients) and the tail
    (附件说明, signature, date); ``outline`` covers the body.
    """

    part: Part
    parent: int | None
    span: Span
    frame: Frame
    outline: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]
