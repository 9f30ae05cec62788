"""The parts of an analysed file: documents, their outline, their tasks and references."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt

    from extractor.model.deadline import Deadline
    from extractor.model.found import Found
    from extractor.model.problem import Problem
    from extractor.model.source import Source
    from extractor.model.span import Span

Part = Literal["notice", "enclosure", "attachment"]
Role = Literal["lead", "support", "responsible", "person", "actor"]
LABELLED: tuple[Role, ...] = ("lead", "support", "responsible", "person")
"""Roles that a label names (牵头单位：, 责任人：); the labels of each are the words ``owner.label.ROLE``."""
TaskKind = Literal["task", "requirement", "submission", "meeting"]
Relation = Literal["forwards", "issues", "based-on", "repeals", "amends", "answers", "supplements", "cites"]
Basis = Literal["marked", "table", "subject", "inherited", "assumed"]
Status = Literal["ok", "partial", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading or paragraph and everything under it, until the next one of its level or higher.

    ``label`` as printed (``一、``, ``（一）``; empty for an unnumbered heading), ``level`` 1 = the highest scheme of
    the document, ``title`` the heading's own words. ``span`` covers label and title, ``body`` the whole section.
    """

    label: str
    level: int
    title: str
    span: Span
    body: Span
    children: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has to see to a task: the name as printed, its role, and the body's canonical name."""

    name: str
    role: Role
    canonical: str


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the ledger (annotation: T1 marked, T2 directed, T3 stated in running text, T4 meeting).

    ``section`` holds the labels from the outline down to the item, ``basis`` what the row rests on.
    """

    id: str
    kind: TaskKind
    title: str
    span: Span
    rule: str
    section: tuple[str, ...] = ()
    owners: tuple[Found[Owner], ...] = ()
    deadline: Found[Deadline] | None = None
    milestones: tuple[Found[Deadline], ...] = ()
    basis: Basis = "marked"


@dataclass(frozen=True, slots=True)
class Reference:
    """Another document that this one names: its title without 《》, its numbers normalised, and how they relate."""

    title: str | None
    numbers: tuple[str, ...]
    relation: Relation


@dataclass(frozen=True, slots=True)
class Frame:
    """The elements of GB/T 9704 as far as the text states them; absent means None or empty, never guessed."""

    title: Found[str] | None = None
    type: Found[str] | None = None  # 文种
    issuers: tuple[Found[str], ...] = ()  # 发文机关
    numbers: tuple[Found[str], ...] = ()  # 发文字号, normalised
    date: Found[dt.date] | None = None  # 成文日期
    recipients: tuple[Found[str], ...] = ()  # 主送机关
    cc: tuple[Found[str], ...] = ()  # 抄送
    signatories: tuple[Found[str], ...] = ()  # 签发人
    contacts: tuple[Found[str], ...] = ()  # 联系人
    attachments: tuple[Found[str], ...] = ()  # 附件说明
    classification: Found[str] | None = None  # 密级和保密期限, e.g. 机密★1年


@dataclass(frozen=True, slots=True)
class Document:
    """One document inside a file. ``parent`` is the id of the document that encloses or attaches it."""

    id: str
    part: Part
    parent: str | None
    span: Span
    frame: Frame
    outline: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    references: tuple[Found[Reference], ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one file."""

    source: Source
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    status: Status = "ok"
