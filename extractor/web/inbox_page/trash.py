"""Files that staff took away: kept in a hidden folder beside the others, which readings pass over."""

from __future__ import annotations

import itertools
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from extractor.web.inbox_page.names import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = ".已移走"


def to_trash(corpus: Path, name: str) -> str:
    """Take a file away; returns the name by which it is brought back.

    Raises:
        OSError: it is gone, or may not be moved.
    """
    kept = _moved(corpus / name, corpus / FOLDER, PurePosixPath(name))
    _clear(corpus, corpus / name)
    return kept


def restored(corpus: Path, name: str) -> str:
    """Bring a file back; returns its name, which has a number when another took its old one.

    Raises:
        OSError: it is gone, or may not be moved.
    """
    back = _moved(corpus / FOLDER / name, corpus, PurePosixPath(name))
    _clear(corpus / FOLDER, corpus / FOLDER / name)
    return back


def kept(corpus: Path) -> list[tuple[str, int]]:
    """Name and size of the files that were taken away."""
    found = (path for path in (corpus / FOLDER).rglob("*") if path.is_file() and not path.is_symlink())
    return sorted((path.relative_to(corpus / FOLDER).as_posix(), path.stat().st_size) for path in found)


def _moved(path: Path, folder: Path, name: PurePosixPath) -> str:
    for each in itertools.chain([name], _beside(name)):
        target = folder / each
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
            return each.as_posix()
    raise FileExistsError(name)


def _beside(name: PurePosixPath) -> Iterator[PurePosixPath]:
    yield from (numbered(name, number) for number in range(2, 1000))


def _clear(top: Path, path: Path) -> None:
    """Take away the folders that became empty."""
    with suppress(OSError):
        for folder in path.parents:
            if folder == top:
                return
            folder.rmdir()
