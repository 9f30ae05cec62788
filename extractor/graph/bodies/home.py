"""The organisation that the names in a document are relative to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractor.graph.bodies.name import PRINTED, STATE, Name, label, level_of
from extractor.rules.bodies.body import LEVEL, LEVELS, at_level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.graph.bodies.listed import Tables

AUTHORITIES = ("国家", *LEVELS, "机关")
"""Kinds of organisations whose notices mean all bodies of a lower level when they say 市财政局."""


@dataclass(frozen=True, slots=True)
class Home:
    """Whose notice it is.

    Attributes:
        name: the organisation: 甲学院, 甲市, 甲市教育局; several of a joint notice joined by 、; empty: not known.
        of: what kind it is: 高校, 市, 机关 …; empty: not known.
        place: the place it is in, or is: 甲市; 国家 for the centre; empty: not known.
    """

    name: str = ""
    of: str = ""
    place: str = ""


NOWHERE = Home()
CENTRE = Home(STATE, "国家", STATE)
_LONG = 6


def place_home(place: str, tables: Tables) -> Home:
    """The home of notices that a place's party committee or government issues."""
    word = level_of(place)
    found = tables.at_level[word].get(f"{word}政府")
    return Home(place, found.body.of if found else "", place)


def issuing(name: Name, tables: Tables, speaks: tuple[str, ...]) -> Home:
    """The home of the notices of a body: its organisation, or itself when it has bodies of its own.

    Args:
        name: the issuer as it was understood.
        tables: the list.
        speaks: bodies whose notices are those of the whole place (人民政府办公室).
    """
    if name.rule in {"body.organisation", "body.itself"}:
        return Home(name.canonical, name.of, name.place)
    if name.rule == "body.place":
        return place_home(name.place, tables)
    if not name.home:
        return _by_itself(name, tables)
    if name.home not in {STATE, name.place}:
        return Home(name.home, name.of, name.place)
    if name.home == STATE:
        return CENTRE if name.canonical in speaks else Home(name.canonical, "机关", STATE)
    whole = place_home(name.place, tables)
    spoken = _spoken(level_of(name.place), speaks)
    return whole if name.canonical in spoken else Home(label(name.home, name.canonical), "机关", name.place)


def together(homes: Iterable[Home]) -> Home:
    """The home of a joint notice: what its issuers share; the organisation of several is all of them."""
    known = list(dict.fromkeys(home for home in homes if home != NOWHERE))
    if len(known) <= 1:
        return known[0] if known else NOWHERE
    kinds, places = {home.of for home in known}, {home.place for home in known if home.place}
    same = known[0].name if len({home.name for home in known}) == 1 else "、".join(home.name for home in known)
    return Home(same, kinds.pop() if len(kinds) == 1 else "", places.pop() if len(places) == 1 else "")


def _by_itself(name: Name, tables: Tables) -> Home:
    """Of a body that says nothing of whose it is: at least the kind of organisation that has such a body.

    A long name that no organisation has inside (某某协会) is an organisation itself.
    """
    having = [of for of, table in tables.inside.items() if name.canonical in table]
    if having:
        return Home("", having[0] if len(having) == 1 else "")
    lasting = name.rule == PRINTED and len(name.canonical) >= _LONG and name.kind not in {"", "内设机构"}
    return Home(name.canonical, "机关") if lasting else NOWHERE


@cache
def _spoken(word: str, speaks: tuple[str, ...]) -> set[str]:
    return {at_level(each, word, of) for each in speaks if LEVEL in each for of in LEVELS}
