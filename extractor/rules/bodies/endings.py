"""Whether a name ends with one of many words: 室, 领导小组, 辅导员."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_REMARK = own(r"（[^（）]{1,40}）$")


class Endings:
    """A word list, asked by the last character: of eight hundred words a handful is compared."""

    def __init__(self, words: Iterable[str]) -> None:
        """Sort the words by their last characters."""
        sorted_by: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            sorted_by[word[-1]].append(word)
        self._by_last: Mapping[str, tuple[str, ...]] = {last: tuple(found) for last, found in sorted_by.items()}

    def end(self, name: str) -> bool:
        """Whether one of them ends ``name``."""
        return name.endswith(self._by_last.get(name[-1:], ()))


def without_remark(name: str) -> str:
    """A name without the bracket that it ends with: 分党委（直属党总支）."""
    return _REMARK.sub("", name) if name.endswith("）") else name
