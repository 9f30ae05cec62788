"""The pattern of a rule, whose searches give up in time and then say which rule it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.rules.faults import fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from extractor.model.errors import RuleError

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class TimedPattern:
    """``pattern`` of the rule ``rule`` at ``where``; no search takes longer than ``seconds``.

    All searches raise ``RuleError`` (``rule-too-slow``) when they take longer: a notice is lost, and the
    message names the rule that has to be mended.
    """

    pattern: regex.Pattern[str]
    seconds: float
    where: str
    rule: str

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        """As ``regex.Pattern.match``."""
        try:
            return self.pattern.match(text, pos, endpos, timeout=self.seconds)
        except TimeoutError as error:
            raise self._slow(text, pos) from error

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> regex.Match[str] | None:
        """As ``regex.Pattern.search``."""
        try:
            return self.pattern.search(text, pos, endpos, timeout=self.seconds)
        except TimeoutError as error:
            raise self._slow(text, pos) from error

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[regex.Match[str]]:
        """As ``regex.Pattern.finditer``."""
        try:
            yield from self.pattern.finditer(text, pos, endpos, timeout=self.seconds)
        except TimeoutError as error:
            raise self._slow(text, pos) from error

    def _slow(self, text: str, start: int) -> RuleError:
        words = " ".join(text[start : start + _SHOWN].split())
        return fault("rule-too-slow", self.where, self.rule, words)
