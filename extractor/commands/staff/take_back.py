"""``extractor import``: take back what staff filled in elsewhere."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor import VERSION
from extractor.commands import options
from extractor.commands.screen.concerns import concerns
from extractor.commands.screen.console import joined, tell
from extractor.ledger.edits.bringing_back import Preference, Returned, bring_back
from extractor.ledger.edits.in_tables import take_edits
from extractor.ledger.outputs.write import write_outputs
from extractor.store import runs
from extractor.store.database import reading, writing
from extractor.store.staff import CORRECTABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.commands.manner import Manner
    from extractor.messages import Language

_HELP = """取回填写过的台账：Excel 工作簿或 CSV，WPS、LibreOffice 存的都行。

\b
按任务编号对上：行的次序、筛选、栏的次序都不要紧，删掉的行仍在台账里。
改过的任务事项、类别、单位、时限作为更正保留；任务编号留空的行作为新增任务。
两边都改过的、写错的日期、不认识的编号逐条列出，不会悄悄覆盖。

Takes back a workbook or CSV file that staff filled in. Exit status 1 when some cells were not taken.
"""


class Asked(TypedDict):
    """What stands on the command line."""

    file: Path
    prefer: Preference | None
    dry_run: bool
    out: Path


@click.command("import", help=_HELP)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="文件")
@click.option(
    "--prefer", type=click.Choice(["file", "ledger"]),
    help="两边都改过时以哪边为准：file 文件，ledger 台账 (who wins where both were edited)。",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="只看会改什么，不改 (look, change nothing)。")
@options.out
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Take the file back, write the outputs anew, and say what was done."""
    out, file = asked["out"], asked["file"]
    with reading(out):  # without a ledger there is nothing to take it back into
        pass
    told: list[str] = []
    with writing(out) as ledger:
        run = runs.begin(ledger, dt.datetime.now(tz=dt.UTC).astimezone(), VERSION)
        if not asked["dry_run"]:
            take_edits(ledger, out, run)
        returned = bring_back(ledger, run, file, prefer=asked["prefer"], trial=asked["dry_run"])
        if not asked["dry_run"]:
            told += concerns(write_outputs(ledger, out, run, lang=manner.lang))
    for line in dict.fromkeys((*told, *_told(returned, file.name, manner.lang))):
        click.echo(line, err=True)
    closing = "import-tried" if asked["dry_run"] else "import-closed"
    click.echo(tell(closing, file.name, _figures(returned), manner.lang))
    sys.exit(1 if returned.merged.conflicts else 0)


def _told(returned: Returned, where: str, lang: Language) -> Iterator[str]:
    from extractor.export.edit_problems import edit_problems  # noqa: PLC0415 - with the outputs

    merged = returned.merged
    for _, problem in edit_problems(merged.conflicts, merged.ignored, returned.rows.values(), lang, where):
        yield joined(problem["message"], problem["advice"])


def _figures(returned: Returned) -> dict[str, int]:
    merged = returned.merged
    corrected = sum(edit.field in CORRECTABLE for edit in merged.edits)
    return {
        "cells": len(merged.edits) - corrected,
        "corrected": corrected,
        "added": len(merged.added),
        "conflicts": len(merged.conflicts),
        "absent": len(merged.absent),
    }
