"""The sentences of a reminder letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.schedule.words import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.export.letter.content import Letter, Line

TITLE = "关于抓紧办理未办结任务的提醒函"
UNSIGNED = "\u00d7\u00d7\u00d7"
LIST_HEADING, REQUEST_HEADING = "一、未办结的任务", "二、有关要求"
REQUEST = (
    "请对照上表逐项核实。已经办结的，请反馈办结时间和结果；尚未办结的，请明确责任人和完成时间，抓紧办理；"
    "确需调整时限或者责任单位的，请说明理由。"
)
COLUMNS = ("序号", "任务事项", "角色", "完成时限", "依据文件", "当前状态")
_SIGNS = "一二三四五六七八九十"


def opening(letter: Letter) -> str:
    """How many tasks there are, and how many of them press."""
    pressing = []
    if letter.overdue:
        pressing.append(f"已超过时限{len(letter.overdue)}项")
    if letter.due_soon:
        pressing.append(f"{spelled(letter.soon)}前到期{len(letter.due_soon)}项")
    among = f"，其中{'，'.join(pressing)}" if pressing else ""
    return f"经梳理任务台账，截至{spelled(letter.day)}，你单位有{letter.total}项任务尚未办结{among}。现提醒如下。"


def groups(letter: Letter) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Heading and rows of each table that has any: （一）已超过时限的（2项）."""
    named = (
        ("已超过时限的任务", letter.overdue),
        ("即将到期的任务", letter.due_soon),
        ("其他未办结的任务", letter.other),
    )
    filled = ((words, lines) for words, lines in named if lines)
    for sign, (words, lines) in zip(_SIGNS, filled, strict=False):
        yield f"（{sign}）{words}（{len(lines)}项）", lines


def signature_indents(issuer: str, day: str) -> tuple[float, float]:
    """How many characters issuer and date stay away from the right edge (GB/T 9704-2012, 7.3.5.2, without seal).

    The issuer stays away two, the date begins two further to the right than the issuer; when that is too far,
    the date stays away two and the issuer moves left.
    """
    issuer_width, day_width = _width(issuer), _width(day)
    if issuer_width - day_width >= 2:  # noqa: PLR2004 - two characters, as the standard has it
        return 2, issuer_width - day_width
    return 4 + day_width - issuer_width, 2


def _width(text: str) -> float:
    return sum(0.5 if each.isascii() else 1 for each in text)
