"""A ZIP of notices: its members by name, each unpacked by itself within the limits of a file."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.identify import identify
from extractor.model.errors import EncryptedFile, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BEGINNING = b"PK\x03\x04"
_DIRECTORY = b"PK\x05\x06"  # APPNOTE 4.3.16: the end of central directory record
_WINDOW = 22 + 65_535  # that record with its longest comment
_COUNT = slice(10, 12)  # where it says how many members there are
_ENCRYPTED, _UTF_8 = 0x1, 0x800
_CHUNK = 1 << 20


def archive_in(where: Path | bytes) -> Archive | None:
    """The ZIP of files at a path or in ``where`` itself; None for everything else, also for DOCX and the like.

    One with more than ``limits.MAX_ARCHIVE_FILES`` members or ``limits.MAX_UNPACKED_BYTES`` in all, or a damaged
    one, counts as everything else. What members claim bounds what they unpack to: no more of one is read.
    """
    try:
        if not _is_archive(where):
            return None
        with _opened(where) as archive:
            packed = archive.infolist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return None
    if sum(one.file_size for one in packed) > limits.MAX_UNPACKED_BYTES:
        return None
    found = ((at, _name(one), one.file_size) for at, one in enumerate(packed) if _is_file(one))
    return Archive(where, tuple(entry for entry in found if entry[1]))


@dataclass(frozen=True, slots=True)
class Archive:
    """A ZIP, at a path or held in memory; ``entries``: number, name and claimed size of every file in it."""

    where: Path | bytes
    entries: tuple[tuple[int, str, int], ...]

    def content(self, number: int, name: str) -> bytes:
        """The bytes of a member, which is called ``name`` in messages.

        Raises:
            EncryptedFile: it asks for a password.
            UnreadableFile: it is damaged.
            LimitExceeded: it unpacks to more than a file may have.
        """
        return b"".join(_chunks(self.where, number, name))


def _chunks(where: Path | bytes, member: int, name: str) -> Iterator[bytes]:
    """The content piece by piece, counted as it is unpacked, whatever size the ZIP claims; raises as above."""
    try:
        with _opened(where) as archive:
            one = archive.infolist()[member]
            if one.flag_bits & _ENCRYPTED:
                raise EncryptedFile(name)
            size = 0
            with archive.open(one) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    limits.check(name, "bytes", size, limits.MAX_FILE_BYTES)
                    limits.check_ratio(name, size, one.compress_size)
                    yield chunk
    except (OSError, IndexError, zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableFile(name, reason="ZIP 已损坏") from error


def _opened(where: Path | bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(where) if isinstance(where, bytes) else where)


def _is_archive(where: Path | bytes) -> bool:
    with io.BytesIO(where) if isinstance(where, bytes) else where.open("rb") as file:
        if file.read(len(_BEGINNING)) != _BEGINNING:
            return False
        size = file.seek(0, 2)
        file.seek(max(0, size - _WINDOW))
        end = file.read()
        if size > limits.MAX_FILE_BYTES or not 0 < _count(end) <= limits.MAX_ARCHIVE_FILES:
            return False
        file.seek(0)
        return identify(file.read()) == "archive"


def _count(end: bytes) -> int:
    """How many members the last record of the file names; 0 without one."""
    at = end.rfind(_DIRECTORY)
    return int.from_bytes(end[at:][_COUNT], "little") if at >= 0 else 0


def _is_file(one: zipfile.ZipInfo) -> bool:
    """No folder, and no link or device that a Unix program packed."""
    mode = one.external_attr >> 16
    return not one.is_dir() and (stat.S_IFMT(mode) in {0, stat.S_IFREG})


def _name(one: zipfile.ZipInfo) -> str:
    """The name with ``/`` between folders, without roots and ``..``; Windows in China writes GBK without saying so."""
    name = one.filename
    if not one.flag_bits & _UTF_8:
        try:
            name = name.encode("cp437").decode("gb18030")
        except UnicodeError:
            name = one.filename
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in {"/", "..", "."})
