"""The door to pyarrow: loaded when Parquet is asked for, and here only."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from extractor.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.store.parquet.columns import Column, Row

GROUP = 5_000
"""Rows that are held in memory, and written or read as one group."""


class ClusterNotInstalled(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The libraries for Parquet, DuckDB and Ray are an extra that is not there."""

    code = "cluster-not-installed"


def arrow() -> Any:  # noqa: ANN401 - pyarrow has no types
    """The library with its parts for files.

    Raises:
        ClusterNotInstalled: it is not there.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - half a second, only where Parquet is read or written

        for part in ("dataset", "fs", "parquet"):
            import_module(f"pyarrow.{part}")
    except ImportError as error:
        raise ClusterNotInstalled("pyarrow") from error
    return pa


def schema(columns: Sequence[Column]) -> Any:  # noqa: ANN401 - as above
    """The columns as pyarrow knows them."""
    pa = arrow()
    kinds = {"text": pa.string(), "texts": pa.list_(pa.string()), "number": pa.int64(), "yes": pa.bool_()}
    return pa.schema([(column.name, kinds[column.kind]) for column in columns])


def table(rows: Sequence[Row], columns: Any) -> Any:  # noqa: ANN401 - as above
    """Rows as a table of that schema; halves of characters, which no file can hold, are written as escapes."""
    try:
        return arrow().Table.from_pylist(rows, schema=columns)
    except UnicodeEncodeError:
        whole = [{name: _whole(value) for name, value in row.items()} for row in rows]
        return arrow().Table.from_pylist(whole, schema=columns)


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    return [_whole(each) for each in value] if isinstance(value, list) else value
