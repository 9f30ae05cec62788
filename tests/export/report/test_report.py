"""``report.html``: every notice with what was found in it, in one file that asks nobody and runs nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from extractor.export.ledger_rows import task_rows
from extractor.export.record import failed_record
from extractor.export.report.contents import ReportContents, report_problems
from extractor.export.report.page import report_page
from extractor.model.errors import EncryptedFile
from tests.export.analysed import sample
from tests.export.notice_view.reading_back import tags_of, text_of
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.record import Record

FAILED = failed_record("坏.pdf", "", EncryptedFile("坏.pdf"))


def page(*records: Record, most: int = 1_000_000) -> str:
    return report_page(ReportContents(records, list(task_rows(records)), most=most)).data.decode()


def articles(shown: str) -> list[str]:
    return re.findall(r'<article id="\w+">.*?</article>', shown, re.DOTALL)


def test_every_notice_is_there_with_its_text() -> None:
    records = [sample("a.txt"), FAILED, sample("b.txt")]
    texts = [text_of(article) for article in articles(page(*records))]
    assert texts == ["".join(record["text"].split()) for record in records]


def test_every_row_of_the_ledger_leads_to_its_place() -> None:
    shown = page(sample("a.txt"), sample("b.txt"))
    places = re.findall(r'href="#([^"]+-task-\w+)"', shown)
    ids = re.findall(r' id="([^"]+)"', shown)
    assert len(places) == 6
    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(ids)
    assert len(ids) == len(set(ids))


def test_the_same_contents_give_the_same_bytes() -> None:
    assert page(sample()) == page(sample())


def test_nothing_is_fetched_and_nothing_runs() -> None:
    shown = page(sample())
    style = re.search(r"<style>(.*?)</style>", shown, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}&#x27;;" in shown
    assert not re.search(r"<script|\son\w+=|\sstyle=|\ssrc=|https?:|@import|url\(", shown)


def test_words_of_a_notice_stay_words() -> None:
    hostile = "</style><script>alert(1)</script>"
    found = sample(hostile)
    documents = [{**document, "title": hostile} for document in found["documents"]]
    shown = page({**found, "documents": documents, "text": hostile + found["text"][len(hostile) :]})  # type: ignore[typeddict-item]  # documents with other titles
    assert "script" not in tags_of(shown)
    assert shown.count("</style>") == 1


@pytest.mark.parametrize(
    ("most", "kept", "said"),
    [
        pytest.param(1_000_000, 3, "", id="都放得下"),
        pytest.param(3_500, 1, "2 份文件只列目录", id="有任务的先放"),
        pytest.param(10, 0, "3 份文件只列目录", id="一份也放不下"),
    ],
)
def test_a_report_has_its_bounds_and_says_what_it_leaves_out(most: int, kept: int, said: str) -> None:
    quiet: Record = {**sample("a.txt"), "documents": []}
    other: Record = {**quiet, "file": "c.txt"}
    records = (quiet, sample("b.txt"), other)
    shown = page(*records, most=most)
    assert len(articles(shown)) == kept
    assert said in shown
    assert shown.count("<li>") >= 3
    if kept == 1:
        assert '<article id="n2">' in shown
    report = report_page(ReportContents(records, (), most=most))
    problems = [f"{file} {problem['code']}" for file, problem in report_problems(report)]
    assert problems == ([] if kept == 3 else ["report.html report-shortened"])


def test_a_ledger_without_notices_is_a_page_too() -> None:
    assert "0 份文件，0 项任务" in page()


def test_a_run_writes_it(tmp_path: Path) -> None:
    keep([sample(), FAILED], tmp_path)
    shown = (tmp_path / "report.html").read_text("utf-8")
    assert len(articles(shown)) == 2
    assert "2 份文件，3 项任务" in shown
