"""One watch for one folder of outputs: two would tell everything twice and stand in each other's way."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.model.errors import ExtractorError
from extractor.store.lock import locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK = "watch.lock"


class AlreadyWatched(ExtractorError):  # noqa: N818 - errors are named for what is the matter
    """Another watch writes to the same folder."""

    code = "watch-taken"


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """While this holds, nobody else watches for ``out``; a killed watch leaves nothing that would hinder.

    Raises:
        AlreadyWatched: somebody does.
        OutputInUse: the folder may not be written.
    """
    with locked(out, LOCK, AlreadyWatched):
        yield
