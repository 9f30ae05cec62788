"""``tasks.xlsx`` below the folder of the outputs: written when the ledger changed, never over somebody's edits."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from extractor.export.workbook.contents import FILE, WorkbookContents
from extractor.export.workbook.imprint import digest, edited, holds
from extractor.export.workbook.owners import task_owners
from extractor.store.atomic import OutputInUse, copied, replace
from extractor.store.doubt import doubts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from extractor.model.record import Record
    from extractor.store.cells import Row

__all__ = ["FILE", "contents", "set_aside", "write"]


def contents(records: Sequence[Record], tasks: Sequence[Row], notices: Sequence[Row]) -> WorkbookContents:
    """What the workbook shows of these records, whose rows are ``tasks`` and ``notices``."""
    found = (
        (task["id"], doubts(task, record["problems"]))
        for record in records
        for document in record["documents"]
        for task in document["tasks"]
    )
    return WorkbookContents(tasks, notices, {task: codes for task, codes in found if codes}, task_owners(records))


def set_aside(out: Path) -> tuple[str, ...]:
    """Copy a workbook that somebody saved since it was written, so that its edits can be imported.

    Returns:
        The name of the copy; nothing when nobody saved it.

    Raises:
        OutputInUse: it may not be read.
    """
    path = out / FILE
    try:
        if not edited(path):
            return ()
        data = path.read_bytes()
    except OSError as error:
        raise OutputInUse(str(path), reason=error.strerror or str(error)) from error
    return (copied(path, data),)


def write(out: Path, shown: WorkbookContents) -> None:
    """Write the workbook, unless it shows just that already.

    Raises:
        OutputInUse: it is open in a spreadsheet program.
    """
    if holds(out / FILE, digest(shown)):
        return
    from extractor.export.workbook.write import write_workbook  # noqa: PLC0415 - loads XlsxWriter

    stream = io.BytesIO()
    write_workbook(stream, shown)
    replace(out / FILE, stream.getvalue())
