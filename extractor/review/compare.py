"""Two analyses of a corpus -> what a change of the rules gained, lost and changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from extractor.review.facts import ANCHOR, Fact, facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extractor.model.record import Record

Turn = Literal["gained", "lost", "changed"]
Place: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that only one of two analyses has, or that they read differently."""

    turn: Turn
    old: Fact | None
    new: Fact | None

    @property
    def fact(self) -> Fact:
        """The newer of the two."""
        fact = self.new or self.old
        if fact is None:
            message = "a change has a fact on at least one side"
            raise ValueError(message)
        return fact


@dataclass(frozen=True, slots=True)
class Review:
    """All changes, sorted by kind, rule and file, and how many facts of each kind there were and are."""

    changes: tuple[Change, ...]
    before: Mapping[str, int]
    after: Mapping[str, int]


def review(old: Iterable[Record], new: Iterable[Record]) -> Review:
    """What ``new`` says that ``old`` did not, the reverse, and what the two read differently."""
    before, after = list(facts(old)), list(facts(new))
    changes = sorted(_changes(_only(before, after), _only(after, before)), key=_order)
    return Review(tuple(changes), Counter(one.kind for one in before), Counter(one.kind for one in after))


def _only(some: Sequence[Fact], others: Sequence[Fact]) -> list[Fact]:
    """The facts of ``some`` that are not among ``others``, each as often as it is missing there."""
    known = Counter(others)
    missing = []
    for fact in some:
        if known[fact]:
            known[fact] -= 1
        else:
            missing.append(fact)
    return missing


def _changes(lost: Sequence[Fact], gained: Sequence[Fact]) -> Iterator[Change]:
    """Pair what was lost with what was gained from the same words; the rest stays lost or gained."""
    waiting: defaultdict[Place, list[Fact]] = defaultdict(list)
    for fact in lost:
        waiting[_place(fact)].append(fact)
    for fact in gained:
        twins = waiting[_place(fact)]
        yield Change("changed", twins.pop(0), fact) if twins else Change("gained", None, fact)
    yield from (Change("lost", fact, None) for rest in waiting.values() for fact in rest)


def _place(fact: Fact) -> Place:
    """What stays the same when a fact changes: file, kind and words, of a task the beginning of its words."""
    return fact.file, fact.kind, fact.words[:ANCHOR] if fact.kind == "task" else fact.words


def _order(change: Change) -> tuple[str, str, str, str, str]:
    fact = change.fact
    return fact.kind, fact.rule, fact.file, change.turn, fact.words + fact.value
