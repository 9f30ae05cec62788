"""Go through the elements of a page in reading order, however deep they are nested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from extractor.ingest.markup import Element


class Visitor(Protocol):
    """Is told of every element and every piece of text, in the order of the page."""

    def passes(self, element: Element) -> bool:
        """Whether to pass over the element with all that is in it."""

    def opens(self, element: Element) -> None:
        """An element begins."""

    def reads(self, text: str) -> None:
        """A piece of text stands here."""

    def closes(self, element: Element) -> None:
        """An element ends."""


def walk(root: Element, visitor: Visitor) -> None:
    """Tell ``visitor`` of all that is in ``root``; without recursion, since pages are nested by accident."""
    open_elements = [(root, iter(root))]
    _enter(root, visitor)
    while open_elements:
        element, children = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            visitor.closes(element)
            if element is not root:
                _read(element.tail, visitor)
        elif visitor.passes(child):
            _read(child.tail, visitor)
        else:
            _enter(child, visitor)
            open_elements.append((child, iter(child)))


def _enter(element: Element, visitor: Visitor) -> None:
    visitor.opens(element)
    _read(element.text, visitor)


def _read(text: str | None, visitor: Visitor) -> None:
    if text:
        visitor.reads(text)
