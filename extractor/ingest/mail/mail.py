"""A mail taken apart, and the source that its message makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from extractor.ingest.html.page import source_of as html_source
from extractor.ingest.mail.attached import listed
from extractor.ingest.plain.encoding import Decoded
from extractor.ingest.plain.text import read_text
from extractor.model.errors import EmptyFile, ScanWithoutText
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

_BEGINNING = 500  # characters of a message in which its subject may stand again


@dataclass(frozen=True, slots=True)
class Mail:
    """The subject, the message as text and as a page, either may be empty, and the names of attached files.

    ``sealed`` are those that cannot be taken out: mails that Outlook keeps inside a mail.
    """

    subject: str
    plain: str
    page: str
    attached: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()


def source_of(mail: Mail, name: str, reader: str, sha256: str, book: RuleBook) -> Source:
    """The message under its subject; attached files are named in a problem.

    A message that has a table is read as a page, where the table is one; others as text.

    Raises:
        EmptyFile: neither subject nor message.
    """
    source = _page(mail, name, sha256, book) or _text(mail, name, sha256, book)
    if not source.text.strip():
        raise EmptyFile(name)
    return replace(source, reader=reader, problems=(*source.problems, *_not_read(mail)))


def _not_read(mail: Mail) -> Iterator[Problem]:
    for code, names in (("attachments-not-read", mail.attached), ("mail-inside-not-read", mail.sealed)):
        if names:
            yield Problem(code, None, "warning", (("names", listed(names)),))


def _page(mail: Mail, name: str, sha256: str, book: RuleBook) -> Source | None:
    if not mail.page.strip() or (mail.plain.strip() and "<table" not in mail.page.lower()):
        return None
    titled = f"<title>{escape(mail.subject)}</title>{mail.page}"
    try:
        return html_source(Decoded(titled, "utf-8"), name, "eml", sha256, book)
    except (EmptyFile, ScanWithoutText):
        return None


def _text(mail: Mail, name: str, sha256: str, book: RuleBook) -> Source:
    repeated = "".join(mail.subject.split()) in "".join(mail.plain[:_BEGINNING].split())
    words = mail.plain if repeated else f"{mail.subject}\n\n{mail.plain}"
    return read_text(words.encode("utf-8", "replace"), name, sha256, book)
