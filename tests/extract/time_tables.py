"""Shared by the tests of times: read a text as of a document, and show what was read in short forms."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.extract.times import TimeContext, TimesRead, read_times, short_form
from extractor.model.fold import fold
from extractor.model.span import Span

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

ISSUED = TimeContext(issued=dt.date(2024, 3, 1))


def read(book: RuleBook, text: str, context: TimeContext = ISSUED, *, marked: bool) -> TimesRead:
    return read_times(book, fold(text), Span(0, len(text)), context, marked=marked)


def shown(book: RuleBook, text: str, context: TimeContext = ISSUED, *, marked: bool) -> str:
    """The times read, joined by `` | ``."""
    return " | ".join(short_form(found.value) for found in read(book, text, context, marked=marked).times)


def words(book: RuleBook, text: str, *, marked: bool) -> list[str]:
    return [found.span.quote(text) for found in read(book, text, marked=marked).times]
