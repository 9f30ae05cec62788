"""The book that holds all rules and word lists of a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.rules.pattern.compile import compile_pattern
from extractor.rules.pattern.splice import Splicer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.rules.pattern.compile import Compiled
    from extractor.rules.rule import Rule


@dataclass(frozen=True, slots=True, eq=False)
class RuleBook:
    """All rules and word lists of a run; ``digest`` changes whenever any of them does.

    ``splicer`` knows already what every fragment comes to, which is the same for all patterns.
    """

    entries: tuple[Rule, ...]
    lists: Mapping[str, tuple[str, ...]]
    fragments: Mapping[str, str]
    digest: str
    splicer: Splicer | None = None

    def rules(self, kind: str) -> tuple[Rule, ...]:
        """The rules of one file (``deadlines``, ``owners`` …) in order of precedence."""
        return tuple(rule for rule in self.entries if rule.kind == kind)

    def rule(self, identifier: str) -> Rule:
        """The rule of that id.

        Raises:
            KeyError: there is none.
        """
        for rule in self.entries:
            if rule.id == identifier:
                return rule
        raise KeyError(identifier)

    def words(self, identifier: str) -> tuple[str, ...]:
        """A word list by its id.

        Raises:
            KeyError: there is none.
        """
        return self.lists[identifier]

    def compile(self, expression: str) -> Compiled:
        """A pattern of the code's own, with ``{fragment}`` and ``{word.list}`` spliced in as in rule files.

        Raises:
            SpliceError: a name in braces is unknown.
        """
        return compile_pattern(self.spliced(expression))

    def spliced(self, expression: str) -> str:
        """``expression`` with its fragments and word lists in place.

        Raises:
            SpliceError: a name in braces is unknown.
        """
        return (self.splicer or Splicer(self.fragments, self.lists)).splice(expression)
