"""What is said of a mark: its words, what they were read as, by which rule, on what assumption, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from extractor.export.columns import DEADLINE_KINDS, RELATIONS, ROLES, TASK_KINDS
from extractor.export.notice_view.facts import FRAME, facts_of
from extractor.ledger.wording import due_shown
from extractor.review.contenders import contenders
from extractor.rules.load import load
from extractor.store.questions.graph.places import linked
from extractor.web.notice_page.wording import ASSUMED, FRAME_FILES, GROUNDS, NOT_HELD, OTHERS, TASK_RULES, TO

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from extractor.export.notice_view.facts import Fact
    from extractor.model.record import DeadlineRecord, DocumentRecord, OwnerRecord, Record, TaskRecord
    from extractor.review.contenders import Contender
    from extractor.rules.book import RuleBook
    from extractor.store.questions.graph.places import Linked
    from extractor.store.questions.tasks.answers import TaskAnswer

_LONGEST = 200  # characters of a mark's words that are quoted
_SAME = 2  # characters by which an edge's place may differ from the mark's


@dataclass(frozen=True, slots=True)
class Said:
    """A line about a mark: what it says (a name of ``wording.LINES``), its words, and the page they lead to."""

    name: str
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """All that is said of a mark; ``task`` is the row of the ledger it belongs to, if it counts."""

    fact: Fact
    kind: str
    words: str
    lines: tuple[Said, ...]
    task: TaskAnswer | None = None


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains the marks of one notice."""

    record: Record
    tasks: Mapping[str, TaskAnswer]
    ledger: sqlite3.Connection
    patterns: tuple[Path, ...]

    def explain(self, key: str) -> Explained | None:
        """What is said of the mark of that name; None when there is no such mark."""
        fact = next((fact for fact in facts_of(self.record) if fact.key == key), None)
        if fact is None:
            return None
        kind, lines = self._kind_and_lines(fact)
        words = " ".join(self.record["text"][fact.start : fact.end].split())
        shown = words[:_LONGEST] + ("…" if len(words) > _LONGEST else "")
        return Explained(fact, kind, shown, tuple(lines), self.tasks.get(fact.task))

    def others(self, key: str) -> tuple[Contender, ...]:
        """The rules that claim the place of that mark: those that won, and those that lost to them."""
        fact = next((fact for fact in facts_of(self.record) if fact.key == key), None)
        return contenders(self.record, _book(self.patterns), fact.start) if fact else ()

    def _kind_and_lines(self, fact: Fact) -> tuple[str, Iterator[Said]]:
        if fact.kind == "problem":
            return OTHERS["problem"], self._problem(fact)
        document = next(one for one in self.record["documents"] if one["id"] == fact.document)
        if fact.task:
            task = next(one for one in document["tasks"] if one["id"] == fact.task)
            return self._of_task(fact, task)
        if fact.kind == "reference":
            return OTHERS["reference"], self._reference(fact, document)
        return self._element(fact), self._frame(fact, document)

    def _of_task(self, fact: Fact, task: TaskRecord) -> tuple[str, Iterator[Said]]:
        _, _, part = fact.key.partition(".")
        if not part:
            return TASK_KINDS[task["kind"]], self._task(task)
        if part == "deadline":
            return OTHERS["deadline"], self._time(task["deadline"])
        at = int(part.partition(".")[2])
        if part.startswith("owner"):
            owner = task["owners"][at]
            return ROLES[owner["role"]], self._owner(owner, fact)
        return OTHERS["milestone"], self._time(task["milestones"][at])

    def _problem(self, fact: Fact) -> Iterator[Said]:
        problem = self.record["problems"][int(fact.key.partition(".")[2])]
        yield Said("problem", problem["message"])
        yield Said("advice", problem["advice"])

    def _task(self, task: TaskRecord) -> Iterator[Said]:
        yield Said("title", task["title"])
        yield from self._rule(task["rule"])
        yield Said("grounds", GROUNDS[task["basis"]])

    def _owner(self, owner: OwnerRecord, fact: Fact) -> Iterator[Said]:
        known = self._counted(owner, fact)
        home = known.get("home", "")
        query = f"?{urlencode({'home': home})}" if home else ""
        whole = home + known["canonical"] if home and not known["canonical"].startswith(home) else known["canonical"]
        yield Said("body", whole, f"/bodies/{quote(known['canonical'], safe='')}{query}")
        yield from self._rule(owner["rule"])

    def _counted(self, owner: OwnerRecord, fact: Fact) -> OwnerRecord:
        """The owner as the ledger names it once notices are linked."""
        answer = self.tasks.get(fact.task)
        owners = answer.task["owners"] if answer else []
        return next((one for one in owners if (one["span"], one["role"]) == (owner["span"], owner["role"])), owner)

    def _time(self, time: DeadlineRecord | None) -> Iterator[Said]:
        assert time  # noqa: S101 - there is a mark for it
        start = f"{time['start']} {TO} " if "start" in time else ""
        yield Said("read-as", " ".join(filter(None, (DEADLINE_KINDS[time["kind"]], start + due_shown(time)))))
        for assumption in time["assumptions"]:
            yield Said("assumed", ASSUMED.get(assumption, assumption))
        yield from self._rule(time["rule"])

    def _reference(self, fact: Fact, document: DocumentRecord) -> Iterator[Said]:
        reference = document["references"][int(fact.key.rpartition(".")[2])]
        yield Said("relation", RELATIONS[reference["relation"]])
        if reference["numbers"]:
            yield Said("number", "、".join(reference["numbers"]))
        for one in self._linked(fact):
            if one.kind != "body" and one.relation == reference["relation"]:
                yield Said("document", one.label, f"/notices/{quote(one.file)}" if one.file else "")
                yield from () if one.file else (Said("", NOT_HELD),)
        yield from self._rule(reference["rule"])

    def _frame(self, fact: Fact, document: DocumentRecord) -> Iterator[Said]:
        _, name, at = fact.key.split(".")
        value = document[name]  # type: ignore[literal-required]  # a name of FRAME
        yield Said("read-as", value if isinstance(value, str) else value[int(at)])
        for one in self._linked(fact):
            if one.kind == "body":
                name = one.id.removeprefix("body:").removeprefix(f"{one.home}/")
                yield Said("body", one.label, f"/bodies/{quote(name, safe='')}?{urlencode({'home': one.home})}")
        yield Said("rule", FRAME_FILES)

    def _element(self, fact: Fact) -> str:
        return FRAME[fact.key.split(".")[1]]

    def _linked(self, fact: Fact) -> list[Linked]:
        found = linked(self.ledger, fact.document, self.record["file"])
        return [one for one in found if max(abs(one.start - fact.start), abs(one.end - fact.end)) <= _SAME]

    def _rule(self, identifier: str) -> Iterator[Said]:
        rule = next((rule for rule in _book(self.patterns).entries if rule.id == identifier), None)
        if rule:
            yield Said("rule", f"{rule.means}（{rule.id}，{rule.where}）")
        else:
            yield Said("rule", TASK_RULES.get(identifier, identifier))


@cache
def _book(patterns: tuple[Path, ...]) -> RuleBook:
    return load(patterns)
