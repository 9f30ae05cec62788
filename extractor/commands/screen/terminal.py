"""What people see at a terminal: tables with lines, a progress bar; pipes and files never load it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rich import box
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

Bar: TypeAlias = Progress

if TYPE_CHECKING:
    from collections.abc import Sequence


def show_table(columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> None:
    """Print a table as wide as the terminal, ``numeric`` columns to the right; cells are never markup."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column, right in zip(columns, numeric, strict=True):
        table.add_column(column, justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)


def begin_bar(total: int) -> Progress:
    """A progress bar of ``total`` files on the error stream, which goes away when it is stopped."""
    bar = Progress(console=Console(stderr=True), transient=True)
    bar.add_task("读取 Reading", total=total)
    bar.start()
    return bar
