"""Where files are read: plain text of ordinary length in this process, everything with a parser in workers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from extractor.engine.incoming import Incoming
    from extractor.engine.record_reader import RecordReader
    from extractor.engine.workers import Outcomes

_MOST_JOBS = 4
_LITTLE = 5_000_000  # bytes of input, about a second; below it more than one worker does not repay its start
_SMALLEST = 100_000  # so many bytes even the shortest file counts for
_PLAIN = 64 * 1024  # bytes of text that are read here: no parser of a format, no decompression, half a second at most


def read_all(todo: Sequence[Incoming], reader: RecordReader, asked: int | None, *, isolated: bool) -> Outcomes:
    """Each file with its record. One worker process or more read what could do harm, unless ``isolated`` is False.

    Where one file needs a worker all go there: the rules are made ready once only.
    """
    jobs = _jobs(todo, asked)
    if not isolated or (jobs <= 1 and all(not each.route and _plain(each.path) for each in todo)):
        return ((each, reader(each)) for each in todo)
    from extractor.engine.workers import share  # noqa: PLC0415 - short texts need no worker

    return share(todo, reader, jobs)


def _jobs(todo: Sequence[Incoming], asked: int | None) -> int:
    if asked is not None:
        return min(asked, len(todo))
    little = sum(_size(each.path) + _SMALLEST for each in todo) < _LITTLE
    return 1 if little else min(os.cpu_count() or 1, _MOST_JOBS)


def _plain(path: Path) -> bool:
    """Whether a file is text without markup, and short; told by its content, for names lie."""
    from extractor.ingest.identify import identify  # noqa: PLC0415 - a run that has nothing to read needs it not

    try:
        return _size(path) <= _PLAIN and identify(path.read_bytes()) in {"text", "empty"}
    except OSError:
        return True  # reading it here says why


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
