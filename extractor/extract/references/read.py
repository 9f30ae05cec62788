"""Other documents that a document names: 《title》（number）, how they relate to it, each once (annotation §6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from extractor.extract.references.mentions import Mention, MentionReader, key
from extractor.extract.references.names import Names, Spoken
from extractor.extract.sentences import sentences
from extractor.model.found import Found
from extractor.model.notice import Reference, Relation
from extractor.model.span import Span
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.rules.book import RuleBook
    from extractor.rules.rule import Rule

_STRENGTH = ("forwards", "issues", "repeals", "amends", "answers", "supplements", "based-on", "cites")


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions listed one after the other in a sentence (《A》《B》和《C》): they share one relation."""

    mentions: tuple[Mention, ...]


class ReferenceReader:
    """Reads references by the rules of ``patterns/references.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Compile the shapes of titles and numbers."""
        rules = book.rules("references")
        self.rules = [rule for rule in rules if rule.reads != "fallback"]
        self.fallback = next((rule for rule in rules if rule.reads == "fallback"), None)
        self.mentions = MentionReader(book)

    def read(
        self, text: str, folded: str, span: Span, own: Iterable[str], skip: Iterable[Span]
    ) -> tuple[Found[Reference], ...]:
        """The references in ``span``, each document once with its strongest relation, in text order.

        ``own`` are titles and numbers of this document and its attachments, ``skip`` stretches such as its number line.
        """
        known, barred = {key(name) for name in own}, tuple(skip)
        merged: list[Found[Reference]] = []
        names, spoken = Names(), Spoken(known)
        for found in self._all(text, folded, span):
            keys = _keys(found.value)
            if any(bar.contains(found.span) for bar in barred) or self._points_back(found, spoken):
                continue
            spoken.add(keys)
            if keys & known and found.value.relation not in {"forwards", "issues"}:
                continue
            place = names.place(keys)
            if place is None:
                place = len(merged)
                merged.append(found)
            else:
                merged[place] = _stronger(merged[place], found)
            names.add(keys, place)
        return tuple(sorted(merged, key=lambda reference: reference.span))

    def _all(self, text: str, folded: str, span: Span) -> Iterator[Found[Reference]]:
        aliases: dict[str, Mention] = {}
        for sentence in _naming(folded, span):
            mentions = list(self.mentions.read(text, folded, sentence, aliases))
            for group in _groups(mentions, folded):
                rule = self._rule(folded, group, sentence)
                if rule is None:
                    continue
                relation = cast("Relation", rule.fields["relation"])
                for mention in group.mentions:
                    if self.mentions.is_document(mention):
                        yield Found(Reference(mention.title, mention.numbers, relation), mention.span, rule.id)

    def _points_back(self, found: Found[Reference], spoken: Spoken) -> bool:
        """《实施方案》, 《工作手册》: words that any such title holds, after one that ends with them was named."""
        title = found.value.title
        if title is None or found.value.numbers or not self.mentions.is_plain(title):
            return False
        return spoken.hold(key(title))

    def _rule(self, folded: str, group: Group, sentence: Span) -> Rule | None:
        """The first rule whose words stand before the group's first mention, or after its last; else the fallback."""
        first, last = group.mentions[0].span, group.mentions[-1].span
        begin = max(folded.rfind("》", sentence.start, first.start) + 1, sentence.start)
        for rule in self.rules:
            after = rule.reads == "after"
            start, end = (last.start, sentence.end) if after else (begin, first.end)
            find = rule.pattern.match if after else rule.pattern.search
            if rule.may_match(folded, start, end) and find(folded, start, end):
                return rule
        return self.fallback


_LINE = own(r"[^\n]+")


def _naming(folded: str, span: Span) -> Iterator[Span]:
    """The sentences that may name a document; most lines hold none, and are not cut into sentences at all."""
    for line in _LINE.finditer(folded, span.start, span.end):
        if _may_name(line[0]):
            yield from (each for each in sentences(folded, Span(*line.span())) if _may_name(each.quote(folded)))


def _may_name(words: str) -> bool:
    return "《" in words or "号" in words


_GLUE = own(
    r"(?:（[^（）]{0,30}）|[，；]以下[^（）]{1,40}）)?"
    r"(?:等|精神|要求|规定|文件|法律|法规){0,2}(?:[、和及与]|以及)?[^《》，。；：将原]{0,24}$"
)


def _groups(mentions: list[Mention], folded: str) -> Iterator[Group]:
    """Cut the mentions of a sentence where more than the glue of a list stands between two of them."""
    current: list[Mention] = []
    for mention in mentions:
        if current and not _GLUE.match(folded[current[-1].span.end : mention.span.start]):
            yield Group(tuple(current))
            current = []
        current.append(mention)
    if current:
        yield Group(tuple(current))


def _stronger(first: Found[Reference], second: Found[Reference]) -> Found[Reference]:
    """The stronger relation wins; the fuller title and the numbers of both are kept."""
    strong, weak = sorted((first, second), key=lambda found: _STRENGTH.index(found.value.relation))
    fuller = max((strong, weak), key=lambda found: len(found.value.title or ""))
    numbers = strong.value.numbers or weak.value.numbers
    return replace(fuller, rule=strong.rule, value=Reference(fuller.value.title, numbers, strong.value.relation))


def _keys(reference: Reference) -> set[str]:
    named = {key(number) for number in reference.numbers}
    return named | {key(reference.title)} if reference.title else named
