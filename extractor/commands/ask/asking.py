"""Where a question is answered: the ledger's database, or Parquet files of the same content."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.commands import options, places
from extractor.store import database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extractor.commands.manner import Command
    from extractor.store.questions.asking import Ledger


def source(command: Command) -> Command:
    """``--out DIR`` and ``--parquet DIR``: the outputs, or the Parquet files that are asked instead."""
    parquet = places.parquet("不查台账，查这里的 Parquet 文件，见 docs/cluster.md (ask Parquet files instead)。")
    return options.out(parquet(command))


@contextmanager
def opened(out: Path, parquet: str) -> Iterator[Ledger]:
    """What is asked, for the time of the questions.

    Raises:
        NoResults, NoParquet: nothing was analysed yet, or the results are elsewhere.
        ClusterNotInstalled: the libraries for Parquet are not there.
    """
    if not parquet:
        with database.reading(out) as connection:
            yield connection
        return
    from extractor.store.parquet.ledger import reading  # noqa: PLC0415 - only where Parquet is asked

    with reading(parquet) as found:
        yield found
