"""Places that name a document: 《title》（number）, a bare number, or the alias (以下简称《办法》) of one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.model.span import Span
from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from extractor.rules.book import RuleBook

_ALIAS = own(r"（?以下(?:简称|称)[“：]?$")
_YEAR = own(r"[〔【（](\d{4})[〕】）]第?")
_OWN_NUMBER = own(r"(?<=.)[（(]([^（）()]{4,40}号)[）)]$")
_NO_WORDS = own(r"[^\w]+|_")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a document, before its relation is known."""

    span: Span
    title: str | None
    numbers: tuple[str, ...]


class MentionReader:
    """Finds mentions by the shapes of ``patterns/references.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Compile the shapes of titles and numbers."""
        number = r"(?P<{}>{{doc-number}}(?:[、，；]{{doc-number}})*)"
        title = r"《(?P<title>(?:[^《》\n]|《[^《》\n]{1,80}》){2,200})》"
        # After the number may stand what else is to say: 《…》（甲发〔2026〕1号，以下简称《办法》）.
        bracketed = rf"[（【]{number.format('numbers')}(?:(?:印发|发布|公布|修订|修正)?[）】]|(?=[，；]以下))"
        bare = rf"(?=[^《》，。；：（）、\s]{{2,16}}[〔【]){number.format('beside')}(?=文|精神|要求|的|，|。|和|》|$)"
        numbered = f"{title}(?:{bracketed}|{bare})?"
        self._mention = book.compile(f"{numbered}|{number.format('bare')}")
        self._titled = book.compile(numbered)
        self._number = book.compile("{doc-number}")
        self._type = plain_pattern(rf"{alternation(book.words('ref.type'))}(?:[（〔][^（）〔〕]{{1,24}}[）〕])*$")
        self._types = frozenset(book.words("ref.type"))  # 《办法》 alone points back to what was named before
        common = alternation((*book.words("ref.common"), *book.words("ref.type")))
        self._plain = plain_pattern(rf"{common}{{1,6}}$")
        self._book = plain_pattern(alternation(book.words("ref.book")))

    def read(self, text: str, folded: str, sentence: Span, aliases: dict[str, Mention]) -> Iterator[Mention]:
        """The mentions of one sentence; an alias stands for the document it was given to, and is learnt on the way."""
        before: Mention | None = None
        # Every place may begin a bare number, but only a 《 a title: without any 号 the search is short.
        shape = self._mention if "号" in sentence.quote(folded) else self._titled
        for match in shape.finditer(folded, sentence.start, sentence.end):
            mention = self._mention_of(match, text)
            gap = folded[(before.span.end if before else sentence.start) : mention.span.start]
            if before and mention.title and _ALIAS.search(gap):
                aliases[key(mention.title)] = before
                continue
            known = aliases.get(key(mention.title)) if mention.title else None
            before = replace(known, span=mention.span) if known else mention
            yield before

    def is_document(self, mention: Mention) -> bool:
        """Whether what is named is a document: it has a number, or its title ends as those of documents do."""
        if mention.title is None or mention.numbers:
            return True
        title = mention.title.replace("(", "（").replace(")", "）")
        return title not in self._types and bool(self._type.search(title)) and not self._book.search(title)

    def is_plain(self, title: str) -> bool:
        """Whether a title has no word of its own: 实施方案, 工作手册, 三年行动计划 - not 防汛条例."""
        return self._plain.match(title) is not None

    def _mention_of(self, match: re.Match[str], text: str) -> Mention:
        named = match["numbers"] or match["beside"] or match.groupdict().get("bare") or ""
        numbers = tuple(dict.fromkeys(normal_number(number[0]) for number in self._number.finditer(named)))
        title = "".join(text[slice(*match.span("title"))].split()) if match["title"] else None
        inside = _OWN_NUMBER.search(title) if title and not numbers else None
        if title and inside and self._number.fullmatch(inside[1]):  # 《关于……的通知（甲发〔2026〕1号）》
            title, numbers = title[: inside.start()], (normal_number(inside[1]),)
        return Mention(Span(*match.span()), title, numbers)


def key(name: str) -> str:
    """A title or number reduced to its words."""
    return _NO_WORDS.sub("", name)


def normal_number(words: str) -> str:
    """A document number as 机关代字〔年份〕序号号: blanks and 第 dropped, brackets made 〔〕."""
    return _YEAR.sub(r"〔\1〕", "".join(words.split()))
