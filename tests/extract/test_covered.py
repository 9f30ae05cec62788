"""Stretches that are taken answer as if each of them were asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.extract.covered import Covered
from extractor.model.span import Span

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: Span(pair[0], sum(pair)))


@given(st.lists(SPANS, max_size=6), SPANS)
def test_a_stretch_is_held_and_touched_as_by_each_span(spans: list[Span], asked: Span) -> None:
    covered = Covered(spans)
    assert covered.holds(asked) == any(span.contains(asked) for span in spans)
    assert covered.touches(asked) == any(span.overlaps(asked) for span in spans)


def test_nothing_is_taken_at_first() -> None:
    assert not Covered([]).holds(Span(0, 1))
    assert not Covered([]).touches(Span(0, 1))
