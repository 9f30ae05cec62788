"""The view of a notice: every character once and in order, each mark at its place, nothing of it runs as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.export.notice_view.blocks import blocks_of
from extractor.export.notice_view.facts import Fact, facts_of
from extractor.export.notice_view.pen import Manner, Pen
from extractor.export.notice_view.segments import segments
from extractor.export.notice_view.view import notice_html
from extractor.export.record import record
from extractor.ingest.read import read
from extractor.model.layout import Layout, layout_of, layout_record
from extractor.model.source import Cell, Table
from extractor.model.span import Span
from extractor.pipeline import analyse
from tests.conftest import ROOT
from tests.export.analysed import sample
from tests.export.notice_view.reading_back import tags_of, text_of
from tests.notices import framed, laid

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.record import Record
    from extractor.rules.book import RuleBook

SAMPLES = sorted((ROOT / "corpus").iterdir())
LIGHT = frozenset({".txt", ".md", ".docx", ".html", ".asp", ".jsp"})
TASK = Fact("task-a", "task", [0, 13], "任务")
OWNER = Fact("a.owner.0", "owner", [0, 4], "牵头")
TIME = Fact("a.deadline", "time", [7, 11], "时限")
ACROSS = Fact("d.reference.0", "reference", [9, 16], "引用")


def viewed(path: Path, book: RuleBook) -> tuple[Record, Layout, str]:
    source = read(path, path.name, book)
    found = record(analyse(source, book))
    layout = layout_of(layout_record(source))
    return found, layout, notice_html(found, layout, Manner())


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in SAMPLES])
def test_a_sample_reads_as_it_was_written_and_shows_all_that_was_found(path: Path, book: RuleBook) -> None:
    found, _, page = viewed(path, book)
    assert text_of(page) == "".join(found["text"].split())
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {fact.key for fact in facts_of(found) if fact.kind == "task"} <= set(ids)
    asked = set(re.findall(r'data-fact="([^"]+)"', page))
    assert {fact.key for fact in facts_of(found) if fact.kind in {"task", "owner", "time"}} <= asked


def test_real_notices_read_as_they_were_written(shared: Path, book: RuleBook) -> None:
    notices = [path for path in sorted((shared / "notices").iterdir()) if path.suffix in LIGHT]
    wrong = []
    for path in notices:
        found, _, page = viewed(path, book)
        wrong += [] if text_of(page) == "".join(found["text"].split()) else [path.name]
    assert (len(notices) > 20, wrong) == (True, [])


def test_tables_are_tables_with_their_merged_cells(book: RuleBook) -> None:
    source = laid("关于分工的通知\n|任务|<|单位|\n|甲|乙/丙|教育局|\n|^|丁|^|")
    page = notice_html(record(analyse(source, book)), layout_of(layout_record(source)), Manner())
    cells = re.findall(r"<(t[dh])((?: (?:rowspan|colspan|data-from)=\"\d+\")*)[^>]*>", page)
    assert [re.sub(r' data-from="\d+"', "", f"{tag}{spans}") for tag, spans in cells] == [
        'th colspan="2"', "th", 'td rowspan="2"', "td", 'td rowspan="2"', "td",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        pytest.param([], ["0-13"], id="没有标注"),
        pytest.param([TASK], ["0-13 task-a"], id="全段"),
        pytest.param(
            [TASK, OWNER, TIME],
            ["0-4 a.owner.0 task-a", "4-7 task-a", "7-11 a.deadline task-a", "11-13 task-a"],
            id="套在任务里的",
        ),
        pytest.param(
            [TIME, ACROSS],
            ["0-7", "7-9 a.deadline", "9-11 a.deadline d.reference.0", "11-13 d.reference.0"],
            id="交叉的，超出段落的",
        ),
    ],
)
def test_marks_are_cut_where_another_begins_or_ends(facts: list[Fact], shown: list[str]) -> None:
    found = segments(0, 13, facts)
    assert [" ".join((f"{one.start}-{one.end}", *(fact.key for fact in one.facts))) for one in found] == shown


def test_a_mark_in_pieces_has_its_name_once() -> None:
    inner = Fact("b.owner.0", "owner", [3, 5], "配合")
    outer = Fact("d.reference.0", "reference", [0, 8], "引用")
    page = Pen("根据甲乙丙丁戊己庚", Manner(), {}).stretch(0, 9, [outer, inner])
    assert re.findall(r'id="([^"]+)"', page) == ["d.reference.0", "b.owner.0"]
    assert page.count('data-fact="d.reference.0"') == 2
    assert page.count('tabindex="-1"') == 1


def kinds(text: str, book: RuleBook) -> list[str]:
    found = record(analyse(laid(text), book))
    return [f"{block.kind}{block.level or ''}" for block in blocks_of(found, Layout())]


def test_lines_look_as_what_they_are(book: RuleBook) -> None:
    text = framed("为做好工作，现通知如下。\n一、加强领导\n（一）压实责任。各校校长负总责。\n二、抓好落实")
    assert kinds(text, book) == [
        "title", "salutation", "paragraph", "heading1", "paragraph2", "heading1", "signature", "signature",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param((Cell(0, 0, 1, 1, Span(0, 2)),), id="漏了字"),
        pytest.param((Cell(0, 0, 1, 1, Span(0, 5)), Cell(0, 1, 1, 1, Span(3, 5))), id="重了字"),
        pytest.param((Cell(0, 0, 1, 1, Span(0, 2)), Cell(0, 1, 1, 1, Span(3, 9))), id="出了表"),
        pytest.param((Cell(0, 0, 1, 1, Span(0, 2)), Cell(90_000, 9_000, 1, 1, Span(3, 5))), id="隔得太远"),
        pytest.param((Cell(0, 0, 1, 1, None),), id="没有字"),
    ],
)
def test_a_table_that_does_not_hold_its_words_is_shown_as_text(cells: tuple[Cell, ...]) -> None:
    page = notice_html(plain("甲乙\t丙丁\n戊己"), Layout((Table(Span(0, 5), cells),)), Manner())
    assert (text_of(page), "<table" in page) == ("甲乙丙丁戊己", False)


def test_overlapping_merged_cells_keep_all_their_words() -> None:
    words = "甲\t乙\n丙\t丁"
    spans = [Span(0, 1), Span(2, 3), Span(4, 5), Span(6, 7)]
    grid = [(0, 0, 9, 9), (0, 1, 3, 1), (1, 0, 1, 5), (1, 0, 1, 1)]
    cells = tuple(Cell(*place, span) for place, span in zip(grid, spans, strict=True))
    page = notice_html(plain(words), Layout((Table(Span(0, 7), cells),)), Manner())
    assert (text_of(page), page.count("<t") - 1) == ("甲乙丙丁", 6)


def plain(text: str) -> Record:
    """A file of which only the text is known."""
    return {
        "file": "a.txt", "status": "ok", "reader": "txt", "sha256": "", "text": text, "documents": [],
        "problems": [], "digest": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("</p><script>alert(1)</script>", id="脚本"),
        pytest.param('" onmouseover="alert(1)', id="引号"),
        pytest.param("<img src=x onerror=alert(1)>&lt;b&gt;", id="标签和实体"),
        pytest.param("<!-- <header>", id="注释"),
        pytest.param("\u202e倒\u2066着\x00写\ud800的", id="控制字符"),
    ],
)
def test_words_of_a_notice_stay_words(words: str) -> None:
    found = sample()
    text = words + found["text"][len(words) :]
    document = {**found["documents"][0], "title": words, "issuers": [words]}
    hostile: Record = {**found, "text": text, "documents": [document, *found["documents"][1:]]}  # type: ignore[list-item]  # a document with other words
    for manner in (Manner(), Manner(linked=False, prefix="n1-")):
        page = notice_html(hostile, Layout(), manner)
        assert text_of(page) == "".join(re.sub("[\x00\ud800]", "\ufffd", text).split())
        assert tags_of(page) <= {"section", "header", "p", "dl", "div", "dt", "dd", "a", "span", "b", "h2", "h3"}
        page.encode()


MARK = st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from(["task", "owner", "time", "problem"]))


@given(text=st.text(st.sampled_from('甲乙丙。\n\t <&"'), max_size=60), marks=st.lists(MARK, max_size=12))
def test_however_marks_overlap_the_text_is_whole(text: str, marks: list[tuple[int, int, str]]) -> None:
    facts = [
        Fact(f"{kind}-{at}", kind, [start, min(start + length, len(text))], "")
        for at, (start, length, kind) in enumerate(marks)
        if start < len(text)
    ]
    page = Pen(text, Manner(), {fact.key: 1 for fact in facts}).stretch(0, len(text), facts)
    assert text_of(page) == "".join(text.split())
