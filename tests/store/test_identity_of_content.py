"""Ids come from content: they outlive renamed files and corrections elsewhere, and no two tasks share one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.ingest.read import read_bytes
from extractor.model.identity import document_id, task_id, task_ids
from extractor.pipeline import analyse

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

WORDS = st.text(st.sampled_from("甲乙一、1.（）\n "), max_size=6)
PLACED = st.lists(st.tuples(st.lists(WORDS, max_size=2).map(tuple), WORDS), max_size=8)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        pytest.param("关于某事的通知", "甲发〔2026〕1号", id="同样"),
        pytest.param("关于 某事的\n通知", "甲发〔\uff12\uff10\uff12\uff16〕1号", id="排版不同"),
    ],
)
def test_a_notice_keeps_its_id_in_another_file(title: str, number: str) -> None:
    assert document_id("b.pdf", "notice", title, number) == document_id(
        "a.docx", "notice", "关于某事的通知", "甲发〔2026〕1号"
    )


def test_documents_that_differ_have_different_ids() -> None:
    ids = [
        document_id("a", "notice", "关于某事的通知", "甲发〔2026〕1号"),
        document_id("a", "notice", "关于某事的通知", "甲发〔2025〕1号"),
        document_id("a", "notice", "关于某事的通知", None),
        document_id("a", "notice", None, None),
        document_id("b", "notice", None, None),
        document_id("a", "attachment", "汇总表", None),
        document_id("b", "attachment", "汇总表", None),
        document_id("a", "enclosure", "汇总表", None),
        document_id("a", "attachment", "汇总表", None, 1),
    ]
    assert len(set(ids)) == len(ids)


def test_ids_hold_for_ever() -> None:
    assert document_id("a.txt", "notice", "关于某事的通知", None) == "f94a57851f01"
    assert task_id("f94a57851f01", ("一、",), "一、开展自查。") == "ff54f3db03f6"


def test_yearly_notices_without_numbers_are_two(book: RuleBook) -> None:
    years = ("2023年9月20日", "2024年9月20日")
    notices = [f"云州市教育局关于做好国庆值班的通知\n各学校：\n请安排好值班。\n云州市教育局\n{day}" for day in years]
    ids = {analyse(read_bytes(text.encode(), "a.txt", book), book).documents[0].id for text in notices}
    assert len(ids) == len(years)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        pytest.param(("二、", "（一）"), "（一）开展自查。各校要全面排查。", id="原样"),
        pytest.param(("三、", "（二）"), "（二）开展自查。各校要全面排查。", id="前面插入一项"),
        pytest.param(("二、", "(一)"), "(一) 开展自查。\n各校要全面排查。", id="半角和换行"),
        pytest.param(("二、", "（一）"), "开展自查。各校要全面排查。", id="不带编号"),
    ],
)
def test_a_task_keeps_its_id_when_only_its_surroundings_change(section: tuple[str, ...], text: str) -> None:
    before = task_id("a1", ("二、", "（一）"), "（一）开展自查。各校要全面排查。")
    assert task_id("a1", section, text) == before


def test_a_change_after_the_beginning_keeps_the_id() -> None:
    beginning = "各校要全面排查校舍、消防、食堂、实验室、校车、宿舍、体育设施和周边环境的安全隐患，"
    assert task_id("a1", (), beginning + "五月报送。") == task_id("a1", (), beginning + "六月报送。")


@given(PLACED)
def test_no_two_tasks_of_a_document_share_an_id(tasks: list[tuple[tuple[str, ...], str]]) -> None:
    ids = task_ids("a1", tasks)
    assert len(set(ids)) == len(ids) == len(tasks)


@given(PLACED)
def test_further_tasks_change_no_earlier_id(tasks: list[tuple[tuple[str, ...], str]]) -> None:
    assert task_ids("a1", tasks)[:-1] == task_ids("a1", tasks[:-1])


@given(st.text(max_size=20), st.text(max_size=20))
def test_an_id_is_nothing_that_a_spreadsheet_takes_for_a_number(title: str, text: str) -> None:
    for identifier in (document_id("a", "notice", title, None), task_id("a1", (), text)):
        assert re.fullmatch(r"[abcdf][0-9a-f]{11}", identifier)


@given(PLACED)
def test_of_tasks_that_begin_alike_each_takes_the_first_free_number(tasks: list[tuple[tuple[str, ...], str]]) -> None:
    expected: list[str] = []
    for section, text in tasks:
        numbered = (task_id("a1", section, text, ordinal) for ordinal in range(len(tasks) + 1))
        expected.append(next(identifier for identifier in numbered if identifier not in expected))
    assert list(task_ids("a1", tasks)) == expected
