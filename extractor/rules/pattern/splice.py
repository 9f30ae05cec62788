"""Put fragments and word lists into a pattern: each once, none capturing, words never as syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.rules.pattern.brackets import SET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NAME = r"\{(?P<name>[a-z][a-z0-9.-]*)\}"
# In order: what only looks like a reference (\p{Han}, \{, a{2,3}), a set, a reference, a stray brace.
_BRACES = re.compile(
    rf"\\[pPN]\{{[^{{}}]*\}}|\\.|\{{\d*,?\d*\}}|(?P<set>{SET})|{_NAME}|(?P<stray>\{{[^{{}}]{{0,30}}\}}?)",
    re.DOTALL,
)
_REFERENCE = re.compile(_NAME)
_CAPTURING = re.compile(rf"\\.|{SET}|(?P<group>\((?!\?)|\(\?P?<(?![=!])[^>]*>?)", re.DOTALL)


class SpliceError(ValueError):
    """A pattern names something that is not there, or a fragment does what fragments may not.

    Attributes:
        code: entry of the message catalogue, e.g. ``rule-unknown-name``.
        reason: the name or the words to blame.
    """

    def __init__(self, code: str, reason: str) -> None:
        """Say what is wrong and which words are to blame."""
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason


def alternation(words: Sequence[str]) -> str:
    """The words as one group, longest first, so that a short form never hides a long one.

    Example:
        ``("办", "办公室")`` → ``(?:办公室|办)``; no words → ``(?!)``, which never matches.
    """
    if not words:
        return "(?!)"
    longest_first = sorted(sorted(set(words)), key=len, reverse=True)
    return "(?:" + "|".join(word if word.isalnum() else re.escape(word) for word in longest_first) + ")"


@dataclass(slots=True)
class Splicer:
    """Splices from one set of fragments and lists, and remembers what each name came to."""

    fragments: Mapping[str, str]
    lists: Mapping[str, Sequence[str]]
    known: dict[str, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)

    def splice(self, expression: str) -> str:
        """``expression`` with every ``{name}`` replaced by its fragment or word list, inside fragments too.

        Raises:
            SpliceError: unknown name, stray brace, name inside [], a fragment that captures or holds itself.
        """
        return _BRACES.sub(self._replacement, expression)

    def _replacement(self, match: re.Match[str]) -> str:
        if match["stray"]:
            raise SpliceError("rule-unknown-name", match["stray"])
        if match["set"] and _REFERENCE.search(match["set"]):
            raise SpliceError("rule-name-in-set", match["set"])
        return self.named(match["name"]) if match["name"] else match[0]

    def named(self, name: str) -> str:
        """What ``{name}`` stands for, as a group that does not capture.

        Raises:
            SpliceError: as ``splice``.
        """
        if name not in self.known:
            self.known[name] = self._resolved(name)
        return self.known[name]

    def _resolved(self, name: str) -> str:
        if name in self.open:
            raise SpliceError("rule-circular", " → ".join([*self.open[self.open.index(name) :], name]))
        if name in self.fragments:
            return self._fragment(name)
        if name in self.lists:
            return alternation(self.lists[name])
        raise SpliceError("rule-unknown-name", "{" + name + "}")

    def _fragment(self, name: str) -> str:
        text = self.fragments[name]
        group = next((match["group"] for match in _CAPTURING.finditer(text) if match["group"]), None)
        if group:
            raise SpliceError("rule-captures", group)
        self.open.append(name)
        try:
            return "(?:" + self.splice(text) + ")"
        finally:
            self.open.pop()


def splice(expression: str, fragments: Mapping[str, str], lists: Mapping[str, Sequence[str]]) -> str:
    """``expression`` with fragments and lists put in, once; see ``Splicer.splice``."""
    return Splicer(fragments, lists).splice(expression)
