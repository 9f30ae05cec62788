"""A marking: words that say who has to see to a passage, or by when; and how neighbouring markings join."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extractor.extract.owners.roles import beside_lead
from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model.deadline import Deadline
    from extractor.model.found import Found
    from extractor.model.notice import Owner
    from extractor.model.problem import Problem

# label: 责任部门：… on a line of its own; bracket: closes a passage; alone: a bracket in a paragraph of its own;
# opening: a paragraph that begins with its time; timed: a line 报名时间：…
Form = Literal["label", "bracket", "alone", "opening", "timed"]


@dataclass(frozen=True, slots=True)
class Marking:
    """A marking as it stands; ``span`` covers it with its label or brackets."""

    form: Form
    span: Span
    owners: tuple[Found[Owner], ...] = ()
    times: tuple[Found[Deadline], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def stands_alone(self) -> bool:
        """Whether it fills a paragraph of its own."""
        return self.form in {"label", "alone"}

    def joined(self, other: Marking) -> Marking:
        """This marking and the one that follows it as one: 责任单位 beside 牵头单位 supports.

        A bracket with the time, above labels, stays among the words of the passage.
        """
        return Marking(
            "label",
            Span(self.span.start if self.stands_alone else other.span.start, other.span.end),
            beside_lead((*self.owners, *other.owners)),
            self.times + other.times,
            self.problems + other.problems,
        )


def joined(markings: Sequence[Marking], folded: str) -> Iterator[Marking]:
    """The markings with label lines that follow each other, or the bracket of a time above, made one."""
    current: Marking | None = None
    for marking in markings:
        if current is not None and _follows(current, marking, folded):
            current = current.joined(marking)
            continue
        if current is not None:
            yield current
        current = marking
    if current is not None:
        yield current


def _follows(first: Marking, second: Marking, folded: str) -> bool:
    between = folded[first.span.end : second.span.start].strip(" \n。；")
    above = first.stands_alone or (first.form == "bracket" and not first.owners)
    return above and second.stands_alone and not between
