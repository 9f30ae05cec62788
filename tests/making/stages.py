"""What each stage makes of a notice, one fact a line in the order of the text, to be read by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.extract.times.short import short_form
from extractor.ingest.read import read
from extractor.model.deadline import OnDay, Ongoing, Period, Recurring, Relative, Vague
from extractor.model.notice import Owner, Reference, Task
from extractor.pipeline import analyse
from tests.making.facts import found_in, framed, sections_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from extractor.model.notice import Analysis, Document
    from extractor.model.problem import Problem
    from extractor.model.source import Source, Table
    from extractor.model.span import Span
    from extractor.rules.book import RuleBook
    from tests.making.facts import Fact

Line = tuple[int, int, str]


def stages(path: Path, book: RuleBook) -> dict[str, str]:
    """The name of each stage and what it made of the file at ``path``."""
    source = read(path, path.name, book)
    analysis = analyse(source, book)
    return {
        "ingest": written(ingested(source)),
        "segment": written(segmented(analysis)),
        "extract": written(extracted(analysis)),
    }


def written(lines: Iterable[Line]) -> str:
    """The facts sorted by their place."""
    return "".join(f"{start:>5}–{end:<5} {words}\n" for start, end, words in sorted(lines))


def ingested(source: Source) -> Iterator[Line]:
    """Paragraphs with page and line, tables, and what the reader had to say."""
    start = 0
    for line in source.text.splitlines(keepends=True):
        place = source.place_at(start)
        where = f"p{place.page or '-'} l{place.line or '-'}" if place else "p- l-"
        yield start, start + len(line.rstrip("\n")), f"{where:10}{line.rstrip()}"
        start += len(line)
    yield from map(_table, source.tables)
    yield from map(_problem, source.problems)


def segmented(analysis: Analysis) -> Iterator[Line]:
    """Documents with the elements of their frame, and their outline."""
    for document in analysis.documents:
        title = document.frame.title.value if document.frame.title else "-"
        yield document.span.start, document.span.end, f"{document.part.upper()} {title}"
        yield from (_fact(fact, fact.value) for fact in framed(document.frame))
        yield from _outline(document)


def extracted(analysis: Analysis) -> Iterator[Line]:
    """Tasks, owners, times and references, then the problems."""
    for document in analysis.documents:
        frame = {fact.span for fact in framed(document.frame)}
        for fact in found_in(document):
            if fact.span not in frame or isinstance(fact.value, Task | Owner | Reference):
                yield _fact(fact, _shown(fact))
    yield from map(_problem, analysis.problems)


def _outline(document: Document) -> Iterator[Line]:
    for section in sections_of(document.outline):
        indent = "  " * section.level
        yield section.span.start, section.span.end, f"section{indent}{section.label}{section.title}"


def _shown(fact: Fact) -> object:
    match fact.value:
        case Task() as task:
            return f"{task.kind} {''.join(task.section)} {task.title} ({task.basis})"
        case Owner() as owner:
            return f"{owner.role} {owner.name} = {owner.canonical}"
        case Reference() as reference:
            return f"{reference.relation} 《{reference.title}》 {'、'.join(reference.numbers)}"
        case OnDay() | Period() | Recurring() | Ongoing() | Relative() | Vague() as time:
            return short_form(time)
        case _:
            return fact.value


def _fact(fact: Fact, value: object) -> Line:
    return fact.span.start, fact.span.end, f"{fact.kind:12}{value}  [{fact.rule}]"


def _table(table: Table) -> Line:
    rows = len({cell.row for cell in table.cells})
    return table.span.start, table.span.end, f"table {rows} rows, {len(table.cells)} cells"


def _problem(problem: Problem) -> Line:
    span: Span | None = problem.span
    start, end = (span.start, span.end) if span else (0, 0)
    details = ", ".join(f"{name}={words}" for name, words in problem.details)
    return start, end, f"! {problem.severity} {problem.code} {details}".rstrip()
