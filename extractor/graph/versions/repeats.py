"""Which task of the version that holds a task of another version repeats."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from extractor.graph.versions.likeness import dense

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.graph.versions.copies import Place
    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record, TaskRecord

_ALIKE = 0.6  # a corrected re-issue changes a date or a name; another task of the notice is far below
_COMPARED = 400  # characters of a task


def repeated_tasks(records: Iterable[Record], versions: Versions) -> dict[Place, Place | None]:
    """File and id of every task that is not counted -> file and id of the task that stands for it.

    None where the version that holds has no such task: a corrected re-issue dropped it, or one of the two files
    was read worse. Ids may be equal: a TXT and a PDF of one notice give their tasks the same ones.
    """
    wanted = {place for places in versions.several() for place in places}
    tasks = {
        (record["file"], document["id"]): document["tasks"]
        for record in (records if wanted else ())
        for document in record["documents"]
        if (record["file"], document["id"]) in wanted
    }
    return dict(
        pair
        for places in versions.several()
        for other in places[1:]
        for pair in _pairs(other[0], tasks[other], places[0][0], tasks[places[0]])
    )


def _pairs(
    file: str, tasks: Sequence[TaskRecord], held_file: str, held: Sequence[TaskRecord]
) -> Iterator[tuple[Place, Place | None]]:
    free: dict[str, list[TaskRecord]] = {}
    for task in held:
        free.setdefault(_words(task), []).append(task)
    changed: list[tuple[str, TaskRecord]] = []
    for task in tasks:
        words = _words(task)
        if free.get(words):
            yield (file, task["id"]), (held_file, free[words].pop(0)["id"])
        else:
            changed.append((words, task))
    for words, task in changed:
        likest = _likest(words, (other for other, same in free.items() if same))
        yield (file, task["id"]), None if likest is None else (held_file, free[likest].pop(0)["id"])


def _likest(words: str, others: Iterable[str]) -> str | None:
    """The most alike of ``others``; those that cannot be it are passed over by their length and characters."""
    most, likest = _ALIKE, None
    for other in others:
        if 2 * min(len(words), len(other)) < most * (len(words) + len(other)):
            continue
        matcher = SequenceMatcher(None, words, other, autojunk=False)
        ratio = matcher.ratio() if matcher.quick_ratio() >= most else 0.0
        if ratio > most or (likest is None and ratio >= most):
            most, likest = ratio, other
    return likest


def _words(task: TaskRecord) -> str:
    return dense(task["text"])[:_COMPARED]
