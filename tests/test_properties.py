"""What holds for every text, whatever it says: nothing invented, nothing moved, nothing crashes."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.generator.files import text as file_of
from benchmarks.generator.notices import notice
from extractor.export.record import record, to_json
from extractor.ingest.read import read_bytes
from extractor.messages import say
from extractor.model.errors import ExtractorError
from extractor.model.fold import fold, fold_radicals
from extractor.model.notice import Owner
from extractor.model.source import Source
from extractor.pipeline import analyse
from extractor.rules.load import load
from tests.making.facts import found_in, sections_of
from tests.making.strange import TEXTS

if TYPE_CHECKING:
    from extractor.model.notice import Analysis, Section
    from extractor.model.span import Span
    from extractor.rules.book import RuleBook

ANY = settings(max_examples=150, deadline=None, derandomize=True)


@ANY
@given(text=TEXTS)
def test_folding_moves_nothing(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert [*map(fold, text)] == [*folded]


@ANY
@given(text=TEXTS)
def test_every_span_lies_in_its_document_and_is_verbatim(text: str) -> None:
    analysis = analysed(text)
    if analysis is None:
        return
    for document in analysis.documents:
        for fact in found_in(document):
            assert document.span.contains(fact.span), fact
            assert fact.span.end <= len(analysis.source.text)
            assert fact.rule
            assert analysis.source.quote(fact.span).strip(), fact
    for problem in analysis.problems:
        assert problem.span is None or problem.span.end <= len(analysis.source.text)


@ANY
@given(text=TEXTS)
def test_owners_and_recipients_are_named_as_printed(text: str) -> None:
    analysis = analysed(text)
    for document in analysis.documents if analysis else ():
        for fact in found_in(document):
            name = fact.value.name if isinstance(fact.value, Owner) else fact.value
            if fact.kind in {"owner", "recipients", "cc"}:
                assert analysis
                assert "".join(analysis.source.quote(fact.span).split()) == "".join(str(name).split())


@ANY
@given(text=TEXTS)
def test_documents_stand_one_after_the_other(text: str) -> None:
    analysis = analysed(text)
    if analysis:
        spans = [document.span for document in analysis.documents]
        assert in_order(spans)
        assert all(span.end <= len(analysis.source.text) for span in spans)


@ANY
@given(text=TEXTS)
def test_sections_nest_and_follow_each_other(text: str) -> None:
    analysis = analysed(text)
    for document in analysis.documents if analysis else ():
        assert in_order([section.body for section in document.outline])
        for section in sections_of(document.outline):
            assert document.span.contains(section.body)
            assert well_nested(section)


@ANY
@given(text=TEXTS)
def test_ids_are_unique_and_the_same_input_gives_the_same_bytes(text: str) -> None:
    first, second = analysed(text), analysed(text)
    if first is None or second is None:
        assert first is second
        return
    assert to_json(record(first)) == to_json(record(second))
    ids = [task.id for document in first.documents for task in document.tasks]
    ids += [document.id for document in first.documents]
    assert len(ids) == len(set(ids))


@ANY
@given(number=st.integers(0, 400), part=st.floats(0, 1))
def test_a_notice_may_break_off_anywhere_even_without_the_end_of_a_line(number: int, part: float) -> None:
    whole = file_of(notice(1, number)).decode()
    broken = Source("断了.txt", whole[: round(part * len(whole))], "txt", "")
    assert analyse(broken, rules()).source is broken


@ANY
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    source = read_or_refused(data)
    assert source is None or analyse(source, rules()).source.text == source.text


@ANY
@given(text=TEXTS)
def test_reading_adds_no_word_and_changes_no_order(text: str) -> None:
    source = read_or_refused(text.encode("utf-8-sig"))  # the mark leaves no doubt about the encoding
    rest = iter(fold_radicals(text))
    left_over = [word for word in "".join(source.text.split()) if word not in rest] if source else []
    assert not left_over, "the text is no subsequence of the file"


@cache
def rules() -> RuleBook:
    """The shipped rules; no fixture, for a book is too long to be shown with a failing example."""
    return load()


def read_or_refused(data: bytes) -> Source | None:
    try:
        return read_bytes(data, "任何.txt", rules())
    except ExtractorError as refused:
        assert say(refused.code, refused.where, refused.details, "zh").text  # noqa: PT017 - it may also be read
        return None


def analysed(text: str) -> Analysis | None:
    source = read_or_refused(text.encode())
    return analyse(source, rules()) if source else None


def in_order(spans: list[Span]) -> bool:
    return all(before.end <= after.start for before, after in pairwise(spans))


def well_nested(section: Section) -> bool:
    bodies = [child.body for child in section.children]
    inside = all(section.body.contains(body) for body in bodies)
    deeper = all(child.level > section.level for child in section.children)
    return inside and deeper and in_order(bodies) and section.body.contains(section.span)
