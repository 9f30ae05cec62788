"""Why a file, or the rules, could not be read; the batch goes on, and the exit status says it."""

from __future__ import annotations


class ExtractorError(Exception):
    """Something a person has to mend: ``code`` names the message and advice, ``details`` fill their blanks.

    Attributes:
        code: entry of the message catalogue, e.g. ``file-encrypted``.
        where: the file (and line) the trouble is in, as the user named it.
        exit_status: what the program ends with when this was the reason.
    """

    code = "unreadable-file"
    exit_status = 1

    def __init__(self, where: str, code: str = "", **details: str) -> None:
        """Name the place, a code when it is not that of the class, and the words that fill the message's blanks."""
        super().__init__(where, *details.values())
        self.where = where
        self.code = code or type(self).code
        self.details = details


class UnreadableFile(ExtractorError):
    """The file exists but its content cannot be read as what it is: corrupt, truncated, no permission."""


class EmptyFile(ExtractorError):
    """The file holds no text at all."""

    code = "empty-file"


class EncryptedFile(ExtractorError):
    """The file asks for a password."""

    code = "file-encrypted"


class ScanWithoutText(ExtractorError):
    """Every page is an image; there is no text to read without character recognition."""

    code = "scan-without-text"


class UnknownEncoding(ExtractorError):
    """The bytes are text in no encoding that notices come in."""

    code = "unknown-encoding"


class UnsupportedFormat(ExtractorError):
    """The kind of file is known but not read; images without the extra, and archives, have codes of their own."""

    code = "unsupported-format"


class ClassifiedFile(ExtractorError):
    """The notice is marked as a state secret, and nobody said that such files may be processed."""

    code = "classified"


class LimitExceeded(ExtractorError):
    """The file is larger, longer or deeper than the limits allow; each limit has its own code."""

    code = "limit-bytes"


class RuleError(ExtractorError):
    """A file in the patterns folder is wrong; ``where`` is file and line."""

    code = "rule-error"
    exit_status = 2


class UsageError(ExtractorError):
    """What was asked for does not exist: no such folder, task, notice."""

    code = "nothing-found"
    exit_status = 2
