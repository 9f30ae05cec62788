"""The stages together: which document a date counts for, what has which id, what a file's problems are."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from extractor.model.problem import Problem
from extractor.pipeline import analyse
from tests.notices import framed, laid, parts, read, rows

if TYPE_CHECKING:
    from extractor.model.problem import Severity
    from extractor.rules.book import RuleBook

PLAN = "校园安全工作方案\n一、排查隐患。6月底前完成。\n二、整改隐患。年底前完成。"
PRINTED = (
    "云州市教育局关于印发《校园安全工作方案》的通知\n各学校：\n现将《校园安全工作方案》印发给你们。\n"
    f"云州市教育局\n2024年3月1日\n{PLAN}"
)


def test_the_date_of_the_notice_counts_for_what_it_prints(book: RuleBook) -> None:
    assert rows(read(book, PRINTED).documents[1]) == [
        "一、排查隐患 ← - @ 2024-06-30",
        "二、整改隐患 ← - @ 2024-12-31",
    ]


def test_the_reference_date_counts_where_the_file_has_none(book: RuleBook) -> None:
    found = analyse(laid(PLAN), book, reference=dt.date(2023, 2, 1)).documents[0]
    assert rows(found) == ["一、排查隐患 ← - @ 2023-06-30", "二、整改隐患 ← - @ 2023-12-31"]


def test_the_own_date_of_a_forwarded_notice_counts_for_it(book: RuleBook) -> None:
    text = (
        "云州市教育局关于转发《关于做好防汛工作的通知》的通知\n各学校：\n现将《关于做好防汛工作的通知》转发给你们。\n"
        "云州市教育局\n2024年1月8日\n云江省教育厅文件\n关于做好防汛工作的通知\n各市教育局：\n"
        "一、排查隐患。各学校要于12月底前完成。\n二、整改隐患。各学校要限期整改。\n云江省教育厅\n2023年11月20日"
    )
    assert rows(read(book, text).documents[1])[0] == "一、排查隐患 ← actor 各学校 @ 2023-12-31"


def test_the_same_notice_in_another_file_keeps_its_ids(book: RuleBook) -> None:
    first, second = laid(PRINTED), replace(laid(PRINTED), name="别的文件夹/另存.txt")
    ids = [[(d.id, [t.id for t in d.tasks]) for d in analyse(source, book).documents] for source in (first, second)]
    assert ids[0] == ids[1]
    assert len({document for document, _ in ids[0]}) == 2


def test_documents_and_tasks_that_look_alike_have_different_ids(book: RuleBook) -> None:
    form = "附件{}\n隐患台账\n一、排查隐患。要逐栋排查。\n二、排查隐患。要逐栋排查。\n"
    found = read(book, framed("请各学校认真排查。") + "\n" + form.format(1) + form.format(2))
    assert parts(found)[1:] == ["attachment 隐患台账"] * 2
    ids = [task.id for document in found.documents for task in document.tasks]
    assert len(ids) == len(set(ids)) > 2
    assert len({document.id for document in found.documents}) == 3


STATUSES = [
    pytest.param("error", "partial", id="有读不出的部分"),
    pytest.param("warning", "ok", id="有疑点"),
    pytest.param("info", "ok", id="有说明"),
]


@pytest.mark.parametrize(("severity", "status"), STATUSES)
def test_a_file_read_with_losses_is_partial_and_its_problems_are_kept(
    book: RuleBook, severity: Severity, status: str
) -> None:
    problem = Problem("page-without-text", None, severity, (("page", "3"),))
    found = analyse(replace(laid(PRINTED), problems=(problem,)), book)
    assert found.status == status
    assert found.problems[0] == problem


def test_a_source_without_text_has_no_documents(book: RuleBook) -> None:
    found = analyse(laid("\n\n"), book)
    assert (found.documents, found.problems, found.status) == ((), (), "ok")


SCRAPS = ["一、", "附件", "附件1", "（）", "。", "：", "2024年3月1日", "| 任务 | 时限 |", "《", "关于"]


@pytest.mark.parametrize("text", SCRAPS)
def test_a_file_of_one_scrap_is_one_document_without_tasks(book: RuleBook, text: str) -> None:
    found = read(book, text)
    assert len(found.documents) == 1
    assert rows(found.documents[0]) == []


DEMANDS = "关于做好防汛工作的通知\n各学校：\n一、排查隐患。各校要逐栋排查。\n云州市教育局\n2024年3月1日"
NONE = "关于公布名单的通知\n各学校：\n现将名单公布如下。\n云州市教育局\n2024年3月1日"


@pytest.mark.parametrize(("text", "problems"), [(DEMANDS, []), (NONE, ["关于公布名单的通知"])], ids=["有", "没有"])
def test_a_notice_without_any_task_says_so(book: RuleBook, text: str, problems: list[str]) -> None:
    analysis = read(book, text)
    found = [problem for problem in analysis.problems if problem.code == "no-task-found"]
    assert [problem.span and problem.span.quote(text) for problem in found] == problems
    assert {problem.severity for problem in found} <= {"info"}
