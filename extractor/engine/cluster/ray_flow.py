"""Flows on a Ray cluster: messages in Ray Data blocks, brought together by its group-bys. The one door to Ray."""

from __future__ import annotations

import logging
import os
import pickle
import zlib
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from extractor.graph.apart.shelf import number_in
from extractor.store.parquet.arrow import ClusterNotInstalled, arrow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from extractor.graph.apart.flow import Flow, Message, Together

SETTINGS = MappingProxyType({
    "RAY_USAGE_STATS_ENABLED": "0",  # Ray reports to nobody
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    # Linking has some dozen short rounds. Ray ends workers that idle for a second, and starting them takes seconds.
    "RAY_num_workers_soft_limit": "32",
    "RAY_idle_worker_killing_time_threshold_ms": "600000",
    # Ray's workers have dozens of threads, and malloc keeps freed memory for each: 40 MB of 290 in every worker.
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_TRIM_THRESHOLD_": "131072",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
})
"""The environment in which Ray is loaded and its machines are started, as far as nobody set it otherwise."""
_BATCH = 1_000  # messages that are made in one go
_BLOCK_BYTES = 16 * 1024 * 1024
"""What a worker takes at once: a block of Ray Data may have 128 MB otherwise, and workers grow with the files."""
_SHUFFLED_BYTES = 2 * _BLOCK_BYTES
"""How much of them a worker deals out at once: Ray Data would collect 1 GB of blocks first."""
_NOBODY = ""
"""The key of messages that mean nothing: Ray Data forgets the columns of blocks without rows, and cannot group them."""


@contextmanager
def cluster(jobs: int | None = None) -> Iterator[Any]:
    """Ray Data, connected to the cluster that ``RAY_ADDRESS`` names, or to one of this machine with ``jobs`` CPUs.

    A connection that is there already is used, and left as it is.

    Raises:
        ClusterNotInstalled: Ray is not there.
    """
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    try:
        import ray  # noqa: PLC0415 - seconds, and only for a cluster

        import_module("ray.data")
    except ImportError as error:
        raise ClusterNotInstalled("ray") from error
    mine = not ray.is_initialized()
    if mine:
        address = os.environ.get("RAY_ADDRESS")
        here = {} if address else {"num_cpus": jobs, "include_dashboard": False}
        ray.init(address or "local", log_to_driver=False, logging_level="ERROR", **here)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.target_max_block_size = _BLOCK_BYTES
    context.shuffle_input_batch_bytes = _SHUFFLED_BYTES
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    try:
        yield ray.data
    finally:
        if mine:
            ray.shutdown()


def spread(data: Any, numbers: Sequence[int], do: Callable[[int], Any]) -> Iterator[Any]:  # noqa: ANN401 - Ray Data
    """What ``do`` says of every number, each a task of its own, in the order in which they end.

    A task whose process or machine dies is done again elsewhere.
    """
    rows = data.from_items([{"number": number} for number in numbers], override_num_blocks=max(len(numbers), 1))
    done = rows.map(lambda row: {"said": pickle.dumps(do(int(row["number"])))})
    yield from (pickle.loads(row["said"]) for row in done.iter_rows())  # noqa: S301 - our own


def turns(data: Any, keys: Sequence[str], lots: int) -> RayFlow:  # noqa: ANN401 - Ray Data
    """One message to each key."""
    return RayFlow(data.from_arrow([_table([(key, None)], lots) for key in keys]), lots, data)


@dataclass(frozen=True, slots=True)
class RayFlow:
    """See ``Flow``; the messages lie in the blocks of a dataset, dealt out to ``lots`` by their keys."""

    dataset: Any
    lots: int
    data: Any

    def each(self, do: Callable[[str, Any], Iterable[Message]]) -> RayFlow:
        """See ``Flow``; done when the messages are asked for."""
        lots = self.lots

        def made(batch: Any) -> Iterator[Any]:  # noqa: ANN401 - a table of pyarrow
            return _tables((new for key, value in _messages(batch) for new in do(key, value)), lots)

        return RayFlow(self.dataset.map_batches(made, batch_format="pyarrow", batch_size=_BATCH), lots, self.data)

    def together(self, do: Together) -> RayFlow:
        """See ``Flow``; a lot after the other, each in the memory of one task."""
        lots = self.lots

        def made(lot: Any) -> Iterator[Any]:  # noqa: ANN401 - a table of pyarrow
            grouped: defaultdict[str, list[Any]] = defaultdict(list)
            for key, value in _messages(lot):
                grouped[key].append(value)
            return _tables((new for key in sorted(grouped) for new in do(key, grouped.pop(key))), lots)

        never_empty = self.dataset.union(self.data.from_arrow(_table([(_NOBODY, lot) for lot in range(lots)], lots)))
        met = never_empty.groupby("lot", num_partitions=lots).map_groups(made, batch_format="pyarrow")
        return RayFlow(met.materialize(), lots, self.data)

    def plus(self, other: Flow) -> RayFlow:
        """See ``Flow``."""
        assert isinstance(other, RayFlow)  # noqa: S101 - flows are not mixed
        return RayFlow(self.dataset.union(other.dataset), self.lots, self.data)

    def is_empty(self) -> bool:
        """See ``Flow``."""
        return next(iter(self), None) is None

    def __iter__(self) -> Iterator[Message]:
        """See ``Flow``."""
        for batch in self.dataset.iter_batches(batch_format="pyarrow", batch_size=_BATCH):
            yield from _messages(batch)


def _messages(table: Any) -> Iterator[Message]:  # noqa: ANN401 - a table of pyarrow
    for key, value in zip(table.column("key"), table.column("value"), strict=True):
        if key.as_py() != _NOBODY:
            yield key.as_py(), pickle.loads(value.as_py())  # noqa: S301 - our own


def _tables(messages: Iterable[Message], lots: int) -> Iterator[Any]:
    """Messages as tables, at least one, and none without rows."""
    waiting: list[Message] = []
    for message in messages:
        waiting.append(message)
        if len(waiting) == _BATCH:
            yield _table(waiting, lots)
            waiting = []
    yield _table(waiting or [(_NOBODY, 0)], lots)


def _table(messages: Sequence[Message], lots: int) -> Any:  # noqa: ANN401 - a table of pyarrow
    pa = arrow()
    kinds = {"key": pa.string(), "value": pa.large_binary(), "lot": pa.int64()}
    columns = (
        [key for key, _ in messages],
        [pickle.dumps(value) for _, value in messages],
        [_lot(key, lots) if key != _NOBODY else int(value) for key, value in messages],
    )
    named = zip(kinds.items(), columns, strict=True)
    return pa.table({name: pa.array(column, kind) for (name, kind), column in named})


def _lot(key: str, lots: int) -> int:
    """The lot of a key: of a bucket its own, so that buckets share the work evenly."""
    number = number_in(key)
    return zlib.crc32(key.encode("utf-8", "surrogatepass")) % lots if number is None else number % lots
