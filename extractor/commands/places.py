"""Options that name places which need not lie on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extractor.commands.options import OUT

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.commands.manner import Command


def out_or_uri(command: Command) -> Command:
    """``--out DIR``, which may be ``s3://…`` on a cluster: as it was written."""
    return click.option("--out", default="outputs", show_default=True, metavar="目录", help=OUT)(command)


def parquet(says: str) -> Callable[[Command], Command]:
    """``--parquet DIR``: a folder of Parquet files, by path or URI; empty when there is none."""
    return click.option("--parquet", default="", metavar="目录", help=says)
