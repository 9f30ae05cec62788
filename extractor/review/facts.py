"""What an analysis says, fact by fact, so that two analyses can be compared and rules counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import TYPE_CHECKING, cast

from extractor.export.record import FRAME_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.model.record import (
        DeadlineRecord,
        DocumentRecord,
        EvidenceRecord,
        Record,
        TaskRecord,
    )

ANCHOR = 12
"""So many characters at its beginning tell which task it is."""

_CONTEXT = 10
_LONGEST = 40
_READING = ("kind", "start", "due", "every", "on", "within")
_NOWHERE: EvidenceRecord = {"span": [0, 0], "rule": ""}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that an analysis says: kind of fact, the words it was read from, what they were read as.

    Where it stands, its rule and its surroundings tell people about it; they do not make it another fact.
    """

    file: str
    kind: str
    words: str
    value: str
    rule: str = field(compare=False)
    context: str = field(compare=False)
    span: tuple[int, int] = field(default=(0, 0), compare=False)


def facts(records: Iterable[Record]) -> Iterator[Fact]:
    """Everything that an analysis says: facts of kind ``task``, ``owner``, ``title`` and so on."""
    for record in records:
        yield Fact(record["file"], "status", "", record["status"], "", "")
        for document in record["documents"]:
            yield from _of_document(record, document)


def usage(records: Iterable[Record]) -> Mapping[str, tuple[int, int]]:
    """Rule id -> how often it fired, and in how many files."""
    times: Counter[str] = Counter()
    files: defaultdict[str, set[str]] = defaultdict(set)
    for fact in facts(records):
        times[fact.rule] += 1
        files[fact.rule].add(fact.file)
    return {rule: (times[rule], len(files[rule])) for rule in sorted(times) if rule}


def _of_document(record: Record, document: DocumentRecord) -> Iterator[Fact]:
    yield from _of_frame(record, document)
    for section in document["outline"]:
        words = section["label"] + section["title"]
        yield _fact(record, "outline", words, str(section["level"]), {"span": section["span"], "rule": ""})
    for reference in document["references"]:
        named = reference["title"] or "、".join(reference["numbers"])
        value = f"{reference['relation']} {named}"
        yield _fact(record, "reference", reference["text"], value, reference)
    for task in document["tasks"]:
        yield from _of_task(record, task)


def _of_frame(record: Record, document: DocumentRecord) -> Iterator[Fact]:
    for name in FRAME_FIELDS:
        value = cast("list[str] | str | None", document.get(name))
        values = [value] if isinstance(value, str) else value or []
        evidence = chain(document["evidence"].get(name, ()), repeat(_NOWHERE))
        for words, because in zip(values, evidence, strict=False):
            yield _fact(record, name, document["part"], words, because)


def _of_task(record: Record, task: TaskRecord) -> Iterator[Fact]:
    value = f"{task['kind']} {''.join(task['section'])}"
    anchor = _plain(task["text"])[:ANCHOR]
    yield _fact(record, "task", task["text"], value, task)
    for owner in task["owners"]:
        meaning = f"{owner['role']} {owner['canonical']}（{anchor}）"
        yield _fact(record, "owner", owner["text"], meaning, owner)
    for kind, times in (("deadline", [task["deadline"]]), ("milestone", task["milestones"])):
        for time in filter(None, times):
            yield _fact(record, kind, time["text"], f"{_reading(time)}（{anchor}）", time)


def _reading(time: DeadlineRecord) -> str:
    return " ".join(str(time.get(name)) for name in _READING if time.get(name))


def _fact(record: Record, kind: str, words: str, value: str, because: EvidenceRecord) -> Fact:
    start, end = because["span"]
    text = record["text"]
    shown = text[start:end] if end - start <= _LONGEST else text[start : start + _LONGEST] + "…"
    context = f"{text[max(0, start - _CONTEXT) : start]}【{shown}】{text[end : end + _CONTEXT]}"
    line = " ".join(context.split())
    return Fact(record["file"], kind, _plain(words), value, because["rule"], line, (start, end))


def _plain(words: str) -> str:
    return "".join(words.split())
