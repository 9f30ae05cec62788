"""The bodies that a line such as 抄送：甲，乙、丙。 names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.found import Found
from extractor.segment.lists import split_outside_brackets

if TYPE_CHECKING:
    from extractor.model.draft import Paragraph


def copies_of(paragraph: Paragraph, text: str) -> list[Found[str]]:
    """Each body that gets a copy, as ``text`` spells it."""
    colon = paragraph.text.find("：") + 1
    words = paragraph.text[colon:].rstrip("。 ")
    spans = split_outside_brackets(words, paragraph.span.start + colon)
    return [Found(span.quote(text), span, "frame.copy") for span in spans]
