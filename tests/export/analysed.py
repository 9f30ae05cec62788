"""A small notice with its enclosure, analysed by hand: where tests of tables, graph and ledger start."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.export.record import record
from extractor.model.deadline import Deadline, OnDay, Recurring
from extractor.model.found import Found
from extractor.model.identity import document_id, task_ids
from extractor.model.notice import Analysis, Document, Frame, Owner, Reference, Role, Section, Task, TaskKind
from extractor.model.problem import Problem
from extractor.model.source import Place, Source
from extractor.model.span import Span

if TYPE_CHECKING:
    from extractor.model.record import Record

TEXT = """\
甲教发〔2026〕12号
甲市教育局关于印发《校园安全工作方案》的通知
各县（区）教育局，市直各学校：
现将《校园安全工作方案》印发给你们，请于2026年6月30日16:00前报送总结。
甲市教育局
2026年3月2日
校园安全工作方案
一、开展自查。各校全面排查隐患。
（责任单位：安全科；配合单位：基教科、办公室；完成时限：2026年5月底前，长期坚持）
二、建立台账。根据《甲市学校安全条例》（甲政发〔2020〕5号），各校每月25日前更新。
"""
NOTICE_TITLE = "甲市教育局关于印发《校园安全工作方案》的通知"
NOTICE = document_id("a.txt", "notice", NOTICE_TITLE, "甲教发〔2026〕12号")
ENCLOSURE = document_id(NOTICE, "enclosure", "校园安全工作方案", None)


def at(words: str, after: str = "") -> Span:
    """Where ``words`` stand in the text, first after ``after``."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def found(words: str, rule: str, after: str = "") -> Found[str]:
    """Words that are their own value."""
    return Found(words, at(words, after), rule)


def owner(name: str, role: Role) -> Found[Owner]:
    return Found(Owner(name, role, name), at(name, "一、"), f"owner.{role}")


def time(words: str, value: Deadline) -> Found[Deadline]:
    return Found(value, at(words), "deadline.test")


def reference(words: str, value: Reference, after: str = "") -> Found[Reference]:
    return Found(value, at(words, after), "reference.test")


def task(words: str, kind: TaskKind, title: str, section: tuple[str, ...] = ()) -> Task:
    return Task("", kind, title, at(words), "T1", section)


def numbered(document: Document) -> Document:
    """The document with the ids of its tasks."""
    texts = [(each.section, each.span.quote(TEXT)) for each in document.tasks]
    ids = task_ids(document.id, texts)
    tasks = tuple(replace(each, id=key) for each, key in zip(document.tasks, ids, strict=True))
    return replace(document, tasks=tasks)


def notice() -> Document:
    title = found(NOTICE_TITLE, "title.printed")
    frame = Frame(
        title=title,
        type=found("通知", "type.last-noun"),
        issuers=(found("甲市教育局", "issuer.signature", "总结"),),
        numbers=(found("甲教发〔2026〕12号", "number.printed"),),
        date=Found(dt.date(2026, 3, 2), at("2026年3月2日"), "date.signature"),
        recipients=(found("各县（区）教育局", "recipient.line"), found("市直各学校", "recipient.line")),
    )
    four = dt.datetime(2026, 6, 30, 16, 0)  # noqa: DTZ001 - notices print local time
    due = time("2026年6月30日16:00前", OnDay(four))
    report = replace(task("请于2026年6月30日16:00前报送总结。", "submission", "报送总结"), deadline=due)
    plan = Reference("校园安全工作方案", (), "issues")
    references = (reference("《校园安全工作方案》", plan, "现将"),)
    whole = Span(0, TEXT.index("校园安全工作方案\n"))
    return numbered(Document(NOTICE, "notice", None, whole, frame, (), (report,), references))


def enclosure() -> Document:
    start = TEXT.index("校园安全工作方案\n")
    frame = Frame(title=Found("校园安全工作方案", Span(start, start + 8), "title.printed"))
    check = replace(
        task(TEXT[TEXT.index("一、") : TEXT.index("\n二、")], "task", "开展自查", ("一、",)),
        owners=(owner("安全科", "responsible"), owner("基教科", "support"), owner("办公室", "support")),
        deadline=time("2026年5月底前，长期坚持", OnDay(dt.date(2026, 5, 31), ongoing=True)),
    )
    words = "二、建立台账。根据《甲市学校安全条例》（甲政发〔2020〕5号），各校每月25日前更新。"
    ledger = replace(
        task(words, "requirement", "建立台账", ("二、",)),
        owners=(Found(Owner("各校", "actor", "各校"), at("各校", "二、"), "owner.actor"),),
        milestones=(time("每月25日前", Recurring("month", "25")),),
    )
    law = Reference("甲市学校安全条例", ("甲政发〔2020〕5号",), "based-on")
    references = (reference("《甲市学校安全条例》（甲政发〔2020〕5号）", law),)
    outline = (section("一、", "开展自查"), section("二、", "建立台账"))
    whole = Span(start, len(TEXT) - 1)
    return numbered(
        Document(ENCLOSURE, "enclosure", NOTICE, whole, frame, outline, (check, ledger), references)
    )


def section(label: str, title: str) -> Section:
    return Section(label, 1, title, at(label + title), at(label + title))


def analysis(name: str = "a.txt") -> Analysis:
    """The whole file, with one problem."""
    source = Source(name, TEXT, "txt", "5ha", (Place(0, 1, 1), Place(TEXT.index("一、"), 2, 8)))
    problem = Problem("heading-out-of-order", at("二、"), "warning", (("label", "二、"),))
    return Analysis(source, (notice(), enclosure()), (problem,))


def sample(name: str = "a.txt") -> Record:
    """Its record."""
    return record(analysis(name), digest="d1")
