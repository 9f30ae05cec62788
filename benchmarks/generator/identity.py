"""Who issued notice number n, when, under which number and title: known without making the notice itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from benchmarks.generator.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_YEAR, YEARS = 2022, 4
_STEP = 7919  # a prime: neighbouring numbers are of different issuers


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues notices.

    Attributes:
        name: in full, as in the signature.
        code: 机关代字.
        addressed: 主送机关.
        subjects: who is told to do something, in running text.
        own: how it calls itself.
        level: ``city``, ``county`` or ``school``.
        place: number of its city.
    """

    name: str
    code: str
    addressed: str
    subjects: tuple[str, ...]
    own: str
    level: str
    place: int


@dataclass(frozen=True, slots=True)
class Identity:
    """A notice by name: number ``n`` of the corpus."""

    n: int
    issuer: Issuer
    number: str
    title: str
    theme: str
    date: dt.date
    year: int

    @property
    def cited(self) -> str:
        """The notice as others cite it: 《…》（…号）."""
        return f"《{self.title}》（{self.number}）"


def chance(seed: int, n: int, what: int = 0) -> Random:
    """Chance of its own for one thing of one notice; the same every time."""
    return Random((seed * 1_000_003 + n) * 16 + what)  # noqa: S311 - invented notices, not secrets


def identity(seed: int, n: int) -> Identity:
    """Number, title, issuer and date of notice ``n``; no two notices bear one number."""
    every = issuers()
    issuer = every[n * _STEP % len(every)]
    turn = n // len(every)
    draw = chance(seed, n)
    year = FIRST_YEAR + turn % YEARS
    date = dt.date(year, draw.randint(1, 8), draw.randint(1, 28))
    theme = draw.choice(words().themes)
    season = draw.choice(words().seasons)
    verb = draw.choice(("做好", "开展", "推进", "进一步加强"))
    title = f"关于{verb}{year}年{season}{theme}工作的通知"
    return Identity(n, issuer, f"{issuer.code}〔{year}〕{turn // YEARS + 1}号", title, theme, date, year)


def earlier(seed: int, n: int, draw: Random) -> Identity | None:
    """An earlier notice that this one may cite: of the same city where there is one."""
    mine = identity(seed, n)
    for _ in range(8):
        other = identity(seed, draw.randrange(n)) if n else None
        if other and other.issuer.place == mine.issuer.place and other.date < mine.date and other.title != mine.title:
            return other
    return None


@cache
def issuers() -> tuple[Issuer, ...]:
    """All issuing bodies: of every city its government, its bureaus, a party body, its counties, a university."""
    return tuple(issuer for place, city in enumerate(words().cities) for issuer in _of(place, city))


def _of(place: int, city: str) -> Iterator[Issuer]:
    sign = city[0]
    below = ("各县（区）人民政府", "市政府各部门")
    yield Issuer(f"{city}市人民政府办公室", f"{sign}政办发", "，".join(below), below, "市政府办公室", "city", place)
    below = ("各县（区）委组织部", "市直各单位")
    yield Issuer(f"中共{city}市委组织部", f"{sign}组发", "，".join(below), below, "市委组织部", "city", place)
    for name, code in words().bureaus:
        short = name.replace("委员会", "委")
        below = (f"各县（区）{short}", "局属各单位")
        own = f"市{short.replace('和城乡', '城乡').replace('监督管理', '监管')}"
        yield Issuer(f"{city}市{name}", f"{sign}{code}", "，".join(below), below, own, "city", place)
    below = ("各乡镇人民政府", "县政府各部门")
    for county in words().counties:
        name, code = f"{city}市{words().county_heads[place]}{county}人民政府办公室", f"{sign}{county[0]}政办发"
        yield Issuer(name, code, "，".join(below), below, "县政府办公室", "county", place)
    below = ("各学院", "机关各部门")
    yield Issuer(f"{city}大学", f"{sign}大发", "，".join(below), below, "学校", "school", place)
