"""Whatever makes records of files, as far as a run has to know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from extractor.engine.incoming import Incoming
    from extractor.model.record import Record


class RecordReader(Protocol):
    """See ``NoticeReader``; it can be sent to another process, where it prepares itself anew."""

    @property
    def digest(self) -> str:
        """Names all that decides what is found."""

    def __call__(self, incoming: Incoming) -> Record:
        """The record of one file."""

    def unread(self, incoming: Incoming, code: str, details: dict[str, str]) -> Record:
        """The record of a file that could not be read, and why."""
