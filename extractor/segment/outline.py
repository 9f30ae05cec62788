"""Nest the headings of one document into its outline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.model.notice import Section
from extractor.model.problem import Problem
from extractor.model.span import Span
from extractor.segment.labels import label_at
from extractor.segment.numbering import Heading, headings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.model.draft import Paragraph

MAX_TITLE = 40
_TITLE_END = re.compile(r"[。：；]")
_NESTED = re.compile(r"《[^《》]{0,80}》|“[^“”]{0,60}”|（[^（）]{0,60}）")


@dataclass(slots=True)
class _Open:
    """A section whose end is not known yet."""

    rank: float
    label: str
    title: str
    span: Span
    children: list[Section] = field(default_factory=list)


def outline(
    paragraphs: Sequence[Paragraph], text: str, is_body: Callable[[str], bool]
) -> tuple[tuple[Section, ...], tuple[Problem, ...]]:
    """The sections of a document, nested by scheme, and the places where its numbering jumps. ``text`` is unfolded.

    Levels count the schemes that the document uses, from the highest: a skipped scheme leaves no gap, a level that
    one branch skips stays its own (``一、`` → ``1.`` under a document that also uses ``（一）``).
    """
    accepted = headings(paragraphs)
    problems = tuple(
        Problem(
            "heading-out-of-order",
            paragraphs[h.index].span,
            details=(("label", _label(paragraphs[h.index], h)),),
        )
        for h in accepted
        if not h.expected
    )
    entries = _with_unnumbered(paragraphs, accepted, text, is_body)
    ranks = sorted({entry.rank for entry in entries})
    levels = {rank: level for level, rank in enumerate(ranks, start=1)}
    end = paragraphs[-1].span.end if paragraphs else 0
    return _nest(entries, levels, end), problems


def _with_unnumbered(
    paragraphs: Sequence[Paragraph], accepted: Sequence[Heading], text: str, is_body: Callable[[str], bool]
) -> list[_Open]:
    """Numbered headings, and the unnumbered ones that stand directly over a list.

    A line is the heading of the list below it when the numbering starts over there, or when it names a body
    (``后勤处：`` over 1. 2. 3.).
    """
    entries: list[_Open] = []
    seen: dict[int, int] = {}
    for heading in accepted:
        scheme = int(heading.label.scheme)
        before = paragraphs[heading.index - 1] if heading.index else None
        if before and heading.label.number == 1 and not label_at(before.text):
            restarts = seen.get(scheme, 0) > 1 and not any(entry.rank < scheme for entry in entries)
            words = before.text.rstrip("： ")
            if (restarts and _stands_alone(before.text)) or (_stands_alone(words) and is_body(words)):
                entries.append(
                    _Open(scheme - 0.5, "", words, Span(before.span.start, before.span.start + len(words)))
                )
        seen[scheme] = heading.label.number
        entries.append(_entry(paragraphs[heading.index], heading, text))
    return entries


def _stands_alone(words: str) -> bool:
    return len(words) <= MAX_TITLE and not re.search(r"[。，；：！？.]", words)


def _label(paragraph: Paragraph, heading: Heading) -> str:
    return paragraph.text[: heading.label.length]


def _entry(paragraph: Paragraph, heading: Heading, text: str) -> _Open:
    words = paragraph.text[heading.label.length :]
    start = paragraph.span.start
    first = start + heading.label.length + len(words) - len(words.lstrip())
    last = first + len(title_of(words.strip()))
    label = text[start : start + heading.label.length]
    return _Open(int(heading.label.scheme), label, text[first:last], Span(start, last))


def title_of(words: str) -> str:
    """A heading's own words: up to the first 。：； outside brackets and quotation marks, at most 40 characters."""
    masked = _NESTED.sub(lambda nested: "《" + "x" * (len(nested[0]) - 1), words)
    match = _TITLE_END.search(masked)
    return words[: match.start() if match else None][:MAX_TITLE]


def _nest(entries: Sequence[_Open], levels: dict[float, int], end: int) -> tuple[Section, ...]:
    root: list[Section] = []
    stack: list[_Open] = []

    def close(until: float, at: int) -> None:
        while stack and stack[-1].rank >= until:
            done = stack.pop()
            body = Span(done.span.start, max(at, done.span.end))
            section = Section(
                done.label, levels[done.rank], done.title, done.span, body, tuple(done.children)
            )
            (stack[-1].children if stack else root).append(section)

    for entry in entries:
        close(entry.rank, entry.span.start)
        stack.append(entry)
    close(0, end)
    return tuple(root)
