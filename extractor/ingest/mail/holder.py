"""A mail as something that holds files, beside a ZIP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.mail.eml import attached_to_eml
from extractor.ingest.mail.msg import attached_to_msg

if TYPE_CHECKING:
    from extractor.ingest.identify import Kind


class MailHolder:
    """The files sent with a mail: their numbers from 0, names and sizes in ``entries``."""

    def __init__(self, data: bytes, kind: Kind) -> None:
        """Take the mail apart; ``kind`` is ``eml`` or ``msg``."""
        self._attached = attached_to_eml(data) if kind == "eml" else attached_to_msg(data)
        self.entries = tuple((number, one.name, one.size) for number, one in enumerate(self._attached))

    def content(self, number: int, name: str) -> bytes:
        """The bytes of one.

        Raises:
            LimitExceeded: more than a file may have.
        """
        data = self._attached[number].content()
        limits.check(name, "bytes", len(data), limits.MAX_FILE_BYTES)
        return data
