"""Stages of a procedure, which head their paragraphs like numbers do: 第一步：…, 第二阶段（3月1日至10日）.

::

    stage = 第 numeral (步 | 步骤 | 阶段 | 环节) (：|（|、|，| - | end of line)

A stage counts when another follows: 第一步 alone is an adverb, and so is 第一步 inside a paragraph.
第一步： is a label, as printed; 第一阶段 belongs to the heading's words, as in （一）第一阶段.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own
from extractor.segment.labels import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.draft import Paragraph

_STAGE = own(
    r"第(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<kind>步骤?|阶段|环节)"
    r"(?P<mark>[ ]?[：、，])?(?(mark)|(?=[ ]?(?:[（-]|$)))"
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its number among those of its kind, and how many characters its label takes (0 without a label)."""

    number: int
    kind: str
    label: int


def stages(paragraphs: Sequence[Paragraph]) -> dict[int, Stage]:
    """The stages among ``paragraphs`` by their index: each begins with 1 and has a second one after it."""
    found = [
        (index, stage)
        for index, paragraph in enumerate(paragraphs)
        if not paragraph.table and (stage := stage_at(paragraph.text))
    ]
    accepted: dict[int, Stage] = {}
    last = 0
    for place, (index, stage) in enumerate(found):
        following = found[place + 1][1] if place + 1 < len(found) else None
        opens = stage.number == 1 and following is not None and following.number == 2  # noqa: PLR2004 - 1, then 2
        last = stage.number if opens or (last and stage.number == last + 1) else 0
        if last:
            accepted[index] = stage
    return accepted


def stage_at(words: str) -> Stage | None:
    """The stage with which the folded ``words`` begin; None when they begin with none."""
    match = _STAGE.match(words)
    if not match:
        return None
    kind = match["kind"].removesuffix("骤")
    return Stage(number_of(match["number"]), kind, match.end() if kind == "步" and match["mark"] else 0)
