"""What a document agrees once for all its lists: 列第一位者为牵头单位，下同."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.extract.sentences import trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.span import Span
    from extractor.rules.rule import Rule

_STOPS = "，；。"


class Conventions:
    """Finds them by the rules of ``patterns/owners.toml`` that read conventions."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Keep the rules."""
        self.rules = rules

    def first_leads(self, folded: str, span: Span) -> bool:
        """Whether the stretch says that the first body of each list leads."""
        return any(True for rule in self.rules for _ in rule.matches(folded, span.start, span.end))

    def before(self, folded: str, span: Span) -> Span | None:
        """The inside of a bracket up to what is agreed in it; None when nothing stands before that.

        ``甲、乙负责，排在第一位的为牵头部门，下同`` leaves ``甲、乙负责``; a bracket without conventions is left whole.
        """
        found = (match.span.start for rule in self.rules for match in rule.matches(folded, span.start, span.end))
        agreed = min(found, default=None)
        if agreed is None:
            return span
        cut = max(folded.rfind(stop, span.start, agreed) for stop in _STOPS)
        return trim(folded, span.start, cut) if cut >= 0 else None
