"""Attachments that a document lists and that are neither in its file nor another file of the ledger."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own
from extractor.store.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.model.record import DocumentRecord, Record

_NO_WORDS = own(r"[\W_]+")
_SHORTEST = 4  # a name of fewer characters is in too many others
_ALIKE = 0.6  # 联系方式表 is 联系方式明细表


def missing_attachments(records: Iterable[Record]) -> Iterator[tuple[str, list[str]]]:
    """File and titles, for every document that lists attachments which are not there.

    ``records`` are gone through twice: for what is listed and not in the same file, and for what that may be called.
    """
    lacking = Spool(
        (record["file"], titles)
        for record in records
        for document in record["documents"]
        if (titles := _not_here(record, document))
    )
    sought = _Sought(_key(title) for _, titles in lacking for title in titles)
    for name in (name for record in records for name in _names(record)):
        sought.meet(name)
    for file, titles in lacking:
        missing = [" ".join(title.split()) for title in titles if not sought.is_found(_key(title))]
        if missing:
            yield file, missing


class _Sought:
    """Titles that are looked for among the names of a whole ledger: one that holds the other, or is held by it.

    Every title is known by its first four characters, for names that hold it, and by each four in a row, for names
    that it holds: a name meets the few titles that share these with it, not all.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        self._beginning: defaultdict[str, set[str]] = defaultdict(set)
        self._holding: defaultdict[str, set[str]] = defaultdict(set)
        self._found: set[str] = set()
        for title in titles:
            for at in range(len(title) - _SHORTEST + 1):
                self._holding[title[at : at + _SHORTEST]].add(title)
            if len(title) >= _SHORTEST:
                self._beginning[title[:_SHORTEST]].add(title)

    def meet(self, name: str) -> None:
        """See which titles a name may mean."""
        if len(name) < _SHORTEST:
            return
        self._found.update(title for title in self._holding.get(name[:_SHORTEST], ()) if name in title)
        for at in range(len(name) - _SHORTEST + 1):
            titles = self._beginning.get(name[at : at + _SHORTEST], ())
            self._found.update(title for title in titles if name.startswith(title, at))

    def is_found(self, title: str) -> bool:
        """Whether some name met so far may mean a title."""
        return title in self._found


def _names(record: Record) -> Iterator[str]:
    """What a listed attachment can be called: titles of documents, and the name of the file."""
    yield _key(PurePosixPath(record["file"]).stem)
    for document in record["documents"]:
        yield _key(document["title"] or "")


def _not_here(record: Record, document: DocumentRecord) -> list[str]:
    """The listed attachments that are not in the same file."""
    listed = document["attachments"]
    parts = [each for each in record["documents"] if each["part"] != "notice" and each is not document]
    if len(parts) >= len(listed):
        return []
    own = [_key(part["title"] or "") for part in parts]
    return [title for title in listed if not any(_alike(_key(title), name) for name in own)]


def _alike(title: str, name: str) -> bool:
    return SequenceMatcher(None, title, name, autojunk=False).ratio() >= _ALIKE


def _key(name: str) -> str:
    return _NO_WORDS.sub("", name)
