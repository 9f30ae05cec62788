"""The list of bodies as tables to look printed names up in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.rules.bodies.body import LEVEL, LEVELS, at_level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from extractor.rules.bodies.body import Body

# Cities of county rank call themselves 市, municipalities have what provinces have.
_BODIES_AT = MappingProxyType({
    "省": ("省",), "自治区": ("省",), "特别行政区": ("省",), "市": ("市", "县", "省"), "州": ("市",), "自治州": ("市",),
    "盟": ("市",), "地区": ("市",), "县": ("县",), "自治县": ("县",), "区": ("县",), "旗": ("县",),
})  # fmt: skip
_STATE_HEADS = ("国家", "国务院", "中国")
_SHORTEST = 3
_COMMITTEE = "〇委"


@dataclass(frozen=True, slots=True)
class Listing:
    """A body under one of its forms: its canonical name where it was found, and its entry."""

    canonical: str
    parent: str
    body: Body


Table = dict[str, Listing]


class ByLevel(dict[str, Table]):
    """Tables by the word of the level, each made when the first name of that level is looked up."""

    def __init__(self, make: Callable[[str], Iterable[tuple[str, Listing]]]) -> None:
        """``make`` gives the rows of a level's table."""
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> Table:
        """The table of a level, made now; empty for a word that is none."""
        table = self[word] = dict(self._make(word)) if word in _BODIES_AT else {}
        return table


@dataclass(slots=True)
class Tables:
    """Where to look a form up.

    Attributes:
        at_level: by the word of a level, forms that begin with it or hold it: 市财政局, 共青团市委.
        bare: by the word of a level, forms without it: 财政局, 组织部.
        inside: by the kind of organisation, forms of the bodies inside it: 教务处 of a 高校.
        state: forms of the bodies of the centre that mean them in any notice: 教育部.
        state_near: these, and those that mean them in notices of the centre only: 发展改革委.
        accepted: by the home, what a user accepted.
    """

    at_level: ByLevel
    bare: ByLevel
    inside: Mapping[str, Table] = field(default_factory=dict)
    state: Table = field(default_factory=dict)
    state_near: Table = field(default_factory=dict)
    accepted: Mapping[str, Table] = field(default_factory=dict)


def tables(bodies: Iterable[Body]) -> Tables:
    """The tables of a list; where two bodies claim a form, the earlier one has it."""
    known = list(bodies)
    inside: defaultdict[str, Table] = defaultdict(dict)
    accepted: defaultdict[str, Table] = defaultdict(dict)
    for body in (body for body in known if body.of not in LEVELS):
        shelf = inside[body.of] if body.of and not body.home else accepted[body.home]
        for form in body.forms:
            shelf.setdefault(form, Listing(body.name, body.parent, body))
    state = inside.pop("国家", {})
    return Tables(
        ByLevel(lambda word: _at(word, known)),
        ByLevel(lambda word: _bare(word, known)),
        inside,
        state,
        {form: listing for form, listing in _state_bare(state) if form not in inside["机关"]} | state,
        dict(accepted),
    )


def _at(word: str, bodies: Sequence[Body]) -> Iterator[tuple[str, Listing]]:
    for form, listing in _forms(word, bodies):
        if LEVEL in form:
            yield at_level(form, word, listing.body.of), listing


def _bare(word: str, bodies: Sequence[Body]) -> Iterator[tuple[str, Listing]]:
    """Forms without the word of the level; those that the list writes so win over those made of longer ones."""
    known = list(_forms(word, bodies))
    for form, listing in known:
        plain, body = form.removeprefix(LEVEL), listing.body
        if body.alone and form.startswith(LEVEL) and LEVEL not in plain and not form.startswith(_COMMITTEE):
            yield at_level(plain, word, body.of), listing
    yield from ((form, listing) for form, listing in known if LEVEL not in form)


def _forms(word: str, bodies: Sequence[Body]) -> Iterator[tuple[str, Listing]]:
    """Forms with their bodies, the more fitting last, so that a table keeps these."""
    for of in reversed(_BODIES_AT[word]):
        for body in (body for body in reversed(bodies) if body.of == of):
            listing = _listing(word, body)
            yield from ((form, listing) for form in reversed(body.forms))


def _listing(word: str, body: Body) -> Listing:
    return Listing(at_level(body.name, word, body.of), at_level(body.parent, word, body.of), body)


def _state_bare(state: Table) -> Iterator[tuple[str, Listing]]:
    for form, listing in state.items():
        for head in _STATE_HEADS:
            plain = form.removeprefix(head)
            if plain != form and len(plain) >= _SHORTEST and plain not in state:
                yield plain, listing
