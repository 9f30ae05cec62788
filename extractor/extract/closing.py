"""Closing paragraphs: what stands after the last item and speaks for the whole document."""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.extract.items import Item, Items
    from extractor.extract.owners.actors import ActorReader
    from extractor.extract.owners.labels import LabelReader
    from extractor.extract.tools import TaskTools
    from extractor.model.draft import Paragraph
    from extractor.model.span import Span

MAX_TITLE = 40
_NO_ITEM = own(r"责成|另[，外]|此外，|特此")
_ASKS_ALL = own(r"(?:请|望|希望?)(?=各|有关|相关|全体|广大|你)")
_IN_BRACKETS = own(r"[（(〔【\[][^。]{1,300}[）)〕】\]][。；]?$")
"""（责任单位：…） on a line of its own is said of the item that it stands below."""
_MARKED = own(
    r"[（〔](?:[^（）〔〕]|（[^（）]{1,20}）){2,200}(?:负责|牵头|配合|落实|参加|参与|分工)[^（）〔〕]{0,20}[）〕][。；]?$"
)
_CLOSED = ("）", "）。", "）；", "〕", "〕。")
_LONGEST = 260  # characters of such a bracket
_CLOSING = own(
    r"责成|另[，外]?|此外|为[^。]{2,40}，请|[^。；：]{4,60}，请(?=各|你们?|有关|全体)|请|望|希望|希(?=各|你|有关|全)|以上|上述|特此|联系人|联系电话|此前"
    r"|本通知|未尽事宜|各地区各部门|[^。；]{4,50}(?:意义重大|责任重大|使命光荣|十分重要|至关重要|任务艰巨|时间紧)[^。；]{0,30}。"
)


def closing_paragraphs(
    items: Items, tools: TaskTools, folded: str, is_demand: Callable[[Span], bool]
) -> list[Paragraph]:
    """The paragraphs below the last item that are more than its siblings have; the items end before them.

    A closing paragraph opens with its subject (各级党组织要…) or with 请, 以上, 特此, or demands something by a time.
    """
    if not items.all:
        return []
    last = items.all[-1]
    marked = _marked_length(items, last)
    usual = marked or _usual_length(items, last, tools.lists.labels)
    extra = last.paragraphs[usual:]
    # 省教育厅要……⏎各市要……: each body has a paragraph of the item, its subject at the front ends nothing
    heads = last.heading_only and not _is_stated(last)
    by_turns = heads and any(_opens_with_subject(p, tools.actors, folded) for p in last.paragraphs[1:2])

    def closes(paragraph: Paragraph) -> bool:
        if _IN_BRACKETS.match(paragraph.text):
            return False
        opens = _opens_with_subject(paragraph, tools.actors, folded)
        if bool(_CLOSING.match(paragraph.text)) or not (opens and by_turns):
            return opens or bool(_CLOSING.match(paragraph.text)) or is_demand(paragraph.span)
        return False

    extra = list(dropwhile(lambda paragraph: not (marked or closes(paragraph)), extra))
    if extra:
        items.close_at(extra[0])
    return extra


def _marked_length(items: Items, last: Item) -> int:
    """Up to which paragraph of the last item the bracket stands that says whose it is, where all items have one."""
    at = _marked_end(last)
    leaves = [leaf for leaf in items.leaves() if leaf.section.level == last.section.level] if at else []
    return at if len(leaves) > 1 and leaves[-1] is last and all(map(_marked_end, leaves)) else 0


def _marked_end(item: Item) -> int:
    """The number of the last paragraph of an item that such a bracket closes; 0 without one."""
    words = [paragraph.text for paragraph in item.paragraphs]
    closed = (at for at in range(len(words), 0, -1) if words[at - 1].endswith(_CLOSED))
    return next((at for at in closed if _MARKED.search(words[at - 1], max(0, len(words[at - 1]) - _LONGEST))), 0)


def _usual_length(items: Items, last: Item, labels: LabelReader) -> int:
    """How many paragraphs of the last item are its own: as many as the longest of its kind has.

    Behind 责成…, 另…, and behind 请各单位… where no other item has that, nothing is. Its label lines (责任单位：…)
    are; where the others end with theirs, it does, too.
    """
    alike = [leaf for leaf in items.leaves() if leaf is not last and leaf.section.level == last.section.level]
    bare = [_unmarked(leaf.paragraphs, labels) for leaf in alike]
    marked = max((at for at, paragraph in enumerate(last.paragraphs, 1) if labels.opens(paragraph)), default=0)
    if marked and all(len(leaf.paragraphs) > length for leaf, length in zip(alike, bare, strict=True)):
        return marked
    said = "：" in last.paragraphs[0].text.rstrip("：") if last.paragraphs else False  # 证书发放：6月30日前完成
    least = 2 if last.heading_only and not (_is_stated(last) or said) else 1
    later = (at for at, paragraph in enumerate(last.paragraphs) if at and _NO_ITEM.match(paragraph.text))
    turned = any(_ASKS_ALL.match(paragraph.text) for leaf in alike for paragraph in leaf.paragraphs[1:])
    asks = (at for at, one in enumerate(last.paragraphs) if not turned and at >= least and _ASKS_ALL.match(one.text))
    return max(marked, min([max([least, *bare]), *later, *asks]))


def _is_stated(item: Item) -> bool:
    """Whether the item's first paragraph is a sentence, be it without its full stop, and no heading."""
    first = item.paragraphs[0].text if item.paragraphs else ""
    return first.endswith(("。", "；")) or (len(first) > MAX_TITLE and "，" in first)


def _unmarked(paragraphs: Sequence[Paragraph], labels: LabelReader) -> int:
    """How many of an item's paragraphs stand before the label lines that end it."""
    lines = (at for at, paragraph in enumerate(reversed(paragraphs)) if not labels.opens(paragraph))
    return len(paragraphs) - next(lines, len(paragraphs))


def _opens_with_subject(paragraph: Paragraph, actors: ActorReader, folded: str) -> bool:
    found = actors.winners(folded, paragraph.span)
    return bool(found) and found[0].groups["names"][1].start == paragraph.span.start
