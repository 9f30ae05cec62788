"""Names in a list lean on the name before them: 市住建局、审批服务局; 各县（区）教育局、财政局."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.graph.bodies.name import CLASS, PRINTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.graph.bodies.home import Home
    from extractor.graph.bodies.name import Name
    from extractor.graph.bodies.reading import Reader

_OPEN = {"body.short", PRINTED, CLASS, "body.place-unlisted", "body.level-unlisted"}
"""Readings that a neighbour may better."""
_LEANING = {"body.level", "body.full", "body.elliptic"}
"""Readings that say of which place the next name is."""


def read_list(printed: Iterable[str], home: Home, reader: Reader) -> Iterator[tuple[str, Name]]:
    """The names of one list in their order, each with its meaning.

    Behind a body with its place in front, a bare one is of the same place; behind a class of bodies (各县教育局)
    a bare one, or one of a lower level, is a class too.
    """
    before: Name | None = None
    for words in printed:
        name = reader.read(words, home)
        if before and name.rule in _OPEN:
            name = _completed(words, name, before, reader)
        yield words, name
        before = name


def _completed(words: str, name: Name, before: Name, reader: Reader) -> Name:
    if before.rule in _LEANING and before.level and not reader.is_inside(words, name):
        return reader.behind(words, before) or name
    if before.rule == CLASS and name.rule in {"body.short", PRINTED} and reader.is_bare(words):
        return replace(name, canonical=words, home=before.home, kind="统称", parent="", rule=CLASS)
    return name
