"""XLSX → Source, by the package and the parser that read DOCX: within limits, without entities.

Source: ECMA-376 Part 1, 18 (SpreadsheetML).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.docx.package import open_package
from extractor.ingest.sheets.formats import BUILT_IN, printed
from extractor.ingest.sheets.laying import source_of
from extractor.ingest.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Sheet
from extractor.model.errors import UnreadableFile
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.docx.package import Package
    from extractor.ingest.markup import Element
    from extractor.model.source import Source

_BOOK = "xl/workbook.xml"
_PLACE = own(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ID = own(r"\{[^}]*relationships\}id")
_SIDES = own("&[LCR]")
_LAYOUT = own(r'&(?:"[^"]{0,80}"|K[0-9A-Fa-f]{6}|\d{1,3}|.)')  # Part 1, 18.3.1.39: fonts, sizes, the page …
_ESCAPED = own(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(data: bytes, name: str, sha256: str) -> Source:
    """The sheets of a workbook (XLSX, XLSM) that are shown, figures and days as they are printed.

    Hidden sheets are left out and named; formulas count by the value stored with them.

    Raises:
        UnreadableFile: no XLSX, damaged, or with XML that it must not have.
        EncryptedFile, EmptyFile, LimitExceeded: as their names say.
    """
    package = open_package(data, name, "XLSX")
    book = _parsed(package, _BOOK)
    if book is None:
        raise UnreadableFile(name, reason=f"缺少 {_BOOK}")
    workbook = _Workbook(package, _strings(package), _formats(package), from_1904=_from_1904(book))
    targets = _targets(package)
    shown, hidden, read = [], [], set[str]()
    for entry in _below(book, "sheet"):
        label = entry.get("name", "")
        if entry.get("state", "visible") != "visible":
            hidden.append(label)
            continue
        path = next((targets.get(str(value), "") for key, value in entry.items() if _ID.match(str(key))), "")
        part = _parsed(package, path) if path not in read else None
        read.add(path)  # a part is one sheet: a book that names it a thousand times does so to be read for long
        if part is not None:
            shown.append(workbook.sheet(part, label))
    return source_of(shown, hidden, name, "xlsx", sha256)


@dataclass(slots=True)
class _Workbook:
    """What the cells of every sheet refer to."""

    package: Package
    strings: list[str]
    formats: list[str]
    from_1904: bool = False

    def sheet(self, part: Element, label: str) -> Sheet:
        found = Sheet(label)
        row = -1
        for line in _below(part, "row"):
            row = int(line.get("r") or row + 2) - 1 if (line.get("r") or "0").isdigit() else row + 1
            column = -1
            for cell in _children(line, "c"):
                at = _place(cell.get("r"))
                row, column = at or (row, column + 1)
                found.put(row, column, self._words(cell), self.package.name)
        found.headers += [_plain(each.text or "") for area in _below(part, "headerFooter") for each in area]
        for area in _below(part, "mergeCell"):
            first, _, last = (area.get("ref") or "").partition(":")
            ends = _place(first), _place(last)
            if ends[0] and ends[1]:
                found.merge(ends[0], ends[1])
        return found

    def _words(self, cell: Element) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(_text(item) for item in _children(cell, "is"))
        value = next((item.text or "" for item in _children(cell, "v")), "")
        if kind == "s":
            return self.strings[int(value)] if value.isdigit() and int(value) < len(self.strings) else ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        return self._figure(value, cell.get("s", "0")) if kind == "n" else _unescaped(value)

    def _figure(self, value: str, style: str) -> str:
        try:
            figure = float(value)
        except ValueError:
            return value
        code = self.formats[int(style)] if style.isdigit() and int(style) < len(self.formats) else ""
        return printed(figure, code, from_1904=self.from_1904)


def _parsed(package: Package, path: str) -> Element | None:
    data = package.part(path) if path else None
    return package.parsed(data, path) if data else None


def _targets(package: Package) -> dict[str, str]:
    root = _parsed(package, "xl/_rels/workbook.xml.rels")
    entries = [] if root is None else list(root)
    return {
        entry.get("Id", ""): posixpath.normpath(posixpath.join("/xl", entry.get("Target", ""))).lstrip("/")
        for entry in entries
    }


def _strings(package: Package) -> list[str]:
    root = _parsed(package, "xl/sharedStrings.xml")
    return [] if root is None else [_text(item) for item in _children(root, "si")]


def _formats(package: Package) -> list[str]:
    """The format codes of the cell styles, by the number of the style."""
    root = _parsed(package, "xl/styles.xml")
    if root is None:
        return []
    stated = {entry.get("numFmtId", ""): entry.get("formatCode", "") for entry in _below(root, "numFmt")}
    styles = next(_children(root, "cellXfs"), None)
    numbers = [entry.get("numFmtId", "0") for entry in _children(styles, "xf")] if styles is not None else []
    return [
        stated.get(number) or (BUILT_IN.get(int(number), "") if number.isdigit() else "") for number in numbers
    ]


def _from_1904(book: Element) -> bool:
    return any(entry.get("date1904") in ("1", "true") for entry in _children(book, "workbookPr"))


def _text(item: Element) -> str:
    """The words of a string: those of its runs, without how they are read aloud."""
    parts = [*_children(item, "t"), *(text for run in _children(item, "r") for text in _children(run, "t"))]
    return _unescaped("".join(part.text or "" for part in parts))


def _plain(header: str) -> str:
    """A header without its codes: ``&L&"黑体"机密&C第&P页`` → 机密, a tab, 第页."""
    return _LAYOUT.sub("", _SIDES.sub("\t", header)).strip()


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def _place(reference: str | None) -> tuple[int, int] | None:
    """Row and column of ``B12``, 0-based."""
    match = _PLACE.fullmatch(reference or "")
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row - 1, column - 1) if 0 < row <= MOST_ROWS and column <= MOST_COLUMNS else None


def _children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if str(child.tag).rpartition("}")[2] == name)


def _below(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element.iter() if str(child.tag).rpartition("}")[2] == name)
