"""Bodies inside an organisation: listed ones, and the offices behind the name of an authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.bodies.name import Name, label

if TYPE_CHECKING:
    from extractor.graph.bodies.home import Home
    from extractor.graph.bodies.listed import Table, Tables
    from extractor.rules.bodies.departments import Departments

_SHORTEST = 2
_LONGEST = 12
_COMMITTEE = "委员会"
_COMPANY = "公司"
_YOUTH_LEAGUE = ("共青团", "中国共产主义青年团")


class Offices:
    """Tells the body inside an organisation, and what kind of body a name is likely to be."""

    def __init__(self, names: Departments) -> None:
        """Take the endings from the list."""
        self._endings = names.endings
        self._inside = names.word_list("names.inside-endings")
        self._own = names.word_list("names.own-offices")
        self._itself = {each.of: each.itself for each in names.organisations}

    def kind(self, name: str) -> str:
        """A guess by the ending; empty when none fits."""
        return next((each.kind for each in self._endings if name.endswith(each.ends)), "")

    def owner(self, name: str, home: Home) -> str:
        """Whose a body is that nothing is known of: the home's; of its place, when authorities have none such."""
        office = name.endswith(self._own) and not name.endswith(_COMPANY)
        return home.place if home.of == "机关" and home.place and not office else home.name

    def inside(self, name: str, home: Home, tables: Tables) -> Name | None:
        """The listed body of ``home`` that ``name`` means: with the home in front of it, or without."""
        table = tables.inside.get(home.of)
        if not table:
            return None
        own = next((name[len(word) :] for word in self._itself.get(home.of, ()) if name.startswith(word)), name)
        for form in dict.fromkeys((name, _rest(name, home.name), own)):
            if form in table:
                listing = table[form]
                rule = "body.short" if form == name else "body.full"
                parent = listing.parent or home.name
                return Name(listing.canonical, home.name, listing.body.kind, parent, rule, home.of, home.place)
        return None

    def unlisted(self, name: str, home: Home) -> Name | None:
        """A body with the organisation's name in front, which the list lacks: 甲大学某某研究所."""
        rest = _rest(name, home.name)
        if not home.name or rest == name or len(rest) < _SHORTEST:
            return None
        return Name(rest, home.name, self.kind(rest), home.name, "body.place-unlisted", home.of, home.place)

    def office(self, name: str, table: Table, home: str, place: str) -> Name | None:
        """The office behind a listed authority: 省教育厅办公室, 教育部办公厅."""
        for end in range(max(len(name) - _SHORTEST, 0), 1, -1):
            rest = name[end:]
            if name[:end] in table and self._is_office(rest, table):
                authority = label(home, table[name[:end]].canonical)
                return Name(rest, authority, "内设机构", authority, "body.office", "机关", place)
        return None


    def _is_office(self, rest: str, table: Table) -> bool:
        """An office, and neither a company nor a second authority (中共中央办公厅国务院办公厅)."""
        fits = len(rest) <= _LONGEST and rest.endswith(self._inside) and not rest.endswith(_COMPANY)
        return fits and "的" not in rest and rest not in table


def _rest(name: str, owner: str) -> str:
    """``name`` without the organisation in front, its party committee called 党委: 中共甲学院委员会组织部."""
    plain = name
    league = next((head for head in _YOUTH_LEAGUE if name.startswith(head)), "")
    for head in ("中共", league):
        plain = plain.removeprefix(head)
    if not owner or not plain.startswith(owner):
        return name
    rest = plain[len(owner) :]
    if league:
        return "团委" if rest == _COMMITTEE else rest
    if rest.startswith(_COMMITTEE):
        return "党委" + rest[len(_COMMITTEE) :]
    return rest
