"""The load of a body over the months, as bars: where they stand is reckoned here, how they look in bodies.css."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.store.questions.bodies.one import Load

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

BEFORE, BEHIND = 6, 11  # months around this one
WIDTH, HEIGHT = 760, 150
_STEP, _BAR = WIDTH / (BEFORE + BEHIND + 1), 26
_TOP, _YEAR = 16, 12
_LABELLED = 4  # years: 2024


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a bar; ``sort`` is ``done``, ``overdue`` or ``open``."""

    sort: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A month: its load, where it stands, what is written below it."""

    load: Load
    x: float
    label: str
    year: str
    blocks: tuple[Block, ...]
    top: float
    now: bool

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return self.x + _BAR / 2


@dataclass(frozen=True, slots=True)
class Chart:
    """The months around this one, and how many tasks lie before and behind them."""

    bars: tuple[Bar, ...]
    earlier: int
    later: int
    width: int = WIDTH
    height: int = HEIGHT
    bar: int = _BAR

    @property
    def tasks(self) -> int:
        """All tasks with a day."""
        return self.earlier + self.later + sum(bar.load.tasks for bar in self.bars)


def chart(loads: Sequence[Load], today: dt.date) -> Chart:
    """The bars of the months from half a year ago to almost a year ahead.

    Where nothing is due in these, they are the months around the nearest one in which anything is.
    """
    known = {load.month: load for load in loads}
    months = list(_months(_number(f"{today:%Y-%m}")))
    if loads and known.keys().isdisjoint(months):
        months = list(_months(min(map(_number, known), key=lambda each: abs(each - _number(months[BEFORE])))))
    most = max((known[month].tasks for month in months if month in known), default=0)
    bars = tuple(_bar(at, known.get(month, Load(month, 0, 0, 0)), most, today) for at, month in enumerate(months))
    earlier = sum(load.tasks for load in loads if load.month < months[0])
    return Chart(bars, earlier, sum(load.tasks for load in loads if load.month > months[-1]))


def _number(month: str) -> int:
    return int(month[:_LABELLED]) * _YEAR + int(month[_LABELLED + 1 :]) - 1


def _months(middle: int) -> Iterator[str]:
    first = middle - BEFORE
    for number in range(first, first + BEFORE + BEHIND + 1):
        yield f"{number // _YEAR:04}-{number % _YEAR + 1:02}"


def _bar(at: int, load: Load, most: int, today: dt.date) -> Bar:
    blocks = tuple(_blocks(load, (HEIGHT - _TOP) / most if most else 0))
    month = load.month[_LABELLED + 1 :].lstrip("0")
    year = load.month[:_LABELLED] if at == 0 or month == "1" else ""
    top = min((block.y for block in blocks), default=HEIGHT)
    x = round(at * _STEP + (_STEP - _BAR) / 2, 1)
    return Bar(load, x, f"{month}月", year, blocks, round(top, 1), load.month == f"{today:%Y-%m}")


def _blocks(load: Load, unit: float) -> Iterable[Block]:
    """From the floor up: done, overdue, still open."""
    floor = float(HEIGHT)
    for sort, number in (("done", load.done), ("overdue", load.overdue), ("open", load.open)):
        if number:
            height = number * unit
            floor -= height
            yield Block(sort, round(floor, 1), round(height, 1))
