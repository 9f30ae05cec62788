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
    tasks = {
        (record["file"], document["id"]): document["tasks"]
        for record in records
        for document in record["documents"]
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
    by_words: dict[str, list[TaskRecord]] = {}
    for task in held:
        by_words.setdefault(_words(task), []).append(task)
    left = {words: list(same) for words, same in by_words.items()}
    changed: list[TaskRecord] = []
    for task in tasks:
        same = left.get(_words(task))
        if same:
            yield (file, task["id"]), (held_file, same.pop(0)["id"])
        else:
            changed.append(task)
    free = [task for same in left.values() for task in same]
    for task in changed:
        likest = _likest(task, free)
        if likest:
            free.remove(likest)
        yield (file, task["id"]), (held_file, likest["id"]) if likest else None


def _likest(task: TaskRecord, others: Iterable[TaskRecord]) -> TaskRecord | None:
    words = _words(task)
    ratios = [(SequenceMatcher(None, words, _words(other), autojunk=False).ratio(), other) for other in others]
    ratio, likest = max(ratios, key=lambda found: found[0], default=(0.0, None))
    return likest if ratio >= _ALIKE else None


def _words(task: TaskRecord) -> str:
    return dense(task["text"])[:_COMPARED]
