"""The command ``extractor``: which commands there are, and what happens when one of them cannot go on."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from extractor import VERSION
from extractor.commands.console import complain
from extractor.commands.misuse import refuse
from extractor.model.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.messages import Language

Command = TypeVar("Command", bound="Callable[..., None]")

_INTERRUPTED = 130

_COMMANDS = (
    ("run", "解析公文，写出任务台账 (read notices, write the ledger)"),
    ("watch", "看着文件夹，公文有变化就更新台账 (keep the ledger up to date)"),
    ("serve", "在浏览器里看台账、填台账 (the ledger in a browser)"),
    ("tasks", "查任务：按部门、时限、文件筛选 (tasks, filtered)"),
    ("due", "快到期的、已超期的任务，可写成日历 (what is due, what is overdue)"),
    ("schedule", "今后哪天有哪些任务，周期任务逐次列出 (days to come, turn by turn)"),
    ("letter", "给部门的提醒函，DOCX (a reminder letter per department)"),
    ("export", "把查到的任务导出成 Excel 或 CSV (tasks as a workbook or CSV)"),
    ("departments", "各部门有多少任务，最近时限是哪天 (who has to do how much)"),
    ("names", "单位名称：名录里没有的、疑似重复的，合并、分开 (names of bodies)"),
    ("notices", "读过哪些公文 (the notices)"),
    ("links", "公文、部门、任务之间的关联 (the graph, as a list)"),
    ("search", "在公文和任务里找字 (words in notices and tasks)"),
    ("import", "取回填写过的台账，Excel 或 CSV (take back a filled-in ledger)"),
    ("done", "办结任务、销号 (tasks that are done)"),
    ("reopen", "重新打开办结的任务 (not done after all)"),
    ("assign", "指定责任人 (who sees to a task)"),
    ("note", "记一笔进展 (note what was done)"),
    ("progress", "办结进度：按部门、文件、月份 (how much is done)"),
    ("history", "一项任务的来历 (what happened to a task)"),
    ("diff", "最近一次运行后台账变了什么 (what changed in the ledger)"),
    ("graph", "把关系图写给 Neo4j，或者写成网页 (the graph, for Neo4j or as a page)"),
    ("show", "看一份公文的要素、层次和任务 (one notice on a page)"),
    ("explain", "某处为什么读成这样：哪条规则胜出 (which rule won, and why)"),
    ("rules", "检查、列出规则 (check and list the rules)"),
    ("review", "比较两次结果：多了、少了、变了什么 (gains, losses, changes)"),
)

_ELSEWHERE = {
    "import": ("take_back", "command"),
    "progress": ("progress_report", "command"),
    **{name: ("marking", name) for name in ("done", "reopen", "assign", "note")},
}
"""Commands that do not stand as ``command`` in the module of their name."""

_HELP = """读通知，出台账。

\b
把 corpus/ 里的公文按编号层次切分，用规则提取任务、责任部门和时限，
每个值都有出处。能读 TXT、DOC/WPS、DOCX、PDF、OFD、HTML、RTF、XLSX、邮件、扫描件。
先运行 extractor run，再用其他命令查询。

Reads Chinese official notices and writes their task ledger.
"""


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


class Program(click.Group):
    """A group that loads a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order of use."""
        return [name for name, _ in _COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name; None when there is none."""
        if cmd_name not in dict(_COMMANDS):
            return None
        module, name = _ELSEWHERE.get(cmd_name, (cmd_name, "command"))
        command: click.Command = getattr(import_module(f"extractor.commands.{module}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading them."""
        with formatter.section("命令 Commands"):
            formatter.write_dl(_COMMANDS)

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
