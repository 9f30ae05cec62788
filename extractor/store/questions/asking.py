"""Whom questions are put to: the ledger's database, or the same tables over Parquet files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator


class Answers(Protocol):
    """The rows that an answer consists of."""

    def __iter__(self) -> Iterator[Any]:
        """One row after the other."""

    def fetchone(self) -> Any:  # noqa: ANN401 - columns of any type
        """The next row; None when there is none."""

    def fetchall(self) -> list[Any]:
        """All rows."""


class Ledger(Protocol):
    """Something that answers SQL; rows can be unpacked, and asked by the names of their columns.

    ``sqlite3.Connection`` is one, ``ParquetLedger`` another.
    """

    def execute(self, statement: str, values: Any = ..., /) -> Answers:  # noqa: ANN401 - a sequence or a mapping
        """The answer to one statement; ``values`` by place (``?``) or by name (``:day``)."""
