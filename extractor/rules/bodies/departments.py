"""Read ``departments.toml``: the bodies that the program knows by name, shipped, of a user's own, and accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.rules.bodies.body import ORGANISATIONS, Body, Ending, Organisation, Place
from extractor.rules.bodies.claims import refuse_orphans, refuse_twofold
from extractor.rules.bodies.decisions import Decisions, accepted, read_decisions
from extractor.rules.faults import fault
from extractor.rules.load import shipped_patterns
from extractor.rules.reading.entries import only_keys, text, texts
from extractor.rules.reading.files import DEPARTMENTS, Entry, read_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_OWN = ("bodies", "body", "organisation", "ending", "place")
_WORDS = "bodies.toml"
_TABLES = (*_OWN, "words")
_BODIES = ("of", "kind", "parent", "names", "alone")
_BODY = ("name", "short", "kind", "of", "parent", "home")


@dataclass(frozen=True, slots=True)
class Departments:
    """All that is known about names of bodies: the list, what surrounds it, and what the user decided.

    Attributes:
        bodies: in order of precedence, the user's own before the shipped ones.
        organisations: kinds of organisations, in the order in which their endings are tried.
        endings: guesses of a kind, in order.
        places: provinces with their cities.
        words: further word lists by id, ``body.each`` and others of the rules among them.
        decisions: what is one body and what is not, by the user's word.
    """

    bodies: tuple[Body, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    endings: tuple[Ending, ...] = ()
    places: tuple[Place, ...] = ()
    words: Mapping[str, tuple[str, ...]] | None = None
    decisions: Decisions = field(default_factory=Decisions)

    def word_list(self, identifier: str) -> tuple[str, ...]:
        """The words of a list; none when there is no such list."""
        return (self.words or {}).get(identifier, ())


def list_files(folders: Sequence[Path] = (), names_file: Path | None = None) -> tuple[Path, ...]:
    """The files that ``load_departments`` reads, also those that are not there yet."""
    patterns = shipped_patterns()
    own = (folder / DEPARTMENTS for folder in folders)
    return (patterns / DEPARTMENTS, patterns / _WORDS, *own, *((names_file,) if names_file else ()))


def load_departments(
    folders: Sequence[Path] = (), names_file: Path | None = None, shipped: Path | None = None
) -> Departments:
    """The shipped list, those of ``folders`` (``departments.toml``, where there is one), and the names file.

    Args:
        folders: folders of the user's own rules, in order; a form listed in a later one means what that one says.
        names_file: what the user accepted, merged and split; need not exist.
        shipped: another folder in place of the shipped one.

    Files that have not changed since the last time are not read into shape again.

    Raises:
        RuleError: something is wrong in one of the files; ``where`` is ``file:line``.
    """
    patterns = shipped or shipped_patterns()
    files = (patterns / DEPARTMENTS, patterns / _WORDS, *(folder / DEPARTMENTS for folder in folders))
    contents = tuple(map(_content, (*files, names_file) if names_file else files))
    return _loaded(patterns, tuple(folders), names_file, contents)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None  # not there, or whoever reads it says why not


@lru_cache(maxsize=2)
def _loaded(
    patterns: Path, folders: Sequence[Path], names_file: Path | None, _contents: tuple[bytes | None, ...]
) -> Departments:
    entries = read_names(patterns / DEPARTMENTS, _TABLES, shipped=True)
    own = [read_names(path, _OWN) for folder in folders if (path := folder / DEPARTMENTS).exists()]
    words = (*entries, *read_names(patterns / _WORDS, ("words",), shipped=True))
    decisions = read_decisions(names_file) if names_file and names_file.exists() else Decisions()
    shelves = [list(_bodies(shelf)) for shelf in (entries, *own)]
    listed = [body for shelf in reversed(shelves) for body in shelf]
    for shelf in shelves:
        refuse_twofold(shelf)
        refuse_orphans(shelf, listed)
    everything = [*entries, *(entry for shelf in own for entry in shelf)]
    return Departments(
        (*accepted(decisions), *listed),
        tuple(_organisation(entry) for entry in _of("organisation", everything)),
        tuple(_ending(entry) for entry in _of("ending", everything)),
        tuple(_place(entry) for entry in _of("place", everything)),
        {text(entry, "id"): tuple(map(fold, texts(entry, "words"))) for entry in _of("words", words)},
        decisions,
    )


def _of(table: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.table == table)


def _bodies(entries: Sequence[Entry]) -> Iterator[Body]:
    for entry in _of("bodies", entries):
        only_keys(entry, _BODIES)
        owners, rows = _owners(entry), _rows(entry)
        further = _further(entry, rows[0][0])
        yield from (_listed(row, of, further, entry) for of in owners for row in rows)
    for entry in _of("body", entries):
        only_keys(entry, _BODY)
        owners = _owners(entry) if entry.fields.get("of") else ("",)
        row = (text(entry, "name"), *texts(entry, "short"))
        further = _further(entry, row[0])
        yield from (_listed(row, of, further, entry) for of in owners)


def _owners(entry: Entry) -> tuple[str, ...]:
    owners = texts(entry, "of")
    if not owners:
        raise fault("rule-missing-key", entry.where, reason="of")
    for of in owners:
        if of not in ORGANISATIONS:
            raise fault("rule-wrong-value", entry.where, "", f"of = '{of}'", "、".join(ORGANISATIONS))
    return owners


def _rows(entry: Entry) -> Sequence[Sequence[str]]:
    rows = entry.fields.get("names")
    if not isinstance(rows, list) or not rows or not all(map(_is_row, rows)):
        raise fault("rule-wrong-type", entry.where, reason="names: [['…', '…']]")
    return rows


def _is_row(row: object) -> bool:
    return isinstance(row, list) and bool(row) and all(isinstance(name, str) and name.strip() for name in row)


def _further(entry: Entry, first: str) -> tuple[str, str, str, bool]:
    """What an entry says of all its bodies: kind, parent, home, and whether they need no level in front."""
    kind, parent, home = (text(entry, key, "") for key in ("kind", "parent", "home"))
    alone = entry.fields.get("alone", True)
    if not isinstance(alone, bool):
        raise fault("rule-wrong-type", entry.where, first, "alone: false")
    return kind, fold(parent), home, alone


def _listed(forms: Sequence[str], of: str, further: tuple[str, str, str, bool], entry: Entry) -> Body:
    name, *short = ("".join(fold(form).split()) for form in forms)
    kind, parent, home, alone = further
    return Body(name, tuple(short), kind, of, parent, home, alone, entry.where)


def _organisation(entry: Entry) -> Organisation:
    only_keys(entry, ("of", "ends", "itself"))
    return Organisation(text(entry, "of"), texts(entry, "ends"), texts(entry, "itself"))


def _ending(entry: Entry) -> Ending:
    only_keys(entry, ("kind", "ends"))
    return Ending(text(entry, "kind"), texts(entry, "ends"))


def _place(entry: Entry) -> Place:
    only_keys(entry, ("name", "short", "cities"))
    return Place(text(entry, "name"), texts(entry, "short"), texts(entry, "cities"))
