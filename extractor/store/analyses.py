"""``outputs/analysis.jsonl``: all that the ledger holds, a line a file, for scripts and for comparing runs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.model.record import Record, load_record, to_json
from extractor.store.atomic import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FILE = "analysis.jsonl"


def records(folder: Path) -> tuple[Record, ...]:
    """The stored records below ``folder`` in the order of their names; empty before the first run.

    Lines that are no records (written by hand, cut off by a full disk) are passed over.
    """
    return tuple(_records(folder))


def save(folder: Path, found: Sequence[Record]) -> Path:
    """Replace what is stored by ``found``, in the order of the names; returns the file.

    Raises:
        OutputInUse: the file cannot be written.
    """
    in_order = all(one <= other for one, other in pairwise(record["file"] for record in found))
    records = found if in_order else sorted(found, key=lambda record: record["file"])
    lines = (f"{to_json(record)}\n".encode("utf-8", "backslashreplace") for record in records)
    path = folder / FILE
    prepared(path, lines).put()
    return path


def _records(folder: Path) -> Iterator[Record]:
    path = folder / FILE
    if not path.is_file():
        return
    # Split at line feeds only: the text of a notice may hold U+2028, which str.splitlines would cut at.
    for line in path.read_bytes().split(b"\n"):
        try:
            yield load_record(line.decode("utf-8"))
        except ValueError:
            continue
