"""Read a printed name in the light of its document's home; the first way that understands it decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from extractor.graph.bodies.full_names import FullNames
from extractor.graph.bodies.home import NOWHERE, Home
from extractor.graph.bodies.listed import tables
from extractor.graph.bodies.listed_names import ListedNames
from extractor.graph.bodies.name import CLASS, LEVEL_WORDS, PEOPLE, PRINTED, UNLISTED, Name
from extractor.graph.bodies.offices import Offices
from extractor.graph.bodies.places import Places
from extractor.graph.names import body_key
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.rules.bodies.departments import Departments

_NUMBERED = own(r"^（?\d{1,3}[）.、]")
_BRACKET = own(r"(?<=.)（[^（）]{1,20}）$")
_SEVERAL = own(r"[、，；/]|（[^（）]*、[^（）]*）")
_LOOSE = own(r"[各的]|有关|相关|所在|当地|成员单位|（[系部党]）")
_Way: TypeAlias = "Callable[[str, Home], Name | None]"


class Reader:
    """Reads names; remembers every name that it has read in a home."""

    def __init__(self, names: Departments) -> None:
        """Make the tables of the list."""
        self.tables = tables(names.bodies)
        self.places = Places(names)
        self.offices = Offices(names)
        self._itself = {each.of: frozenset(each.itself) for each in names.organisations}
        self._listed = ListedNames(self.tables, self.places, self.offices)
        self._full = FullNames(names, self.tables, self.places, self.offices)
        self._people = (*names.word_list("body.people"), *names.word_list("names.people"))
        self._class_heads = (*names.word_list("body.each"), *names.word_list("names.class-heads"))
        self._classes, self._class_nouns = names.word_list("names.classes"), names.word_list("names.class-nouns")
        self._not_levels = names.word_list("names.not-levels")
        self._alone = names.word_list("names.stand-alone")
        self._read: dict[tuple[Home, str], Name] = {}
        self._issuers: dict[str, Name] = {}
        self._sure: tuple[_Way, ...] = (
            self._as_itself, self._listed.accepted, self._listed.inside, self._listed.of_the_centre,
            self._listed.at_level, self._full.listed,
        )  # fmt: skip
        self._likely: tuple[_Way, ...] = (
            self._listed.bare, self._people_or_class, self._full.organisation, self._level_only, self._full.placed,
            self._listed.known_anywhere,
        )  # fmt: skip

    def read(self, printed: str, home: Home) -> Name:
        """What ``printed`` means in a document of ``home``; as printed when nothing else is certain."""
        key = (home, printed)
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = self._vouched(self._understand(printed, home))
        return found

    def issuer(self, printed: str) -> Name:
        """What the name of an issuer, a line of the head or the beginning of a title means."""
        found = self._issuers.get(printed)
        if found is None:
            full = self._full.issuer(cleaned(printed))
            found = self._issuers[printed] = full or self.read(printed, NOWHERE)
        return found

    def behind(self, printed: str, before: Name) -> Name | None:
        """What a name without 市 means behind one with it; None when it is no such name."""
        return self._listed.behind(cleaned(printed), before)

    def is_inside(self, printed: str, name: Name) -> bool:
        """Whether a name, read as ``name``, is one inside an organisation, or may be: 组织部 of nobody known."""
        return (name.rule == "body.short" and not name.level) if name.of else self._listed.is_inside(cleaned(printed))

    def is_bare(self, printed: str) -> bool:
        """Whether the name is that of a body at some level, without the word of the level."""
        return self._listed.is_bare(cleaned(printed))

    def _understand(self, printed: str, home: Home) -> Name:
        name = cleaned(printed)
        plain = _BRACKET.sub("", name)
        tries = ((way, form) for form in dict.fromkeys((name, plain)) for way in self._sure)
        for way, form in (*tries, *((way, name) for way in self._likely)):
            found = way(form, home)
            if found:
                return found
        return self._as_printed(name, home)

    def _vouched(self, name: Name) -> Name:
        """``name`` as a known one when it is not listed and the user accepted it."""
        listing = self.tables.accepted.get(name.home, {}).get(name.canonical) if name.rule in UNLISTED else None
        return replace(name, rule="body.accepted", kind=listing.body.kind or name.kind) if listing else name

    def _as_itself(self, name: str, home: Home) -> Name | None:
        """学校, 我局: the organisation whose notice it is."""
        if not home.name or (name != home.name and name not in self._itself.get(home.of, ())):
            return None
        if home.name == home.place or "、" in home.name:
            return None
        kind = self.offices.kind(home.name)
        return self._full.issuer(home.name) or Name(home.name, "", kind, "", "body.itself", home.of, home.place)

    def _people_or_class(self, name: str, home: Home) -> Name | None:
        owner = self.offices.owner(name, home)
        if name.endswith(self._people) and not name.endswith(self._classes):
            return Name(name, owner, "人员", "", PEOPLE, home.of, home.place)
        several = _SEVERAL.search(name) or _LOOSE.search(name) or name in self._class_nouns
        if several or name.startswith(self._class_heads) or name.endswith(self._classes):
            return Name(name, owner, "统称", "", CLASS, home.of, home.place)
        return None

    def _level_only(self, name: str, home: Home) -> Name | None:
        """市某某中心: not listed, but of the place whose notice it is."""
        word = next((word for word in LEVEL_WORDS if name.startswith(word)), "")
        if not word or len(name) < len(word) + 2 or name.startswith(self._not_levels):
            return None
        place = self.places.upward(home.place, word)
        found = Name(name, place, self.offices.kind(name), "", "body.level-unlisted", home.of, place, word)
        return self._listed.of_level(found, home)

    def _as_printed(self, name: str, home: Home) -> Name:
        """A body of the home or of its place; nobody's, when it stands for itself: 某某银行."""
        kind = self.offices.kind(name)
        own = self.places.beginning(name) or name.startswith(self._alone) or name.endswith(self._alone)
        owner = "" if own else self.offices.owner(name, home)
        return Name(name, owner, kind, owner, PRINTED, home.of, home.place)


def cleaned(printed: str) -> str:
    """A printed name without blanks, width, and the number in front of it."""
    return _NUMBERED.sub("", body_key(printed)) or body_key(printed)
