"""Which label candidates are headings: those whose numbering continues."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own
from extractor.segment.labels import Label, Scheme, label_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model.draft import Paragraph

MAX_GAP = 8
_BARE = own(r"(?P<number>\d{1,2})[ ]?(?=[\u4e00-\u9fff][^。；，]{0,20}$)")
_BELOW = {scheme: frozenset(other for other in Scheme if other > scheme) for scheme in Scheme}
_HIGH = frozenset({Scheme.CHAPTER, Scheme.PART, Scheme.ARTICLE, Scheme.CHINESE, Scheme.CHINESE_BRACKETS})


@dataclass(frozen=True, slots=True)
class Heading:
    """An accepted numbered paragraph: its index among the paragraphs and its label."""

    index: int
    label: Label
    expected: bool = True


@dataclass(slots=True)
class _Counters:
    """The last accepted number of every scheme, and which schemes may start afresh without suspicion."""

    last: dict[Scheme, int] = field(default_factory=dict)
    fresh: set[Scheme] = field(default_factory=set)

    def accept(self, label: Label) -> None:
        self.last[label.scheme] = label.number
        self.fresh.discard(label.scheme)
        self.fresh |= _BELOW[label.scheme]


def headings(paragraphs: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """The headings among ``paragraphs``, in order; ``expected`` is False where the numbering jumps or repeats."""
    labelled = [
        Heading(index, label)
        for index, paragraph in enumerate(paragraphs)
        if not paragraph.table and (label := label_at(paragraph.text))
    ]
    labelled = _without_inner_parts(labelled)
    candidates = sorted([*labelled, *_bare(paragraphs)], key=lambda heading: heading.index)
    counters = _Counters()
    accepted = []
    for candidate, following in zip(candidates, _followings(candidates), strict=True):
        verdict = _verdict(candidate.label, following, counters)
        if verdict is not None:
            accepted.append(candidate if verdict else Heading(candidate.index, candidate.label, expected=False))
            counters.accept(candidate.label)
    return tuple(accepted)


def _without_inner_parts(labelled: list[Heading]) -> list[Heading]:
    """The candidates without 第一部分 … inside 五、, behind which 六、 goes on: a part of a list, no chapter."""
    chapters = [at for at, one in enumerate(labelled) if one.label.scheme is Scheme.CHAPTER]
    if not chapters:
        return labelled
    numbers = [(at, one.label.number) for at, one in enumerate(labelled) if one.label.scheme is Scheme.CHINESE]
    above = [number for at, number in numbers if at < chapters[0]]
    below = [number for at, number in numbers if at > chapters[-1]]
    inner = bool(above and below) and below[0] == above[-1] + 1
    return [one for one in labelled if one.label.scheme is not Scheme.CHAPTER] if inner else labelled


def _bare(paragraphs: Sequence[Paragraph]) -> Iterator[Heading]:
    """Numbers without a mark over decimals, as plans print them (``1总则`` over ``1.1``), and those that go on."""
    last = 0
    for index, paragraph in enumerate(paragraphs):
        match = _BARE.match(paragraph.text)
        if not match or paragraph.table:
            continue
        number = int(match["number"])
        below = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        if re.match(rf"{number}\.1(?!\d)", below) or (last and number == last + 1):
            yield Heading(index, Label(Scheme.ARABIC, number, match.end()))
            last = number


def _verdict(label: Label, following: int | None, counters: _Counters) -> bool | None:
    """True: continues or begins a numbering; False: accepted with a doubt; None: no heading.

    ``following`` is the next number of the same scheme.
    """
    last = counters.last.get(label.scheme)
    if last is not None and label.number == last + 1:
        return True
    if label.number == 1:
        first = last is None or label.scheme in counters.fresh
        return True if following == 2 or (first and label.scheme in _HIGH) else None  # noqa: PLR2004 - 1 is followed by 2
    continued = following == label.number + 1
    if last is None:
        return False if continued else None
    if last < label.number <= last + MAX_GAP and (continued or label.scheme in _HIGH):
        return False
    repeated = label.number == last and label.scheme in _HIGH
    return False if repeated and following in {last + 1, last + 2} else None


def _followings(candidates: Sequence[Heading]) -> list[int | None]:
    """For each candidate the number of the next one of its scheme; a higher scheme in between does not hide it."""
    next_numbers: dict[Scheme, int] = {}
    found: list[int | None] = []
    for candidate in reversed(candidates):
        found.append(next_numbers.get(candidate.label.scheme))
        next_numbers[candidate.label.scheme] = candidate.label.number
    return found[::-1]
