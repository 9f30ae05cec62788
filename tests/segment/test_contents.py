"""A table of contents heads nothing: its lines come again as headings."""

from __future__ import annotations

import pytest

from extractor.model.draft import Paragraph
from extractor.model.span import Span
from extractor.segment.contents import without_contents

ABOVE = ["县级预案"]
BELOW = ["1 总则", "为及时处置，制定本预案。", "2 职责"]


def left(lines: list[str]) -> list[str]:
    """What is left of a document of these lines."""
    paragraphs, at = [], 0
    for line in lines:
        paragraphs.append(Paragraph(Span(at, at + len(line)), line))
        at += len(line) + 1
    return [paragraph.text for paragraph in without_contents(paragraphs)]


CONTENTS = [
    pytest.param(["目录", "1 总则", "2 职责"], id="没有页码"),
    pytest.param(["目 录", "1 总则……1", "2 职责……3"], id="有页码"),
    pytest.param(["目录：", "1总则 1", "1.1目的 1", "2职责 2"], id="空格不同"),
]


@pytest.mark.parametrize("contents", CONTENTS)
def test_it_goes_down_to_where_its_first_entry_stands_again(contents: list[str]) -> None:
    assert left([*ABOVE, *contents, *BELOW]) == [*ABOVE, *BELOW]


NONE = [
    pytest.param(["目录", "附后。", *BELOW], id="不再出现"),
    pytest.param(["目录", "1 总则", "这一句有句号。", "2 职责", *BELOW], id="中间有正文"),
    pytest.param(["目录"], id="只有一行"),
]


@pytest.mark.parametrize("lines", NONE)
def test_what_is_no_table_of_contents_stays(lines: list[str]) -> None:
    assert left(lines) == lines
