"""Nest the headings of one document into its outline."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from extractor.model.notice import Section
from extractor.model.problem import Problem
from extractor.model.span import Span
from extractor.rules.pattern.own import own
from extractor.segment.list_headings import list_heading, repeated, starts_over
from extractor.segment.numbering import Heading, headings
from extractor.segment.steps import Stage, stages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.model.draft import Paragraph
    from extractor.segment.labels import Label
    from extractor.segment.lines import Lines

MAX_TITLE = 40
MAX_STAGE = 6  # characters of 第十一阶段：
_MARKED_LINE = own(r"[★☆◆◇■□●▲△※►▶][ ]?[^。；！？]{2,40}$|【[^【】。；：]{2,20}】$")
_TITLE_END = own(r"[。；]|(?<!\d)：|：(?!\d\d(?!\d))")  # a colon of 9：50 ends nothing
_NESTED = own(r"《[^《》]{0,80}》|“[^“”]{0,60}”|（[^（）]{0,60}）")


@dataclass(slots=True)
class _Open:
    """A section whose end is not known yet."""

    rank: float
    label: str
    title: str
    span: Span
    children: list[Section] = field(default_factory=list)
    stage: bool = False


def outline(
    paragraphs: Sequence[Paragraph], text: str, lines: Lines
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
    entries = _with_unnumbered(paragraphs, accepted, text, lines)
    levels = _levels(entries)
    end = paragraphs[-1].span.end if paragraphs else 0
    return _nest(entries, levels, end), problems


def _levels(entries: Sequence[_Open]) -> dict[float, int]:
    """The level of each rank; stages are no scheme of numbers: they stand one below what they stand under."""
    ranks = sorted({entry.rank for entry in entries if not entry.stage})
    levels = {rank: level for level, rank in enumerate(ranks, start=1)}
    return {entry.rank: 1 + sum(rank < entry.rank for rank in ranks) for entry in entries if entry.stage} | levels


def _with_unnumbered(
    paragraphs: Sequence[Paragraph], accepted: Sequence[Heading], text: str, lines: Lines
) -> list[_Open]:
    """Numbered headings, and the unnumbered ones: lines set off by a mark, and lines that stand over a list.

    A marked line ranks below the scheme that stood above the first of its kind, throughout the document.
    """
    numbered = {heading.index: heading for heading in accepted}
    top = repeated([heading.label for heading in accepted])
    staged = stages(paragraphs)
    entries: list[_Open] = []
    seen: dict[int, int] = {}
    marked: float | None = None
    for index, paragraph in enumerate(paragraphs):
        if heading := numbered.get(index):
            scheme = int(heading.label.scheme)
            entries.append(_entry(paragraph, heading, text))
            seen[scheme] = heading.label.number
        elif stage := staged.get(index):
            entries.append(_stage(paragraph, stage, entries, text))
        elif over := _over_list(paragraph, numbered.get(index + 1), lines, partial(_restarts, entries, seen, top)):
            entries.append(over)
        elif not paragraph.table and _MARKED_LINE.match(paragraph.text):
            if marked is None:
                marked = (int(entries[-1].rank) if entries else 0) + 0.4
            entries.append(_Open(marked, "", paragraph.span.quote(text), paragraph.span))
    return entries


def _restarts(entries: Sequence[_Open], seen: dict[int, int], top: int | None, label: Label) -> bool:
    highest = not any(entry.rank < label.scheme for entry in entries)
    return starts_over(label, seen.get(int(label.scheme), 0), top, highest=highest)


def _over_list(
    paragraph: Paragraph, below: Heading | None, lines: Lines, restarts: Callable[[Label], bool]
) -> _Open | None:
    """A line that is the heading of the list below it."""
    if below is None:
        return None
    words = list_heading(paragraph, below.label, lines, restarts=restarts(below.label))
    start = paragraph.span.start
    return _Open(int(below.label.scheme) - 0.5, "", words, Span(start, start + len(words))) if words else None


def _label(paragraph: Paragraph, heading: Heading) -> str:
    return paragraph.text[: heading.label.length]


def _entry(paragraph: Paragraph, heading: Heading, text: str) -> _Open:
    words = paragraph.text[heading.label.length :]
    start = paragraph.span.start
    first = start + heading.label.length + len(words) - len(words.lstrip())
    last = first + len(title_of(words.strip()))
    label = text[start : start + heading.label.length]
    return _Open(int(heading.label.scheme), label, text[first:last], Span(start, last))


def _stage(paragraph: Paragraph, stage: Stage, entries: Sequence[_Open], text: str) -> _Open:
    """A stage ranks directly below what stands above the first of them; 第一阶段：动员 keeps its own number."""
    above = next((entry.rank for entry in reversed(entries) if not entry.stage), 0.0)
    rank = above + 0.2 if stage.number == 1 else next(e.rank for e in reversed(entries) if e.stage)
    start = paragraph.span.start
    first = start + stage.label
    own = 0 if stage.label else _before_title(paragraph.text)
    last = first + own + len(title_of(paragraph.text[stage.label + own :]))
    return _Open(rank, text[start:first], text[first:last], Span(start, last), stage=True)


def _before_title(words: str) -> int:
    """How much of 第一阶段：动员部署。 stands before the words that end its title."""
    colon = words.find("：", 0, MAX_STAGE)
    return colon + 1


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
