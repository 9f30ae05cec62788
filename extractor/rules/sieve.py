"""Which of many things may stand in some words, told by one look at them: a search for each costs much more."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

from extractor.rules.pattern.compile import plain_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from extractor.rules.rule import Rule

Member = TypeVar("Member")


class Anchors:
    """Sets of words as the bits of a number: bit n is set where a word of the set n stands.

    Words that begin alike are looked for only where that first sign stands; an empty set stands everywhere.
    """

    def __init__(self, sets: Sequence[Sequence[str]]) -> None:
        """Sort the words of ``sets`` by their first signs."""
        bits = defaultdict[str, int](int)
        for number, words in enumerate(sets):
            for word in words:
                bits[word] |= 1 << number
        self._everywhere = sum(1 << number for number, words in enumerate(sets) if not words)
        self._signs = plain_pattern(_signs(bits))
        self._longer = defaultdict[str, list[tuple[str, int]]](list)
        for word in sorted(bits):
            if len(word) > 1:
                self._longer[word[0]].append((word, bits[word]))
        self._alone = {word: bits[word] for word in bits if len(word) == 1}

    def bits(self, words: str) -> int:
        """The sets of which a word stands in ``words``."""
        found = self._everywhere
        alone, longer = self._alone, self._longer
        for sign in set(self._signs.findall(words)):
            if sign in alone:
                found |= alone[sign]
            if sign in longer:
                for word, bits in longer[sign]:
                    if word in words:
                        found |= bits
        return found


def _signs(words: Iterable[str]) -> str:
    """A pattern for the first sign of each word, where the second follows if there is one.

    A set stands in front, for the engine looks for nothing as fast as for one of a few signs.
    """
    looks = ("(?<={})", {word for word in words if len(word) == 1}), ("(?={})", {word[1] for word in words if word[1:]})
    behind = "|".join(look.format(_one_of(signs)) for look, signs in looks if signs)
    return f"{_one_of({word[0] for word in words})}(?:{behind})" if behind else "(?!)"


def _one_of(signs: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(signs)))}]"


class Sieve(Generic[Member]):
    """Lets through those of its members of which an anchor stands in some words; see ``Rule.anchors``."""

    def __init__(self, members: Sequence[Member], rule_of: Callable[[Member], Rule]) -> None:
        """``members`` in order of precedence; ``rule_of`` tells the rule of each."""
        self._members = members
        self._anchors = Anchors([rule_of(member).anchors for member in members])

    def passing(self, words: str) -> list[Member]:
        """The members that may match in ``words``, in their order."""
        return picked(self._members, self._anchors.bits(words))


def picked(members: Sequence[Member], bits: int) -> list[Member]:
    """The members whose bits are set."""
    found = []
    while bits:
        found.append(members[(bits & -bits).bit_length() - 1])
        bits &= bits - 1
    return found
