"""``analysis.jsonl`` holds what ``output.md`` promises, and the same values give the same bytes."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from extractor.export.deadline_record import deadline_record
from extractor.export.record import failed_record, load_record, record, to_json
from extractor.model.deadline import Deadline, OnDay, Ongoing, Period, Recurring, Relative, Vague
from extractor.model.errors import UnreadableFile
from extractor.model.found import Found
from extractor.model.notice import Analysis
from extractor.model.problem import Problem
from extractor.model.source import Source
from extractor.model.span import Span
from tests.export.analysed import ENCLOSURE, NOTICE, NOTICE_TITLE, TEXT, analysis, sample

DAY = dt.date(2026, 5, 31)
FOUR = dt.datetime(2026, 5, 31, 16, 0)  # noqa: DTZ001 - notices print local time
DEADLINES = [
    pytest.param(OnDay(DAY), {"kind": "date", "due": "2026-05-31"}, id="到某日"),
    pytest.param(OnDay(FOUR), {"kind": "date", "due": "2026-05-31T16:00"}, id="到某时"),
    pytest.param(
        OnDay(DAY, ongoing=True), {"kind": "date", "due": "2026-05-31", "ongoing": True}, id="并长期"
    ),
    pytest.param(
        Period(dt.date(2026, 5, 1), DAY),
        {"kind": "period", "start": "2026-05-01", "due": "2026-05-31"},
        id="期间",
    ),
    pytest.param(
        Recurring("month", "25"), {"kind": "recurring", "every": "month", "on": "25"}, id="每月某日"
    ),
    pytest.param(Recurring("week"), {"kind": "recurring", "every": "week", "on": None}, id="每周"),
    pytest.param(Ongoing(), {"kind": "ongoing"}, id="长期"),
    pytest.param(
        Relative("会后", "3d"), {"kind": "relative", "after": "会后", "within": "3d"}, id="会后三日"
    ),
    pytest.param(
        Relative("印发之日", "30d", DAY),
        {"kind": "relative", "after": "印发之日", "within": "30d", "due": "2026-05-31"},
        id="印发后三十日",
    ),
    pytest.param(Vague(), {"kind": "vague"}, id="模糊"),
]


@pytest.mark.parametrize(("value", "fields"), DEADLINES)
def test_a_deadline_has_the_fields_of_its_kind_and_its_evidence(
    value: Deadline, fields: dict[str, object]
) -> None:
    source = Source("a.txt", "请五月底前完成", "txt", "")
    written = deadline_record(source, Found(value, Span(1, 5), "deadline.x", ("year-from-issue-date",)))
    evidence = {"text": "五月底前", "span": [1, 5], "rule": "deadline.x"}
    assert written == {**evidence, "assumptions": ["year-from-issue-date"], **fields}


def test_a_document_has_its_elements_with_their_evidence() -> None:
    document = sample()["documents"][0]
    assert (document["id"], document["part"], document["parent"]) == (NOTICE, "notice", None)
    assert (document["title"], document["type"]) == (NOTICE_TITLE, "通知")
    assert (document["numbers"], document["date"]) == (["甲教发〔2026〕12号"], "2026-03-02")
    assert document["recipients"] == ["各县（区）教育局", "市直各学校"]
    words = [TEXT[slice(*each["span"])] for each in document["evidence"]["recipients"]]
    assert words == document["recipients"]
    assert [each["rule"] for each in document["evidence"]["date"]] == ["date.signature"]
    assert "cc" not in document["evidence"]


def test_a_task_has_the_words_at_its_span_and_the_page_it_begins_on() -> None:
    task = sample()["documents"][1]["tasks"][0]
    assert task["text"] == TEXT[slice(*task["span"])]
    assert task["text"].startswith("一、开展自查。各校全面排查隐患。\n（责任单位：安全科")
    assert (task["page"], task["section"], task["kind"], task["basis"]) == (2, ["一、"], "task", "marked")
    assert [(each["name"], each["role"], each["text"]) for each in task["owners"]] == [
        ("安全科", "responsible", "安全科"),
        ("基教科", "support", "基教科"),
        ("办公室", "support", "办公室"),
    ]


def test_every_text_of_a_record_stands_at_its_span() -> None:
    written = sample()
    for document in written["documents"]:
        owners = [owner for task in document["tasks"] for owner in task["owners"]]
        times = [task["deadline"] for task in document["tasks"] if task["deadline"]]
        for fact in (*document["tasks"], *document["references"], *owners, *times):
            assert fact["text"] == TEXT[slice(*fact["span"])] != ""


def test_the_outline_is_flat_in_reading_order() -> None:
    outline = sample()["documents"][1]["outline"]
    assert [(each["label"], each["level"], each["title"]) for each in outline] == [
        ("一、", 1, "开展自查"),
        ("二、", 1, "建立台账"),
    ]


def test_a_problem_says_where_what_and_what_next() -> None:
    start = TEXT.index("二、")
    assert sample()["problems"] == [
        {
            "code": "heading-out-of-order",
            "severity": "warning",
            "message": "a.txt 第2页第8行：编号“二、”与前文不连续",
            "advice": "请核对原文是否缺项、重号，或者这一行其实不是标题。",
            "span": [start, start + 2],
            "page": 2,
            "place": "第2页第8行",
        }
    ]


def test_a_message_quotes_the_beginning_of_the_words_at_its_place() -> None:
    source = Source("a.txt", "二月三\n十日" + "前" * 40, "txt", "")
    problem = Problem("impossible-date", Span(0, 46))
    message = record(Analysis(source, (), (problem,)))["problems"][0]["message"]
    assert message == f"a.txt 第1字：“二月三 十日{'前' * 34}…”不是一个存在的日期"


def test_a_problem_of_reader_and_analysis_is_listed_once_and_in_the_order_of_the_text() -> None:
    late, early = Problem("no-task-found", Span(2, 3)), Problem("no-task-found", Span(0, 1))
    source = Source("a.txt", "通知书", "txt", "", problems=(late,))
    problems = record(Analysis(source, (), (late, early, Problem("empty-file"))))["problems"]
    assert [problem["span"] for problem in problems] == [None, [0, 1], [2, 3]]


def test_a_record_survives_its_line() -> None:
    line = to_json(sample())
    assert "\n" not in line
    assert "\\u" not in line
    assert load_record(line) == sample()
    assert to_json(load_record(line)) == line


def test_a_record_begins_with_the_file_and_ends_with_the_digest() -> None:
    line = to_json(sample())
    assert line.startswith('{"file": "a.txt", "status": "ok", "reader": "txt", "sha256": "5ha", "text": "')
    assert line.endswith('"place": "第2页第8行"}], "digest": "d1"}')


def test_messages_are_written_in_the_language_asked_for() -> None:
    assert record(analysis(), "en")["problems"][0]["message"] == (
        "a.txt 第2页第8行: number “二、” does not continue what precedes it"
    )


def test_a_file_that_cannot_be_read_has_a_record_that_says_why() -> None:
    written = failed_record("乙.pdf", "5ha", UnreadableFile("乙.pdf", reason="文件已损坏"), digest="d1")
    assert (written["status"], written["text"], written["documents"]) == ("failed", "", [])
    assert [(each["severity"], each["message"]) for each in written["problems"]] == [
        ("error", "乙.pdf：无法读取：文件已损坏")
    ]


@pytest.mark.parametrize(
    "line", ["", "{", "[]", "null", '{"file": "a"}', json.dumps({"file": 1, "text": ""})], ids=repr
)
def test_a_line_that_is_no_record_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"^(no record|Expecting)"):
        load_record(line)


def test_the_enclosure_names_its_notice() -> None:
    parents = [(document["id"], document["parent"]) for document in sample()["documents"]]
    assert parents == [(NOTICE, None), (ENCLOSURE, NOTICE)]
