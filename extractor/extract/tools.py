"""The readers of one rule book, made once and used for every document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.extract.directives import Directives
from extractor.extract.meeting_words import MeetingWords
from extractor.extract.owners.actors import ActorReader
from extractor.extract.owners.lists import OwnerLists
from extractor.extract.owners.names import NameReader
from extractor.extract.owners.prose import ProseOwners

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook


@dataclass(frozen=True, slots=True)
class TaskTools:
    """What the readers of tasks share."""

    names: NameReader
    lists: OwnerLists
    actors: ActorReader
    prose: ProseOwners
    directives: Directives
    meetings: MeetingWords
    rule_types: frozenset[str]
    form_types: tuple[str, ...]

    @classmethod
    def of(cls, book: RuleBook) -> TaskTools:
        """Make all readers for ``book``."""
        names = NameReader(book)
        return cls(
            names=names,
            lists=OwnerLists(book, names),
            actors=ActorReader(book, names),
            prose=ProseOwners(book, names),
            directives=Directives(book),
            meetings=MeetingWords(book),
            rule_types=frozenset(book.words("frame.rules")),
            form_types=book.words("frame.form"),
        )
