"""Text boxes of a binary Word file stand where they are anchored."""

from __future__ import annotations

import pytest

from tests.ingest.doc_files import (
    ANCHORS,
    BOXES,
    DELETED,
    DRAWINGS,
    Paragraph,
    Saved,
    lines,
    paragraph,
    source,
    sprm,
)
from tests.ingest.doc_parts import anchors, boxes, drawing, group, shape

BOX = paragraph("北山市文件"), paragraph("北山发〔2024〕3号")
LENGTH = 18  # characters of the box, marks included


def boxed(anchor: int, *, shape_of_anchor: int = 2050, drawings: bytes = b"") -> Saved:
    """A file with one text box of the shape 2050, anchored at a place of the body."""
    parts = {BOXES: boxes([LENGTH], [2050]), ANCHORS: anchors([anchor], [shape_of_anchor], 99)}
    return Saved(parts=parts | ({DRAWINGS: drawings} if drawings else {}), boxes=(*BOX, paragraph()))


HEAD = ["北山市文件", "北山发〔2024〕3号"]
ANCHORED = [
    pytest.param([paragraph("\x08关于检查的通知"), paragraph("甲")], 0, [*HEAD, "关于检查的通知", "甲"], id="段首"),
    pytest.param([paragraph("关于\x08检查的通知"), paragraph("甲")], 2, ["关于检查的通知", *HEAD, "甲"], id="段中"),
    pytest.param([paragraph("关于检查的通知"), paragraph("甲")], 77, ["关于检查的通知", "甲", *HEAD], id="没有锚点"),
    pytest.param([paragraph(("\x08", sprm(DELETED)), "甲")], 0, ["甲"], id="锚点已删除"),
]


@pytest.mark.parametrize(("made", "anchor", "expected"), ANCHORED)
def test_a_box_stands_where_it_is_anchored(made: list[Paragraph], anchor: int, expected: list[str]) -> None:
    assert lines(*made, saved=boxed(anchor)) == expected


def test_a_box_in_a_group_is_anchored_with_the_group() -> None:
    drawings = drawing(shape(3000), group(shape(2040), shape(2049), group(shape(2048), shape(2050))))
    made = paragraph("\x08关于检查的通知"), paragraph("甲")
    assert lines(*made, saved=boxed(0, shape_of_anchor=2040, drawings=drawings)) == [*HEAD, "关于检查的通知", "甲"]


def test_a_damaged_drawing_costs_only_the_places_of_grouped_boxes() -> None:
    drawings = drawing(group(shape(2040), shape(2050)))[:-8]
    made = paragraph("\x08关于检查的通知"), paragraph("甲")
    read = source(*made, saved=boxed(0, shape_of_anchor=2040, drawings=drawings))
    assert read.text.splitlines() == ["关于检查的通知", "甲", *HEAD]
    assert read.problems == ()
