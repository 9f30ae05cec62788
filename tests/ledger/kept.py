"""Put records into a ledger as a run does, without reading files."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.ledger import intake
from extractor.ledger.outputs.write import write_outputs
from extractor.ledger.settings import OutputSettings, remember
from extractor.store import files, runs
from extractor.store.database import writing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from extractor.ledger.outputs.summary import Summary
    from extractor.messages import Language
    from extractor.model.record import Record

BEGAN = dt.datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001 - runs note local time


def keep(records: Iterable[Record], out: Path, *, bom: bool = True, lang: Language = "zh") -> Summary:
    """Make ``records`` the ledger of ``out``, and write all outputs."""
    with writing(out) as connection:
        run = runs.begin(connection, BEGAN, "test")
        stored = files.stamps(connection)
        given = {record["file"]: record for record in records}
        intake.leave_out(connection, sorted(stored.keys() - given.keys()))
        for record in given.values():
            intake.take(connection, run, record)
        remember(connection, OutputSettings(bom))
        return write_outputs(connection, out, run, lang=lang)
