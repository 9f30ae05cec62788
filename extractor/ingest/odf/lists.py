"""Automatic numbers of an OpenDocument text: list styles as ``Level`` values, and which list a paragraph is in.

Source: OpenDocument 1.3, part 3, 5.3 (lists) and 16.30 to 16.34 (list styles).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.numbering import LEVELS, Level, NumberedList, Numbering, Suffix
from extractor.ingest.odf.package import n
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.ingest.markup import Element

_NUMBERED = (n("text:list-level-style-number"), n("text:outline-level-style"))
_LEVEL, _START, _STYLE = n("text:level"), n("text:start-value"), n("text:style-name")
_CONTINUES, _CONTINUED = n("text:continue-numbering"), n("text:continue-list")
_FOLLOWED = f"{n('style:list-level-properties')}/{n('style:list-level-label-alignment')}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_WHOLE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_BLANK = own(r"%([1-9])%")
_SUFFIXES: dict[str, Suffix] = {"space": "space", "nothing": "nothing"}
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none",
    "一": "chineseCountingThousand", "壹": "chineseLegalSimplified", "①": "decimalEnclosedCircle",
    "甲": "ideographTraditional", "子": "ideographZodiac", "\uff11": "decimalFullWidth",
}  # fmt: skip
OUTLINE = "\0outline"


@dataclass(slots=True)
class Lists:
    """The lists of a text, each root element ``text:list`` one of its own unless it continues another."""

    styles: dict[str, dict[int, Level]]
    numbering: Numbering = field(default_factory=lambda: Numbering({}))
    known: dict[str, NumberedList] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)

    def begin(self, element: Element) -> str:
        """The key of the list that a root element begins or continues."""
        style, continued = element.get(_STYLE, ""), element.get(_CONTINUED)
        goes_on = element.get(_CONTINUES) == "true" and style in self.last
        key = continued if continued in self.known else self.last[style] if goes_on else f"{len(self.known)}"
        begun = self.known.setdefault(key or "", NumberedList(key or "", {}))
        definition = begun.definition
        own = element.get(_ID)
        if own:
            self.known[own] = NumberedList(definition, {})
        self.last[style] = definition
        return definition

    def label(self, key: str, style: str, level: int, start: str | None) -> tuple[str, Suffix] | None:
        """Count a paragraph of list ``key``: its number as printed, and what follows it."""
        if level >= LEVELS:
            return None
        if start is not None and start.isascii() and start.isdigit():
            self.numbering.counters.setdefault(key, [None] * LEVELS)[level] = int(start[:9]) - 1
        self.numbering.lists = {key: NumberedList(key, self.styles.get(style, {}))}
        return self.numbering.label(key, level)


def lists_of(roots: Iterable[Element]) -> Lists:
    """The list styles that ``roots`` define; the numbers of headings are the list ``OUTLINE``."""
    styles: dict[str, dict[int, Level]] = {}
    for root in roots:
        for style in root.iter(n("text:list-style"), n("text:outline-style")):
            name = OUTLINE if style.tag == n("text:outline-style") else style.get(n("style:name"), "")
            styles[name] = dict(_levels(style))
    return Lists(styles)


def _levels(style: Element) -> Iterable[tuple[int, Level]]:
    """Levels with numbers; those with bullets or pictures print nothing that counts."""
    for each in style:
        number = each.get(_LEVEL, "")
        if each.tag in _NUMBERED and number.isascii() and number.isdigit() and 0 < int(number[:3]) <= LEVELS:
            yield int(number) - 1, _level(each, int(number))


def _level(each: Element, number: int) -> Level:
    form = _FORMS.get(each.get(n("style:num-format"), "").split(",")[0].strip(), "decimal")
    start = each.get(_START, "1")
    aligned = each.find(_FOLLOWED)
    after = aligned.get(n("text:label-followed-by"), "") if aligned is not None else ""
    first = int(start[:9]) if start.isascii() and start.isdigit() else 1
    return Level(first, form, "" if form == "none" else _text(each, number), _SUFFIXES.get(after, "tab"))


def _text(each: Element, number: int) -> str:
    whole = each.get(_WHOLE)
    if whole is not None:
        return _BLANK.sub(r"%\1", whole)
    shown = each.get(n("text:display-levels"), "1")
    levels = min(int(shown), number) if shown.isdecimal() and len(shown) == 1 else 1
    blanks = ".".join(f"%{level}" for level in range(number - levels + 1, number + 1))
    return each.get(n("style:num-prefix"), "") + blanks + each.get(n("style:num-suffix"), "")
