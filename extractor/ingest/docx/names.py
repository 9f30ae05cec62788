"""The names of WordprocessingML elements, spelled as lxml reports them, and how their values are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.ingest.docx.package import Element

    Properties: TypeAlias = Mapping[str, Element]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
ALTERNATE, CHOICE, FALLBACK = (_COMPATIBILITY + name for name in ("AlternateContent", "Choice", "Fallback"))
_OFF = frozenset({"0", "false", "off", "none"})
_DIGITS = 9  # no number in a document is longer


def w(name: str) -> str:
    """``w("p")`` is the tag of ``<w:p>``."""
    return _WORD + name


VAL = w("val")


def child(parent: Element | None, tag: str) -> Element | None:
    """The first child ``tag``; asked of every paragraph and run, where ``find`` would take twice as long."""
    return next(parent.iterchildren(tag), None) if parent is not None else None


def properties(parent: Element | None) -> Properties:
    """The children of a ``w:pPr`` by their tags, the first of each, found in one pass: each is asked for."""
    return {each.tag: each for each in reversed(parent)} if parent is not None else {}


def value(parent: Element | None, tag: str) -> str | None:
    """The ``w:val`` of the child ``tag``; None when child or value is missing."""
    return own_value(child(parent, tag))


def own_value(element: Element | None) -> str | None:
    """The ``w:val`` of an element; None when there is none of either."""
    return element.get(VAL) if element is not None else None


def number(parent: Element | None, tag: str) -> int | None:
    """As ``value``, as a whole number; None when it is none."""
    return whole(value(parent, tag))


def whole(text: str | None) -> int | None:
    """The whole number that ``text`` spells in ASCII digits; None when it spells none."""
    digits = (text or "").strip()
    plain = digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS
    return int(digits) if plain else None


def is_on(parent: Element | None, tag: str) -> bool | None:
    """An on/off property: True for ``<w:b/>``, False for ``<w:b w:val="0"/>``, None when it is not said."""
    return own_state(child(parent, tag))


def own_state(element: Element | None) -> bool | None:
    """As ``is_on``, of the element itself."""
    return None if element is None else element.get(VAL, "1") not in _OFF
