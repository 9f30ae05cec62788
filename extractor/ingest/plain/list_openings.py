"""Find items that stand on the line of what leads them in, while a person still sees that they are items.

The lines 二、重点任务（一）扩大供给1.建设机构。2.推动办托。⏎（二）提高质量 are broken before （一）, 1. and 2.:
the lists go on, beside or below, and before each item stands a labelled heading or the end of a sentence.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from extractor.ingest.plain.list_labels import LABEL, Label, inside, read_label
from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from extractor.ingest.plain.lines import Paragraph

BELOW = 60  # paragraphs in which the second item has to come, within the first characters of each
_CHARACTERS, _BESIDE = 400, 60  # so many characters; so many labels on the same line
# The first sign stands in front, for the engine looks for nothing as fast as for one of a few signs.
_SUSPECT = own(
    r"[（(\d](?:(?<=.[（(])[一二三四五六七八九十]{1,3}[）)]|(?<=.\d)(?<![\d.．]\d)\d?[.．、])"
)
_ATTACHED = own("附[件表录]?：")  # its first entry stands beside it
_HEADING = own("[^。；：，（]{2,30}")


def first_items(text: str, below: Sequence[Paragraph], counted: Mapping[str, int]) -> list[int]:
    """Where items begin inside a paragraph.

    ``below`` are the paragraphs that follow, ``counted`` holds the last number of each scheme above.
    """
    if not _SUSPECT.search(text) or _ATTACHED.match(fold(text[:3])):
        return []
    return list(_first_items(fold(text), below, dict(counted)))


def _first_items(folded: str, below: Sequence[Paragraph], counted: dict[str, int]) -> Iterator[int]:
    labels = [label for match in LABEL.finditer(folded) if (label := read_label(match)).scheme != "numbered"]
    opening = above = labels[0] if labels and labels[0].start == 0 else None
    if above:
        counted[above.scheme] = above.value
    for position, label in enumerate(labels):
        lower = above is None or above.rank < label.rank
        headed = lower and above is not None and _is_heading(folded, above, label)
        ended = headed or folded[label.start - 1] in "。；：）"
        if label is opening or not ended or inside(folded, label.start):
            continue
        stopped = headed or folded[label.start - 1] in "。）"
        beside = labels[position + 1 : position + _BESIDE] if stopped else []
        first = lower and label.value == 1 and _goes_on(label, beside, folded, below)
        if first or (stopped and 1 < label.value == counted.get(label.scheme, 0) + 1):
            yield label.start
            above, counted[label.scheme] = label, label.value


def _is_heading(folded: str, label: Label, after: Label) -> bool:
    return _HEADING.fullmatch(folded, label.end, after.start) is not None


def _is_set_off(folded: str, label: Label) -> bool:
    return label.start == 0 or folded[label.start - 1] in "。；）"


def _goes_on(label: Label, beside: Iterable[Label], folded: str, below: Iterable[Paragraph]) -> bool:
    """Whether the next label of this scheme or a higher one counts two."""
    near = (other for other in beside if _is_set_off(folded, other) or _is_heading(folded, label, other))
    after = next((other for other in chain(near, _labels_below(below)) if other.rank <= label.rank), None)
    return after is not None and (after.scheme, after.value) == (label.scheme, 2)


def _labels_below(paragraphs: Iterable[Paragraph]) -> Iterator[Label]:
    for paragraph in paragraphs:
        words = fold(paragraph.text[:_CHARACTERS])
        labels = (read_label(match) for match in LABEL.finditer(words))
        yield from (label for label in labels if label.scheme != "numbered" and _is_set_off(words, label))
