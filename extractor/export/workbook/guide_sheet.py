"""说明: what each sheet is for, what the colours mean, where to write and how the figures are counted."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from extractor.export.workbook.columns import Column
from extractor.export.workbook.contents import FILE
from extractor.export.workbook.layout import print_on_a4
from extractor.export.workbook.ledger_sheet import DAYS
from extractor.export.workbook.views import LIVE
from extractor.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.export.workbook.contents import WorkbookContents
    from extractor.export.workbook.pen import Book
    from extractor.model.problem import Problem

NAME = "说明"
_COLUMNS = (Column("项目", 16), Column("说明", 110))
_MOST_CUTS = 20


@dataclass(frozen=True, slots=True)
class _Words:
    """What the sheet says: of each sheet, and of what follows the states at once or not."""

    lines: tuple[tuple[str, str], ...]
    live: str
    still: str


def _words() -> _Words:
    text = tomllib.loads(files("extractor.export.workbook").joinpath("guide.toml").read_text("utf-8"))
    return _Words(tuple((name, words) for name, words in text["lines"]), text["live"], text["still"])


def write_guide(book: Book, contents: WorkbookContents, problems: Sequence[Problem]) -> None:
    """Write the sheet, with the named cell for the days and what found no room in a cell."""
    sheet = book.sheet(NAME, _COLUMNS)
    sheet.row(("台账说明", ""), "title")
    words = _words()
    for line in words.lines:
        sheet.row(line)
    sheet.row(("变化", words.live if len(contents.tasks) <= LIVE else words.still.format(most=LIVE)))
    sheet.row(("提前几天变黄", contents.soon))
    book.define(DAYS, sheet.reference("说明", sheet.rows, sheet.rows))
    sheet.row(("", "上面的数字可以改，改后颜色随之变化。"))
    for problem in problems[:_MOST_CUTS]:
        message = say(problem.code, FILE, dict(problem.details))
        sheet.row(("未能写全", f"{message.text}。{message.advice}"))
    if len(problems) > _MOST_CUTS:
        sheet.row(("未能写全", f"……共 {len(problems)} 处"))
    print_on_a4(sheet, len(_COLUMNS))
