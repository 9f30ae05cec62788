"""Names that the list has, read in the light of a home: 组织部, 市财政局, 教育部."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.bodies.home import AUTHORITIES, CENTRE, NOWHERE, Home
from extractor.graph.bodies.name import CLASS, LEVEL_WORDS, STATE, Name, level_of
from extractor.rules.bodies.body import LEVELS

if TYPE_CHECKING:
    from extractor.graph.bodies.listed import Listing, Tables
    from extractor.graph.bodies.offices import Offices
    from extractor.graph.bodies.places import Places


class ListedNames:
    """The ways in which the list understands a name without its place or organisation in front."""

    def __init__(self, tables: Tables, places: Places, offices: Offices) -> None:
        """Keep what the names are looked up in."""
        self._tables, self._places, self._offices = tables, places, offices

    def accepted(self, name: str, home: Home) -> Name | None:
        """A form that the user accepted for the home, for its place, or for everybody."""
        for owner in (home, Home(home.place, "", home.place), NOWHERE):
            listing = self._tables.accepted.get(owner.name, {}).get(name)
            if listing:
                return _named(listing, "body.accepted", owner)
        return None

    def inside(self, name: str, home: Home) -> Name | None:
        """A body of the organisation whose notice it is: 组织部 of a 高校."""
        return self._offices.inside(name, home, self._tables) if home.of not in LEVELS else None

    def of_the_centre(self, name: str, home: Home) -> Name | None:
        """教育部, and 发展改革委 in notices of the centre; an office of one: 教育部办公厅."""
        plain = name.removeprefix("中华人民共和国")
        table = self._tables.state_near if home.place == STATE else self._tables.state
        if plain in table:
            return _named(table[plain], "body.state", CENTRE)
        return self._offices.office(plain, table, STATE, STATE)

    def at_level(self, name: str, home: Home) -> Name | None:
        """市财政局, 省委组织部办公室: of the place whose notice it is, or above it."""
        plain = name.removeprefix("中共")
        for word in (word for word in LEVEL_WORDS if word in plain):
            table = self._tables.at_level[word]
            listing = table.get(plain)
            place = self._places.upward(home.place, word)
            if listing:
                owner = Home(place, listing.body.of, place)
                return self.of_level(_named(listing, "body.level", owner, word), home)
            if place and plain.startswith(word) and (office := self._offices.office(plain, table, place, place)):
                return office
        return None

    def of_level(self, name: Name, home: Home) -> Name:
        """``name``, unless the home has many bodies of its level below it: then a class of bodies."""
        below = home.of in AUTHORITIES and home.place != STATE and self._places.is_below(name.level, home.place)
        if name.home or not (below or home.place == STATE):
            return name
        return Name(name.canonical, home.place, "统称", "", CLASS, home.of, home.place, name.level)

    def bare(self, name: str, home: Home) -> Name | None:
        """财政局 in the notice of a city's government: the city's."""
        word = level_of(home.place)
        listing = self._tables.bare[word].get(name) if home.of in LEVELS else None
        if not listing:
            return None
        return _named(listing, "body.short", Home(home.place, listing.body.of, home.place), word)

    def behind(self, name: str, before: Name) -> Name | None:
        """What a name without 市 means behind one with it: 市住建局、审批服务局; None when it is no such name."""
        listing = self._tables.bare[before.level].get(name)
        if not listing:
            return None
        home = Home(before.home, listing.body.of, before.place)
        return _named(listing, "body.elliptic", home, before.level)

    def known_anywhere(self, name: str, home: Home) -> Name | None:
        """A full name of the list in a notice of nobody known: 教务处 is 教务处 wherever it is."""
        listings = [table[name] for table in self._tables.inside.values() if name in table]
        if home.of or not listings or any(listing.canonical != name for listing in listings):
            return None
        return Name(name, home.name, listings[0].body.kind, home.name, "body.known", home.of, home.place)

    def is_inside(self, name: str) -> bool:
        """Whether some organisation has a body called so inside: 组织部."""
        return any(name in table for table in self._tables.inside.values())

    def is_bare(self, name: str) -> bool:
        """Whether it is the name of a body at some level, without the word of the level."""
        return any(name in self._tables.bare[word] for word in LEVELS)


def _named(listing: Listing, rule: str, home: Home, level: str = "") -> Name:
    """The listed body of ``home``."""
    body = listing.body
    return Name(listing.canonical, home.name, body.kind, listing.parent, rule, home.of, home.place, level)
