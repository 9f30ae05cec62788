"""Which part of a page is the notice: the innermost element that holds nearly all of its running text.

Kept extraction libraries were measured on pages of notices and set aside: trafilatura and jusText read
nothing of a page that is a bare ``<tbody>``, readability-lxml loses paragraphs, and attachments in tables.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.html.blocks import Lines, shown
from extractor.ingest.html.elements import is_file_link, is_link, look_at, tag_of
from extractor.ingest.html.flow import flow
from extractor.ingest.html.walk import walk
from extractor.ingest.shape import DAY, starts_item
from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.html.elements import Look
    from extractor.ingest.markup import Element
    from extractor.rules.book import RuleBook

_SHARE = 0.8  # of the page's running text
_STOP = 10  # a stop weighs as much as so many characters: menus have none
_STOPS = own("[，。；：、]")
_LETTER = own(r"\w")
_INNER = frozenset(("p", "br", "div", "table", "li", "section", "h1", "h2", "h3", "h4", "pre"))
_PARTS = 3  # a container holds at least so many paragraphs
_NO_CONTAINER = frozenset((
    "a", "b", "big", "blockquote", "dd", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "li",
    "ol", "p", "pre", "small", "span", "strong", "tbody", "tfoot", "thead", "tr", "u", "ul",
))  # fmt: skip
# What only a notice has beside its running text; where it stands outside, the part was chosen too small.
_NOTICE = own(
    rf"{DAY}|附[件表]\d{{0,2}}(?:[： ].{{0,120}})?|[^，。]{{1,20}}〔\d{{4}}〕\d{{1,5}}号|抄送.{{2,300}}"
    r"|.{2,300}(?:[市县区局委部厅院校处司办位门]|如下)："
)
_ITEM_LENGTH = 20
_STEPS_OUT = 4


@dataclass(slots=True)
class _Weights:
    """How much running text each element holds; links and lines of a web page's furniture weigh nothing."""

    beginnings: tuple[str, ...]
    parts: tuple[str, ...]
    found: dict[Element, int] = field(default_factory=dict)
    open: list[Element] = field(default_factory=list)
    links: int = 0

    def passes(self, _element: Element, look: Look) -> bool:
        return look.unseen or look.hidden

    def opens(self, element: Element, _look: Look) -> None:
        self.open.append(element)
        self.found[element] = 0
        self.links += is_link(element)

    def reads(self, text: str) -> None:
        if not self.links and not text.isspace() and not self._is_furniture(fold(text.strip())):
            self.found[self.open[-1]] += len(_LETTER.findall(text)) + _STOP * len(_STOPS.findall(text))

    def _is_furniture(self, words: str) -> bool:
        return words.startswith(self.beginnings) or any(part in words for part in self.parts)

    def closes(self, element: Element, _look: Look) -> None:
        self.open.pop()
        self.links -= is_link(element)
        if self.open:
            self.found[self.open[-1]] += self.found[element]


def main_part(root: Element, name: str, book: RuleBook) -> Element:
    """The element that holds the notice; ``root`` itself when none holds enough.

    From the root down, the child with most running text is taken as long as it has four fifths of the page's,
    and as long as nothing is left beside it that belongs to a notice: a date, 附件, a file, a number,
    an item, the recipients.
    """
    weights = _Weights(book.words("layout.furniture-beginnings"), book.words("layout.furniture-parts"))
    walk(root, weights)
    best = part = root
    enough = max(1, _SHARE * weights.found[root])
    while (child := _heaviest(part, weights.found)) is not None and weights.found[child] >= enough:
        if _leaves_behind(part, child, name):
            break
        part = child
        best = part if _is_container(part) else best
    return _with_sentences(best, root, name, weights.found)


def _with_sentences(part: Element, root: Element, name: str, found: dict[Element, int]) -> Element:
    """``part``, or the next element around it that says something outside tables: a long table is no notice."""
    outwards = [part, *part.iterancestors()]
    larger = {found[around]: around for around in reversed(outwards)}  # of those with equal text the innermost
    for weight in sorted(larger)[:_STEPS_OUT]:
        if any("。" in line or "：" in line for line in _lines(larger[weight], name)):
            return larger[weight]
    return root


def _lines(part: Element, name: str) -> Iterator[str]:
    """The lines of the paragraphs of ``part``, without those of its tables."""
    blocks = flow(part, name).blocks()
    yield from (fold(shown(raw)) for block in blocks if isinstance(block, Lines) for raw in block.raw)


def _heaviest(part: Element, found: dict[Element, int]) -> Element | None:
    return max((child for child in part if child in found), key=lambda child: found[child], default=None)


def _is_container(part: Element) -> bool:
    """Whether the element can be what an editor put the notice into: it holds several paragraphs."""
    if tag_of(part) in _NO_CONTAINER:
        return False
    inner = 0
    for element in part.iterdescendants():
        inner += tag_of(element) in _INNER
        if inner >= _PARTS:
            return True
    return False


def _leaves_behind(part: Element, child: Element, name: str) -> bool:
    """Whether something of the notice stands in ``part`` beside ``child``."""
    loose = [part.text, *(element.tail for element in part)]
    lines = [fold(shown(text)) for text in loose if text]
    for element in part:
        look = look_at(element)
        if element is not child and look.tag != "br" and not look.unseen and not look.hidden:
            lines += _lines(element, name)
            if any(map(is_file_link, element.iter("a"))):
                return True
    return any(map(_is_of_notice, lines))


def _is_of_notice(words: str) -> bool:
    return _NOTICE.fullmatch(words) is not None or (starts_item(words) and len(words) >= _ITEM_LENGTH)
