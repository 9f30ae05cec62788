"""What is known of the files in the folder: their names, sizes and bytes, without reading any file twice."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.engine.watch.marks import Mark
from extractor.web.inbox_page.names import same

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Known:
    """The files by name, by what their names are compared as, and by their bytes.

    Bytes are hashed only when a file of the same size comes in, and again only when a file has changed.
    """

    def __init__(self) -> None:
        """Nothing is known yet."""
        self.size = 0
        self._marks: dict[str, Mark] = {}
        self._names: dict[str, str] = {}
        self._unhashed: defaultdict[int, set[str]] = defaultdict(set)
        self._by_digest: dict[str, str] = {}
        self._digests: dict[str, tuple[Mark, str]] = {}

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._marks)

    def renew(self, marks: Mapping[str, Mark]) -> None:
        """The folder was looked at: these are its files."""
        kept = {name: seen for name, seen in self._digests.items() if marks.get(name) == seen[0]}
        self.size = 0
        for everything in (self._marks, self._names, self._unhashed, self._by_digest, self._digests):
            everything.clear()
        for name, mark in marks.items():
            self.add(name, mark, kept[name][1] if name in kept else "")

    def add(self, name: str, mark: Mark, digest: str = "") -> None:
        """One more file; ``digest`` is its SHA-256 where that is known."""
        self._marks[name] = mark
        self._names[same(name)] = name
        self.size += mark.size
        if digest:
            self._digests[name] = mark, digest
            self._by_digest[digest] = name
        else:
            self._unhashed[mark.size].add(name)

    def drop(self, name: str) -> None:
        """A file is gone."""
        mark = self._marks.pop(name)
        self._names.pop(same(name), None)
        self._unhashed[mark.size].discard(name)
        self._by_digest.pop(self._digests.pop(name, (mark, ""))[1], None)
        self.size -= mark.size

    def called(self, name: str) -> str:
        """The file that has this name on some system; empty when none has."""
        return self._names.get(same(name), "")

    def holding(self, size: int, digest: str) -> str:
        """The file with these bytes; empty when there is none."""
        for name in sorted(self._unhashed.pop(size, ())):
            self._learn(name)
        name = self._by_digest.get(digest, "")
        if name and not _is_as(self._marks[name]):  # it was changed or taken away since the folder was looked at
            self._learn(name)
            name = self._by_digest.get(digest, "")
        return name

    def _learn(self, name: str) -> None:
        """Hash a file as it is now; one that is gone is dropped."""
        path = self._marks[name].path
        self.drop(name)
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            self.add(name, mark_of(path), digest)
        except OSError:
            return


def mark_of(path: Path) -> Mark:
    """What a file looks like from outside.

    Raises:
        OSError: it is gone.
    """
    stat = path.stat()
    return Mark(path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def _is_as(mark: Mark) -> bool:
    try:
        return mark_of(mark.path) == mark
    except OSError:
        return False
