"""A title parted by soft line breaks, wherever it looked well on its page, is one line of the text.

::

    云山县教育局⏎关于开展校园食堂⏎安全检查的通知   →   云山县教育局 / 关于开展校园食堂安全检查的通知
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.docx.body import Line
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_LINES, _LONGEST = 6, 150
_OPENS = own("关于|转发|印发")
_STOPS = own("[。；：！？]")
# The kinds of official documents (党政机关公文处理工作条例, article 8).
_KIND = own("(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?:（[^（）]{1,8}）)?$")


def with_title_joined(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of one paragraph; those of a title, from 关于 to its kind, are one line."""
    if not 1 < len(lines) <= _MOST_LINES or sum(len(line.text) for line in lines) > _LONGEST:
        return lines
    first = next((place for place, line in enumerate(lines) if _OPENS.search(line.text)), len(lines))
    title = lines[first:]
    words = "".join(line.text for line in title)
    if len(title) < 2 or _STOPS.search(words) or not _KIND.search(words):  # noqa: PLR2004 - one is joined already
        return lines
    if any(_KIND.search(line.text) for line in title[:-1]) and not title[-1].text.startswith("的"):
        return lines
    return [*lines[:first], Line(words, title[0].page)]
