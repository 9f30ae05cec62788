"""What was worked out from the rules in earlier processes, kept in one file of the user's cache folder.

The file spares time and decides nothing: whatever is missing, damaged or unreadable is worked out again. It holds
entries one behind the other, each under the digest of what it was worked out from, and with its own digest::

    extractor kept 2⏎  [origin 16 bytes · length 4 bytes · digest 16 bytes] content  [origin …] content  …
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING, TypeAlias

from extractor import VERSION
from extractor.rules.cache.engine_code import dialect
from extractor.rules.cache.folder import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Entry: TypeAlias = "bytes | memoryview"
"""The digest of a content, and the content."""

MAX_KEPT_BYTES = 32 * 1024 * 1024
"""Of one file. All shipped rules come to a sixth of it; with more, only what this process needed is kept."""
MAX_KEPT_FILES = 4
"""Files of other versions, of Python or of this program, that may lie beside it; the oldest go."""
WORTH_BYTES = 16 * 1024
"""So much that is new repays writing the file: some forty short patterns, which took ten milliseconds."""

_TITLE = b"extractor kept 2\n"
_HEAD = Struct("<16sI")
_DIGEST_BYTES = 16
_NAME = "kept-{edition}.bin"


class Kept:
    """The file at ``path``; it is read with the first question. Without a path nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        """Nothing is read yet."""
        self._path = path
        self._known: dict[bytes, Entry] | None = None
        self._new: dict[bytes, Entry] = {}
        self._needed: dict[bytes, Entry] = {}

    def get(self, origin: str) -> bytes | None:
        """What was worked out from ``origin``, which says what it is and all that it depends on; None if unknown."""
        if self._known is None:
            self._known = dict(_entries(self._path))
        key = _digest(origin.encode("utf-8", "surrogatepass"))
        entry = self._new.get(key) or self._known.get(key)
        if entry is None or _digest(entry[_DIGEST_BYTES:]) != entry[:_DIGEST_BYTES]:
            return None
        self._needed[key] = entry
        return bytes(entry[_DIGEST_BYTES:])

    def put(self, origin: str, content: bytes) -> None:
        """Remember what was worked out from ``origin``; ``write`` takes it to the disk."""
        if self._path:
            key = _digest(origin.encode("utf-8", "surrogatepass"))
            self._new[key] = _digest(content) + content

    def write(self, *, worth: int = WORTH_BYTES) -> None:
        """Put what is new into the file, when it is ``worth`` so many bytes; what others wrote meanwhile stays.

        A folder that may not be written is no error: the next process works it out again.
        """
        if not self._path or sum(map(len, self._new.values())) < max(worth, 1):
            return
        everything = {**dict(_entries(self._path)), **self._new}
        if _size(everything) > MAX_KEPT_BYTES:
            everything = {**self._needed, **self._new}
        self._needed |= self._new
        self._new = {}
        if _size(everything) <= MAX_KEPT_BYTES:
            with suppress(OSError):
                _replace(self._path, everything)


@cache
def kept() -> Kept:
    """The file of this interpreter and this version of the program."""
    folder = cache_folder()
    return Kept(folder / _NAME.format(edition=_edition()) if folder and dialect() else None)


def _edition() -> str:
    """Changes with the interpreter, the version, and each module that takes part in working patterns out."""
    modules = sorted(Path(__file__).parent.parent.rglob("*.py"))
    states = (f"{module} {module.stat().st_size} {module.stat().st_mtime_ns}" for module in modules)
    return _digest("\0".join((dialect(), VERSION, *states)).encode()).hex()


def _entries(path: Path | None) -> Iterator[tuple[bytes, Entry]]:
    """All entries that are whole, uncopied: most are never asked for; none of a file that another user wrote."""
    raw = b""
    with suppress(OSError):
        raw = path.read_bytes() if path and _is_own(path) else b""
    view, at = memoryview(raw), len(_TITLE) if raw.startswith(_TITLE) else len(raw)
    while at + _HEAD.size <= len(raw):
        origin, length = _HEAD.unpack_from(raw, at)
        start, at = at + _HEAD.size, at + _HEAD.size + _DIGEST_BYTES + length
        if at <= len(raw):
            yield origin, view[start:at]


def _is_own(path: Path) -> bool:
    found = path.stat()
    return found.st_size <= 2 * MAX_KEPT_BYTES and (os.name != "posix" or found.st_uid == os.geteuid())


def _replace(path: Path, entries: Mapping[bytes, Entry]) -> None:
    """Readers meet the old file or the new one; of two processes that write at once, one is the last."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(_TITLE)
            for origin, entry in entries.items():
                file.write(_HEAD.pack(origin, len(entry) - _DIGEST_BYTES))
                file.write(entry)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sweep(path)


def _sweep(path: Path) -> None:
    """Take away what killed processes left half written long ago, and the oldest files of other versions."""
    now = path.stat().st_mtime
    aged = sorted((one.stat().st_mtime, one) for one in path.parent.glob(_NAME.format(edition="*")) if one != path)
    for _, one in aged[: -MAX_KEPT_FILES or None]:
        one.unlink(missing_ok=True)
    for part in path.parent.glob(".kept-*.part"):
        if part.stat().st_mtime < now - 3600:
            part.unlink(missing_ok=True)


def _size(entries: Mapping[bytes, Entry]) -> int:
    return sum(map(len, entries.values()))


def _digest(content: Entry) -> bytes:
    return hashlib.sha256(content).digest()[:_DIGEST_BYTES]
