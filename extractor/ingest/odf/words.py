"""The words of one paragraph of an OpenDocument text: what was deleted, hidden or is a note stays out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.odf.package import count, n

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.ingest.markup import Element

_BLANKS, _STYLE, _BOX, _MOST_BLANKS = n("text:s"), n("text:style-name"), n("draw:text-box"), 100
_SAYS = {n("text:tab"): "\t", n("text:line-break"): "\n"}
_SKIPPED = frozenset((
    n("text:ruby-text"), n("text:bookmark"), n("text:tracked-changes"), n("office:forms"),
    n("text:page-number"), n("draw:glue-point"), n("svg:title"), n("svg:desc"), n("text:meta-field"),
))  # fmt: skip
_LEFT_OUT = {
    n("text:note"): "notes-left-out", n("office:annotation"): "comments-left-out",
    n("text:change"): "changes-left-out", n("draw:object"): "part-not-read",
}  # fmt: skip
_HIDDEN = frozenset((n("text:hidden-text"), n("text:hidden-paragraph")))


@dataclass(slots=True)
class Words:
    """Collects the words of a paragraph, and the text boxes that are anchored in it.

    ``left_out`` counts by problem code; ``hidden`` names the styles that hide text.
    """

    hidden: frozenset[str]
    left_out: Counter[str] = field(default_factory=Counter)
    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: int = 0

    def walk(self, element: Element) -> None:
        """Collect what stands in ``element``; blanks and line breaks of the file count as one blank."""
        self._say(element.text)
        for inner in element:
            self._inner(inner)
            self._say(inner.tail)

    @property
    def text(self) -> str:
        r"""What was collected; ``\n`` is a line break of the document."""
        return "".join(self.parts)

    def _inner(self, inner: Element) -> None:
        tag = inner.tag
        if tag in _SAYS:
            self.parts.append(_SAYS[tag])
        elif tag == _BLANKS:
            self.parts.append(" " * count(inner, n("text:c"), _MOST_BLANKS))
        elif tag == _BOX:
            self.boxes.append(inner)
        elif tag in _LEFT_OUT:
            self.left_out[_LEFT_OUT[tag]] += 1
        elif tag in _HIDDEN or inner.get(_STYLE) in self.hidden:
            self.left_out["hidden-left-out"] += any(str(text).strip() for text in inner.itertext())
        elif tag not in _SKIPPED:
            self.pictures += tag == n("draw:image")
            self.walk(inner)

    def _say(self, words: str | None) -> None:
        if words:
            self.parts.append(words.replace("\n", " ").replace("\t", " "))


def hidden_styles(roots: Iterable[Element]) -> frozenset[str]:
    """The names of the styles that hide text."""
    properties = (each for root in roots for each in root.iter(n("style:text-properties")))
    hiding = (each.getparent() for each in properties if each.get(n("text:display")) == "none")
    return frozenset(style.get(n("style:name"), "") for style in hiding if style is not None) - {""}
