"""Replace files so that readers and crashes meet the old file or the new one, never a part of one."""

from __future__ import annotations

import filecmp
import hashlib
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


_PIECE = 1 << 20


class OutputInUse(ExtractorError):  # noqa: N818 - errors are named for what is the matter
    """An output cannot be replaced: open in a spreadsheet program, or in a folder that may not be written."""

    code = "output-in-use"


def replace(path: Path, data: bytes) -> None:
    """Make ``data`` the content of ``path``; a file that already holds it is not touched.

    Raises:
        OutputInUse: the file or its folder cannot be written.
    """
    try:
        if path.is_file() and path.read_bytes() == data:
            return
    except OSError as error:
        raise OutputInUse(str(path), reason=error.strerror or str(error)) from error
    prepared(path, (data,)).put()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that is written beside the one that it will replace."""

    path: Path
    part: Path

    def chunks(self) -> Iterator[bytes]:
        """What was written, piece by piece."""
        with self.part.open("rb") as file:
            while chunk := file.read(_PIECE):
                yield chunk

    def put(self) -> None:
        """Let it replace the other, unless both hold the same.

        Raises:
            OutputInUse: the file or its folder cannot be written.
        """
        with _explained(self.path, self.part):
            if self.path.is_file() and filecmp.cmp(self.part, self.path, shallow=False):
                self.part.unlink()
            else:
                self.part.replace(self.path)


def prepared(path: Path, chunks: Iterable[bytes]) -> Prepared:
    """Write ``chunks`` beside ``path``, one after the other: no more than one of them is held.

    Raises:
        OutputInUse: the folder cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with _explained(path, part):
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(part, chunks)
    return Prepared(path, part)


@contextmanager
def _explained(path: Path, part: Path) -> Iterator[None]:
    """What the system says when a file cannot be written; nothing half written is left."""
    try:
        yield
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise OutputInUse(str(path), reason=error.strerror or str(error)) from error


def copied(path: Path, data: bytes) -> str:
    """Keep ``data`` beside a file that is about to be replaced; returns the name of the copy.

    Raises:
        OutputInUse: the folder cannot be written.
    """
    copy = copy_name(path, data)
    replace(path.with_name(copy), data)
    return copy


def copy_name(path: Path, data: bytes) -> str:
    """The name for a copy of a file: ``tasks-1a2b3c4d.csv``, the same for the same bytes."""
    return f"{path.stem}-{hashlib.sha256(data).hexdigest()[:8]}{path.suffix}"


def remove(path: Path) -> None:
    """Take away a file that is needed no longer, if it is there.

    Raises:
        OutputInUse: the file may not be deleted.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputInUse(str(path), reason=error.strerror or str(error)) from error


def sweep(folder: Path) -> None:
    """Take away the parts that a killed program left; only for the one who may write there."""
    for part in folder.glob(".*.part"):
        remove(part)


def _write(path: Path, chunks: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
