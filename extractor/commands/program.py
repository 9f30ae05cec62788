"""The command ``extractor``: which commands there are, and what happens when one of them cannot go on."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import NoReturn

import click

from extractor import VERSION
from extractor.commands.listed import COMMANDS
from extractor.commands.manner import Manner, OutputRefused, UnexpectedError, lang
from extractor.commands.screen.console import complain
from extractor.commands.screen.misuse import refuse
from extractor.model.errors import ExtractorError

_INTERRUPTED = 130

_HELP = """读通知，出台账。

\b
把 corpus/ 里的公文按编号层次切分，用规则提取任务、责任部门和时限，
每个值都有出处。能读 TXT、DOC/WPS、DOCX、PDF、OFD、HTML、RTF、XLSX、邮件、扫描件。
先运行 extractor run，再用其他命令查询。

Reads Chinese official notices and writes their task ledger.
"""


class Program(click.Group):
    """A group that loads a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order of use."""
        return [each.name for each in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name; None when there is none."""
        found = next((each for each in COMMANDS if each.name == cmd_name), None)
        if found is None:
            return None
        command: click.Command = getattr(import_module(found.module), found.called)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading them."""
        with formatter.section("命令 Commands"):
            formatter.write_dl([(each.name, each.says) for each in COMMANDS])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command's name."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            refuse(error, ctx, ctx.ensure_object(Manner).lang)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; whatever stops it becomes a message and an exit status."""
        manner: Manner = ctx.ensure_object(Manner)
        try:
            return super().invoke(ctx)
        except ExtractorError as error:
            _stop(error, manner)
        except KeyboardInterrupt:
            sys.exit(_INTERRUPTED)
        except click.UsageError as error:
            refuse(error, ctx, manner.lang)
        except (click.exceptions.Exit, click.Abort, click.ClickException, BrokenPipeError):
            raise
        except OSError as error:
            _stop(OutputRefused(str(error.filename or ""), reason=str(error.strerror)), manner)
        except Exception as error:
            if manner.debug:
                raise
            _stop(UnexpectedError("extractor", type=type(error).__name__, reason=str(error)), manner)


def _stop(error: ExtractorError, manner: Manner) -> NoReturn:
    complain(error, manner.lang)
    sys.exit(error.exit_status)


@click.group(
    cls=Program,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="每个命令都有自己的说明：extractor run --help",
)
@lang
@click.option("--debug", is_flag=True, help="出错时显示程序内部信息 (show tracebacks)。")
@click.version_option(VERSION, "--version", message="extractor %(version)s", help="显示版本 (version)。")
@click.pass_obj
def program(manner: Manner, *, debug: bool) -> None:
    """Remember how to speak; the commands do the rest."""
    manner.debug = debug
