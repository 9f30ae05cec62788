"""What ``extractor watch`` says of what happens: one line for each file, and one for the ledger."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.commands.manner import OutputRefused, UnexpectedError
from extractor.commands.screen.concerns import concerns
from extractor.commands.screen.console import joined, tell
from extractor.engine.incoming import NoSuchPath
from extractor.engine.watch.events import Back, NoEvents, Round, Trouble
from extractor.model.errors import ExtractorError
from extractor.store.database import LedgerInUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from extractor.engine.todo import FileChange
    from extractor.engine.told import Told
    from extractor.engine.watch.events import Event
    from extractor.messages import Language


def now() -> dt.datetime:
    """The local time that a line of the log begins with."""
    return dt.datetime.now(tz=dt.UTC).astimezone()


class Log:
    """The lines of one watch, without their time; what concerns the ledger as a whole is told once."""

    def __init__(self, out: Path, lang: Language) -> None:
        """Nothing was told yet."""
        self._where = out.as_posix()
        self._lang: Language = lang
        self._told: frozenset[str] = frozenset()

    def lines(self, event: Event) -> Iterator[str]:
        """An event as lines; a round in which nothing changed is worth none."""
        if isinstance(event, Round):
            yield from self._of_round(event)
        elif isinstance(event, Trouble):
            yield _of_trouble(event.error, self._lang)
        elif isinstance(event, NoEvents):
            yield self._tell("watch-polls", {"reason": event.reason, "seconds": f"{event.seconds:g}"})
        elif isinstance(event, Back):
            yield self._tell("watch-back", {})
        else:
            yield self._tell("watch-began", {"paths": "、".join(map(str, event.paths))})

    def _of_round(self, done: Round) -> Iterator[str]:
        for change in done.summary.changes:
            yield _of_file(change, done.summary.read.get(change.file), self._lang)
        of_ledger = tuple(concerns(done.summary.written))
        yield from (line for line in of_ledger if line not in self._told)
        self._told = frozenset(of_ledger)
        if done.summary.changes or done.first:
            written = done.summary.written
            figures = {"files": done.summary.files, "documents": written.documents, "tasks": written.tasks}
            yield self._tell("watch-closed" if done.summary.changes else "watch-nothing-new", figures)

    def _tell(self, code: str, details: Mapping[str, object]) -> str:
        return tell(code, self._where, details, self._lang)


def _of_file(change: FileChange, found: Told | None, lang: Language) -> str:
    details = {"before": change.before, "result": _result(change.file, found, lang) if found else ""}
    return tell(f"watch-{change.what}", change.file, details, lang)


def _result(file: str, found: Told, lang: Language) -> str:
    """What was found in a file, or why it could not be read; either begins with its name."""
    if found.unread:
        return " ".join(joined(problem["message"], problem["advice"]) for problem in found.unread)
    return tell("watch-found", file, {"documents": found.documents, "tasks": found.tasks}, lang)


def _of_trouble(error: Exception, lang: Language) -> str:
    if isinstance(error, LedgerInUse):
        return tell("watch-waits", error.where, {}, lang)
    if isinstance(error, NoSuchPath):
        return tell("watch-lost", error.where, {}, lang)
    named = error if isinstance(error, ExtractorError) else _named(error)
    return tell(named.code, named.where, named.details, lang)


def _named(error: Exception) -> ExtractorError:
    if isinstance(error, OSError):
        return OutputRefused(str(error.filename or ""), reason=str(error.strerror))
    return UnexpectedError("extractor", type=type(error).__name__, reason=str(error))
