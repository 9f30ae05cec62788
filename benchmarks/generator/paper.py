"""A notice before it is a file: its lines and tables in order, and beside them what a reader has to find."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.generator.days import Gold, Time

Look: TypeAlias = Literal["head", "number", "title", "heading", "body", "sign"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its printed number (``（一）``), the words after it, and how it looks on paper."""

    words: str
    label: str = ""
    look: Look = "body"

    @property
    def text(self) -> str:
        """The paragraph as typed."""
        return f"{self.label}{self.words}"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the heading first."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody and the part that he has in a task."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the ledger: the rule of ``annotation.md`` that makes it one, where it stands, its words.

    The first of the times is its deadline.
    """

    rule: str
    section: list[str]
    words: str
    owners: Sequence[Owner] = ()
    times: Sequence[Time] = ()
    kind: str = "task"

    def gold(self) -> Gold:
        """The task as ``score.py`` wants it."""
        golds = [time.gold for time in self.times]
        return {
            "rule": self.rule, "kind": self.kind, "section": self.section, "anchor": self.words[:24],
            "owners": [{"name": owner.name, "role": owner.role} for owner in self.owners],
            "deadline": golds[0] if golds else None, "milestones": golds[1:],
        }  # fmt: skip


@dataclass(slots=True)
class Part:
    """A document inside a file: its gold as it grows with the lines."""

    gold: Gold
    blocks: list[Line | Table] = field(default_factory=list)
    outline: list[tuple[str, int, str]] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    references: list[Gold] = field(default_factory=list)

    def line(self, *lines: Line) -> None:
        """Put paragraphs at the end."""
        self.blocks += lines

    def entry(self, label: str, words: str) -> None:
        """Put a numbered paragraph at the end, which is an entry of the outline."""
        self.outline.append((label, depth(label), _heading(words)))
        self.blocks.append(Line(words, label, "heading" if depth(label) == 0 and "。" not in words else "body"))

    def task(self, task: Task) -> None:
        """Note a task."""
        self.tasks.append(task)

    def refer(self, title: str | None, number: str | None, relation: str) -> None:
        """Note that another document is named."""
        known = {reference["title"] for reference in self.references}
        if title not in known:
            self.references.append({"title": title, "numbers": [number] if number else [], "relation": relation})

    def finished(self) -> Gold:
        """The gold of the document; levels are counted from the highest scheme that is used in it."""
        tasks = [task.gold() for task in self.tasks]
        used = sorted({level for _, level, _ in self.outline})
        outline = [
            {"label": label, "level": used.index(level) + 1, "title": title} for label, level, title in self.outline
        ]
        return {**self.gold, "outline": outline, "tasks": tasks, "references": self.references}


@dataclass(frozen=True, slots=True)
class Paper:
    """A notice with all that stands in its file."""

    name: str
    parts: tuple[Part, ...]

    @property
    def blocks(self) -> list[Line | Table]:
        """All paragraphs and tables of the file."""
        return [block for part in self.parts for block in part.blocks]

    def gold(self) -> Gold:
        """What a reader has to find in the file, as ``score.py`` wants it."""
        return {"file": self.name, "documents": [part.finished() for part in self.parts], "doubts": []}


def depth(label: str) -> int:
    """Which scheme a number belongs to: 0 一、  1 （一）  2 1.  3 （1）."""
    return (2 if any(map(str.isdecimal, label)) else 0) + label.startswith("（")


def frame(part: str, title: str, **known: object) -> Gold:
    """The frame of a document in gold; what is not given is absent."""
    lists = ("issuers", "numbers", "recipients", "cc", "signatories", "contacts", "attachments")
    empty: Gold = {name: [] for name in lists}
    return {"part": part, "title": title, "type": title[-2:], "date": None, **empty, **known}


def _heading(words: str) -> str:
    ends = [at for sign in "。：；" if (at := words.find(sign)) >= 0]
    return words[: min(ends, default=len(words))][:40]
