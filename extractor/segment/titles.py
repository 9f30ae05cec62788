"""Titles that a notice names: of what it prints or forwards, and of its attachments."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, NamedTuple

from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.model.draft import Paragraph
    from extractor.rules.book import RuleBook

MARKED = r"《(?P<{name}>(?:[^《》]|《[^《》]{{0,80}}》){{2,150}})》"
HEAD_PARAGRAPHS = 16
MAX_TITLE_LINES = 5
HEAD_LINES = 8
MAX_LINE = 60
BEGINNING = 12
_NEXT = own(r"(?:等?[、和及与]|以及)?《((?:[^《》]|《[^《》]{0,80}》){2,150})》")
_NO_WORDS = own(r"[^\w]+|_")
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


class TitleKeys:
    """A set of title keys (see :func:`key`) that also knows whether a title begins with given words."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        """``keys`` are put in at once; more come by :meth:`add`."""
        self._keys: set[str] = set()
        self._sorted: list[str] = []
        for title in keys:
            self.add(title)

    def __bool__(self) -> bool:
        """Whether there are titles at all."""
        return bool(self._keys)

    def __iter__(self) -> Iterator[str]:
        """The titles, in no order."""
        return iter(self._keys)

    def __contains__(self, title: str) -> bool:
        """Whether this very title is here."""
        return title in self._keys

    def add(self, title: str) -> None:
        """Put in one title."""
        if title not in self._keys:
            self._keys.add(title)
            insort(self._sorted, title)

    def discard(self, title: str) -> None:
        """Take out one title; words that only it begins with are still said to begin one."""
        self._keys.discard(title)

    def begin(self, words: str) -> bool:
        """Whether a title begins with ``words``; a title taken out may still be counted."""
        place = bisect_left(self._sorted, words)
        return place < len(self._sorted) and self._sorted[place].startswith(words)


class Run(NamedTuple):
    """Paragraphs that together spell a title: how many, and the title's key."""

    length: int
    title: str


def title_run(paragraphs: Sequence[Paragraph], index: int, *known: TitleKeys) -> Run | None:
    """The paragraphs from ``index`` on that together spell a title of ``known``; None when they spell none."""
    joined = ""
    for length, paragraph in enumerate(paragraphs[index : index + MAX_TITLE_LINES] if any(known) else (), start=1):
        beginning = key(paragraph.text[:BEGINNING])  # tells nearly all paragraphs from a title
        if not any(keys.begin(joined + beginning) for keys in known):
            return None
        joined += key(paragraph.text)
        if any(joined in keys for keys in known):
            return Run(length, joined)
    return None
