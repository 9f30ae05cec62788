"""What the commands about names share: the options, and the names of the ledger that these mean."""

from __future__ import annotations

import datetime as dt
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands import options
from extractor.ledger.names.naming import names_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.commands.manner import Command, Manner
    from extractor.ledger.names.naming import Names
    from extractor.messages import Language
    from extractor.rules.bodies.decisions import Decisions


def names_file(command: Command) -> Command:
    """``--names FILE``: where decisions about names are kept."""
    option = click.option(
        "--names", "names_file", type=click.Path(dir_okay=False, path_type=Path), metavar="文件",
        help="记取舍的文件，默认是结果文件夹里的 names.toml (the names file)。",
    )  # fmt: skip
    return option(command)


def on_names(function: Callable[..., None]) -> Callable[..., None]:
    """``--out``, ``--names``, ``--patterns`` and ``--lang`` for a command that works on the ``Names`` they mean."""

    def on(
        manner: Manner, out: Path, names_file: Path | None, patterns: tuple[Path, ...], **rest: object
    ) -> None:
        function(manner, names_of(out, names_file, patterns), **rest)

    command: Callable[..., None] = wraps(function)(on)
    return options.lang(options.patterns(names_file(options.out(click.pass_obj(command)))))


def decide(names: Names, decisions: Decisions, lang: Language) -> None:
    """Keep ``decisions`` and write the outputs anew by them, now."""
    names.decide(decisions, dt.datetime.now(tz=dt.UTC).astimezone(), lang)
