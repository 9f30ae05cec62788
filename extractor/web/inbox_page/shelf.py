"""The corpus folder as dropped files come into it: nothing is overwritten, and no file is kept twice."""

from __future__ import annotations

import hashlib
import itertools
import time
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Literal, TypeAlias

from extractor.engine.watch.marks import Mark, look
from extractor.ingest import limits
from extractor.model.errors import LimitExceeded
from extractor.web.inbox_page.names import UnfitName, numbered, same
from extractor.web.inbox_page.part import Part, sweep
from extractor.web.inbox_page.trash import to_trash

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path, PurePosixPath

    from extractor.web.office import Office

Manner: TypeAlias = Literal["ask", "replace", "beside"]
"""What to do when another file has the name: tell it, take its place, or stand beside it with a number."""
_GAPS = 10  # looking at the folder takes a tenth of the time at most


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file.

    ``stored`` under ``name``; ``known``: its bytes are there as ``name``; ``taken``: other bytes have ``name``.
    """

    what: Literal["stored", "known", "taken"]
    name: str


class Shelf:
    """The folder, what is known of the files in it, and the one way in; asked from many threads."""

    def __init__(self, office: Office) -> None:
        """Nothing was looked at yet."""
        self._office = office
        self._folder = office.corpus
        self._placing = Lock()
        self._marks: dict[str, Mark] = {}
        self._names: dict[str, str] = {}
        self._hashes: dict[Path, tuple[Mark, str]] = {}
        self._look_at = 0.0
        self._swept = False

    def begin(self, place: PurePosixPath) -> Part:
        """Room for a file that will be called ``place``.

        Raises:
            LimitExceeded: the folder holds as much as it may.
            UnfitName: a link of that name leads elsewhere.
            OSError: there is no room on the disk, or the folder may not be written.
        """
        with self._placing:
            self._see()
            _check_room(place.as_posix(), self._marks.values())
            if not self._swept:
                sweep(self._folder, self._office.now())
                self._swept = True
        if any((self._folder / each).is_symlink() for each in (place, *place.parents)):
            raise UnfitName(place.as_posix())
        return Part(self._folder, place.as_posix())

    def put(self, part: Part, place: PurePosixPath, manner: Manner) -> Outcome:
        """Give a file that is whole its place.

        Raises:
            OSError: the disk is full, or the folder may not be written.
        """
        digest = part.finish()
        with self._placing:
            self._see()
            known = self._known(part.size, digest)
            if known:
                return Outcome("known", known)
            taken = self._names.get(same(place.as_posix()), "")
            if taken and manner == "replace":
                to_trash(self._folder, taken)
                self._drop(taken)
            return self._stored(part, place, manner)

    def look_again(self) -> None:
        """Something was taken away or brought back: what is known of the folder is out of date."""
        self._look_at = 0.0

    def _stored(self, part: Part, place: PurePosixPath, manner: Manner) -> Outcome:
        numbers = range(2, limits.MAX_INBOX_FILES + 3) if manner == "beside" else ()
        for each in itertools.chain([place], (numbered(place, number) for number in numbers)):
            name = each.as_posix()
            if same(name) not in self._names and part.place(self._folder / each):
                self._learn(name)
                return Outcome("stored", name)
        return Outcome("taken", self._names.get(same(place.as_posix()), place.as_posix()))

    def _see(self) -> None:
        """What is in the folder, looked at again when that was not just now."""
        began = time.monotonic()
        if began < self._look_at:
            return
        found = look((self._folder,), self._office.out) if self._folder.is_dir() else {}
        # What is packed in an archive counts as the archive.
        self._marks = {mark.path.relative_to(self._folder).as_posix(): mark for mark in found.values()}
        self._names = {same(name): name for name in self._marks}
        now = time.monotonic()
        self._look_at = now + max(1.0, _GAPS * (now - began))

    def _learn(self, name: str) -> None:
        self._marks[name] = _mark(self._folder / name)
        self._names[same(name)] = name

    def _drop(self, name: str) -> None:
        self._marks.pop(name, None)
        self._names.pop(same(name), None)

    def _known(self, size: int, digest: str) -> str:
        """The name of a file with these bytes; empty when there is none."""
        alike = (name for name, mark in self._marks.items() if mark.size == size)
        return next((name for name in alike if self._hash(self._marks[name].path) == digest), "")

    def _hash(self, path: Path) -> str:
        """SHA-256 of a file as it is now; empty when it is gone."""
        try:
            mark = _mark(path)
            if path not in self._hashes or self._hashes[path][0] != mark:
                with path.open("rb") as file:
                    self._hashes[path] = mark, hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""
        return self._hashes[path][1]


def _mark(path: Path) -> Mark:
    stat = path.stat()
    return Mark(path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def _check_room(name: str, marks: Collection[Mark]) -> None:
    size = sum(mark.size for mark in marks)
    for code, found, most in (
        ("limit-inbox-files", len(marks), limits.MAX_INBOX_FILES),
        ("limit-inbox-bytes", size, limits.MAX_INBOX_BYTES),
    ):
        if found >= most:
            raise LimitExceeded(name, code, found=f"{found:,}", most=f"{most:,}")
