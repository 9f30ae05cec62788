"""What is written to the terminal, so that nothing in a notice or a file name can break or command it."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.messages import Language
    from extractor.model.errors import ExtractorError


def prepare() -> None:
    """Make output survive every console: UTF-8 into pipes, ``?`` for what a terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def printable(text: str) -> str:
    r"""``text`` with control characters spelled out (``\x1b``), line breaks and tabs kept."""
    return "".join(each if each.isprintable() or each in "\n\t　" else _spelled(each) for each in text)


def tell(code: str, where: str, details: Mapping[str, object], lang: Language) -> str:
    """One line of the catalogue: where – what – what next."""
    from extractor.messages import say  # noqa: PLC0415 - --help says nothing of the catalogue

    message = say(code, where, {name: str(value) for name, value in details.items()}, lang)
    return joined(message.text, message.advice)


def joined(text: str, advice: str) -> str:
    """What is said and what to do next, as one line whatever is in a file name."""
    stop = "。" if advice.endswith("。") else ". "
    line = text.rstrip("。. ") + stop + advice if advice else text
    return printable(line).replace("\n", "\\n")


def complain(error: ExtractorError, lang: Language) -> None:
    """Say on the error stream why the command did not do what it was asked."""
    click.echo(tell(error.code, error.where, error.details, lang), err=True)


def _spelled(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
