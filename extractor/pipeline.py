"""The stages on one screen: a source becomes an analysis."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.extract.document import DocumentReader
from extractor.extract.reading import DocumentReading
from extractor.model.errors import ClassifiedFile
from extractor.model.fold import fold
from extractor.model.identity import document_id
from extractor.model.laps import unheard
from extractor.model.notice import Analysis, Document, Status
from extractor.model.problem import Problem
from extractor.segment.documents import Segmenter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from extractor.model.draft import Draft
    from extractor.model.laps import Lap
    from extractor.model.source import Source
    from extractor.rules.book import RuleBook


def analyse(
    source: Source,
    book: RuleBook,
    reference: dt.date | None = None,
    *,
    allow_classified: bool = True,
    lap: Lap = unheard,
) -> Analysis:
    """Find the documents of ``source``, their frame, outline, tasks and references.

    Args:
        source: what a reader made of a file.
        book: the rules.
        reference: the day that years left out are counted from where the notice itself gives none.
        lap: told when ``segment`` and ``extract`` have ended.
        allow_classified: go on also where the head of a document is marked 绝密, 机密 or 秘密.

    Raises:
        ClassifiedFile: a document is marked, and may not be processed; nothing was extracted from it.
    """
    folded = fold(source.text)
    segments = _segmenter(book).segment(source, folded)
    lap("segment")
    if not allow_classified:
        _refuse_classified(source, segments.drafts)
    reader = _document_reader(book)
    documents: list[Document] = []
    problems: list[Problem] = [*source.problems, *segments.problems]
    for draft in segments.drafts:
        issued = _issued(draft, segments.drafts)
        reading = DocumentReading(source, folded, draft, book, issued, reference)
        read = reader.read(reading, _identity(source, draft, documents))
        parent = documents[draft.parent].id if draft.parent is not None else None
        documents.append(replace(read.document, parent=parent))
        problems += read.problems
    problems += _without_task(documents)
    lap("extract")
    return Analysis(source, tuple(documents), tuple(problems), _status(source))


def _refuse_classified(source: Source, drafts: Sequence[Draft]) -> None:
    marks = (draft.frame.classification for draft in drafts)
    mark = next(filter(None, marks), None)
    if mark:
        raise ClassifiedFile(source.name, mark=mark.value, place=source.describe(mark.span))


def _without_task(documents: Sequence[Document]) -> Iterator[Problem]:
    """Notices that demand nothing, nor does anything they enclose or attach."""
    notice: dict[str, str] = {}
    for document in documents:
        notice[document.id] = notice[document.parent] if document.parent else document.id
    busy = {notice[document.id] for document in documents if document.tasks}
    for document in documents:
        if document.part == "notice" and notice[document.id] not in busy:
            title = document.frame.title
            yield Problem("no-task-found", title.span if title else None, "info")


def _issued(draft: Draft, drafts: tuple[Draft, ...]) -> dt.date | None:
    """The document's own date, else that of the document it belongs to."""
    while draft.frame.date is None and draft.parent is not None:
        draft = drafts[draft.parent]
    return draft.frame.date.value if draft.frame.date else None


def _identity(source: Source, draft: Draft, documents: list[Document]) -> str:
    title = draft.frame.title.value if draft.frame.title else None
    day = draft.frame.date.value.isoformat() if draft.part == "notice" and title and draft.frame.date else None
    number = draft.frame.numbers[0].value if draft.frame.numbers else day
    owner = documents[draft.parent].id if draft.parent is not None else source.name
    taken = {document.id for document in documents}
    ordinal = 0
    while (identifier := document_id(owner, draft.part, title, number, ordinal)) in taken:
        ordinal += 1
    return identifier


def _status(source: Source) -> Status:
    return "partial" if any(problem.severity == "error" for problem in source.problems) else "ok"


@cache
def _segmenter(book: RuleBook) -> Segmenter:
    return Segmenter(book)


@cache
def _document_reader(book: RuleBook) -> DocumentReader:
    return DocumentReader(book)
