"""Bodies that staff name mean what the same words mean in the notice beside which they wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ledger.edits.staffed import FILE, RULE, staffed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.graph.bodies.naming import Namer
    from extractor.model.record import OwnerRecord, Record, TaskRecord
    from extractor.store.cells import Row
    from extractor.store.staff import Cells


def as_staff_read(
    records: Iterable[Record], cells: Cells, added: Mapping[str, Row], namer: Namer
) -> tuple[Record, ...]:
    """Linked records with the corrections of staff and their own tasks; 组织部 is 党委组织部 where a notice says so.

    Args:
        records: as the notices say, bodies under their one names.
        cells: task → column → what staff wrote.
        added: the tasks that staff wrote in by hand.
        namer: knows what names mean.
    """
    return tuple(each_as_staff_read(records, cells, added, namer))


def each_as_staff_read(
    records: Iterable[Record], cells: Cells, added: Mapping[str, Row], namer: Namer
) -> Iterator[Record]:
    """The same, one after the other."""
    return (_named(record, cells, namer) for record in staffed(records, cells, added))


def _named(record: Record, cells: Cells, namer: Namer) -> Record:
    if record["file"] == FILE:
        return namer.named(record)
    if not any(task["id"] in cells for document in record["documents"] for task in document["tasks"]):
        return record
    documents = [
        {**document, "tasks": [_task(record, document["id"], task, namer) for task in document["tasks"]]}
        for document in record["documents"]
    ]
    return {**record, "documents": documents}  # type: ignore[typeddict-item]  # the documents but for their tasks


def _task(record: Record, document: str, task: TaskRecord, namer: Namer) -> TaskRecord:
    return {**task, "owners": [_owner(record, document, owner, namer) for owner in task["owners"]]}


def _owner(record: Record, document: str, owner: OwnerRecord, namer: Namer) -> OwnerRecord:
    if owner["rule"] != RULE:
        return owner
    name = namer.meant(record, document, owner["name"])
    return {**owner, "canonical": name.canonical, "home": name.home}
