"""What becomes of one file: its record, also when it cannot be read."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from extractor import VERSION
from extractor.engine.memory import peak
from extractor.engine.profile import Laps
from extractor.export.record import record
from extractor.ingest import limits
from extractor.ingest.packed import content
from extractor.model.errors import ClassifiedFile, ExtractorError, UnsupportedFormat
from extractor.model.laps import unheard
from extractor.model.layout import layout_record
from extractor.model.notice import Analysis, Status
from extractor.model.problem import Problem
from extractor.model.source import Source
from extractor.rules.cache.kept import kept

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from extractor.engine.incoming import Incoming
    from extractor.messages import Language
    from extractor.model.laps import Lap
    from extractor.model.record import Record
    from extractor.rules.book import RuleBook


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run was asked for, as far as it changes what is found.

    Attributes:
        patterns: folders of rules beside the shipped ones.
        reference: the day that stands in for a missing date of issue.
        lang: the language of messages in the records.
        debug: let unexpected errors through, with their traceback.
        allow_classified: process files that are marked 绝密, 机密 or 秘密, too.
        profile: measure how long each stage takes, and put that into the records.
    """

    patterns: tuple[Path, ...] = ()
    reference: dt.date | None = None
    lang: Language = "zh"
    debug: bool = False
    allow_classified: bool = False
    profile: bool = False


@dataclass(frozen=True)
class NoticeReader:
    """Reads files by the settings of a run; sent to another process, it loads the rules there anew."""

    settings: Settings = Settings()

    def __reduce__(self) -> tuple[type[NoticeReader], tuple[Settings]]:
        """What is sent to another process: the settings, not the rules."""
        return NoticeReader, (self.settings,)

    @cached_property
    def book(self) -> RuleBook:
        """The rules of the run.

        Raises:
            RuleError: a rule file is wrong.
        """
        from extractor.rules.load import load  # noqa: PLC0415 - questions to the ledger need no rules

        return load(self.settings.patterns)

    @cached_property
    def digest(self) -> str:
        """Names all that decides what is found: program, rules, reference date, language, secrets or not."""
        settings = self.settings
        from extractor.ingest.ocr.engine import is_installed  # noqa: PLC0415 - scans are read once it is there

        scans = "ocr" if is_installed() else ""
        classified = "classified" if settings.allow_classified else ""
        parts = (VERSION, self.book.digest, str(settings.reference or ""), settings.lang, scans, classified)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    def __call__(self, incoming: Incoming) -> Record:
        """The record of one file.

        An error of the file, or of the program over it, becomes a record with one problem and no documents.
        What was worked out on the way is kept for the processes to come.
        """
        made = self._made(incoming)
        kept().write()
        return made

    def _made(self, incoming: Incoming) -> Record:
        laps = Laps() if self.settings.profile else None
        try:
            made = self._record(self._analyse(incoming, laps or unheard))
            return _with(made, laps)
        except ExtractorError as error:
            return self.unread(incoming, error.code, error.details, _status(error))
        except MemoryError:
            most = f"{limits.MAX_MEMORY_BYTES // 1_000_000:,}"
            return self.unread(incoming, "file-too-big-for-memory", {"most": most})
        except Exception as error:  # a mistake of the program over one file must not cost the others
            if self.settings.debug:
                raise
            return self.unread(incoming, "internal-error", {"type": type(error).__name__})

    def _record(self, analysis: Analysis) -> Record:
        found = record(analysis, self.settings.lang, self.digest)
        layout = layout_record(analysis.source)
        return {**found, "layout": layout} if layout else found

    def unread(
        self, incoming: Incoming, code: str, details: dict[str, str], status: Status = "failed"
    ) -> Record:
        """The record of a file that was not read, and why."""
        source = Source(incoming.name, "", "", content_hash(incoming))
        problem = Problem(code, None, "error", tuple(details.items()))
        return record(Analysis(source, (), (problem,), status), self.settings.lang, self.digest)

    def _analyse(self, incoming: Incoming, lap: Lap) -> Analysis:
        # The readers of formats are the heavy part of the program: they load with the first file.
        from extractor.ingest.read import read, read_member  # noqa: PLC0415
        from extractor.pipeline import analyse  # noqa: PLC0415

        path, name, route = incoming.path, incoming.name, incoming.route
        source = read_member(path, route, name, self.book) if route else read(path, name, self.book)
        source = _with_attachments_apart(source) if incoming.opened else source
        lap("read")
        settings = self.settings
        allowed = settings.allow_classified
        return analyse(source, self.book, settings.reference, allow_classified=allowed, lap=lap)


def _with(made: Record, laps: Laps | None) -> Record:
    if laps:
        laps("record")
        made["spent"] = dict(laps.seconds)
        made["memory"] = os.getpid(), peak()
    return made


def content_hash(incoming: Incoming) -> str:
    """SHA-256 of the bytes of a file; empty, which equals no other, when it cannot be opened or is too large."""
    path = incoming.path
    if incoming.route:
        try:
            return hashlib.sha256(content(path, incoming.route, incoming.name)).hexdigest()
        except ExtractorError:
            return ""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > limits.MAX_FILE_BYTES:
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _with_attachments_apart(source: Source) -> Source:
    """A mail whose attached files are read as files of their own."""
    return replace(source, problems=tuple(each for each in source.problems if each.code != "attachments-not-read"))


def _status(error: ExtractorError) -> Status:
    return "skipped" if isinstance(error, (UnsupportedFormat, ClassifiedFile)) else "failed"
