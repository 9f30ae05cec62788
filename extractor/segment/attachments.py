"""附件说明: the list of attachments that a document announces, and the headings under which they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.found import Found
from extractor.model.span import Span
from extractor.rules.pattern.own import own
from extractor.segment.attachment_lines import attachment_line
from extractor.segment.labels import Scheme, label_at
from extractor.segment.lines import DATE, Lines
from extractor.segment.titles import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.draft import Paragraph

RULE = "frame.attachments"
MAX_TITLE = 100
_ENTRY = own(r"(?:(?<![\d.])\d{1,2}[.、](?!\d(?!\d{3}年))|附件[ ]?\d{1,2}(?:[ ]?-[ ]?\d{1,2})?[ ]?[：.、]?)")
_DAY = own(DATE)
_NOT_HEADING = own(r"[中的所内为和及、，]|。$")
_FILE = own(r".{1,100}\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar|7z|jpg|png)[ ]?$")  # a link to what is not here


@dataclass(frozen=True, slots=True)
class AttachmentList:
    """Where a 附件说明 stands (paragraph indexes, end excluded) and what it names."""

    start: int
    end: int
    titles: tuple[Found[str], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The titles reduced to their words."""
        return tuple(key(title.value) for title in self.titles)


def is_heading(paragraphs: Sequence[Paragraph], index: int, *, dated: bool) -> bool:
    """Whether an attachment begins at ``index``: 附件1 on its own, or with its title once the notice is ``dated``."""
    line = attachment_line(paragraphs[index].text)
    if line is None:
        return False
    if line.rest:
        plausible = (
            len(line.rest) <= MAX_TITLE
            and not _NOT_HEADING.match(line.rest)
            and not line.rest.endswith("。")
            and not _FILE.match(line.rest)
        )
        more = index + 2 < len(paragraphs) and not _is_entry(paragraphs[index + 1].text)
        followed = more or _heads_table(paragraphs, index)
        return dated and plausible and (line.number > 0 or (line.colon and followed and not _numbered(line.rest)))
    if index + 1 >= len(paragraphs):
        return False
    following = paragraphs[index + 1].text
    if line.colon and not dated and index + 2 < len(paragraphs) and _DAY.fullmatch(paragraphs[index + 2].text):
        return False  # 附件： with nothing behind it, over signature and date
    return not (
        attachment_line(following) or (line.colon and not line.number and _numbered(following) and not dated)
    )


def attachment_list(
    paragraphs: Sequence[Paragraph], lines: Lines, start: int, text: str
) -> AttachmentList | None:
    """The first 附件说明 at or after ``start``, with the titles as printed in ``text``; None when there is none."""
    for index in range(start, len(paragraphs)):
        line = attachment_line(paragraphs[index].text)
        if line and (line.colon or line.number) and (line.rest or _numbered(_next(paragraphs, index))):
            return _read(paragraphs, lines, index, text)
    return None


def _next(paragraphs: Sequence[Paragraph], index: int) -> str:
    return paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""


def _numbered(words: str) -> bool:
    label = label_at(words)
    return bool(label and label.scheme is Scheme.ARABIC)


def _read(paragraphs: Sequence[Paragraph], lines: Lines, index: int, text: str) -> AttachmentList:
    first = paragraphs[index]
    line = attachment_line(first.text)
    titles = _entries(first, line.offset if line else 0, text)
    end = index + 1
    while end < len(paragraphs) and not is_heading(paragraphs, end, dated=False) and not _heads_table(paragraphs, end):
        if _is_entry(paragraphs[end].text) and not lines.is_contact(paragraphs[end].text):
            titles += _entries(paragraphs[end], 0, text)
        elif not (titles and _continues(paragraphs, lines, end, len(titles))):
            break
        else:
            titles[-1] = _longer(titles[-1], paragraphs[end], text)
        end += 1
    return AttachmentList(index, end, tuple(titles))


def _heads_table(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """附：日程安排表 right over its table stands where the attachment itself begins."""
    line = attachment_line(paragraphs[index].text)
    return line is not None and not line.number and index + 1 < len(paragraphs) and paragraphs[index + 1].table


def _is_entry(words: str) -> bool:
    return _numbered(words) or attachment_line(words) is not None


def _continues(paragraphs: Sequence[Paragraph], lines: Lines, index: int, count: int) -> bool:
    """A title broken over two lines: the next entry's number follows on directly below."""
    label = label_at(_next(paragraphs, index))
    plain = not lines.date_line(paragraphs[index].text) and not label_at(paragraphs[index].text)
    return plain and label is not None and label.scheme is Scheme.ARABIC and label.number == count + 1


def _longer(title: Found[str], paragraph: Paragraph, text: str) -> Found[str]:
    span = Span(title.span.start, paragraph.span.end)
    return Found("".join(span.quote(text).split()), span, title.rule)


def _entries(paragraph: Paragraph, offset: int, text: str) -> list[Found[str]]:
    """The titles of one line: ``1.甲表 2.乙表`` holds two."""
    cuts = [(m.start(), m.end()) for m in _ENTRY.finditer(paragraph.text, offset)] or [(offset, offset)]
    bounds = [*(end for _, end in cuts)], [*(start for start, _ in cuts[1:]), len(paragraph.text)]
    found = []
    for start, end in zip(*bounds, strict=True):
        words = paragraph.text[start:end]
        left = start + len(words) - len(words.lstrip(" ：《"))
        right = start + len(words.rstrip(" 。；;，》"))
        if left < right:
            span = Span(paragraph.span.start + left, paragraph.span.start + right)
            found.append(Found(span.quote(text), span, RULE))
    return found
