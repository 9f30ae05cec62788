"""Damage that leaves XML well-formed: elements left out, doubled, moved, nested, renamed, odd values."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from random import Random

_VALUES = (
    "", "-1", "0", "1", "9999999999", "1e999", "NaN", "x y z", "0 0 0 0", "1 0 0 1", "true", "0.0001", "\u3000",
    "M 0 0 L",
)  # fmt: skip
_DEPTHS = (2, 20, 150)


def tree(chance: Random, data: bytes, other: bytes) -> bytes:
    """Some elements of ``data`` changed; whatever is no XML stays as it is."""
    root, foreign = _parsed(data), _parsed(other)
    if root is None:
        return data
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        choices = list(foreign.iter(etree.Element)) if foreign is not None else elements
        _change(chance, chance.choice(elements), chance.choice([*elements, *choices]))
    return etree.tostring(root)


def _parsed(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _change(chance: Random, element: etree._Element, other: etree._Element) -> None:
    parent, means = element.getparent(), chance.randrange(9)
    if means <= 2:
        _attribute(chance, element, other)
    elif means == 3:
        element.text = chance.choice((*_VALUES, other.text or "", "一" * 3000))
    elif means == 4:
        element.tag = other.tag
    elif means == 5:
        _nest(element, chance.choice(_DEPTHS))
    elif parent is None or means == 6:
        element.append(copy.deepcopy(other))
    elif means == 7:
        parent.remove(element)
    else:
        for _ in range(chance.choice((1, 3, 200))):
            parent.insert(parent.index(element), copy.deepcopy(element))


def _attribute(chance: Random, element: etree._Element, other: etree._Element) -> None:
    names = [*element.attrib, *other.attrib]
    if not names:
        return
    name = chance.choice(names)
    if name in element.attrib and chance.random() < 0.2:
        del element.attrib[name]
        return
    element.set(name, chance.choice((*_VALUES, other.get(name) or "2147483648")))


def _nest(element: etree._Element, depth: int) -> None:
    """The element's content, so many times deeper."""
    inside = list(element)
    holder = element
    for _ in range(depth):
        holder = etree.SubElement(holder, element.tag, {str(name): str(value) for name, value in element.items()})
    holder.extend(inside)
    holder.text = element.text
