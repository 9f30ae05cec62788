"""``/search?q=隐患 排查``: where words stand, in notices and tasks; the number of a notice leads straight to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from extractor.ledger.wording import names_of
from extractor.store.database import reading
from extractor.store.questions.words.search import counts
from extractor.store.questions.words.snippets import Snippet, snippets
from extractor.store.questions.words.straight import bodies_meant, file_meant, task_meant
from extractor.web.addresses import notice_address
from extractor.web.bodies_page.nodes import without_tasks
from extractor.web.office import office_of
from extractor.web.paging import page_asked
from extractor.web.rendering import page

if TYPE_CHECKING:
    import sqlite3

    from starlette.requests import Request
    from starlette.responses import Response

PARTS = ("document", "task")
_LONGEST = 200  # characters: no office searches for more
_SIZE, _FEW = 30, 6
_BODIES = 8


@dataclass(frozen=True, slots=True)
class Search:
    """What an address asks for: the words, and ``part`` when only documents or only tasks are wanted."""

    words: str
    part: str
    page: int

    def address(self, **other: str | int) -> str:
        """The address of this search with other values."""
        values = {"q": self.words, "part": self.part, **other}
        return "/search?" + urlencode({name: value for name, value in values.items() if value})


def finding(request: Request) -> Response:
    """The page of what was found, or the thing itself that the words name."""
    given = request.query_params
    part = given.get("part", "")
    asked = Search(given.get("q", "").strip()[:_LONGEST], part if part in PARTS else "", page_asked(given))
    with reading(office_of(request).out) as ledger:
        straight = None if asked.part else _straight(ledger, asked.words)
        if straight:
            return RedirectResponse(straight, 303)
        numbers = counts(ledger, asked.words)
        found = {each: _found(ledger, asked, each, numbers) for each in PARTS if asked.part in {"", each}}
        bodies = [] if asked.part else _bodies(ledger, asked.words)
    last = max(1, -(-numbers.get(asked.part, 0) // _SIZE))
    return page(
        request, "search.html", asked=asked, numbers=numbers, found=found, bodies=bodies, last=last,
        number=min(asked.page, last), place=_place,
    )  # fmt: skip


def _bodies(ledger: sqlite3.Connection, words: str) -> list[tuple[str, str, int]]:
    """Name, home and number of tasks of bodies that the words may mean; those without tasks last."""
    found = bodies_meant(ledger, words, _BODIES)
    if len(found) == _BODIES:
        return found
    others = without_tasks(ledger, words, [(name, home) for name, home, _ in found], _BODIES - len(found))
    return [*found, *((each.name, each.home, 0) for each in others)]


def _found(ledger: sqlite3.Connection, asked: Search, part: str, numbers: dict[str, int]) -> list[Snippet]:
    """The first few of both parts, or a page of the one that was asked for."""
    if not asked.part:
        return snippets(ledger, asked.words, part, _FEW)
    last = max(1, -(-numbers[part] // _SIZE))
    return snippets(ledger, asked.words, part, _SIZE, (min(asked.page, last) - 1) * _SIZE)


def _straight(ledger: sqlite3.Connection, words: str) -> str | None:
    """The address of the one task or notice that the words name."""
    task = task_meant(ledger, words)
    if task:
        return f"/tasks?task={task}"
    file = file_meant(ledger, names_of(words)) if words else None
    return notice_address(file) if file else None


def _place(part: str, hit: Snippet) -> str:
    """Where a hit stands: the task in its notice, or the words in the notice, which browsers scroll to."""
    if part == "task":
        return f"{notice_address(hit.file)}#task-{hit.id}"
    return notice_address(hit.file, next((piece.words for piece in hit.pieces if piece.found), ""))
