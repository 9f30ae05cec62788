"""What one line of a head says: document numbers, the signatory, recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.found import Found
from extractor.model.span import Span
from extractor.rules.pattern.own import own
from extractor.segment.lines import NUMBER
from extractor.segment.lists import normal_number, split_outside_brackets
from extractor.segment.title_reader import MAX_TITLE, SIGNATORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.draft import Paragraph

_NUMBER = own(NUMBER)
_NAME = own(r"[^ 、，]+")


def numbers_at(paragraph: Paragraph) -> Iterator[Found[str]]:
    """The document numbers of a line that is no text: 云教发〔2024〕1号."""
    if len(paragraph.text) > MAX_TITLE or "《" in paragraph.text:
        return
    for match in _NUMBER.finditer(paragraph.text):
        span = Span(paragraph.span.start + match.start(), paragraph.span.start + match.end())
        yield Found(normal_number(match[0]), span, "frame.number")


def signatories_at(paragraph: Paragraph) -> Iterator[Found[str]]:
    """Who signed for the issue: 签发人：李华 王强."""
    match = SIGNATORY.search(paragraph.text)
    for name in _NAME.finditer(paragraph.text, *match.span("names")) if match else ():
        start = paragraph.span.start + name.start()
        yield Found(name[0], Span(start, start + len(name[0])), "frame.signatory")


def recipients_at(paragraph: Paragraph, text: str) -> Iterator[Found[str]]:
    """The recipients on a line, as they are printed in ``text``."""
    for span in split_outside_brackets(paragraph.text.rstrip("： "), paragraph.span.start):
        yield Found(span.quote(text), span, "frame.recipients")
