"""文件目录 and 待核对: the notices, and the tasks that a person should look at with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.workbook import columns
from extractor.export.workbook.cells import value
from extractor.export.workbook.layout import lay_out, protect
from extractor.export.workbook.views import responsible
from extractor.messages import say
from extractor.messages.catalogue import catalogue
from extractor.store.staff import KEY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.export.workbook.contents import WorkbookContents
    from extractor.export.workbook.pen import Book


def write_notices(book: Book, contents: WorkbookContents) -> None:
    """文件目录: a row a document."""
    sheet = book.sheet("文件目录", columns.NOTICES)
    sheet.header()
    for row in contents.notices:
        words = {**row, "读取": row.get("状态", "")}
        sheet.row([value(words.get(column.name, ""), column) for column in columns.NOTICES])
    lay_out(sheet, frozen=2)
    protect(sheet)


def write_doubts(book: Book, contents: WorkbookContents) -> None:
    """待核对: a row a doubtful task, with what is doubtful and how to find out."""
    sheet = book.sheet("待核对", columns.DOUBTS)
    sheet.header()
    for row in contents.tasks:
        codes = contents.doubts.get(row[KEY], ())
        if codes:
            says, advice = reasons(codes)
            words = {**row, "疑点": says, "怎样核对": advice, "责任": responsible(row)}
            sheet.row([value(words.get(column.name, ""), column) for column in columns.DOUBTS])
    lay_out(sheet, frozen=2)
    protect(sheet)


def reasons(codes: Iterable[str]) -> tuple[str, str]:
    """What is doubtful and how to find out, a line a code; a code without words of its own is shown as it is."""
    known = catalogue("zh")
    found = [say(f"doubt-{code}", "", {}) if f"doubt-{code}" in known else None for code in codes]
    says = [each.text if each else code for each, code in zip(found, codes, strict=True)]
    advice = dict.fromkeys(each.advice for each in found if each)
    return "\n".join(says), "\n".join(advice)
