"""What messages about references say: who may be meant, who is asked for, who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.graph.apart.versions import Fact
    from extractor.graph.entries import Entry
    from extractor.graph.versions.found import Versions

Spot = tuple[str, str, int]
"""File, id of the document, position of the reference."""


@dataclass(frozen=True, slots=True)
class Known:
    """A document as it may be asked for: its entry, its place among those of its name, and its versions."""

    order: tuple[str, int]
    entry: Entry
    fact: Fact


@dataclass(frozen=True, slots=True)
class Meant:
    """The document that a reference means: its key, the version that holds, and under what key that is called."""

    spot: Spot
    node: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Asked:
    """A reference whose document nobody knows yet, but others may have taught its number or title."""

    spot: Spot
    bucket: int
    by: str


def ids_meant(found: Iterable[Meant], versions: Versions) -> dict[Spot, str]:
    """The id that each reference points to: the version in the same file, else the one that holds."""
    return {each.spot: _id_in(each, versions) for each in found}


def _id_in(each: Meant, versions: Versions) -> str:
    here = versions.members.get(each.node, ())
    return next((document for name, document in here if name == each.spot[0]), each.fact.places[0][1])
