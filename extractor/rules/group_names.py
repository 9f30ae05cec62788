"""Named groups that stand in several branches of a pattern: the standard library wants a name for each."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from extractor.model.span import Span
from extractor.rules.brackets import SET

if TYPE_CHECKING:
    import regex

_NAMED = re.compile(rf"\\.|{SET}|\(\?P?<(?P<name>\w+)>", re.DOTALL)
_AGAIN = "__"


def distinct_names(expression: str) -> str:
    """The same pattern, a name that comes again with a number behind it.

    Example:
        ``(?P<when>一月)底|(?P<when>二月)末`` → ``(?P<when>一月)底|(?P<when__2>二月)末``.
    """
    seen: Counter[str] = Counter()

    def numbered(match: re.Match[str]) -> str:
        name = match["name"]
        seen[name] += name is not None
        return f"(?P<{name}{_AGAIN}{seen[name]}>" if name and seen[name] > 1 else match[0]

    return _NAMED.sub(numbered, expression)


def named_groups(match: re.Match[str] | regex.Match[str], shift: int) -> dict[str, tuple[str, Span]]:
    """The groups that took part and are not empty, with words and span, moved by ``shift``; of one name the last."""
    words: dict[str, str | None] = match.groupdict()
    taking = {name.partition(_AGAIN)[0]: (name, said) for name, said in words.items() if said is not None}
    return {plain: (said, _span(match, name, shift)) for plain, (name, said) in taking.items() if said}


def _span(match: re.Match[str] | regex.Match[str], name: str, shift: int) -> Span:
    start, end = match.span(name)
    return Span(start + shift, end + shift)
