"""The calendar of the whole ledger: every day on which something is due, with alarms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.calendar.events import events
from extractor.export.calendar.file import calendar_bytes
from extractor.store.questions.duties import duties
from extractor.store.questions.task_question import TaskQuestion

if TYPE_CHECKING:
    import sqlite3

FILE = "calendar.ics"


def ledger_calendar(connection: sqlite3.Connection) -> bytes:
    """``calendar.ics``, from a ledger that is ready for questions."""
    return calendar_bytes(events(duties(connection, TaskQuestion())))
