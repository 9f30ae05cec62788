"""How a command speaks, and the two errors that stand for whatever else stops it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

from extractor.model.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.messages import Language

Command = TypeVar("Command", bound="Callable[..., None]")


class OutputRefused(ExtractorError):  # noqa: N818 - errors are named for what a person has to mend
    """The system does not let a file be read or written: no right, no room, or another program holds it."""

    code = "system-refused"


class UnexpectedError(ExtractorError):
    """A mistake in the program."""

    code = "command-broke"


@dataclass(slots=True)
class Manner:
    """How a command speaks: its language, and whether unexpected errors show their traceback."""

    lang: Language = "zh"
    debug: bool = False


def lang(command: Command) -> Command:
    """``--lang zh|en``: the language of messages, before a command's name or after it."""
    option = click.option(
        "--lang", type=click.Choice(["zh", "en"]), expose_value=False, show_default="zh",
        callback=_speak, is_eager=True, help="信息用中文或英文 (language of messages)。",
    )  # fmt: skip
    return option(command)


def _speak(ctx: click.Context, _option: click.Parameter, value: Language | None) -> None:
    if value:
        ctx.ensure_object(Manner).lang = value
