"""Everything that staff wrote since the ledger was last written: in ``tasks.csv``, and in the workbook."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.export.workbook.contents import FILE
from extractor.export.workbook.imprint import edited
from extractor.ledger.edits.bringing_back import NoLedger, bring_back
from extractor.ledger.edits.in_tables import Taken, take_edits
from extractor.ledger.outputs import workbook
from extractor.model.errors import UnreadableFile
from extractor.store.atomic import OutputInUse

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def take_all(connection: sqlite3.Connection, out: Path, run: int) -> Taken:
    """Take over the edits in both files; a workbook with anything that could not be taken is kept as a copy.

    Raises:
        OutputInUse: one of the files may not be read.
    """
    taken = take_edits(connection, out, run)
    try:
        if not edited(out / FILE):
            return taken
    except OSError as error:
        raise OutputInUse(str(out / FILE), reason=error.strerror or str(error)) from error
    try:
        merged = bring_back(connection, run, out / FILE).merged
    except (NoLedger, UnreadableFile):
        return replace(taken, set_aside=(*taken.set_aside, *workbook.set_aside(out)))
    copies = workbook.set_aside(out) if merged.conflicts or merged.ignored else ()
    return replace(
        taken,
        conflicts=(*taken.conflicts, *merged.conflicts),
        ignored=tuple(dict.fromkeys((*taken.ignored, *merged.ignored))),
        set_aside=(*taken.set_aside, *copies),
    )
