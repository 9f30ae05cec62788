"""Other documents that a document names: 《title》（number）, how they relate to it, each once (annotation §6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from extractor.extract.sentences import sentences
from extractor.model.found import Found
from extractor.model.notice import Reference, Relation
from extractor.model.span import Span
from extractor.rules.rule import Rule, RuleBook
from extractor.rules.splice import alternation

_GLUE = re.compile(r"(?:（[^（）]{0,30}）)?(?:等|精神|要求|规定|文件|法律|法规){0,2}(?:[、和及与]|以及)?[^《》，。；：将原]{0,24}$")
_ALIAS = re.compile(r"（?以下(?:简称|称)[“：]?$")
MIN_SHARED = 8
_STRENGTH = ("forwards", "issues", "repeals", "amends", "answers", "supplements", "based-on", "cites")
_ALIASED = re.compile(r"以下(?:简称|称)[“：]?《(?P<alias>[^《》]{2,40})》")
_NO_WORDS = re.compile(r"[^\w]+|_")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a document, before its relation is known."""

    span: Span
    title: str | None
    numbers: tuple[str, ...]


class ReferenceReader:
    """Reads references by the rules of ``patterns/references.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Compile the shapes of titles and numbers."""
        self.rules = book.rules("references")
        number = r"(?P<{}>{{doc-number}}(?:[、，；]{{doc-number}})*)"
        self._mention = book.compile(
            r"《(?P<title>(?:[^《》\n]|《[^《》\n]{1,80}》){2,200})》(?:（" + number.format("numbers") + r"）)?|" + number.format("bare")
        )
        self._number = book.compile("{doc-number}")
        self._type = re.compile(rf"{alternation(book.words('ref.type'))}(?:[（〔][^（）〔〕]{{1,24}}[）〕])*$")
        self._book = re.compile(alternation(book.words("ref.book")))

    def read(self, text: str, folded: str, span: Span, own: Iterable[str], skip: Iterable[Span]) -> tuple[Found[Reference], ...]:
        """The references in ``span``, each document once with its strongest relation, in text order.

        ``own`` are titles and numbers of this document and its attachments, ``skip`` stretches such as its number line.
        """
        known, barred = {_key(name) for name in own}, tuple(skip)
        aliases = {_key(match["alias"]) for match in _ALIASED.finditer(folded, span.start, span.end)}
        best: dict[str, Found[Reference]] = {}
        for found in self._all(text, folded, span):
            if any(bar.contains(found.span) for bar in barred) or _key(found.value.title or "") in aliases:
                continue
            keys = _keys(found.value)
            if keys & known and found.value.relation not in {"forwards", "issues"}:
                continue
            name = next((key for key in best if any(_same(key, other) for other in keys)), None) or sorted(keys)[0]
            best[name] = _stronger(best[name], found) if name in best else found
        return tuple(sorted(best.values(), key=lambda reference: reference.span))

    def _all(self, text: str, folded: str, span: Span) -> Iterator[Found[Reference]]:
        for sentence in sentences(folded, span):
            if "《" not in (words := sentence.quote(folded)) and "号" not in words:
                continue
            yield from self._of(text, folded, sentence)

    def _of(self, text: str, folded: str, sentence: Span) -> Iterator[Found[Reference]]:
        """The mentions of one sentence: in a list each has the relation of the one before it."""
        before: Rule | None = None
        end = sentence.start
        for mention in self._mentions(text, folded, sentence):
            gap = folded[end : mention.span.start]
            listed = before is not None and _GLUE.match(gap) is not None
            rule = before if listed and before is not None else self._rule(folded, Span(end, mention.span.end), mention, sentence)
            before, end = rule, mention.span.end
            if _ALIAS.search(gap):
                continue
            if self._is_document(mention):
                relation = cast("Relation", rule.fields["relation"])
                yield Found(Reference(mention.title, mention.numbers, relation), mention.span, rule.id)

    def _mentions(self, text: str, folded: str, sentence: Span) -> Iterator[Mention]:
        for match in self._mention.finditer(folded, sentence.start, sentence.end):
            span = Span(*match.span())
            named = match["numbers"] or match["bare"] or ""
            numbers = tuple(dict.fromkeys(_normal(number[0]) for number in self._number.finditer(named)))
            title = "".join(text[slice(*match.span("title"))].split()) if match["title"] else None
            yield Mention(span, title, numbers)

    def _rule(self, folded: str, around: Span, mention: Mention, sentence: Span) -> Rule:
        """The first rule whose words stand before (or after) the mention."""
        for rule in self.rules:
            if rule.fields.get("relation") == "cites":
                return rule
            start, end = (around.start, mention.span.start) if rule.reads == "before" else (mention.span.end, sentence.end)
            if rule.pattern.search(folded[start:end]):
                return rule
        return self.rules[-1]

    def _is_document(self, mention: Mention) -> bool:
        if mention.title is None or mention.numbers:
            return True
        title = mention.title.replace("(", "（").replace(")", "）")
        return bool(self._type.search(title)) and not self._book.search(title)


def _stronger(first: Found[Reference], second: Found[Reference]) -> Found[Reference]:
    """The stronger relation wins; the title and numbers of both are kept."""
    strong, weak = sorted((first, second), key=lambda found: _STRENGTH.index(found.value.relation))
    numbers = strong.value.numbers or weak.value.numbers
    return replace(strong, value=replace(strong.value, numbers=numbers, title=strong.value.title or weak.value.title))


def _keys(reference: Reference) -> set[str]:
    named = {_key(number) for number in reference.numbers}
    return named | {_key(reference.title)} if reference.title else named


def _same(known: str, other: str) -> bool:
    """One key, or a title without the body that stands before it: 公务用车管理办法 for 临江大学公务用车管理办法."""
    short, full = sorted((known, other), key=len)
    return short == full or (len(short) >= MIN_SHARED and full.endswith(short))


def _key(name: str) -> str:
    return _NO_WORDS.sub("", name)


def _normal(words: str) -> str:
    dense = re.sub(r"\s", "", words)
    return re.sub(r"[〔【（](\d{4})[〕】）]第?", r"〔\1〕", dense)
