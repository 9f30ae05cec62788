"""The calendar of the whole ledger: every day on which something is due, with alarms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.calendar.events import events
from extractor.export.calendar.file import calendar_chunks
from extractor.store.questions.tasks.duties import each_duty
from extractor.store.questions.tasks.question import TaskQuestion

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

FILE = "calendar.ics"


def ledger_calendar(connection: sqlite3.Connection) -> Iterator[bytes]:
    """``calendar.ics``, piece by piece, from a ledger that is ready for questions."""
    return calendar_chunks(events(each_duty(connection, TaskQuestion(timed=True))))
