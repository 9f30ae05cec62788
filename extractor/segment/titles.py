"""Titles that a notice names: of what it prints or forwards, and of its attachments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.rules.compile import plain_pattern
from extractor.rules.splice import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.model.draft import Paragraph
    from extractor.rules.book import RuleBook

MARKED = r"《(?P<{name}>(?:[^《》]|《[^《》]{{0,80}}》){{2,150}})》"
HEAD_PARAGRAPHS = 16
MAX_TITLE_LINES = 5
HEAD_LINES = 8
MAX_LINE = 60
BEGINNING = 12
_NEXT = re.compile(r"(?:等?[、和及与]|以及)?《((?:[^《》]|《[^《》]{0,80}》){2,150})》")
_NO_WORDS = re.compile(r"[^\w]+|_")
_CALLS = ("通知", "决定", "公告", "通告", "函")


def key(title: str) -> str:
    """A title reduced to its words, so that brackets, blanks and quotation marks do not tell two prints apart."""
    return _NO_WORDS.sub("", title)


class NamedTitles:
    """Finds the titles that a covering notice says it prints (印发) or forwards (转发)."""

    def __init__(self, book: RuleBook) -> None:
        """Compile the sentences of printing and forwarding."""
        verbs = alternation((*book.words("frame.print"), *book.words("frame.forward")))
        first, second = MARKED.format(name="after"), MARKED.format(name="before")
        self._verbs = plain_pattern(verbs)
        self._sentence = plain_pattern(
            rf"{verbs}[^《》。；]{{0,30}}?{first}|{second}(?:[^《》。；]{{0,60}}?(?:现|予以|印送|随文)?[^《》。；]{{0,12}}?|。现予?){verbs}"
        )
        self._bare = plain_pattern(
            rf"{verbs}(?:了)?(?P<title>[^《》。；]{{4,120}}?)的(?:{'|'.join(_CALLS)})$"
        )

    def of(self, paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
        """The keys of all titles printed or forwarded in the opening paragraphs of a document."""
        found: dict[str, None] = {}
        for words in _openings(paragraphs[:HEAD_PARAGRAPHS]):
            says = "《" in words and self._verbs.search(words)
            for match in self._sentence.finditer(words) if says else ():
                found[key(match["after"] or match["before"])] = None
                listed = _listed(words, match.end("after") + 1) if match["after"] else ()
                found |= dict.fromkeys(key(more[1]) for more in listed)
            bare = self._bare.search(words) if words.endswith(_CALLS) else None
            if bare:
                found[key(bare["title"])] = None
        return tuple(title for title in found if title)


def _listed(words: str, start: int) -> Iterator[re.Match[str]]:
    """The titles that follow in a list: 印发《甲方案》和《乙办法》."""
    while more := _NEXT.match(words, start):
        yield more
        start = more.end()


def _openings(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Each paragraph, and the head's lines joined: a title stands over two or three of them."""
    yield from (paragraph.text for paragraph in paragraphs)
    lines = [paragraph.text for paragraph in paragraphs[:HEAD_LINES] if len(paragraph.text) <= MAX_LINE]
    for start in range(len(lines)):
        for end in range(start + 2, min(start + MAX_TITLE_LINES, len(lines)) + 1):
            yield "".join(lines[start:end])


def title_run(paragraphs: Sequence[Paragraph], index: int, keys: Sequence[str]) -> int:
    """How many paragraphs from ``index`` on together spell one of the titles ``keys``; 0 when they spell none."""
    lines = paragraphs[index : index + MAX_TITLE_LINES] if keys else ()
    beginning = key(lines[0].text[:BEGINNING]) if lines else ""  # tells nearly all paragraphs from a title
    if not any(title.startswith(beginning) for title in keys):
        return 0
    joined = ""
    for count, paragraph in enumerate(lines, start=1):
        joined += key(paragraph.text)
        if joined in keys:
            return count
        if not any(title.startswith(joined) for title in keys):
            return 0
    return 0
