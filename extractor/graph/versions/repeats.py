"""Which task of the version that holds a task of another version repeats."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from extractor.graph.versions.likeness import dense

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.graph.keeping import Kept
    from extractor.graph.versions.copy import Place
    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record, TaskRecord

_ALIKE = 0.6  # a corrected re-issue changes a date or a name; another task of the notice is far below
_COMPARED = 400  # characters of a task
_Task = tuple[str, str]
"""Its id, and its words as they are compared."""


def repeated_tasks(records: Iterable[Record], versions: Versions, keep: Kept = tuple) -> dict[Place, Place | None]:
    """File and id of every task that is not counted -> file and id of the task that stands for it.

    None where the version that holds has no such task: a corrected re-issue dropped it, or one of the two files
    was read worse. Ids may be equal: a TXT and a PDF of one notice give their tasks the same ones. ``keep`` keeps
    the words of the tasks while they are compared.
    """
    wanted = {place for places in versions.several() for place in places}
    numbers: dict[Place, int] = {}

    def said() -> Iterator[list[_Task]]:
        for record in records if wanted else ():
            for document in record["documents"]:
                place = record["file"], document["id"]
                if place in wanted:
                    numbers[place] = len(numbers)
                    yield [(task["id"], _words(task)) for task in document["tasks"]]

    tasks = keep(said())
    return dict(
        pair
        for places in versions.several()
        for other in places[1:]
        for pair in _pairs(other[0], tasks[numbers[other]], places[0][0], tasks[numbers[places[0]]])
    )


def _pairs(
    file: str, tasks: Sequence[_Task], held_file: str, held: Sequence[_Task]
) -> Iterator[tuple[Place, Place | None]]:
    free: dict[str, list[str]] = {}
    for task, words in held:
        free.setdefault(words, []).append(task)
    changed: list[_Task] = []
    for task, words in tasks:
        if free.get(words):
            yield (file, task), (held_file, free[words].pop(0))
        else:
            changed.append((task, words))
    for task, words in changed:
        likest = _likest(words, (other for other, same in free.items() if same))
        yield (file, task), None if likest is None else (held_file, free[likest].pop(0))


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
