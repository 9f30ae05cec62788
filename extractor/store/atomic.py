"""Replace files so that readers and crashes meet the old file or the new one, never a part of one."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from extractor.model.errors import ExtractorError

if TYPE_CHECKING:
    from pathlib import Path


class OutputInUse(ExtractorError):  # noqa: N818 - errors are named for what is the matter
    """An output cannot be replaced: open in a spreadsheet program, or in a folder that may not be written."""

    code = "output-in-use"


def replace(path: Path, data: bytes) -> None:
    """Make ``data`` the content of ``path``; a file that already holds it is not touched.

    Raises:
        OutputInUse: the file or its folder cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == data:
            return
        _write(part, data)
        part.replace(path)
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


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
