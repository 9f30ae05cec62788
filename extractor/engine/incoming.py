"""Which files a run reads, and what each is called in every output."""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from extractor.ingest.packed import Route, members
from extractor.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_LITTER = frozenset({"thumbs.db", "desktop.ini"})
_UNFINISHED = (".part", ".partial", ".filepart", ".crdownload", ".download", ".tmp")
"""Endings under which browsers and copying programs write; a finished file gets its own name."""


class NoSuchPath(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """A path that was asked for is neither a file nor a folder."""

    code = "no-such-path"


class OutputsAmongNotices(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The outputs would lie beside the notices, and be read as notices by the next run."""

    code = "outputs-among-notices"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to read: where it lies, and its name below the given folder, with ``/`` on every system.

    ``route`` leads to it inside the archive or mail at ``path``, for a file that is packed in one. ``opened``: a
    mail, the files sent with which come in as well. ``recognise``: at most so many of its pages are recognised,
    because an earlier try ended at the next.
    """

    path: Path
    name: str
    route: Route = ()
    opened: bool = False
    recognise: int | None = None


@dataclass(frozen=True, slots=True)
class _Lying:
    """A file, the folder that it was found below, and where it really lies."""

    root: Path
    path: Path
    real: Path

    def named(self, depth: int) -> str:
        r"""Its name, with the last ``depth`` folders above the root in front; odd bytes shown as ``\xff``."""
        folders = self.root.resolve().parts[1:] if depth else ()
        shown = PurePath(*folders[len(folders) - depth :], self.path.relative_to(self.root)).as_posix()
        return os.fsencode(shown).decode("utf-8", "backslashreplace")


def collect(paths: Sequence[Path], *outs: Path | None) -> tuple[Incoming, ...]:
    """The files below ``paths`` in the order of their names; folders are searched to the bottom.

    Hidden files, lock files of Word (``~$…``), unfinished downloads, what systems leave behind, symbolic links
    and the folders ``outs`` are passed over. A file that is reached twice is read once; files of one name get
    their folders in front.

    Raises:
        NoSuchPath: one of ``paths`` does not exist or is no ordinary file or folder.
        OutputsAmongNotices: one of ``paths`` is one of the folders ``outs`` itself.
    """
    closed = {out.resolve(): out for out in outs if out}
    for path in paths:
        if path.is_dir() and path.resolve() in closed:
            raise OutputsAmongNotices(closed[path.resolve()].as_posix())
    lying = {one.real: one for path in paths for one in _below(path, closed)}
    found = (member for one in _named(tuple(lying.values())) for member in with_members(one))
    return tuple(sorted(found, key=lambda incoming: incoming.name))


def wanted(name: str) -> bool:
    """Whether a file or folder of that name is looked at: not hidden, finished, and no litter of a system."""
    small = name.lower()
    return not small.startswith((".", "~$")) and not small.endswith(_UNFINISHED) and small not in _LITTER


def with_members(one: Incoming) -> Iterator[Incoming]:
    """The files packed in an archive in place of it, ``归档.zip/通知.docx``, those of a mail behind it."""
    packed = [each for each in members(one.path) if all(map(wanted, each.name.split("/")))]
    for each in packed:
        yield Incoming(one.path, f"{one.name}/{each.name}".rstrip("/"), each.route, each.opened)
    if not packed:
        yield one


def _below(path: Path, closed: Container[Path]) -> Iterator[_Lying]:
    if path.is_dir():
        yield from (_Lying(path, found, real) for found, real in _walk(path, closed))
    elif path.is_file():
        yield _Lying(path.parent, path, path.resolve())
    else:
        raise NoSuchPath(str(path))


def _walk(top: Path, closed: Container[Path]) -> Iterator[tuple[Path, Path]]:
    """Each file below ``top``, and where it really lies: links are not followed, so its folder decides."""
    shut: list[OSError] = []
    for folder, folders, files in os.walk(top, onerror=shut.append):
        here = Path(folder)
        real = here.resolve()
        folders[:] = sorted(name for name in folders if wanted(name) and real / name not in closed)
        yield from ((here / name, real / name) for name in files if wanted(name) and _ordinary(here / name))
    # A folder that may not be opened is handed on like a file, so that reading it says so.
    yield from ((Path(error.filename), Path(error.filename).resolve()) for error in shut)


def _ordinary(path: Path) -> bool:
    """Whether it is a file itself: no link, pipe or device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _named(lying: Sequence[_Lying], depth: int = 0) -> Iterator[Incoming]:
    names = [one.named(depth) for one in lying]
    count = Counter(names)
    same = []
    for one, name in zip(lying, names, strict=True):
        if count[name] == 1 or depth >= len(one.root.resolve().parts):
            yield Incoming(one.path, name)
        else:
            same.append(one)
    if same:
        yield from _named(same, depth + 1)
