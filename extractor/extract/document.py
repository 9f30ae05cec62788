"""One draft becomes a document: its tasks, its references, and what was odd about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.extract.references.read import ReferenceReader
from extractor.extract.tables.read import TableReader
from extractor.extract.tasks import TaskReader
from extractor.extract.tools import TaskTools
from extractor.model.identity import task_ids
from extractor.model.notice import Document, Task
from extractor.model.span import Span
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.extract.reading import DocumentReading
    from extractor.model.draft import Draft
    from extractor.model.problem import Problem
    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

_PRINTS = own(r"(?:印发|转发|公布)《(.{4,100})》的通知$")  # an attachment that is the rule which another notice prints


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """A finished document and the problems met while reading it."""

    document: Document
    problems: tuple[Problem, ...]


class DocumentReader:
    """Reads documents by one rule book."""

    def __init__(self, book: RuleBook) -> None:
        """Make the readers of tasks, tables and references."""
        self.book = book
        self.tools, self.references = TaskTools.of(book), ReferenceReader(book)
        self.tables = TableReader(book, self.tools)

    def read(self, reading: DocumentReading, identifier: str) -> DocumentRead:
        """The document that a draft becomes under ``identifier``; its parent is for the caller to fill in."""
        source, draft = reading.source, reading.draft
        listed = self.tables.read(reading)
        rows = sorted([*TaskReader(reading, self.tools).read(listed), *listed], key=lambda row: row.task.span)
        tasks = _identified(identifier, [row.task for row in rows], source)
        own = list(_own_names(draft))
        skip = [found.span for found in draft.frame.numbers]
        references = self.references.read(source.text, reading.folded, draft.span, own, skip)
        problems = tuple(dict.fromkeys(problem for row in rows for problem in row.problems))
        document = Document(identifier, draft.part, None, draft.span, draft.frame, draft.outline, tasks, references)
        return DocumentRead(document, problems)


def _identified(identifier: str, tasks: list[Task], source: Source) -> tuple[Task, ...]:
    ids = task_ids(identifier, ((task.section, source.quote(_beginning(task.span))) for task in tasks))
    return tuple(replace(task, id=given) for task, given in zip(tasks, ids, strict=True))


def _beginning(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 80))


def _own_names(draft: Draft) -> Iterator[str]:
    """Titles and numbers that are this document's own or its attachments': no references."""
    frame = draft.frame
    if frame.title:
        yield frame.title.value
    yield from (number.value for number in frame.numbers)
    for title in frame.attachments:
        yield title.value
        printed = _PRINTS.search(title.value)
        if printed:
            yield printed[1]
