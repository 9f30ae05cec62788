"""From the text of a pattern to a compiled one: fragments and word lists are spliced in once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import regex

_REFERENCE = regex.compile(r"\{([a-z][a-z0-9.-]*)\}")


def alternation(words: Sequence[str]) -> str:
    """The words as one group, longest first, so that a short form never hides a long one."""
    return "(?:" + "|".join(regex.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w))) + ")"


def splice(expression: str, fragments: Mapping[str, str], lists: Mapping[str, Sequence[str]]) -> str:
    """``expression`` with every ``{name}`` replaced by its fragment or word list, fragments inside fragments too.

    Raises:
        KeyError: no fragment or list has that name.
    """

    def spliced(match: regex.Match[str]) -> str:
        name = match[1]
        if name in fragments:
            return "(?:" + splice(fragments[name], fragments, lists) + ")"
        return alternation(lists[name])

    return str(_REFERENCE.sub(spliced, expression))


def compile_pattern(
    expression: str, fragments: Mapping[str, str], lists: Mapping[str, Sequence[str]]
) -> regex.Pattern[str]:
    """Splice and compile.

    Raises:
        KeyError: an unknown name in braces.
        regex.error: the pattern itself is wrong.
    """
    return _compiled(splice(expression, fragments, lists))


@lru_cache(maxsize=None)
def _compiled(expression: str) -> regex.Pattern[str]:
    return regex.compile(expression, regex.VERSION1)
