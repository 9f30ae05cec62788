"""Copies -> groups of versions: only copies that share a key are compared, so that 10,000 files take seconds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.graph.versions.likeness import measure
from extractor.graph.versions.sameness import Sameness

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from extractor.graph.versions.copies import Copy

_COMPARED = 3  # of a group; its members are alike
_CANDIDATES = 50  # groups under one key: thousands of empty forms bear one title


@dataclass(slots=True, eq=False)
class _Group:
    """Versions of one document, found so far."""

    members: list[Copy] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    def add(self, copy: Copy) -> None:
        self.members.append(copy)
        self.files.add(copy.file)
        self.numbers |= copy.numbers

    def may_hold(self, copy: Copy) -> bool:
        """A copy without number must not join two documents of different numbers."""
        agree = not (copy.numbers and self.numbers) or not self.numbers.isdisjoint(copy.numbers)
        return agree and copy.file not in self.files


def grouped(found: Iterable[Copy]) -> list[list[Copy]]:
    """The copies, those of one document together; the same whatever their order.

    Copies that know their number and day come first, so that the others join the document they are most like.
    """
    ordered = sorted(found, key=lambda copy: (not copy.numbers, not copy.date, copy.place))
    open_titles = {copy.title for copy in ordered if not copy.date or copy.corrected}
    same = Sameness(measure())
    by_key: defaultdict[Hashable, dict[_Group, None]] = defaultdict(dict)
    groups: list[_Group] = []
    for copy in ordered:
        keys = list(_keys(copy, open_titles))
        group = _joined(copy, keys, by_key, same)
        if group is None:
            group = _Group()
            groups.append(group)
        group.add(copy)
        for key in keys:
            if len(by_key[key]) < _CANDIDATES:
                by_key[key][group] = None
    return [group.members for group in groups]


def _keys(copy: Copy, open_titles: set[str]) -> Iterator[Hashable]:
    """What a version of the same document shares with this one, at least one of these."""
    yield from (("number", number) for number in sorted(copy.numbers))
    if copy.title:
        yield ("title", copy.title, copy.date)
    if copy.title in open_titles:  # some copy of that title has no day, or another one
        yield ("title", copy.title)
    yield from (("words", number) for number in copy.sketch)


def _joined(
    copy: Copy, keys: Sequence[Hashable], by_key: Mapping[Hashable, Mapping[_Group, None]], same: Sameness
) -> _Group | None:
    """The first group whose members are the same document; keys that say most come first."""
    for group in dict.fromkeys(group for key in keys for group in by_key.get(key, ())):
        if group.may_hold(copy) and any(same.are_one(copy, each) for each in group.members[:_COMPARED]):
            return group
    return None
