"""``extractor rules``: do the examples hold, which rules are there, which of them never fires?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from extractor.commands import options
from extractor.commands.screen.console import printable, tell
from extractor.commands.screen.tables import print_rows
from extractor.store.database import reading
from extractor.store.files import all_stored

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from extractor.commands.manner import Manner
    from extractor.messages import Language
    from extractor.rules.proof.check import Failure, Trial

_COLUMNS = {"id": "规则", "kind": "种类", "means": "含义", "where": "位置"}
_USED = {"fires": "次数", "notices": "文件数"}
_TRIALS: Mapping[Trial, str] = {
    "compile": "trial-compile",
    "alone": "trial-alone",
    "together": "trial-together",
    "counterexample": "trial-counterexample",
    "speed": "trial-speed",
}
_FAILURE = ("位置", "规则", "试验", "文字", "应为", "实为")
_HELP = """检查、列出规则。怎样添加规则，见 patterns/README.md。

Check and list the rules; patterns/README.md tells how to add one.
"""
_CHECK = """检查每条规则的正例、反例是否成立，--patterns 里的规则是否搜得太慢；有不成立的，退出状态为 2。

Do the examples of every rule hold, and do your own rules end their searches in time?
"""
_LIST = """列出规则；--usage 加上每条规则在结果中用了几次、见于几个文件。

List the rules; --usage counts how often each fired in the last run.
"""


@click.group("rules", help=_HELP)
def command() -> None:
    """Hold the two commands together."""


@command.command("check", help=_CHECK)
@options.patterns
@options.lang
@click.pass_obj
def check_rules(manner: Manner, patterns: tuple[Path, ...]) -> None:
    """Try every example, alone and with all rules of its kind, and how long the user's own rules search.

    Exit status 2 when something does not hold.
    """
    from extractor.extract.examples import reader  # noqa: PLC0415 - --help needs no rules
    from extractor.rules.bodies.departments import load_departments  # noqa: PLC0415
    from extractor.rules.load import load  # noqa: PLC0415
    from extractor.rules.proof.check import check, check_speed  # noqa: PLC0415

    book = load(patterns)
    load_departments(patterns)  # refuses a list of bodies that contradicts itself
    failures = [*check_speed(rule for rule in book.entries if rule.own), *check(book, reader(book))]
    if failures:
        print_rows([_failure(each, manner.lang) for each in failures], _FAILURE, "table")
        count = {"failures": len(failures), "rules": len({each.rule for each in failures})}
        click.echo(tell("rules-fail", "", count, manner.lang))
        sys.exit(2)
    examples = sum(len(rule.examples) + len(rule.counterexamples) for rule in book.entries)
    click.echo(tell("rules-hold", "", {"rules": len(book.entries), "examples": examples}, manner.lang))


def _failure(failure: Failure, lang: Language) -> dict[str, object]:
    trial = tell(_TRIALS[failure.trial], "", {}, lang)
    said = (failure.where, failure.rule, trial, failure.text, failure.wanted, failure.got)
    return dict(zip(_FAILURE, said, strict=True))


@command.command("list", help=_LIST)
@click.option("--usage", is_flag=True, help="加上使用次数 (count how often each fired)。")
@options.patterns
@options.out
@options.shape
@options.lang
def list_rules(patterns: tuple[Path, ...], out: Path, shape: str, *, usage: bool) -> None:
    """Print a row a rule, in order of precedence."""
    from extractor.rules.load import load  # noqa: PLC0415 - --help needs no rules

    columns = _COLUMNS | (_USED if usage else {})
    counts = _counts(out) if usage else {}
    rows: list[dict[str, object]] = []
    for rule in load(patterns).entries:
        fires, notices = counts.get(rule.id, (0, 0))
        row = {"id": rule.id, "kind": rule.kind, "means": printable(rule.means), "where": rule.where}
        rows.append({**row, "fires": fires, "notices": notices})
    named = [{(key if shape == "json" else columns[key]): row[key] for key in columns} for row in rows]
    print_rows(named, tuple(columns.values()), shape)


def _counts(out: Path) -> dict[str, tuple[int, int]]:
    from extractor.review.facts import usage  # noqa: PLC0415 - only asked for with --usage

    with reading(out) as ledger:
        return dict(usage(all_stored(ledger)))
