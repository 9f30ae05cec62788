"""Which document a reference means, found apart: only documents of the number or title that is asked for meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from extractor.graph.apart.known import Asked, Known, Meant
from extractor.graph.apart.shelf import key_of, number_in
from extractor.graph.apart.versions import Fact, known_here
from extractor.graph.entries import Entries, Entry, entry_of, names_of
from extractor.graph.mention import Mention
from extractor.graph.names import distinctive, same_title_key, without_issuer
from extractor.graph.resolve import Register
from extractor.graph.versions.copies import copies
from extractor.graph.wrappers import printed_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.graph.apart.flow import Flow, Message
    from extractor.graph.apart.known import Spot
    from extractor.graph.apart.shelf import Shelf
    from extractor.model.record import Record

_NOBODY = Entry("", "", "", frozenset(), frozenset(), "", (), "")


def meant(sent: Flow, shelf: Shelf) -> Flow:
    """To every bucket the documents that its references mean; ``sent`` are the facts about all documents."""
    asked = sent.together(lambda key, facts: _ask(key, facts, shelf)).together(_answer)
    found = sent.plus(asked).together(lambda key, values: _find(key, values, shelf))
    return found.together(_teach)


def _known(records: Iterable[Record], facts: Iterable[Any]) -> Iterator[Known]:
    by_place = {fact.place: fact for fact in facts if isinstance(fact, Fact)}
    versions = known_here(by_place.values())
    for record in records:
        for position, copy in enumerate(copies([record])):
            fact = by_place[copy.place]
            short = Fact(fact.place, fact.key, fact.places[:1], fact.called)
            yield Known((record["file"], position), entry_of(copy, versions), short)


def _ask(key: str, facts: list[Any], shelf: Shelf) -> Iterator[Message]:
    """Every document says its names, every reference asks for some, once a bucket."""
    number = cast("int", number_in(key))
    for known in _known(shelf.records(number), facts):
        yield from ((name, known) for name in names_of(known.entry))
    wanted = {
        name
        for record in shelf.records(number)
        for document in record["documents"]
        for reference in document["references"]
        for name in _wanted(Mention.of(reference, _NOBODY))
    }
    yield from ((name, number) for name in sorted(wanted))


def _wanted(mention: Mention) -> Iterator[str]:
    """Everything under which ``Register`` looks a reference up."""
    yield from (f"number {number}" for number in mention.numbers)
    if distinctive(mention.title):
        yield f"title {mention.title}"
        yield f"title {without_issuer(mention.title)[1]}"
        printed = printed_title(mention.title)
        yield f"title {same_title_key(printed)}" if printed else f"prints {mention.title}"


def _answer(_name: str, values: list[Known | int]) -> Iterator[Message]:
    buckets = [value for value in values if isinstance(value, int)]
    known = [value for value in values if isinstance(value, Known)] if buckets else []
    yield from ((key_of(bucket), each) for bucket in buckets for each in known)


def _find(key: str, values: list[Any], shelf: Shelf) -> Iterator[Message]:
    """What numbers and titles tell; what is found teaches others, what is not asks them."""
    number = cast("int", number_in(key))
    facts = [value for value in values if isinstance(value, Fact)]
    known = {each.fact.place: each for each in (*_known(shelf.records(number), facts), *_strangers(values))}
    entries = Entries(each.entry for each in sorted(known.values(), key=lambda each: each.order))
    register = Register(entries, known_here(facts))
    of_node = {each.entry.node: each.fact for each in known.values()}
    for record in shelf.records(number):
        for spot, mention in _mentions(record, register):
            node = register.find(mention)
            if node:
                yield from _found(Meant(spot, node, of_node[node]), mention, key, register)
            else:
                yield from ((name, Asked(spot, number, mention.by.node)) for name in _taught(mention))


def _strangers(values: Iterable[Any]) -> Iterator[Known]:
    return (value for value in values if isinstance(value, Known))


def _mentions(record: Record, register: Register) -> Iterator[tuple[Spot, Mention]]:
    for document in record["documents"]:
        for at, reference in enumerate(document["references"]):
            yield (
                (record["file"], document["id"], at),
                register.mention(reference, record["file"], document["id"]),
            )


def _found(each: Meant, mention: Mention, key: str, register: Register) -> Iterator[Message]:
    """The answer, and what it teaches; see ``Learnt``."""
    yield key, each
    yield from ((f"learn number {number}", each) for number in mention.numbers)
    if mention.numbers and distinctive(mention.title) and not register.entries.is_title(mention.title):
        yield f"learn title {mention.title}", each


def _taught(mention: Mention) -> Iterator[str]:
    yield from (f"learn number {number}" for number in mention.numbers)
    if not mention.numbers and distinctive(mention.title):
        yield f"learn title {mention.title}"


def _teach(key: str, values: list[Any]) -> Iterator[Message]:
    if number_in(key) is not None:
        yield from ((key, value) for value in values)
        return
    taught = {each.node: each for each in values if isinstance(each, Meant)}
    for asked in (each for each in values if isinstance(each, Asked)):
        yield from ((key_of(asked.bucket), (asked, each)) for each in taught.values())


def learnt(values: Iterable[Any]) -> Iterator[Meant]:
    """What references are meant by what others taught: the one document that their numbers, or title, name."""
    offered: dict[Asked, dict[str, Meant]] = {}
    for asked, each in (value for value in values if isinstance(value, tuple)):
        offered.setdefault(asked, {})[each.node] = each
    for asked, nodes in offered.items():
        others = [each for node, each in nodes.items() if node != asked.by]
        if len(others) == 1:
            yield Meant(asked.spot, others[0].node, others[0].fact)
