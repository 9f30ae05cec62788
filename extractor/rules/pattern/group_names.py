"""Named groups that stand in several branches of a pattern: the standard library wants a name for each."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from extractor.model.span import Span
from extractor.rules.pattern.brackets import SET

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
    found: dict[str, tuple[str, Span]] = {}
    words: dict[str, str | None] = match.groupdict()
    for name, said in words.items():
        if said:
            start, end = match.span(name)
            found[name.partition(_AGAIN)[0]] = said, Span(start + shift, end + shift)
        elif said is not None:
            found.pop(name.partition(_AGAIN)[0], None)
    return found
