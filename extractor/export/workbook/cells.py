"""Words of the ledger -> values of cells: harmless, complete or visibly cut off, days as days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.export.workbook.columns import Column

LONGEST = 32_700
"""UTF-16 units; a cell of Excel and WPS holds 32,767, and an emoji is two."""

CUT_OFF = "……（全文见 analysis.jsonl）"
SHORTENED = "……（未完，见{whole}）"
_CONTROL = own(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DAY = own(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?")
_FIRST_DAY = dt.datetime(1900, 3, 1)  # noqa: DTZ001 - a day of the ledger has no zone; before it Excel miscounts
_LIKE_FORMULA = own(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20']")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of ours, and what it gave when the workbook was written; empty words: known only on the day."""

    text: str
    value: str | float = ""


Cell = str | int | float | dt.date | Formula
"""What stands in a cell; a day is a ``datetime`` when an hour is printed with it."""


def plain(words: str) -> str:
    """``words`` without the characters that no cell may hold, line breaks as LF, tabs as blanks."""
    return _CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def fitted(words: str, longest: int = LONGEST) -> str:
    """``plain`` words, cut off with a note where a cell cannot hold them all."""
    clean = plain(words)
    if _units(clean) <= longest:
        return clean
    kept = clean.encode("utf-16-le")[: 2 * (longest - len(CUT_OFF))].decode("utf-16-le", "ignore")
    return kept + CUT_OFF


def shown(words: str, column: Column) -> str:
    """``words`` as a column shows them: on one line where it does not wrap, shortened where it says so."""
    text = " ".join(words.split()) if column.kind == "line" else words.strip()
    if not column.most or len(text) <= column.most:
        return text
    return text[: column.most] + SHORTENED.format(whole=column.whole)


def value(words: str, column: Column) -> Cell:
    """What stands in the column for ``words``: a day or a number where they are one, else text."""
    if column.kind == "day":
        return day(words)
    if column.kind == "number" and words.isascii() and words.isdecimal() and len(words) <= len("999999999"):
        return int(words)
    return fitted(shown(words, column))


def day(words: str) -> Cell:
    """``2026-06-30`` as a date, ``2026-06-30 16:00`` as a date with its hour; whatever else stays text."""
    if not _DAY.fullmatch(words):
        return fitted(words)
    try:
        moment = dt.datetime.fromisoformat(words)
    except ValueError:
        return words
    if moment < _FIRST_DAY:
        return words
    return moment if " " in words else moment.date()


def like_formula(words: str) -> bool:
    """Whether a spreadsheet program would take ``words`` for a formula if they were typed into a cell."""
    return bool(_LIKE_FORMULA.match(words))


def _units(words: str) -> int:
    return len(words) + sum(each > "\uffff" for each in words) if len(words) > LONGEST // 2 else len(words)
