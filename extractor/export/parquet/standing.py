"""Where a document stands among its versions, as far as its rows say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record


@dataclass(frozen=True, slots=True)
class Standing:
    """The node of a document in the graph, and whether this is the version of it that counts."""

    node: str
    held: bool


def standings(record: Record, versions: Versions) -> dict[str, Standing]:
    """Where the documents of a file stand among their versions, by id."""
    file = record["file"]
    ids = [document["id"] for document in record["documents"]]
    return {each: Standing(f"document:{versions.key(file, each)}", versions.is_counted(file, each)) for each in ids}
