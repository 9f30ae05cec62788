"""A line that opens with 附件: its number, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.rules.pattern.own import own
from extractor.segment.labels import number_of

_ATTACHMENT = own(
    r"附[ ]?(?:[件表录]|(?=：))[ ]?(?P<number>\d(?=20\d\d)|\d{1,2}|[一二三四五六七八九十]{1,3})?(?:[ ]?-[ ]?\d{1,2})?"
    r"[ ]?(?P<colon>：|(?<=件)[.、](?=[\u4e00-\u9fff《]))?[.、：]?[ ]?(?P<rest>.*)$"
)


@dataclass(frozen=True, slots=True)
class AttachmentLine:
    """A line that opens with 附件: its number (0 when it has none), whether a colon follows, its other words."""

    number: int
    colon: bool
    rest: str
    offset: int


def attachment_line(words: str) -> AttachmentLine | None:
    """Read a line that opens with 附件, 附表 or 附录; None for any other line (also for 附件的…, 附件中…)."""
    match = _ATTACHMENT.match(words) if words.startswith("附") else None
    if not match or (match["rest"] and not (match["number"] or match["colon"])):
        return None
    return AttachmentLine(
        number_of(match["number"]) if match["number"] else 0,
        bool(match["colon"]),
        match["rest"],
        match.start("rest"),
    )
