"""The numbers that a page prints before the entries of an ``<ol>`` but does not hold as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.html.elements import style_of, tag_of
from extractor.ingest.numerals import numeral
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.ingest.markup import Element

_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand", "trad-chinese-informal": "taiwaneseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified", "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional", "cjk-earthly-branch": "ideographZodiac",
}  # fmt: skip
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = own(r"(?:^|\})([^{}@]{1,300})\{([^{}]{0,2000})(?=\})")
_STYLE = own(r"list-style(?:-type)?\s*:\s*([^;]*)")
_WHOLE = own(r"[+-]?\d{1,9}")


@dataclass(slots=True)
class _List:
    """An open list: the next number, the step to the one after it, its form (empty: no numbers are shown)."""

    form: str
    next: int = 1
    step: int = 1


@dataclass(slots=True)
class ListNumbers:
    """Counts the entries of the lists that are open; ``plain`` is how the page's style sheets show ``ol``."""

    plain: str = ""
    open: list[_List] = field(default_factory=list)

    def opens(self, element: Element) -> None:
        """A list begins."""
        if tag_of(element) != "ol":
            self.open.append(_List(""))
            return
        form = _form(element) or _TYPES.get(element.get("type", ""), "") or self.plain or "decimal"
        count = sum(tag_of(child) == "li" for child in element)
        backwards = element.get("reversed") is not None
        start = _number(element.get("start"), count if backwards else 1)
        self.open.append(_List("" if form == "none" else form, start, -1 if backwards else 1))

    def closes(self) -> None:
        """The innermost list ends."""
        if self.open:
            self.open.pop()

    def label(self, entry: Element) -> str:
        """What stands before an ``<li>``: ``3.``, ``三、``, or nothing."""
        if not self.open:
            return ""
        inner = self.open[-1]
        number = _number(entry.get("value"), inner.next)
        inner.next = number + inner.step
        form = _form(entry) or inner.form
        if not inner.form or form == "none":
            return ""
        words = numeral(number, form)
        return words + ("." if words.isascii() else "、")

    def silence(self) -> None:
        """The entries of the innermost list bring numbers of their own: it shows none."""
        if self.open:
            self.open[-1].form = ""


def _form(element: Element) -> str:
    """The form of number in ``list-style`` or ``list-style-type``; ``none`` for bullets, empty when unsaid."""
    style = style_of(element)
    return _read(style.get("list-style-type") or style.get("list-style") or "")


def _read(value: str) -> str:
    words = value.split()
    known = next((_STYLES[word] for word in words if word in _STYLES), "")
    return known or ("none" if {"none", "disc", "circle", "square"} & set(words) else "")


def list_style(sheets: Iterable[str]) -> str:
    """How style sheets show every ``ol`` (``ol {…}``, ``li {…}``, ``* {…}``): a form, ``none``, or empty."""
    found = ""
    for sheet in sheets:
        for selectors, declarations in _RULE.findall(_COMMENT.sub("", sheet)):
            value = _STYLE.search(declarations.lower())
            if value and {"ol", "li", "ol li", "*"} & {one.strip().lower() for one in selectors.split(",")}:
                found = _read(value[1]) or found
    return found


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and _WHOLE.fullmatch(text.strip()) else otherwise
