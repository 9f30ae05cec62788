"""Where a document stands among its versions, as far as its rows say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """The node of a document in the graph, and whether this is the version of it that counts."""

    node: str
    held: bool
