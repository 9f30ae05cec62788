"""Headings that name one of some sections: 工作要求, 总体目标, 材料报送."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.splice import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOLD = "(?:安排|分工|要求|任务|措施|职责|步骤)"  # 检查范围及安排 opens a section that tells somebody something


class Headings:
    """Tells the headings that name one of some sections; most hold none of its words, and are told at once."""

    def __init__(self, words: Sequence[str], verbs: str = "[^一-龥]") -> None:
        """``words`` close such a heading; after one of ``verbs`` they are what the verb is about."""
        named = alternation(words)
        self._named = plain_pattern(named)
        self._shape = plain_pattern(
            rf"^(?:(?!{verbs}(?!{named})[^，。]{{3}})[^，。]{{0,10}}[、和及与]?|[^，。]{{1,24}}的)?{named}(?:[和及](?![^，。]{{0,6}}{_TOLD})[^，。]{{1,8}})?$"
        )

    def have(self, heading: str) -> bool:
        """Whether ``heading`` names one of the sections."""
        return self._named.search(heading) is not None and self._shape.search(heading) is not None
