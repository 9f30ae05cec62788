"""What the workbench orders to be read, and what it does not order unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.engine.local import Plan
from extractor.engine.reading import Settings
from extractor.ingest import changing
from extractor.ledger.settings import OutputSettings, remembered
from extractor.store import files
from extractor.store.database import NoResults, reading
from extractor.web.work.child import Order

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.web.office import Office
    from extractor.web.work.state import Wish


def order_of(office: Office, wish: Wish) -> Order:
    """A run over the corpus folder as the workbench was started; outputs are written as the last run did."""
    plan = Plan(
        (office.corpus,), office.out, force=wish.everything, settings=_settings(office), began=office.now(),
        again=wish.again,
    )  # fmt: skip
    settings = Settings(office.patterns, allow_classified=office.allow_classified)
    return Order(plan, settings, changing.current())


def foreign(office: Office) -> int:
    """How many files the ledger holds, when none of them lies in the corpus folder; else 0.

    It was made of another folder then: reading this one would take everything out of it.
    """
    try:
        with reading(office.out) as ledger:
            names = files.stamps(ledger)
    except NoResults:
        return 0
    return 0 if any(_lies(office.corpus, name) for name in names) else len(names)


def _lies(corpus: Path, name: str) -> bool:
    """Whether there is such a file, or an archive that it is packed in."""
    path = corpus / name
    within = [path, *path.parents][: name.count("/") + 1]
    return any(each.is_file() for each in within)


def _settings(office: Office) -> OutputSettings:
    if office.settings != OutputSettings():
        return office.settings
    try:
        with reading(office.out) as ledger:
            return remembered(ledger)
    except NoResults:
        return OutputSettings(patterns=tuple(str(folder.resolve()) for folder in office.patterns))
