"""Copies -> groups of versions: only copies that share a key are compared, so that 10,000 files take seconds."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from extractor.graph.versions.likeness import measure
from extractor.graph.versions.sameness import Sameness

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence

    from extractor.graph.versions.copy import Copy
    from extractor.graph.versions.kept_copies import Copies

_COMPARED = 3  # of a group; its members are alike
_CANDIDATES = 50  # groups under one key: thousands of empty forms bear one title
_PARTS = 16  # in which keys are counted: what is counted at a time is held


@dataclass(slots=True, eq=False)
class _Group:
    """Versions of one document, found so far; ``members`` are their numbers among all copies."""

    members: list[int] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    def add(self, at: int, copy: Copy) -> None:
        self.members.append(at)
        self.files.add(copy.file)
        self.numbers |= copy.numbers

    def may_hold(self, copy: Copy) -> bool:
        """A copy without number must not join two documents of different numbers."""
        agree = not (copy.numbers and self.numbers) or not self.numbers.isdisjoint(copy.numbers)
        return agree and copy.file not in self.files


def grouped(found: Copies) -> list[list[int]]:
    """The copies of which there are several of one document, by their numbers, those of each together.

    Copies that know their number and day come first, so that the others join the document they are most like. Of
    copies that share nothing with another file, as most do, nothing is held.
    """
    open_titles = {hash(copy.title) for copy in found if not copy.date or copy.corrected}
    shared = recurring(_keys_by_file(found, open_titles))
    same = Sameness(measure())
    by_key: defaultdict[int, dict[_Group, None]] = defaultdict(dict)
    groups: list[_Group] = []
    for at in _in_order(found):
        copy = found[at]
        keys = [key for key in _keys(copy, open_titles) if key in shared]
        if not keys:
            continue
        group = _joined(copy, keys, by_key, (found, same))
        if group is None:
            group = _Group()
            groups.append(group)
        group.add(at, copy)
        for key in keys:
            if len(by_key[key]) < _CANDIDATES:
                by_key[key][group] = None
    return [group.members for group in groups if len(group.members) > 1]


def recurring(numbers: Iterable[int]) -> set[int]:
    """Those of many 64-bit numbers that come more than once."""
    everything = array("q", numbers)
    found: set[int] = set()
    for part in range(_PARTS):
        some = sorted(number for number in everything if number % _PARTS == part)
        found.update(one for one, other in pairwise(some) if one == other)
    return found


def _in_order(found: Copies) -> Iterator[int]:
    ranks: tuple[array[int], ...] = tuple(array("q") for _ in range(4))
    for at, copy in enumerate(found):
        ranks[2 * (not copy.numbers) + (not copy.date)].append(at)
    for rank in ranks:
        yield from rank


def _keys_by_file(found: Copies, open_titles: Container[int]) -> Iterator[int]:
    """The keys of all copies, those of one file each once: no file holds two versions of a document."""
    for _, copies in groupby(found, key=lambda copy: copy.file):
        yield from {key for copy in copies for key in _keys(copy, open_titles)}


def _keys(copy: Copy, open_titles: Container[int]) -> Iterator[int]:
    """What a version of the same document shares with this one, at least one of these; each as a number."""
    return map(hash, _named(copy, open_titles))


def _named(copy: Copy, open_titles: Container[int]) -> Iterator[Hashable]:
    yield from (("number", number) for number in sorted(copy.numbers))
    if copy.title:
        yield ("title", copy.title, copy.date)
    if hash(copy.title) in open_titles:  # some copy of that title has no day, or another one
        yield ("title", copy.title)
    yield from (("words", number) for number in copy.sketch)


def _joined(
    copy: Copy, keys: Sequence[int], by_key: Mapping[int, Mapping[_Group, None]], known: tuple[Copies, Sameness]
) -> _Group | None:
    """The first group whose members are the same document; keys that say most come first."""
    found, same = known
    for group in dict.fromkeys(group for key in keys for group in by_key.get(key, ())):
        if group.may_hold(copy) and any(same.are_one(copy, found[at]) for at in group.members[:_COMPARED]):
            return group
    return None
