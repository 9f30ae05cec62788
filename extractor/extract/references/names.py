"""The names that the documents in one text go by: which of them a name means, however many were named before."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MIN_SHARED = 8
_BODY = own(r"(?:人民共和国|共产党|机关|大学|学院|学校|医院|集团|公司)$")  # what a short title may leave out
_PARTED = "\0"


class Names:
    """Names, each with the place of its document: looked up, not compared with one another."""

    def __init__(self) -> None:
        """None is known yet."""
        self._places: dict[str, int] = {}
        self._backwards: list[str] = []

    def add(self, names: Iterable[str], place: int) -> None:
        """Names of the document at ``place``; what another one is called already stays its name."""
        for name in names:
            if name not in self._places:
                self._places[name] = place
                insort(self._backwards, name[::-1])

    def place(self, names: Iterable[str]) -> int | None:
        """The first document that one of ``names`` means: 公务用车管理办法, and 临江大学公务用车管理办法."""
        return min((place for name in names for place in self._meant(name)), default=None)

    def _meant(self, name: str) -> Iterator[int]:
        for start in range(len(name)):
            if name[start:] in self._places and _may_leave_out(name[:start], name[start:]):
                yield self._places[name[start:]]
        for fuller in self._ending_with(name):
            if _may_leave_out(fuller.removesuffix(name), name):
                yield self._places[fuller]

    def _ending_with(self, name: str) -> Iterator[str]:
        at = bisect_left(self._backwards, name[::-1])
        while at < len(self._backwards) and self._backwards[at].startswith(name[::-1]):
            yield self._backwards[at][::-1]
            at += 1


class Spoken:
    """All names that have been spoken, to tell whether words stand inside one of them."""

    def __init__(self, names: Iterable[str]) -> None:
        """Begin with ``names``."""
        self._known: set[str] = set()
        self._joined = _PARTED
        self.add(names)

    def add(self, names: Iterable[str]) -> None:
        """More names."""
        for name in names:
            if name not in self._known:
                self._known.add(name)
                self._joined += name + _PARTED

    def hold(self, words: str) -> bool:
        """Whether ``words`` are part of a longer name."""
        return self._joined.count(words) > (words in self._known)


def _may_leave_out(above: str, short: str) -> bool:
    """Whether ``short`` alone is the title with ``above`` before it: a long one, or without its body."""
    return not above or len(short) >= MIN_SHARED or _BODY.search(above) is not None
