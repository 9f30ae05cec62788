"""What the commands about names share: the options, and the names of the ledger that these mean."""

from __future__ import annotations

import datetime as dt
from functools import wraps
from typing import TYPE_CHECKING

import click

from extractor.commands import options
from extractor.ledger.names.naming import names_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from extractor.commands.manner import Manner
    from extractor.ledger.names.naming import Names
    from extractor.messages import Language
    from extractor.rules.bodies.decisions import Decisions


def on_names(function: Callable[..., None]) -> Callable[..., None]:
    """``--out``, ``--names``, ``--patterns`` and ``--lang`` for a command that works on the ``Names`` they mean."""

    def on(
        manner: Manner, out: Path, names_file: Path | None, patterns: tuple[Path, ...], **rest: object
    ) -> None:
        function(manner, names_of(out, names_file, patterns), **rest)

    command: Callable[..., None] = wraps(function)(on)
    return options.lang(options.patterns(options.names_file(options.out(click.pass_obj(command)))))


def decide(names: Names, decisions: Decisions, lang: Language) -> None:
    """Keep ``decisions`` and write the outputs anew by them, now."""
    names.decide(decisions, dt.datetime.now(tz=dt.UTC).astimezone(), lang)
