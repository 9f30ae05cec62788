"""Leave out the menus of a page: links below each other, above or below the text of the notice."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from extractor.ingest.html.blocks import Lines
from extractor.ingest.shape import DAY, starts_item
from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.ingest.html.blocks import Block
    from extractor.ingest.plain.lines import Line

_FEWEST = 2  # links below each other make a menu
_HEAD = 8  # letters that the name above a menu has at most
_BODY = own(rf"{DAY}|.{{2,300}}：|.*。.*")
_ATTACHED = own("相?关?附[件表]")
_FILE = re.compile(r"附[件表]|.*\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|pptx?|jpg|png)$", re.IGNORECASE)


def without_menus(
    lines: Sequence[Line], blocks: Sequence[Block], shows_page: Callable[[Line], bool]
) -> list[Line]:
    """``lines`` without menus and the names above them; ``blocks`` are what their numbers count.

    Between the first and the last line that shows text of a notice (a sentence, an item, a date, recipients)
    links stay, as do those to attachments, and those under 附件, anywhere. What ``shows_page`` knows as the
    page's own (服务热线：) is no text of a notice.
    """
    is_link = [_is_link(line, blocks[line.number]) for line in lines]
    body = [
        position
        for position, line in enumerate(lines)
        if not is_link[position] and _is_body(line) and not shows_page(line)
    ]
    first, last = (body[0], body[-1]) if body else (0, len(lines))
    gone: set[int] = set()
    for links, run in groupby(range(len(lines)), key=is_link.__getitem__):
        places = list(run)
        if links and len(places) >= _FEWEST and not first < places[0] < last:
            gone.update(places)
            above = places[0] - 1
            if above >= 0 and _ATTACHED.match(lines[above].text):
                gone.difference_update(places)
            elif above >= 0 and above not in body and len(lines[above].text) <= _HEAD:
                gone.add(above)
    return [line for position, line in enumerate(lines) if position not in gone]


def _is_link(line: Line, block: Block) -> bool:
    linked = isinstance(block, Lines) and block.linked
    return linked and not starts_item(line.text) and _FILE.match(line.text) is None


def _is_body(line: Line) -> bool:
    return starts_item(line.text) or _BODY.fullmatch(fold(line.text)) is not None
