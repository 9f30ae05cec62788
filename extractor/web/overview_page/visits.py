"""When this browser was here last, told in runs of the ledger: no clock of anybody's decides what is new.

Two cookies: one for good with the last run that the browser has been shown, one until it is closed with the run
that stood there when it came. What came into the ledger after that is new, however often the page is opened.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from extractor.store.database import reading
from extractor.store.questions.ledger.standing import last_run
from extractor.web.office import office_of

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

_YEAR = 31_536_000  # seconds
_LONGEST_NUMBER = 12  # digits


@dataclass(frozen=True, slots=True)
class Visit:
    """``since``: the last run of the visit before; None when there was none."""

    since: int | None

    def note(self, response: Response, out: Path, now: int) -> None:
        """Remember in the browser that it was shown the ledger as it stands after the run ``now``."""
        response.set_cookie(_name(out, "seen"), str(now), _YEAR, httponly=True, samesite="strict")
        since = now if self.since is None else self.since
        response.set_cookie(_name(out, "since"), str(since), httponly=True, samesite="strict")


def visit(request: Request, out: Path, now: int) -> Visit:
    """What the browser remembers; numbers above ``now`` are of a ledger that was there before this one."""
    found = (_number(request.cookies.get(_name(out, each), "")) for each in ("since", "seen"))
    return Visit(next((number for number in found if number is not None and number <= now), None))


def seen(request: Request) -> Response:
    """All that is new was looked at."""
    office = office_of(request)
    with reading(office.out) as ledger:
        now = last_run(ledger)
    response = RedirectResponse("/", 303)
    Visit(now).note(response, office.out, now)
    return response


def _name(out: Path, what: str) -> str:
    """Cookies know no ports: two workbenches of one machine keep theirs apart by their folders."""
    folder = hashlib.sha256(str(out.resolve()).encode(errors="surrogateescape")).hexdigest()[:8]
    return f"extractor-{what}-{folder}"


def _number(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdigit() and len(words) <= _LONGEST_NUMBER else None
