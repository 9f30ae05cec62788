"""``/bodies``: the bodies that own tasks, filtered and sorted by the address."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from extractor.store.database import reading
from extractor.store.questions.bodies.departments import DepartmentAnswer, departments
from extractor.web.bodies_page.nodes import without_tasks
from extractor.web.office import office_of
from extractor.web.paging import page_asked
from extractor.web.rendering import page

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.store.questions.bodies.owning import Body

SIZE = 100
_MOST_OTHERS = 20
_NEVER = "9999"
_ORDERS: Mapping[str, Callable[[DepartmentAnswer], tuple[object, ...]]] = MappingProxyType({
    "tasks": lambda each: (-each.tasks, each.name, each.home),
    "open": lambda each: (-each.open, each.name, each.home),
    "overdue": lambda each: (-each.overdue, -each.open, each.name, each.home),
    "due": lambda each: (each.next_due or _NEVER, each.name, each.home),
    "name": lambda each: (each.name, each.home),
    "home": lambda each: (not each.home, each.home, -each.tasks, each.name),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: words of a name and of a home, only bodies that are late, the order, the page."""

    words: str = ""
    home: str = ""
    late: str = ""
    order: str = "tasks"
    number: int = 1

    def address(self, **other: str | int) -> str:
        """The address of this page with other values; the page begins anew unless it is named."""
        values = {"words": self.words, "home": self.home, "late": self.late, "order": self.order, "page": 1, **other}
        usual = {"order": "tasks", "page": 1}
        said = urlencode({name: value for name, value in values.items() if value and usual.get(name) != value})
        return f"/bodies?{said}" if said else "/bodies"


def listing(request: Request) -> Response:
    """The page of bodies that the address asks for."""
    office, asked = office_of(request), _asked(request)
    with reading(office.out) as ledger:
        found = departments(ledger, office.today, asked.words or None, asked.home or None)
        others = _without_tasks(ledger, asked, found) if asked.words else []
    kept = sorted((each for each in found if each.overdue or not asked.late), key=_ORDERS[asked.order])
    last = max(1, -(-len(kept) // SIZE))
    number = min(asked.number, last)
    shown = kept[(number - 1) * SIZE : number * SIZE]
    return page(
        request, "bodies.html", asked=asked, bodies=shown, total=len(kept), number=number, last=last, others=others,
    )  # fmt: skip


def _without_tasks(ledger: sqlite3.Connection, asked: Asked, found: Sequence[DepartmentAnswer]) -> list[Body]:
    """Bodies called so that only issue or receive notices."""
    listed = [(each.name, each.home) for each in found]
    return [each for each in without_tasks(ledger, asked.words, listed, _MOST_OTHERS) if asked.home in each.home]


def _asked(request: Request) -> Asked:
    given = request.query_params
    order = given.get("order", "")
    return Asked(
        given.get("words", "").strip(), given.get("home", "").strip(), "1" if given.get("late") else "",
        order if order in _ORDERS else "tasks", page_asked(given),
    )  # fmt: skip
