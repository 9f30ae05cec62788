"""What is wrong with a command line, in the language of the user: click itself says it in English only."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from extractor.commands.screen.console import tell
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.messages import Language

_STATUS = 2
_NO_COMMAND = own(r"No such command '(.{1,80}?)'")
_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


def refuse(error: click.UsageError, ctx: click.Context, lang: Language) -> NoReturn:
    """Say what is wrong, and where the help is; exit status 2. In English, and for help itself, click says it.

    ``ctx`` is that of the program; parsers of options do not say which command they worked for.
    """
    if lang == "en" or isinstance(error, click.exceptions.NoArgsIsHelpError):
        raise error
    code, details = _said(error)
    command = error.ctx.command_path if error.ctx else f"{ctx.command_path} {ctx.invoked_subcommand or ''}"
    words = command.split()
    where = " ".join(("extractor", *words[_program_words(words) :]))
    click.echo(tell(code, where, details, lang), err=True)
    sys.exit(_STATUS)


def _program_words(words: list[str]) -> int:
    """How many words start the program: one, or three for ``python -m extractor``."""
    return words.index("extractor") + 1 if "extractor" in words else 1


def _said(error: click.UsageError) -> tuple[str, Mapping[str, str]]:
    match error:
        case click.NoSuchOption():
            return "usage-no-option", {"option": error.option_name, "likely": _listed(error.possibilities)}
        case click.MissingParameter():
            return "usage-missing", {"name": _name(error)}
        case click.BadParameter():
            return _bad_value(error)
        case click.BadOptionUsage():
            return "usage-no-value", {"name": error.option_name}
        case _:
            return _plain(error.message)


def _plain(message: str) -> tuple[str, Mapping[str, str]]:
    """What click says with its one class for everything else."""
    if match := _NO_COMMAND.match(message):
        return "usage-no-command", {"name": match[1]}
    if match := _EXTRA.match(message):
        return "usage-extra", {"name": match[1]}
    return "usage-wrong", {"said": message.rstrip("。.")}


def _bad_value(error: click.BadParameter) -> tuple[str, Mapping[str, str]]:
    name = _name(error)
    kind = error.param.type if error.param else None
    match kind:
        case click.Choice():
            return "usage-choice", {"name": name, "choices": "、".join(map(str, kind.choices))}
        case click.types.IntParamType():
            least = getattr(kind, "min", None)
            return "usage-number", {"name": name, "least": "整数" if least is None else f"不小于 {least} 的整数"}
        case click.Path() | click.File():
            return "usage-path", {"name": name}
        case _:
            return "usage-value", {"name": name, "said": error.message}


def _name(error: click.BadParameter) -> str:
    """The option as it is written, or the word that the help has for an argument."""
    param = error.param
    if isinstance(param, click.Option):
        return param.opts[-1]
    return (param.metavar or param.name or "") if isinstance(param, click.Argument) else ""


def _listed(possibilities: object) -> str:
    found = sorted(map(str, possibilities)) if isinstance(possibilities, (list, tuple)) else []
    return f"；是不是 {'、'.join(found)}" if found else ""
