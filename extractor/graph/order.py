"""Records in the order of their files, gone through as often as somebody wants without being held."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.model.record import Record


def by_file(records: Iterable[Record]) -> Sequence[Record]:
    """``records`` themselves when they are a sequence in that order; else a sorted list."""
    found = records if isinstance(records, Sequence) else list(records)
    names = [record["file"] for record in found]
    in_order = all(one <= other for one, other in pairwise(names))
    return found if in_order else sorted(found, key=lambda each: each["file"])
