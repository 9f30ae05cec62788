"""The corpus folder as dropped files come into it: nothing is overwritten, and no file is kept twice."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Literal, TypeAlias

from extractor.engine.watch.marks import look
from extractor.ingest import limits
from extractor.model.errors import LimitExceeded
from extractor.web.inbox_page.known import Known, mark_of
from extractor.web.inbox_page.names import UnfitName, numbered
from extractor.web.inbox_page.part import Part, sweep
from extractor.web.inbox_page.trash import to_trash

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from extractor.engine.watch.marks import Mark
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
        self._known = Known()
        self._found: dict[str, Mark] = {}
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
            _check_room(place.as_posix(), self._known)
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
            known = self._known.holding(part.size, digest)
            if known:
                return Outcome("known", known)
            taken = self._known.called(place.as_posix())
            if taken and manner == "replace":
                to_trash(self._folder, taken)
                self._known.drop(taken)
            return self._stored(part, place, manner, digest)

    def marks(self) -> dict[str, Mark]:
        """Every file that a reading would take, packed ones too, as it was a few seconds ago at most."""
        with self._placing:
            self._see()
            return dict(self._found)

    def look_again(self) -> None:
        """Something was taken away or brought back: what is known of the folder is out of date."""
        self._look_at = 0.0

    def _stored(self, part: Part, place: PurePosixPath, manner: Manner, digest: str) -> Outcome:
        numbers = range(2, limits.MAX_INBOX_FILES + 3) if manner == "beside" else ()
        for each in itertools.chain([place], (numbered(place, number) for number in numbers)):
            name = each.as_posix()
            if not self._known.called(name) and part.place(self._folder / each):
                self._found[name] = mark_of(self._folder / each)
                self._known.add(name, self._found[name], digest)
                return Outcome("stored", name)
        return Outcome("taken", self._known.called(place.as_posix()) or place.as_posix())

    def _see(self) -> None:
        """What is in the folder, looked at again when that was not just now."""
        began = time.monotonic()
        if began < self._look_at:
            return
        self._found = look((self._folder,), self._office.out) if self._folder.is_dir() else {}
        # What is packed in an archive counts as the archive.
        self._known.renew({mark.path.relative_to(self._folder).as_posix(): mark for mark in self._found.values()})
        now = time.monotonic()
        self._look_at = now + max(1.0, _GAPS * (now - began))


def _check_room(name: str, known: Known) -> None:
    for code, found, most in (
        ("limit-inbox-files", len(known), limits.MAX_INBOX_FILES),
        ("limit-inbox-bytes", known.size, limits.MAX_INBOX_BYTES),
    ):
        if found >= most:
            raise LimitExceeded(name, code, found=f"{found:,}", most=f"{most:,}")
