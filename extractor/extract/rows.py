"""From a passage to a ledger row: its times, its owners, its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.extract.items import Item, own_words
from extractor.model.deadline import Deadline, Vague
from extractor.model.found import Found
from extractor.model.notice import Basis, Owner, Task, TaskKind
from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.extract.actors import ActorReader
    from extractor.extract.directives import Directives
    from extractor.extract.markings import Marking
    from extractor.extract.prose_owners import ProseOwners
    from extractor.extract.reading import DocumentReading
    from extractor.model.problem import Problem

MAX_TITLE = 60
_TITLE_END = re.compile(r"[。：；\n]")
_LEADS_IN = re.compile(r"(?:以下|如下|下列)|：$")


@dataclass(frozen=True, slots=True)
class Row:
    """A task before it has an id, and what was odd about its times."""

    task: Task
    problems: tuple[Problem, ...] = ()


class RowReader:
    """Turns passages of one document into rows."""

    def __init__(
        self, reading: DocumentReading, actors: ActorReader, prose: ProseOwners, directives: Directives
    ) -> None:
        """``reading`` is the document, the others the readers of the rule book."""
        self.reading, self.actors, self.prose, self.directives = reading, actors, prose, directives
        self.issuers = tuple(issuer.value for issuer in reading.draft.frame.issuers)

    def marked(self, span: Span, item: Item | None, marking: Marking) -> Row:
        """T1: the marking's owners and times come first, the passage's own times after it."""
        titles = item.titles if item else ()
        running = self.reading.times(span, marked=False, heading=" ".join(titles))
        own = [time for time in running.times if not time.span.overlaps(marking.span)]
        owners, basis = self._owners(span, item) if not marking.owners else (marking.owners, "marked")
        times = [*marking.times, *own]
        kind = self._kind(titles, span)
        return self._row(
            span,
            item,
            kind,
            owners,
            times,
            (*marking.problems, *running.problems),
            f"task.{marking.form}",
            basis,
        )

    def directed(self, span: Span, item: Item) -> Row:
        """T2: a numbered item that tells somebody to do something."""
        read = self.reading.times(span, marked=False, heading=" ".join(item.titles))
        owners, basis = self._owners(span, item)
        return self._row(
            span,
            item,
            self._kind(item.titles, span),
            owners,
            read.times,
            read.problems,
            "task.directed",
            basis,
        )

    def stated(self, span: Span, item: Item | None) -> Row:
        """T3: a demand in running text."""
        titles = item.titles if item else ()
        read = self.reading.times(span, marked=False, heading=" ".join(titles))
        folded = self.reading.folded
        owners = self.prose.read(folded, span, self.issuers) or self.actors.read(folded, span, self.issuers)
        kind = self._kind(titles, span, stated=True)
        return self._row(
            span,
            item,
            kind,
            owners,
            read.times,
            read.problems,
            "task.stated",
            "subject" if owners else "assumed",
        )

    def _owners(self, span: Span, item: Item | None) -> tuple[tuple[Found[Owner], ...], Basis]:
        """Who is named in prose (由甲牵头), else the subjects, else those of the sentence that leads in a section above."""
        folded = self.reading.folded
        named = self.prose.read(folded, span, self.issuers)
        if named:
            return named, "marked"
        found = self.actors.read(folded, span, self.issuers)
        if found:
            return found, "subject"
        above = item.parent if item else None
        while above is not None:
            if self.actors.names.is_body(above.section.title) and not self.directives.directs(
                above.section.title
            ):
                return self._heading_body(above), "inherited"
            lead = own_words(above, folded)
            if lead and _LEADS_IN.search(lead.quote(folded)):
                found = self.actors.read(folded, lead, self.issuers)
                if found:
                    return found, "inherited"
            above = above.parent
        told = self.actors.announcers(folded, span) if item else ()
        return (told, "subject") if told else ((), "assumed")

    def _heading_body(self, item: Item) -> tuple[Found[Owner], ...]:
        """A heading that is the name of a body: its items are that body's."""
        span = Span(item.section.span.end - len(item.section.title), item.section.span.end)
        names = self.actors.names.names(self.reading.folded, span)
        return tuple(
            Found(Owner(words, "actor", words), name, "actor.heading")
            for name in names
            for words in [name.quote(self.reading.folded)]
        )

    def _kind(self, titles: Sequence[str], span: Span, *, stated: bool = False) -> TaskKind:
        words = span.quote(self.reading.folded)
        title = self.reading.draft.frame.title
        called = title is not None and self.directives.is_meeting(title.value)
        if self.directives.convenes(words[: 2 * MAX_TITLE], titles, called=called):
            return "meeting"
        return self.directives.kind(titles, words, stated=stated)

    def _row(
        self,
        span: Span,
        item: Item | None,
        kind: TaskKind,
        owners: tuple[Found[Owner], ...],
        times: Sequence[Found[Deadline]],
        problems: tuple[Problem, ...],
        rule: str,
        basis: Basis,
    ) -> Row:
        deadline = next(
            (time for time in times if not isinstance(time.value, Vague)), times[0] if times else None
        )
        milestones = tuple(time for time in times if time is not deadline)
        section = item.labels if item else ()
        task = Task("", kind, self._title(span), span, rule, section, owners, deadline, milestones, basis)
        return Row(task, problems)

    def _title(self, span: Span) -> str:
        """The first sentence of a task, at most 60 characters; its whole heading when that stands alone."""
        words = span.quote(self.reading.folded)
        end = _TITLE_END.search(words)
        length = min(end.start() if end else len(words), MAX_TITLE)
        return "".join(self.reading.source.text[span.start : span.start + length].split())
