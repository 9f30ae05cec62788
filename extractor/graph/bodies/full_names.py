"""Names that say whose body it is: 甲市财政局, 中共甲学院委员会组织部, 甲市第一人民医院."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.graph.bodies.home import Home
from extractor.graph.bodies.name import Name, level_of
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.graph.bodies.listed import Tables
    from extractor.graph.bodies.offices import Offices
    from extractor.graph.bodies.places import Places
    from extractor.rules.bodies.departments import Departments

_PARTY = "中共"
_HEADS = ("共青团", "政协", "国家税务总局", "中国国际贸易促进委员会", "中国人民政治协商会议")
_SURE = ("大学", "有限公司", "有限责任公司", "集团公司")
_NO_OWNER = own(r"中小学|[大中小]学校$")  # 普通中小学, and 某某大学校 of 某某大学校长办公室
_NOT_BEHIND = ("生", "路", "城", "部门", "科技城", "们")
_SHORTEST_STEM = 2
_LONGEST = 24
_HAN = own(r"[\u4e00-\u9fff·（）]+")


class FullNames:
    """Understands names with their place or organisation in front."""

    def __init__(self, names: Departments, tables: Tables, places: Places, offices: Offices) -> None:
        """Keep what the names are looked up in."""
        self._tables, self._places, self._offices = tables, places, offices
        self._organisations = names.organisations
        self._suffix = names.word_list("body.suffix")
        self._not_levels = names.word_list("names.not-levels")
        self._listed_inside = frozenset(form for table in tables.inside.values() for form in table)

    def issuer(self, name: str) -> Name | None:
        """An issuer: a place or organisation is expected in front, so that less of a sign of it is needed."""
        return self.listed(name) or self._of_organisation(name, sure=True) or self.placed(name)

    def listed(self, name: str, _home: Home | None = None) -> Name | None:
        """A listed body behind the name of its place; or the name of a place alone, when the list has it."""
        party = name.startswith(_PARTY)
        plain = name.removeprefix(_PARTY)
        head = next((head for head in _HEADS if plain.startswith(head)), "")
        splits = list(self._places.splits(plain[len(head) :]))
        for place, rest in reversed(splits):
            found = self._at(place, head, rest, party=party)
            if found:
                return found
        short = None if head or party else self._places.short_split(plain)
        return self._at(short[0], "", short[1], party=False) if short and short[1] else None

    def organisation(self, name: str, home: Home) -> Name | None:
        """A university, hospital, school or company, or a body of one; with its place in the name, or of ``home``."""
        own = self._offices.unlisted(name, home)
        return own or self._of_organisation(name, sure=False, colleges=home.of in {"", "高校"})

    def placed(self, name: str, _home: Home | None = None) -> Name | None:
        """A body that the list lacks, behind the name of its place; or a place alone."""
        plain = name.removeprefix(_PARTY)
        splits = list(self._places.splits(plain))
        known = [split for split in splits if self._places.is_known(split[0])]
        for place, rest in (known[-1:] or splits[:1]):
            where = self._places.plain(place)
            of = self._of(where)
            if not rest:
                return Name(where, "", "地方", "", "body.place", of, where)
            local = level_of(where) + rest
            if len(rest) > 1 and rest.endswith(self._suffix) and not local.startswith(self._not_levels):
                kind = self._offices.kind(rest)
                return Name(local, where, kind, "", "body.place-unlisted", of, where, level_of(where))
        return None

    def _at(self, place: str, head: str, rest: str, *, party: bool) -> Name | None:
        if not rest:
            return None
        word = level_of(place)
        table = self._tables.at_level[word]
        local = head + word + rest
        if party:
            local = re.sub(rf"^{word}委员会(?=.)", f"{word}委", local)
        where = self._places.plain(place)
        listing = table.get(local)
        if not listing:
            return self._offices.office(local, table, where, where)
        body = listing.body
        return Name(listing.canonical, where, body.kind, listing.parent, "body.full", body.of, where, word)

    def _of_organisation(self, name: str, *, sure: bool, colleges: bool = False) -> Name | None:
        """A body of an organisation, when the name or a listed body behind it leaves no doubt that it is one.

        Args:
            name: the name, without blanks.
            sure: an organisation is expected.
            colleges: the notice may be a university's, where 某某学院党委 is a college's.
        """
        plain = name.removeprefix(_PARTY)
        league = "共青团" if plain.startswith("共青团") else ""
        if plain in self._listed_inside or not _HAN.fullmatch(plain):
            return None
        for of, owner in self._owners(plain.removeprefix(league)):
            home = Home(owner, of, self._place_of(owner, of))
            inside = self._offices.inside(name, home, self._tables)
            known = sure or owner.endswith(_SURE) or home.place or self._places.beginning(owner)
            if known and plain == owner:
                return Name(owner, "", of, "", "body.organisation", of, home.place)
            if known or (inside and not colleges):
                return inside or self._offices.unlisted(name, home)
        return None

    def _owners(self, name: str) -> Iterator[tuple[str, str]]:
        """The organisations that a name may begin with, by the kinds in their order."""
        for organisation in self._organisations:
            for ending in organisation.ends:
                at = name.find(ending, _SHORTEST_STEM)
                behind = name[at + len(ending) :]
                owner = name[: at + len(ending)]
                if 0 < at <= _LONGEST and not behind.startswith(_NOT_BEHIND) and not _NO_OWNER.search(owner):
                    yield organisation.of, owner

    def _place_of(self, owner: str, of: str) -> str:
        """Where an organisation is: its city when its name says so; of a university only the province."""
        place = next((place for place, _ in self._places.splits(owner)), "") or self._places.beginning(owner)
        return self._places.province(place) if of == "高校" else self._places.plain(place)

    def _of(self, place: str) -> str:
        word = level_of(place)
        listing = self._tables.at_level[word].get(f"{word}政府")
        return listing.body.of if listing else ""
