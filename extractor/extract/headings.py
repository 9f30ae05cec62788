"""Headings that name one of some sections: 工作要求, 总体目标, 材料报送."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence

# 推荐人选, 时间地点, 工作日程安排: sections that tell to send somebody, when to come, what to do by when.
_FRAMES_NOT = own(
    r"^(?:推荐|选派|选送|遴选|确定|落实|组织|上报|报送)(?=[^，。]{0,4}(?:人员|对象|代表|选手|单位)$)|时间[、和及与]?地点"
    r"|(?:工作|实施|任务|进度|评审|认定|评选|选课|考核|检查)日程"
)
_RUNS_ON = own(r"(?<=^.{4}) .*|(?<=^.{6}) .*|(?<=^.{8}) .*")  # 会议内容 传达文件: a blank ends the heading
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


class Framing(Headings):
    """Tells the headings of sections that hold no tasks: aims, scope, criteria, contacts."""

    def opens(self, title: str) -> bool:
        """Whether a section under ``title`` is one."""
        heading = _RUNS_ON.sub("", title).rstrip("。：: ")
        return self.have(heading) and not _FRAMES_NOT.search(heading)
