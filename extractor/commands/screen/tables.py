"""Print rows: as a table for people, as CSV for spreadsheets, as JSON for programs."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

import click

from extractor.commands.manner import Manner
from extractor.commands.screen.console import printable, tell
from extractor.store.cells import table_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Row: TypeAlias = "Mapping[str, object]"
"""Column name -> what stands there."""


def print_rows(rows: Sequence[Row], columns: Sequence[str], shape: str) -> None:
    """Print ``rows`` as ``table`` (with borders on a terminal), ``csv`` or ``json`` (a list of objects)."""
    if shape == "json":
        click.echo(json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=2))
    elif shape == "csv":
        filled = ({column: str(row[column]) for column in columns} for row in rows)
        click.echo(table_bytes(columns, filled, bom=False), nl=False)
    elif not rows:
        click.echo(tell("nothing-fits", "", {}, click.get_current_context().ensure_object(Manner).lang))
    elif sys.stdout.isatty():
        from extractor.commands.screen.terminal import show_table  # noqa: PLC0415 - rich loads at a terminal only

        numeric = [all(isinstance(row[column], int) for row in rows) for column in columns]
        show_table(columns, [_cells(row, columns) for row in rows], numeric)
    else:
        _plain([list(columns), *(_cells(row, columns) for row in rows)])


def tell_more(shown: int, total: int) -> None:
    """Say on the error stream how many rows were left out, so that no list looks complete that is not."""
    if shown < total:
        lang = click.get_current_context().ensure_object(Manner).lang
        click.echo(tell("more-rows", "", {"shown": shown, "total": total}, lang), err=True)


def _cells(row: Row, columns: Sequence[str]) -> list[str]:
    return [printable(str(row[column])).replace("\n", " ").replace("\t", " ") for column in columns]


def _plain(lines: Sequence[Sequence[str]]) -> None:
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
