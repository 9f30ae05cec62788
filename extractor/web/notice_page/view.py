"""``/notices/NAME``: one notice as it reads, its outline, its tasks, and what is known of a mark (``?fact=…``)."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from extractor.export.notice_view.boxes import drawn_pages_of, pages_of
from extractor.export.notice_view.facts import KINDS, facts_of
from extractor.export.notice_view.pen import Manner
from extractor.export.notice_view.view import notice_html
from extractor.messages import say
from extractor.model.layout import layout_of
from extractor.store import files, layouts
from extractor.store.database import reading
from extractor.store.questions.graph.places import held_by
from extractor.store.questions.tasks.answers import tasks
from extractor.store.questions.tasks.question import TaskQuestion
from extractor.web.ledger_page.line import line
from extractor.web.notice_page.explained import Explainer
from extractor.web.notice_page.original import gone_words, original_of
from extractor.web.notice_page.wording import LINES, NO_TITLE
from extractor.web.office import office_of
from extractor.web.rendering import page

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.export.notice_view.boxes import PageBoxes
    from extractor.model.layout import Layout
    from extractor.model.record import DocumentRecord, Record, SectionRecord, TaskRecord
    from extractor.review.contenders import Contender
    from extractor.store.questions.tasks.answers import TaskAnswer
    from extractor.web.ledger_page.line import Line

_NOT_FOUND = 404
_PAGES = MappingProxyType({"pdf": pages_of, "image": pages_of, "ofd": drawn_pages_of})
"""How the pages of a file are shown that was read from such a format: as pictures, or drawn of their words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: a part of the file (level 0), or a heading."""

    address: str
    words: str
    level: int


@dataclass(frozen=True, slots=True)
class Row:
    """A task in the list beside the text; ``line`` is its row of the ledger, None when it does not count."""

    number: int
    task: TaskRecord
    line: Line | None


def view(request: Request) -> Response:
    """The whole page, or, for a script of the page, what is said of one mark."""
    name, key = request.path_params["name"], request.query_params.get("fact", "")
    office = office_of(request)
    with reading(office.out) as ledger:
        record = files.stored(ledger, name)
        if record is None:
            raise HTTPException(_NOT_FOUND)
        counted = {answer.task["id"]: answer for answer in tasks(ledger, TaskQuestion(file=name))}
        explainer = Explainer(record, counted, ledger, office.patterns)
        if "others" in request.query_params:
            return page(request, "notice-others.html", others=[_said(one) for one in explainer.others(key)])
        explained = explainer.explain(key) if key else None
        if "hx-request" in request.headers and key:
            return page(request, "notice-fact.html", explained=explained, lines=LINES)
        layout = layout_of(layouts.stored(ledger, name))
        elsewhere = _elsewhere(ledger, record)
        original = original_of(ledger, name, office.corpus)
    text = notice_html(record, layout, Manner())
    beside = "original" in request.query_params
    return page(
        request, "notice.html", record=record, text=text, outline=tuple(_outline(record)), explained=explained,
        rows=tuple(_rows(record, counted, office.today)), elsewhere=elsewhere, kinds=_kinds(record),
        title=_title(record), beside=beside, sheets=_pages(record, layout) if beside else (),
        is_there=bool(original and original.is_there), gone=gone_words(), lines=LINES,
    )  # fmt: skip


def _said(one: Contender) -> tuple[Contender, str]:
    """A rule that claims the place, and what became of it."""
    if not one.reason:
        return one, one.value
    return one, say(one.reason, one.rule, {"winner": one.winner}).text


def _pages(record: Record, layout: Layout) -> tuple[PageBoxes, ...]:
    """The pages of a file that has any, with what was read there."""
    show = _PAGES.get(record["reader"])
    return show(record["text"], layout, facts_of(record)) if show else ()


def _title(record: Record) -> str:
    return next((document["title"] for document in record["documents"] if document["title"]), None) or record["file"]


def _kinds(record: Record) -> dict[str, tuple[str, int]]:
    """What is marked in the text, and how often."""
    found = [fact.kind for fact in facts_of(record)]
    return {kind: (name, found.count(kind)) for kind, name in KINDS.items() if kind in found}


def _outline(record: Record) -> Iterator[Entry]:
    for document in sorted(record["documents"], key=lambda document: document["span"][0]):
        yield Entry(f"#document-{document['id']}", _part(document), 0)
        for section in document["outline"]:
            yield Entry(f"#section-{section['span'][0]}", _heading(section), section["level"])


def _part(document: DocumentRecord) -> str:
    return document["title"] or NO_TITLE


def _heading(section: SectionRecord) -> str:
    return section["label"] + section["title"]


def _rows(record: Record, counted: dict[str, TaskAnswer], today: dt.date) -> Iterator[Row]:
    found = sorted((task for document in record["documents"] for task in document["tasks"]), key=_place)
    for number, task in enumerate(found, 1):
        answer = counted.get(task["id"])
        yield Row(number, answer.task if answer else task, line(answer, today) if answer else None)


def _place(task: TaskRecord) -> tuple[int, int, str]:
    start, end = task["span"]
    return start, -end, f"task-{task['id']}"


def _elsewhere(ledger: sqlite3.Connection, record: Record) -> str | None:
    """The file whose version of the notice counts instead of this one's."""
    found = (held_by(ledger, document["id"], record["file"]) for document in record["documents"])
    return next(filter(None, found), None)
