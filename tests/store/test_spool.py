"""Values put aside on disk come back as they were, in their order, as often as somebody wants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.graph.keeping import ListsHere
from extractor.store.lists import Lists
from extractor.store.shelf import Shelf
from extractor.store.spool import Spool

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3) | st.tuples(inner, inner),
)


@given(st.lists(VALUES, max_size=200))
def test_what_was_put_in_comes_out(values: list[object]) -> None:
    spool = Spool(values)
    assert list(spool) == values
    assert list(spool) == values
    assert len(spool) == len(values)


def test_several_may_go_through_it_at_once() -> None:
    spool = Spool(range(300))
    assert [pair for pair in zip(spool, spool, strict=True) if pair[0] != pair[1]] == []


def test_it_is_a_sequence() -> None:
    spool = Spool("甲乙丙丁")
    assert (spool[0], spool[-1], spool[1:3]) == ("甲", "丁", ["乙", "丙"])
    with pytest.raises(IndexError):
        spool[4]


def test_more_may_be_added_while_somebody_reads() -> None:
    spool = Spool([1, 2])
    reading = iter(spool)
    assert next(reading) == 1
    spool.add(3)
    assert [*reading, *spool] == [2, 1, 2, 3]


WORDS = st.text(alphabet="甲乙ab\ud800", max_size=3)
ADDED = st.lists(st.tuples(WORDS, st.integers(0, 3) | WORDS | st.tuples(WORDS, WORDS)), max_size=1200)


@given(ADDED)
def test_lists_on_the_disk_are_those_in_memory(added: list[tuple[str, object]]) -> None:
    there, here = Lists(), ListsHere()
    for word, value in added:
        there.add(word, value)
        here.add(word, value)
    assert set(there.words()) == set(here.words())
    assert [there.of(word) for word in here.words()] == [here.of(word) for word in here.words()]


def test_words_come_sorted_and_a_value_once() -> None:
    lists = Lists()
    for word, value in (("乙", "二"), ("甲", "一"), ("乙", "三"), ("乙", "二")):
        lists.add(word, value)
    assert [*lists.words()] == ["乙", "甲"]
    assert (lists.of("乙"), lists.of("丙")) == (["二", "三"], [])


def test_of_two_rows_of_a_task_the_later_is_found_in_the_place_of_the_first() -> None:
    shelf = Shelf([{"任务编号": task, "备注": note} for task, note in ("一甲", "二乙", "一丙")])
    assert [(task, row["备注"]) for task, row in shelf.items()] == [("一", "丙"), ("二", "乙")]
    with pytest.raises(KeyError):
        shelf["三"]


def test_a_changed_shelf_needs_not_the_one_it_was_made_of() -> None:
    shelf = Shelf([{"任务编号": "一", "备注": "甲"}]).changed(dict)
    assert shelf["一"]["备注"] == "甲"


def test_a_row_is_found_by_its_task() -> None:
    shelf = Shelf([{"任务编号": "一", "备注": "甲"}, {"任务编号": "二", "备注": "乙"}])
    assert (list(shelf), shelf["二"]["备注"], "三" in shelf, len(shelf)) == (["一", "二"], "乙", False, 2)


def test_a_row_is_changed_when_it_is_looked_at() -> None:
    shelf = Shelf([{"任务编号": "一", "备注": "甲"}]).changed(lambda row: {**row, "备注": row["任务编号"]})
    assert (shelf["一"]["备注"], next(iter(shelf.rows))["备注"]) == ("一", "甲")
