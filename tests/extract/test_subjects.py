"""Trying the rules of actors at the beginnings of clauses only, sentence by sentence, loses nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.extract.once import Once
from extractor.extract.owners.subjects import SubjectSearch
from extractor.ingest.read import read
from extractor.model.fold import fold
from extractor.model.span import Span

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook
    from extractor.rules.rule import Match

ROOT = Path(__file__).parents[2]


def test_each_rule_finds_in_all_examples_what_a_search_of_every_place_finds(book: RuleBook) -> None:
    rules = book.rules("actors")
    texts = [fold(example.text) for rule in rules for example in rule.examples]
    texts += [fold(counterexample.text) for rule in rules for counterexample in rule.counterexamples]
    for rule in rules:
        search = SubjectSearch(book, [rule])
        for text in texts:
            everywhere = [match.span for match in rule.matches(text) if "names" in match.groups]
            assert [match.span for match in search.matches(text, Span(0, len(text)))] == everywhere


@pytest.mark.parametrize("path", sorted((ROOT / "corpus").glob("*.txt")), ids=lambda path: path.stem)
def test_nothing_is_lost_in_whole_notices_either(path: Path, book: RuleBook) -> None:
    sentences = [sentence for sentence in re.split(r"[。；\n]", fold(read(path, path.name, book).text)) if sentence]
    for rule in book.rules("actors"):
        search = SubjectSearch(book, [rule])
        for sentence in sentences:
            everywhere = [match.span for match in rule.matches(sentence) if "names" in match.groups]
            assert [match.span for match in search.matches(sentence, Span(0, len(sentence)))] == everywhere


def test_spans_are_those_of_the_whole_text(book: RuleBook) -> None:
    text = "一、总体要求。各党支部要认真组织学习；各学院应做好记录。"
    found = SubjectSearch(book, book.rules("actors")).matches(text, Span(7, len(text)))
    assert [match.groups["names"][1].quote(text) for match in found] == ["各党支部", "各学院"]


def test_a_stretch_is_searched_once_and_anew_in_another_text() -> None:
    asked: list[tuple[str, int, int]] = []

    def search(text: str, start: int, end: int) -> tuple[Match, ...]:
        asked.append((text, start, end))
        return ()

    once = Once(search)
    first, second = "甲乙丙丁", "戊己庚辛"
    for text in (first, first, second, first):
        once.matches(text, 0, 2)
    once.matches(first, 2, 4)
    assert asked == [(first, 0, 2), (second, 0, 2), (first, 0, 2), (first, 2, 4)]
