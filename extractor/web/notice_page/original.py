"""The file that a notice was read from: found where it lay, and only as long as it is still the same."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from extractor.ingest import limits
from extractor.ingest.packed import content
from extractor.messages import say
from extractor.model.errors import ExtractorError
from extractor.store import files, layouts
from extractor.store.database import reading
from extractor.web.office import office_of

if TYPE_CHECKING:
    import sqlite3

    from starlette.requests import Request

_NOT_FOUND, _GONE = 404, 410


@dataclass(frozen=True, slots=True)
class Original:
    """Where a file lies, ``route`` the way to it inside the archive or mail there, and the digest of what was read."""

    path: Path
    route: tuple[int, ...]
    name: str
    sha256: str

    def read(self) -> bytes | None:
        """Its bytes; None when it is gone, too large, or no longer what was read."""
        try:
            if self.path.stat().st_size > limits.MAX_FILE_BYTES:
                return None
            data = content(self.path, self.route, self.name) if self.route else self.path.read_bytes()
        except (OSError, ExtractorError):
            return None
        return data if hashlib.sha256(data).hexdigest() == self.sha256 else None

    @property
    def is_there(self) -> bool:
        """Whether it is still what was read; asked again only when the file changed."""
        try:
            found = self.path.stat()
        except OSError:
            return False
        return _is_same(self, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=256)
def _is_same(original: Original, changed: int, size: int) -> bool:
    del changed, size  # of the file: other values, another question
    return original.read() is not None


def original_of(ledger: sqlite3.Connection, name: str, corpus: Path) -> Original | None:
    """The file of that name in the ledger; None when the ledger has no such file.

    Where no run noted its place it is looked for below ``corpus``.
    """
    stamp = files.stamp(ledger, name)
    if stamp is None:
        return None
    noted = layouts.origin(ledger, name)
    if noted:
        return Original(*noted, name, stamp.sha256)
    path = (corpus / name).resolve()
    inside = path.is_relative_to(corpus.resolve())
    return Original(path if inside else Path(), (), name, stamp.sha256)


def download(request: Request) -> Response:
    """``/originals/NAME``: the file itself, to be saved; never shown by the browser, whatever it is."""
    data = found(request).read()
    if data is None:
        raise gone()
    name = quote(request.path_params["name"].rpartition("/")[2], safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}", "content-security-policy": "sandbox"}
    return Response(data, media_type="application/octet-stream", headers=headers)


def gone() -> HTTPException:
    """What is answered when it is no longer what was read."""
    return HTTPException(_GONE, gone_words())


def gone_words() -> str:
    """The same in words."""
    message = say("original-gone", "", {})
    return f"{message.text}。{message.advice}"


def found(request: Request) -> Original:
    """The original that an address names."""
    office = office_of(request)
    with reading(office.out) as ledger:
        original = original_of(ledger, request.path_params["name"], office.corpus)
    if original is None:
        raise HTTPException(_NOT_FOUND)
    return original
