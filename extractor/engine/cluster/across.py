"""What belongs to no file alone, written bucket by bucket: nodes, edges, bodies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from extractor.export.parquet.graph_rows import body_row, edge_order, edge_row, node_row
from extractor.graph.apart.shelf import key_of, number_in
from extractor.graph.apart.whole import PART
from extractor.graph.bodies.forms import Forms
from extractor.graph.elements import Edge, Node
from extractor.store.parquet.manifest import bucket_of
from extractor.store.parquet.sheet import write_bucket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.graph.apart.flow import Flow, Message
    from extractor.graph.apart.whole import Whole
    from extractor.rules.bodies.departments import Departments
    from extractor.store.parquet.columns import Row
    from extractor.store.parquet.storage import Storage


def across(graph: Flow, whole: Whole, storage: Storage) -> Flow:
    """Write the graph; the messages that come out are the files of all tables: (table, file)."""
    buckets = whole.shelf.buckets
    write = partial(_write, storage=storage, names=whole.names)
    return graph.each(lambda key, value: [(_to(key, value, buckets), value)]).together(write)


def _to(key: str, value: Any, buckets: int) -> str:  # noqa: ANN401 - a node, an edge, a body, or a part
    match value:
        case Node():
            return key_of(bucket_of(value.id, buckets))
        case Edge():
            return key_of(bucket_of(value.subject, buckets))
        case (str(node), str(), str()):
            return key_of(bucket_of(node, buckets))
        case _:
            return key


def _write(key: str, values: list[Any], storage: Storage, names: Departments) -> Iterator[Message]:
    number = number_in(key)
    if number is None:
        yield from ((PART, value) for value in values)
    else:
        parts = write_bucket(storage, number, _rows(values, names))
        yield from ((PART, part) for part in parts.items())


def _rows(values: list[Any], names: Departments) -> Iterator[tuple[str, Row]]:
    forms = Forms(names)
    bodies = sorted({cast("tuple[str, str, str]", value) for value in values if isinstance(value, tuple)})
    yield from (("bodies", body_row(*body, forms.of)) for body in bodies)
    nodes = sorted((value for value in values if isinstance(value, Node)), key=lambda node: node.id)
    yield from (("nodes", node_row(node)) for node in nodes)
    edges = sorted((value for value in values if isinstance(value, Edge)), key=edge_order)
    yield from (("edges", edge_row(edge)) for edge in edges)
