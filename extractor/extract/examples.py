"""What all rules of a kind together read in a text: for the examples in ``patterns/`` and for users' own."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extractor.extract.owners.actors import ActorReader
from extractor.extract.owners.lists import OwnerLists
from extractor.extract.owners.names import NameReader
from extractor.extract.owners.prose import ProseOwners
from extractor.extract.references.read import ReferenceReader
from extractor.extract.times import TimeContext, read_times, short_form
from extractor.extract.times.read import winners
from extractor.extract.times.scan import candidates
from extractor.model.fold import fold
from extractor.model.span import Span
from extractor.rules.pattern.own import own
from extractor.rules.proof.check import Read, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from extractor.model.found import Found
    from extractor.model.notice import Owner, Reference
    from extractor.rules.book import RuleBook

EXAMPLES_ISSUED: Final = dt.date(2024, 1, 15)
_TIME_LABEL = own(r"完成时限：")
_BRACKET = re.compile(r"（(.*)）", re.DOTALL)


def reader(book: RuleBook) -> Read:
    """``read(kind, text)`` over all kinds of rules; texts are read as from a notice issued on 2024-01-15."""
    readers: Mapping[str, Callable[[str], Iterator[Reading]]] = {
        "deadlines": lambda text: _times(book, text),
        "owners": lambda text: _owners(book, text),
        "actors": lambda text: _actors(book, text),
        "references": lambda text: _references(book, text),
    }

    def read(kind: str, text: str) -> list[Reading]:
        return list(readers[kind](text)) if text and kind in readers else []

    return read


def _times(book: RuleBook, text: str) -> Iterator[Reading]:
    """A text that begins with 完成时限： is read as the value of that label."""
    folded = fold(text)
    label = _TIME_LABEL.match(folded)
    span = Span(label.end() if label else 0, len(folded))
    marked = label is not None
    read = read_times(book, folded, span, TimeContext(issued=EXAMPLES_ISSUED), marked=marked)
    values = {time.span: time for time in read.times}
    for match in winners(candidates(book, folded, span, marked=marked)):
        time = values.get(match.span)
        # 长期坚持 after a date is no time of its own, it makes the date ongoing
        alone = "ongoing" if match.rule.reads == "ongoing" else ""
        yield Reading(match.rule.id, match.span.quote(text), short_form(time.value) if time else alone)


def _owners(book: RuleBook, text: str) -> Iterator[Reading]:
    """A text with a label or with brackets is read as a marking, any other as a sentence."""
    folded, names = fold(text), NameReader(book)
    lists, bracket = OwnerLists(book, names), _BRACKET.search(folded)
    labelled = lists.labels.first(folded, Span(0, len(folded))) is not None
    # a convention is said of the list beside its bracket
    whole = not bracket or lists.clauses.conventions.first_leads(folded, Span(*bracket.span()))
    inside = Span(0, len(folded)) if whole or not bracket else Span(*bracket.span(1))
    if bracket or labelled:
        owners = lists.read(folded, inside).owners or lists.bare(folded, inside).owners
    else:
        owners = ProseOwners(book, names).read(folded, inside)
    for owner in owners:
        yield _owner(owner, text)
        if "first-named-leads" in owner.assumptions:
            yield from (replace(_owner(owner, text), rule=rule.id) for rule in lists.clauses.conventions.rules)


def _actors(book: RuleBook, text: str) -> Iterator[Reading]:
    """The subjects; without any, who announces what it will do."""
    actors, folded, span = ActorReader(book, NameReader(book)), fold(text), Span(0, len(text))
    found = actors.read(folded, span) or actors.announcers(folded, span)
    yield from (_owner(owner, text) for owner in found)


def _owner(owner: Found[Owner], text: str) -> Reading:
    return Reading(owner.rule, owner.span.quote(text), owner.value.role)


def _references(book: RuleBook, text: str) -> Iterator[Reading]:
    for found in ReferenceReader(book).read(text, fold(text), Span(0, len(text)), (), ()):
        yield Reading(found.rule, found.span.quote(text), _named(found.value))


def _named(reference: Reference) -> str:
    return " ".join(filter(None, (reference.relation, reference.title, *reference.numbers)))
