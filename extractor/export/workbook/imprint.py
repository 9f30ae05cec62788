"""Tell a workbook as we wrote it from one that somebody saved since, and from one with other contents.

Every program that saves a workbook writes the day into ``docProps/core.xml``; ours bears a day of long ago. What
it was made of is named in a property of its own (``docProps/custom.xml``), so that an unchanged ledger is not
written anew.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from typing import TYPE_CHECKING

from extractor import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.export.workbook.contents import WorkbookContents

PROPERTY = "extractor-contents"
_UNTOUCHED = b'<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>'
_NAMED = re.compile(rb'name="extractor-contents"><vt:lpwstr>([0-9a-f]{64})<')
_LAYOUT = 2  # to be raised whenever the sheets change, so that workbooks are written anew
_LARGEST = 100_000  # bytes; both parts are far smaller


def digest(contents: WorkbookContents) -> str:
    """Names all that decides what a workbook without template shows: 64 hexadecimal digits."""
    found = hashlib.sha256(json.dumps([VERSION, _LAYOUT, contents.soon]).removesuffix("]").encode())
    beside = (sorted(contents.doubts.items()), sorted(contents.owners.items()))
    for listed in (contents.tasks, contents.notices, *beside):
        found.update(b", [")
        for at, each in enumerate(listed):
            found.update(f"{', ' * bool(at)}{json.dumps(each, ensure_ascii=False)}".encode("utf-8", "replace"))
        found.update(b"]")
    found.update(b"]")
    return found.hexdigest()


def edited(path: Path) -> bool:
    """Whether the file was saved by another program than ours; False when there is none."""
    return path.is_file() and _UNTOUCHED not in _part(path, "docProps/core.xml")


def holds(path: Path, name: str) -> bool:
    """Whether the file is as we wrote it, of contents with this digest."""
    found = _NAMED.search(_part(path, "docProps/custom.xml")) if path.is_file() and not edited(path) else None
    return found is not None and found[1].decode() == name


def _part(path: Path, name: str) -> bytes:
    """A part of the workbook; empty when it is none, or damaged."""
    try:
        with zipfile.ZipFile(path) as parts:
            return parts.read(name) if parts.getinfo(name).file_size <= _LARGEST else b""
    except (KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile, EOFError):
        return b""
