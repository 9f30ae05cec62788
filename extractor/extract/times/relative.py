"""Readings of times that are counted from an event: 印发之日起30日内, 会后3日内, 提前5个工作日."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.extract.times.context import Reading, Setting
from extractor.extract.times.lengths import within
from extractor.model.deadline import Relative
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.rules.rule import Match

_ISSUE = own(
    r"本?(?:通知|意见|方案|办法|规定|文件|公告|细则|决定|通告)?(?:正式)?(?:印发|发布|下发|公布|发文|成文)(?:本?(?:通知|文件))?"
)


def after_event(match: Match, setting: Setting) -> Reading:
    """``length`` after the event ``after``; the day is known when the event is the document's own issue."""
    event, length = "".join(match.group("after").split()), within(match.group("length"))
    if setting.context.issued is None or not is_issue(event):
        return Reading(Relative(event, length.code))
    due, assumptions = length.after(setting.context.issued)
    return Reading(Relative(event, length.code, due), assumptions)


def ahead(match: Match, _setting: Setting) -> Reading:
    """``length`` before the event: negative."""
    return Reading(Relative("".join(match.group("after").split()), "-" + within(match.group("length")).code))


def unanchored(match: Match, _setting: Setting) -> Reading:
    """``length`` without an event to count from."""
    return Reading(Relative("", within(match.group("length")).code))


def is_issue(event: str) -> bool:
    """Whether an event is the document's own issue: 印发, 本通知下发."""
    return bool(_ISSUE.fullmatch(event))
