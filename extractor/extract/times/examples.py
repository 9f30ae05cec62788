"""Read the examples of the rules of time, for ``rules check`` and the tests of the patterns."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.extract.times.context import Setting, TimeContext
from extractor.extract.times.read import read_match, winners
from extractor.extract.times.scan import candidates
from extractor.extract.times.short import short_form
from extractor.model.fold import fold
from extractor.model.span import Span
from extractor.rules.check import Reading

if TYPE_CHECKING:
    from extractor.rules.rule import RuleBook

LABEL = "完成时限："
EXAMPLE_CONTEXT = TimeContext(issued=dt.date(2024, 1, 15))


def read_example(book: RuleBook, text: str) -> tuple[Reading, ...]:
    """The rules that win in ``text``, the words they take and what they read there.

    The text is read as of a document issued on 15 January 2024; one that begins with 完成时限： as the value
    of that label. Rules that say what is no time (``reads = "none"``) win with an empty value.
    """
    folded, marked = fold(text), text.startswith(LABEL)
    span = Span(len(LABEL) if marked else 0, len(folded))
    readings = []
    for match in winners(candidates(book, folded, span, marked=marked)):
        value = read_match(match, Setting(EXAMPLE_CONTEXT, marked)).value
        if value is not None or match.rule.reads == "none":
            shown = short_form(value) if value else ""
            readings.append(Reading(match.rule.id, match.span.quote(text), shown))
    return tuple(readings)
