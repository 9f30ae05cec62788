"""What a run has to do: which files are new, changed, renamed or gone, against what the ledger holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from extractor.engine.reading import content_hash
from extractor.ledger import intake
from extractor.store import files

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from extractor.engine.incoming import Incoming

What: TypeAlias = Literal["added", "updated", "again", "removed", "renamed"]
"""``again``: the same bytes, read by other rules or after a failure."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """What became of one file since the last run; ``before`` is its old name when it was renamed."""

    what: What
    file: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody who watched the files knows of them, by name; a run that watched nothing knows nothing.

    Attributes:
        unchanged: not touched since the ledger took them in: what it holds stands, also a failure.
        unfinished: still being written: not read this time, and what the ledger holds of them stays.
    """

    unchanged: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()


NOTHING_SEEN = Seen()


@dataclass(frozen=True, slots=True)
class Terms:
    """When a record of the ledger stands: made by the rules ``digest``, of the same bytes; with ``force`` never.

    Those of the files ``again`` do not stand either.
    """

    digest: str
    force: bool = False
    seen: Seen = NOTHING_SEEN
    again: frozenset[str] = frozenset()

    def stands(self, stamp: files.Stamp | None, name: str, sha256: str) -> bool:
        """Whether the file need not be read."""
        if stamp is None or self.force or name in self.again:
            return False
        return stamp.holds(sha256, self.digest) or (name in self.seen.unchanged and stamp.digest == self.digest)


@dataclass(frozen=True, slots=True)
class Todo:
    """The files to read, and what became of all files that are not as the ledger has them."""

    read: tuple[Incoming, ...]
    changes: tuple[FileChange, ...]


def sort_out(connection: sqlite3.Connection, run: int, incoming: Sequence[Incoming], terms: Terms) -> Todo:
    """What is to be read; files that are gone leave the ledger, those that were renamed take their record along."""
    before = files.stamps(connection)
    found = dict(_hashes(incoming, before, terms.seen))
    moved = intake.renamed(before, found)
    if moved:
        intake.rename(connection, run, moved)
    stored = files.stamps(connection) if moved else before
    gone = sorted(stored.keys() - found.keys())
    intake.leave_out(connection, gone)
    finished = [each for each in incoming if each.name not in terms.seen.unfinished]
    todo = tuple(each for each in finished if not terms.stands(stored.get(each.name), each.name, found[each.name]))
    changes = (
        *(FileChange("removed", name) for name in gone),
        *(FileChange("renamed", new, old) for old, new in moved.items()),
        *(FileChange(_what(stored, each.name, found[each.name]), each.name) for each in todo),
    )
    return Todo(todo, changes)


def _hashes(
    incoming: Sequence[Incoming], stored: Mapping[str, files.Stamp], seen: Seen
) -> Iterator[tuple[str, str]]:
    """Name and SHA-256 of each file; what is being written or taken away just now counts as the ledger has it."""
    kept = seen.unfinished & stored.keys()
    yield from ((name, stored[name].sha256) for name in kept)
    for each in incoming:
        if each.name in stored and each.name in seen.unchanged:
            yield each.name, stored[each.name].sha256
        elif each.name not in seen.unfinished:
            yield each.name, content_hash(each)


def _what(stored: Mapping[str, files.Stamp], name: str, sha256: str) -> What:
    if name not in stored:
        return "added"
    return "again" if stored[name].sha256 == sha256 else "updated"
