"""Go through the elements of a page in reading order, however deep they are nested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from extractor.ingest.html.elements import look_at

if TYPE_CHECKING:
    from extractor.ingest.html.elements import Look
    from extractor.ingest.markup import Element


class Visitor(Protocol):
    """Is told of every element and every piece of text, in the order of the page."""

    def passes(self, element: Element, look: Look) -> bool:
        """Whether to pass over the element with all that is in it."""

    def opens(self, element: Element, look: Look) -> None:
        """An element begins."""

    def reads(self, text: str) -> None:
        """A piece of text stands here."""

    def closes(self, element: Element, look: Look) -> None:
        """An element ends."""


def walk(root: Element, visitor: Visitor) -> None:
    """Tell ``visitor`` of all that is in ``root``; without recursion, since pages are nested by accident."""
    look = look_at(root)
    open_elements = [(root, look, iter(root))]
    visitor.opens(root, look)
    _read(root.text, visitor)
    while open_elements:
        element, look, children = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            visitor.closes(element, look)
            if element is not root:
                _read(element.tail, visitor)
            continue
        look = look_at(child)
        if visitor.passes(child, look):
            _read(child.tail, visitor)
            continue
        visitor.opens(child, look)
        _read(child.text, visitor)
        open_elements.append((child, look, iter(child)))


def _read(text: str | None, visitor: Visitor) -> None:
    if text:
        visitor.reads(text)
