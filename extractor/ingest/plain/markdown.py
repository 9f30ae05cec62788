r"""Take Markdown (and bits of HTML that converters leave in it) off the lines of a text file.

In a ``.md`` file all of it::

    --- key: value ---   left out           # Heading   a line that joins nothing     > quoted   quoted
    **bold** *soft* `x`  bold soft x        [name](url) name                          ![..](..)  left out
    - entry              entry, a paragraph --- ***     left out                      | a | b |  a table
    <br>                 a line break       <!-- -->    left out                      1\.         1.

In a ``.txt`` file only what cannot be ordinary text: ``*`` and ``#`` may be.
"""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.ingest.builder import CellText
from extractor.ingest.plain.lines import columns
from extractor.ingest.repair import clean_line
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.ingest.plain.lines import Line

_SUSPECT = own(r"[#*_`<>\[\]|&\\~+=-]")
_SUSPECT_IN_TEXT, _RULES = own(r"[#*<\[&]"), tuple("-_=`~")  # all that ``_without_marks`` looks for there
_RULE = own(r"([-*_=])(?: ?\1){2,}|```.*|~~~.*")
_HEADING = own(r"#{1,6}(?: +(?=\S)|(?=[（(]))")  # the blank before a bracket went with the layout
_LOOSE_HEADING = own(r"#{1,6}(?=[^#\s])|#{1,6} +")
_QUOTE, _BULLET = own(r"(?:> ?)+"), own(r"[-*+] +(?=\S)")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|span|font|center|b|i|u|em|strong|a|img|sup|sub|hr|h[1-6]|ul|ol|li|blockquote|section)"
    r"(?: [^<>]{0,300})?/?>",
    re.IGNORECASE,
)
# What is taken off, and a sign without which it cannot stand there.
_ALWAYS = (
    ("##", own(r"#{2}[A-Za-z]{3,20}#{2}"), ""),  # begin and end of what a site charges for
    ("![", own(r"!\[[^\]]{0,200}\]\([^)]{0,500}\)"), ""),
    ("](", own(r"\[([^\]]{1,200})\]\(<?(?:https?:|mailto:|/|\.)[^)]{0,500}\)"), r"\1"),
    ("**", own(r"\*\*(?=\S)([^*]{1,400})\*\*"), r"\1"),
    ("<", _TAG, ""),
)
_IN_MARKDOWN = (
    ("](", own(r"\[([^\]]{1,200})\]\([^)]{0,500}\)"), r"\1"),
    ("<", own(r"<((?:https?:|mailto:)[^<>]{1,300})>"), r"\1"),
    ("", own(r"(?<!\\)\*\*|(?<!\\)__"), ""),
    ("*", own(r"(?<![\\*])\*(?=[^\s*])([^*]{1,400}?)(?<=[^\s\\])\*(?!\*)"), r"\1"),
    ("`", own(r"(?<!\\)`"), ""),
    ("\\", own(r"\\([\\`*_{}\[\]()#+.!~>-])"), r"\1"),
)
_KEY = own(r"[\w\u4e00-\u9fff -]{1,40}:|[-#\[\]{}'\" ]|$")
_ROW = own(r"\|.*\|")
_RULER = own(r"\|?[ :|-]*-[ :|-]*\|[ :|-]*")
_FRONT_LINES = 80


def without_comments(text: str) -> str:
    """``text`` without HTML comments; line numbers stay."""
    kept, *after = text.split("<!--")
    for part in after:
        comment, closed, rest = part.partition("-->")
        kept += "\n" * comment.count("\n") + rest if closed else f"<!--{part}"
    return kept


def without_front_matter(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines after ``---`` … ``---`` at the very top, and how many were left out."""
    if lines and lines[0].text == "---":
        for position, line in enumerate(lines[1:_FRONT_LINES], 1):
            if line.text in ("---", "..."):
                return list(lines[position + 1 :]), position + 1
            if not _KEY.match(line.text):
                break
    return list(lines), 0


def unmarked(lines: Sequence[Line], *, markdown: bool) -> list[Line]:
    """The lines without marks; tables keep theirs (see ``table_at``)."""
    found: list[Line] = []
    gap = False
    for line in lines:
        plain = _is_plain(line.text, markdown=markdown)
        parts = [line] if plain else list(_without_marks(line, markdown=markdown))
        if parts and gap:
            parts[0].gap = True
        gap = not parts
        found += parts
    return found


def _is_plain(text: str, *, markdown: bool) -> bool:
    if markdown:
        return not _SUSPECT.search(text) or _ROW.fullmatch(text) is not None
    return not (_SUSPECT_IN_TEXT.search(text) or text.startswith(_RULES))


def _without_marks(line: Line, *, markdown: bool) -> Iterator[Line]:
    """The line's parts between ``<br>``; none for a rule or an image."""
    text = _QUOTE.sub("", line.text, count=1) if markdown and line.text.startswith(">") else line.text
    if _RULE.fullmatch(text):
        return
    heading = (_LOOSE_HEADING if markdown else _HEADING).match(text)
    bullet = _BULLET.match(text) if markdown and not heading else None
    mark = heading or bullet
    text = text[mark.end() :] if mark else text
    for position, part in enumerate(_BREAK.split(text)):
        words = clean_line(_plain(part, markdown=markdown))
        if words:
            width = line.width if words == line.text else line.indent + columns(words)
            begins = line.begins or bullet is not None or position > 0
            gap = line.gap and not position
            yield replace(line, text=words, width=width, heading=heading is not None, begins=begins, gap=gap)


def _plain(text: str, *, markdown: bool) -> str:
    for sign, pattern, plain in (*_ALWAYS, *_IN_MARKDOWN) if markdown else _ALWAYS:
        text = pattern.sub(plain, text) if sign in text else text
    return html.unescape(text) if "&" in text else text


def table_at(lines: Sequence[Line], position: int) -> int:
    """How many lines from ``position`` on are a table: a row, a ruler (``|---|---|``), more rows; 0: none."""
    if not lines[position].text.startswith("|") or position + 1 >= len(lines):
        return 0
    if not _RULER.fullmatch(lines[position + 1].text):
        return 0
    end = position
    while end < len(lines) and lines[end].text.startswith("|"):
        end += 1
    return end - position


def cells(lines: Sequence[Line]) -> list[CellText]:
    """The cells of a table's lines, its ruler left out; ``<br>`` in a cell is a line break."""
    rows = [line.text.strip().strip("|").split("|") for position, line in enumerate(lines) if position != 1]
    return [
        CellText(row, column, _BREAK.sub("\n", _plain(cell, markdown=True)).strip())
        for row, texts in enumerate(rows)
        for column, cell in enumerate(texts)
    ]
