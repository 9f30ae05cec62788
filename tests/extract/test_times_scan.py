"""The words that a rule waits for only save time: they never change what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.extract.times.read import winners
from extractor.extract.times.scan import candidates
from extractor.model.fold import fold
from extractor.model.span import Span
from tests.extract import test_times_marked, test_times_running

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook


@pytest.mark.parametrize("marked", [True, False], ids=["时限标签", "正文"])
def test_triggers_and_company_leave_no_match_out(book: RuleBook, *, marked: bool) -> None:
    rows = [*test_times_marked.TABLES, *test_times_running.TABLES]
    mode = "marked" if marked else "running"
    rules = [rule for rule in book.rules("deadlines") if rule.fields.get("mode", mode) == mode]
    for text, _ in rows:
        sentence = fold(text).split("。")[0].split("\n")[0]
        found = candidates(book, sentence, Span(0, len(sentence)), marked=marked)
        all_of_them = {(rule.id, match.span()) for rule in rules for match in rule.pattern.finditer(sentence)}
        tried = {(match.rule.id, (match.span.start, match.span.end)) for match in found}
        assert tried == all_of_them, sentence


def test_the_longest_of_overlapping_matches_wins(book: RuleBook) -> None:
    text = "2024年4月8日至12月20日前完成"
    found = list(candidates(book, text, Span(0, len(text)), marked=False))
    assert len(found) > 1
    assert [(match.rule.id, match.span.quote(text)) for match in winners(found)] == [
        ("deadline.range", "2024年4月8日至12月20日前")
    ]
