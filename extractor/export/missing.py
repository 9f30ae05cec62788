"""Attachments that a document lists and that are neither in its file nor another file of the ledger."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from extractor.model.record import DocumentRecord, Record

_NO_WORDS = re.compile(r"[\W_]+")
_SHORTEST = 4  # a name of fewer characters is in too many others
_ALIKE = 0.6  # 联系方式表 is 联系方式明细表


def missing_attachments(records: Sequence[Record]) -> Iterator[tuple[str, list[str]]]:
    """File and titles, for every document that lists attachments which are not there."""
    names = {name for record in records for name in _names(record)}
    for record in records:
        for document in record["documents"]:
            titles = _missing(record, document, names)
            if titles:
                yield record["file"], titles


def _names(record: Record) -> Iterator[str]:
    """What a listed attachment can be called: titles of documents, and the name of the file."""
    yield _key(PurePosixPath(record["file"]).stem)
    for document in record["documents"]:
        yield _key(document["title"] or "")


def _missing(record: Record, document: DocumentRecord, names: Collection[str]) -> list[str]:
    listed = document["attachments"]
    parts = [each for each in record["documents"] if each["part"] != "notice" and each is not document]
    if len(parts) >= len(listed):
        return []
    own = [_key(part["title"] or "") for part in parts]
    return [
        " ".join(title.split())
        for title in listed
        if not _is_among(_key(title), names) and not any(_alike(_key(title), name) for name in own)
    ]


def _is_among(title: str, names: Collection[str]) -> bool:
    return any(
        min(len(title), len(name)) >= _SHORTEST and (title in name or name in title) for name in names
    )


def _alike(title: str, name: str) -> bool:
    return SequenceMatcher(None, title, name, autojunk=False).ratio() >= _ALIKE


def _key(name: str) -> str:
    return _NO_WORDS.sub("", name)
