"""A reference of one document as it is looked up among all documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.names import number_keys, same_title_key, title_key

if TYPE_CHECKING:
    from extractor.graph.entries import Entry
    from extractor.model.notice import Relation
    from extractor.model.record import ReferenceRecord


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference as it is looked up, and the document that makes it."""

    title: str
    numbers: frozenset[str]
    relation: Relation
    by: Entry

    @classmethod
    def of(cls, reference: ReferenceRecord, by: Entry) -> Mention:
        """``reference``, made by the document ``by``."""
        title = same_title_key(title_key(reference["title"] or ""))
        return cls(title, frozenset(number_keys(reference["numbers"])), reference["relation"], by)
