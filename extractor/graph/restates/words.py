"""The words of a task as they are compared: without layout, owners, times and the names of documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.record import Record, TaskRecord

GAP = "\ue000"
"""Stands where words are left out, so that no run of shared words goes across them."""
_SPOKEN_OR_GAP = own(rf"[^\W_]|{GAP}+")
_NAMES = own(r"《[^《》]{1,80}》")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a task, and for each the place in the text of its file."""

    task: TaskRecord
    record: Record
    words: str
    places: tuple[int, ...]

    def stretch(self, start: int, length: int) -> tuple[int, int]:
        """Where ``length`` words from ``start`` on stand in the text."""
        return self.places[start], self.places[start + length - 1] + 1


def words_of(record: Record, task: TaskRecord) -> Words:
    """The words of ``task``; whoever has to do it and by when is no part of what is to be done."""
    start, end = task["span"]
    text = fold(record["text"][start:end])
    for first, last in _barred(task, text):
        text = text[:first] + GAP * (last - first) + text[last:]
    kept = [match.start() for match in _SPOKEN_OR_GAP.finditer(text)]
    return Words(task, record, "".join(text[at] for at in kept), tuple(start + at for at in kept))


def _barred(task: TaskRecord, text: str) -> Iterator[tuple[int, int]]:
    """Stretches of the task's text that do not count."""
    begin = task["span"][0]
    marked = [owner["span"] for owner in task["owners"]]
    marked += [time["span"] for time in (task["deadline"], *task["milestones"]) if time]
    inside = [(start - begin, end - begin) for start, end in marked if begin <= start < end <= task["span"][1]]
    yield from (*inside, *(match.span() for match in _NAMES.finditer(text)))
