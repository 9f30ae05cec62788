"""Contacts at the end of a document: lines that follow each other are one passage, told without its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.found import Found
from extractor.model.span import Span
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.model.draft import Paragraph

_CONTACT = own(
    r"(?P<open>[（(])?\s*(?:(?:联\s*[系络]\s*人|联系方式)(?:[及和与、/][^：:\s]{1,10})?(?:\s*[：:]\s*|\s+))?"
)
_STOPS = " \t\r\n\f\v\u00a0\u3000。；;"


def add_contact(contacts: list[Found[str]], paragraph: Paragraph) -> None:
    """Put in a line of contacts that stands above those of ``contacts``; the value is for ``bare_contact`` to say."""
    if contacts and 0 <= contacts[-1].span.start - paragraph.span.end <= 2:  # noqa: PLR2004 - a line break
        span = Span(paragraph.span.start, contacts.pop().span.end)
    else:
        span = paragraph.span
    contacts.append(Found("", span, "frame.contact"))


def bare_contact(contact: Found[str], text: str) -> Found[str] | None:
    """The words of a passage without the label 联系人 and the brackets around it all; None when none are left."""
    words = contact.span.quote(text).rstrip(_STOPS)
    match = _CONTACT.match(words)
    start = match.end() if match else 0
    if match and match["open"]:
        start, words = (start, words[:-1].rstrip(_STOPS)) if words.endswith(("）", ")")) else (0, words)
    if start >= len(words):
        return None
    span = Span(contact.span.start + start, contact.span.start + len(words))
    return Found("".join(span.quote(text).split()), span, contact.rule)
