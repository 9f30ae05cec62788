"""One program at a time: a lock that the system takes back when its holder is killed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.store.atomic import OutputInUse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extractor.model.errors import ExtractorError


@contextmanager
def locked(folder: Path, name: str, taken: type[ExtractorError]) -> Iterator[None]:
    """Hold the lock ``name`` in ``folder``, which is made when it is missing.

    Raises:
        ExtractorError: of the class ``taken``, about the folder: another program holds it.
        OutputInUse: the folder may not be written.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - questions take no lock

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / name, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise taken(folder.as_posix()) from error
    except OSError as error:
        raise OutputInUse(str(folder), reason=error.strerror or str(error)) from error
    try:
        yield
    finally:
        lock.release()
