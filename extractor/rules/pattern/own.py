"""Patterns that stand in the program's own code: compiled when first asked, and kept for the next process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from extractor.rules.pattern.compile import plain_pattern

if TYPE_CHECKING:
    import re


def own(expression: str) -> re.Pattern[str]:
    """As ``re.compile``, but at the first question: of the three hundred patterns a run asks not every one.

    ::

        _MARK = own(r"[，。；]")
        _MARK.search(words)
    """
    return cast("re.Pattern[str]", _Later(expression))


class _Later:
    """Becomes its pattern: what it is asked for once, it has itself from then on."""

    def __init__(self, expression: str) -> None:
        self.pattern = expression

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(plain_pattern(self.pattern), name)
        setattr(self, name, found)
        return found
