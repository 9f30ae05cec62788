"""Sentences of an item: what is to be done, who may do it, and what demands nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.generator.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from benchmarks.generator.identity import Identity
    from benchmarks.generator.paper import Part
    from benchmarks.generator.times import Times


def owners_of(identity: Identity) -> list[str]:
    """Who may be given a task by a notice: the issuing body not, what it does itself is no task."""
    lists = {"city": words().city_owners, "county": words().county_owners, "school": words().school_owners}
    return [name for name in lists[identity.issuer.level] if name != identity.issuer.own]


class Sentences:
    """Drawn by chance for one notice.

    Attributes:
        draw: where chance comes from.
        times: times after the day of the notice.
        subjects: who is told to do something in running text.
        owners: who may be given a task.
    """

    def __init__(self, draw: Random, times: Times, identity: Identity) -> None:
        """Sentences of one notice."""
        self.draw = draw
        self.times = times
        self.subjects = identity.issuer.subjects
        self.owners = owners_of(identity)

    def some(self, most: int) -> list[str]:
        """So many owners at most."""
        return self.draw.sample(self.owners, self.draw.randint(1, most))

    def clauses(self, number: int) -> list[str]:
        """What is to be done, without a subject."""
        return self.draw.sample(words().clauses, number)

    def body(self, part: Part, label: str, heading: str, done: str = "", mark: str = "") -> str:
        """Write the item's own paragraph: what is done, ``done``: by when, ``mark``: the bracket at its end."""
        who = f"{self.one(*self.subjects)}要" if mark and self.chance(3) else ""
        text = f"{heading}。{who}{'，'.join(self.clauses(self.draw.randint(2, 4)))}{done}。{self.told()}"
        part.entry(label, f"{text}{mark}")
        return text

    def told(self) -> str:
        """A sentence that demands nothing: what was, what others did, a figure."""
        year = self.draw.randint(2015, 2020)
        count = self.draw.randint(12, 480)
        return self.one(
            "", "", "", "", f"{year}年以来，这项工作已在{count}个点位试行。", f"截至上月底，已办结{count}件。",
            f"力争办结率达到{count % 40 + 60}%以上。", "有条件的地方可以先行先试。", f"有关做法于{year}年作过介绍。",
        )  # fmt: skip

    def listed(self, names: Sequence[str]) -> str:
        """Names behind a label, where a comma parts them as well."""
        return self.one("、", "、", "，", " ").join(names)

    def one(self, *choices: str) -> str:
        """One of them by chance."""
        return self.draw.choice(choices)

    def chance(self, of: int) -> bool:
        """True once in so many times."""
        return self.draw.randrange(of) == 0
