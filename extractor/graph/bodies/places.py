"""Names of places at the beginning of names of bodies: 江苏省昆山市财政局 → 昆山市 and 财政局."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.graph.bodies.name import LEVEL_WORDS, level_of
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.rules.bodies.departments import Departments

_LEVEL = own("|".join(LEVEL_WORDS))
_NO_STEM = own(
    r"[^\u4e00-\u9fff]|[各我本该与及局厅委]|和(?![平田顺林静龙硕政])|有关|相关|国家|中央|国务院|银行|公司|集团|学院|大学|医院"
)
_LONGEST = 16
_LONGEST_STEM = 7
_PROVINCE_WORDS = ("省", "自治区", "特别行政区")


class Places:
    """Tells where a name of a place ends, and which province a place lies in."""

    def __init__(self, names: Departments) -> None:
        """Learn the listed provinces and cities, and what only looks like a place."""
        self._provinces = {city: place.name for place in names.places for city in place.cities}
        known = [place.name for place in names.places]
        self._known = frozenset([*known, *self._provinces])
        self._short = {short: place.name for place in names.places for short in place.short}
        self._short |= {city[:-1]: city for city in self._provinces if len(city) > 2 and city.endswith("市")}  # noqa: PLR2004 - two characters and 市
        self._lengths = sorted({len(short) for short in self._short}, reverse=True)
        self._not = names.word_list("names.not-places")
        self._municipalities = frozenset(name for name in known if name.endswith("市"))

    def splits(self, name: str) -> Iterator[tuple[str, str]]:
        """All ways to see ``name`` as a place and the rest, the shortest place first."""
        for match in _LEVEL.finditer(name, 0, _LONGEST):
            place, rest = name[: match.end()], name[match.end() :]
            city = match[0] == "州" and rest.startswith(("市", "县", "区"))  # 云州市 is a city, 云州 no prefecture
            if not city and self._is_place(place, match[0]):
                yield place, rest

    def is_known(self, place: str) -> bool:
        """Whether a province or city of that name is listed."""
        return place in self._known

    def beginning(self, name: str) -> str:
        """The listed province or city whose short name ``name`` begins with: 辽宁科技学院 → 辽宁省; or nothing."""
        split = self.short_split(name)
        return split[0] if split else ""

    def short_split(self, name: str) -> tuple[str, str] | None:
        """A listed place named without its 省 or 市, and the rest: 江苏银监局 → 江苏省, 银监局."""
        lengths = (length for length in self._lengths if name[:length] in self._short)
        longest = next(lengths, 0)
        return (self._short[name[:longest]], name[longest:]) if longest else None

    def province(self, place: str) -> str:
        """The province that a place is or lies in; empty when the list does not say."""
        if level_of(place) in _PROVINCE_WORDS or place in self._municipalities:
            return place
        return next((self._provinces[city] for city in self._chain(place) if city in self._provinces), "")

    def upward(self, place: str, word: str) -> str:
        """The place of level ``word`` that a notice of ``place`` means by it; empty when none or any is meant."""
        if level_of(place) == word:
            return place
        if word in _PROVINCE_WORDS:
            province = self.province(place)
            return province if level_of(province) == word else ""
        if word == "市":
            return next((city for city in self._chain(place) if city != place and city.endswith("市")), "")
        return ""

    def is_below(self, word: str, place: str) -> bool:
        """Whether a notice of ``place`` that says ``word`` means the places below it, none in particular."""
        mine = level_of(place)
        order = {"省": 0, "自治区": 0, "特别行政区": 0, "市": 1, "州": 1, "盟": 1, "地区": 1}
        return bool(place) and (order.get(mine, 2) if mine else -1) < order.get(word, 2)

    def plain(self, place: str) -> str:
        """A place without the province in front of its city or county: 江苏省昆山市 → 昆山市."""
        for match in _LEVEL.finditer(place):
            head, rest = place[: match.end()], place[match.end() :]
            if match[0] in _PROVINCE_WORDS and level_of(rest) and self._is_place(head, match[0]):
                return rest
        return place

    def _chain(self, place: str) -> Iterator[str]:
        """The places that a name consists of: 甲市乙区 → 甲市, 甲市乙区."""
        return (place[: match.end()] for match in _LEVEL.finditer(place))

    def _is_place(self, place: str, word: str) -> bool:
        if place in self._known:
            return True
        if word == "州" and f"{place}市" in self._known:
            return False  # 苏州 is a city's name, no prefecture
        stem = place[: -len(word)]
        last = max((match.end() for match in _LEVEL.finditer(stem)), default=0)
        own = stem[last:] if last < len(stem) else stem
        fits = 0 < len(own) <= _LONGEST_STEM and not _NO_STEM.search(stem)
        return fits and not place.endswith(self._not) and not stem.startswith(LEVEL_WORDS)
