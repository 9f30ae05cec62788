"""The ledger's questions over Parquet files, answered by DuckDB; the one module that uses it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from extractor.rules.pattern.own import own
from extractor.store import passages
from extractor.store.parquet.arrow import ClusterNotInstalled
from extractor.store.parquet.columns import TABLES
from extractor.store.parquet.manifest import needed
from extractor.store.parquet.storage import Storage
from extractor.store.parquet.views import VIEWS
from extractor.store.questions.conditions import OF_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extractor.store.parquet.manifest import Manifest

_NAMED = own(r":([a-z]+)\b")
_OF_WORDS = (
    "SELECT key FROM passages WHERE len(list_filter(?, lambda word: NOT contains(comparable(text), word))) = 0"
)
# Nothing is fetched from the network, also no extension.
_CONFIG: dict[str, Any] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
_KINDS = {"text": "VARCHAR", "texts": "VARCHAR[]", "number": "BIGINT", "yes": "BOOLEAN"}


class NamedRow(tuple[Any, ...]):
    """A row that can be unpacked, and asked by the names of its columns."""

    __slots__ = ()
    names: Sequence[str] = ()

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401 - a place, a slice or a name
        """The value at a place or of a column."""
        return super().__getitem__(self.names.index(key) if isinstance(key, str) else key)


class ParquetLedger:
    """Parquet files behind the tables that questions to ``ledger.db`` know; staff have written nothing here."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 - DuckDB is an extra
        """``connection`` has the views."""
        self._connection = connection

    def execute(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = (), /) -> ParquetLedger:
        """The answer to a statement that was written for SQLite; see ``Ledger``."""
        said = statement.replace(OF_WORDS, _OF_WORDS)
        if isinstance(values, dict):
            self._connection.execute(_NAMED.sub(r"$\1", said), values)
        else:
            self._connection.execute(said, [_value(value) for value in values])
        return self

    def __iter__(self) -> Iterator[Any]:
        """One row after the other."""
        return iter(self.fetchall())

    def fetchone(self) -> Any:  # noqa: ANN401 - columns of any type
        """The next row; None when there is none."""
        found = self._connection.fetchone()
        return found and self._row()(found)

    def fetchall(self) -> list[Any]:
        """All rows."""
        row = self._row()
        return [row(each) for each in self._connection.fetchall()]

    def _row(self) -> type[NamedRow]:
        columns = [column[0] for column in self._connection.description]
        return type("Row", (NamedRow,), {"names": columns, "__slots__": ()})


@contextmanager
def reading(location: str) -> Iterator[ParquetLedger]:
    """The results in a folder or under a URI, for questions.

    Raises:
        NoParquet: there are none.
        ClusterNotInstalled: DuckDB is not there.
    """
    try:
        import duckdb  # noqa: PLC0415 - only where Parquet is asked
    except ImportError as error:
        raise ClusterNotInstalled("duckdb") from error
    storage = Storage(location)
    manifest = needed(storage)
    with duckdb.connect(config=_CONFIG) as connection:
        connection.create_function("comparable", passages.key, ["VARCHAR"], "VARCHAR")
        for table in TABLES:
            _show(connection, storage, manifest, table)
        for view in VIEWS:
            connection.execute(view)
        yield ParquetLedger(connection)


def _show(connection: Any, storage: Storage, manifest: Manifest, table: str) -> None:  # noqa: ANN401 - as above
    """Make the files of a table a view ``parquet_<table>``; an empty one without files."""
    paths = manifest.paths(table)
    if not paths:
        columns = ", ".join(f'NULL::{_KINDS[each.kind]} AS "{each.name}"' for each in TABLES[table])
        connection.execute(f"CREATE VIEW parquet_{table} AS SELECT {columns} WHERE false")
    elif storage.is_local:
        files = [storage.full(path) for path in paths]
        connection.read_parquet(files).create_view(f"parquet_{table}")
    else:
        connection.register(f"parquet_{table}", storage.dataset(paths, table))


def _value(value: Any) -> Any:  # noqa: ANN401 - as above
    return list(value.words) if isinstance(value, passages.Query) else value
