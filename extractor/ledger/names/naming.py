"""The names of a ledger: what is decided about them, which bodies they mean, linking it anew after a decision."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from extractor import VERSION
from extractor.ledger.names.errors import NoCommonHome, NoSuchBody, SeveralHomes
from extractor.store import runs
from extractor.store.database import reading, writing
from extractor.store.files import all_stored
from extractor.store.ledger_file import FILE
from extractor.store.questions.notices.records import AmbiguousName

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from extractor.ledger.outputs.summary import Summary
    from extractor.messages import Language
    from extractor.model.record import BodyRecord, Record
    from extractor.rules.bodies.decisions import Decisions
    from extractor.rules.bodies.departments import Departments

_NAMES = "names.toml"


@dataclass(slots=True)
class Names:
    """The names of a ledger and the decisions about them.

    Attributes:
        out: the folder of the outputs.
        file: the names file; that of ``out`` when None.
        patterns: folders with lists of the user's own.
    """

    out: Path
    file: Path | None = None
    patterns: tuple[Path, ...] = ()
    _records: tuple[Record, ...] = field(default=(), init=False)

    @property
    def path(self) -> Path:
        """The names file."""
        return self.file or self.out / _NAMES

    def known(self) -> Departments:
        """The list with the decisions.

        Raises:
            RuleError: a list or the names file is wrong.
        """
        from extractor.rules.bodies.departments import load_departments  # noqa: PLC0415 - --help needs no list

        return load_departments(self.patterns, self.path)

    def decisions(self) -> Decisions:
        """What was decided, without the list.

        Raises:
            RuleError: the names file is wrong.
        """
        from extractor.rules.bodies.decisions import Decisions, read_decisions  # noqa: PLC0415 - --help needs no decisions

        return read_decisions(self.path) if self.path.exists() else Decisions()

    def records(self) -> tuple[Record, ...]:
        """The records of the ledger, named by the list and the decisions as they are now."""
        from extractor.graph.bodies.naming import name_bodies  # noqa: PLC0415 - --help needs no names

        if not self._records:
            with reading(self.out) as ledger:
                self._records = name_bodies(all_stored(ledger), self.known())
        return self._records

    def keep(self, decisions: Decisions) -> None:
        """Keep ``decisions``; the ledger knows them when it is linked the next time.

        Raises:
            OutputInUse: the names file cannot be written.
        """
        from extractor.rules.bodies.decisions import written  # noqa: PLC0415 - --help needs no decisions
        from extractor.store.atomic import replace  # noqa: PLC0415

        replace(self.path, written(decisions).encode())

    def decide(self, decisions: Decisions, at: dt.datetime, lang: Language) -> Summary:
        """Keep ``decisions`` and write the outputs anew by them, at that time; no file is read again.

        Raises:
            OutputInUse: an output or the names file cannot be written.
        """
        from extractor.ledger.outputs.write import write_outputs  # noqa: PLC0415
        from extractor.ledger.settings import remember, remembered  # noqa: PLC0415

        with writing(self.out) as ledger:
            run = runs.begin(ledger, at, VERSION)
            self.keep(decisions)
            if self.file:
                remember(ledger, dataclasses.replace(remembered(ledger), names_file=str(self.file.resolve())))
            return write_outputs(ledger, self.out, run, lang=lang)

    def resolved(self, words: tuple[str, ...], home: str | None) -> tuple[str, tuple[str, ...]]:
        """The home that has bodies of all these names, and their canonical names.

        Args:
            words: canonical names, printed names, or names with the home in front.
            home: the organisation, when the user named it.

        Raises:
            NoSuchBody: a name that no body of the ledger has.
            NoCommonHome: the names belong to different organisations.
            SeveralHomes: more than one organisation has them all.
        """
        fitting = [self._called(each, home) for each in words]
        for each, found in zip(words, fitting, strict=True):
            if not found:
                raise NoSuchBody(each)
        homes = sorted(set.intersection(*({owner for owner, _ in found} for found in fitting)))
        if not homes:
            raise NoCommonHome("、".join(words))
        if len(homes) > 1:
            raise SeveralHomes("、".join(words), names="、".join(each or "（不详）" for each in homes))
        return homes[0], tuple(_only(each, homes[0], found) for each, found in zip(words, fitting, strict=True))

    def stands_somewhere(self, words: str) -> bool:
        """Whether any notice of the ledger has these words."""
        return any(words in record["text"] for record in self.records())

    def _called(self, words: str, home: str | None) -> set[tuple[str, str]]:
        """Homes and canonical names of the single bodies that ``words`` name; 各学院 is none."""
        from extractor.graph.bodies.name import UNRESOLVED, label  # noqa: PLC0415 - --help needs no names

        return {
            (body["home"], body["canonical"])
            for body in self._bodies()
            if home in {None, body["home"]}
            and body["rule"] not in UNRESOLVED
            and words in {body["canonical"], body["printed"], label(body["home"], body["canonical"])}
        }

    def _bodies(self) -> Iterator[BodyRecord]:
        for record in self.records():
            for document in record["documents"]:
                yield from document.get("bodies", ())


def names_of(out: Path, file: Path | None, patterns: tuple[Path, ...]) -> Names:
    """The names of the ledger in ``out``, by the lists and the names file of its last run where none are asked for."""
    from extractor.ledger.settings import remembered  # noqa: PLC0415 - --help needs no settings

    if not (out / FILE).is_file():
        return Names(out, file, patterns)
    with reading(out) as ledger:
        settings = remembered(ledger)
    kept = Path(settings.names_file) if settings.names_file else None
    return Names(out, file or kept, patterns or tuple(map(Path, settings.patterns)))


def _only(words: str, home: str, found: set[tuple[str, str]]) -> str:
    """The canonical name that ``words`` mean in ``home``: itself where there is one of that name."""
    names = sorted(canonical for owner, canonical in found if owner == home)
    if words in names or len(names) == 1:
        return words if words in names else names[0]
    raise AmbiguousName(words, names="、".join(names))
