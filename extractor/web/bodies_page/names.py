"""The decisions about names as pages see them: what was decided about a body, and whether the ledger knows."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from extractor.graph.bodies.suggest import alike
from extractor.ledger.names.known import names_behind
from extractor.ledger.names.naming import names_of
from extractor.messages import say
from extractor.store.questions.bodies.pairs import neighbours
from extractor.web.office import office_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from starlette.requests import Request

    from extractor.rules.bodies.decisions import Decisions
    from extractor.store.questions.bodies.owning import Body

_NEIGHBOURS = 400
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: its sort (``accepted``, ``same``, ``apart``), the names, the organisation it holds for."""

    sort: str
    names: tuple[str, ...]
    home: str


@dataclass(frozen=True, slots=True)
class Likely:
    """Another body that may be the same, and why."""

    name: str
    reason: str


def all_decided(request: Request) -> list[Decided]:
    """Everything that was decided, in its order."""
    office = office_of(request)
    known = names_of(office.out, None, office.patterns).decisions()
    accepted = [Decided("accepted", (body.name,), body.home) for body in known.bodies]
    same = [Decided("same", group.names, group.home) for group in known.same]
    return [*accepted, *same, *(Decided("apart", group.names, group.home) for group in known.apart)]


def decided_about(request: Request, names: Iterable[str], home: str) -> list[Decided]:
    """What was decided about a body of these names."""
    known = set(names)
    return [each for each in all_decided(request) if each.home in {"", home} and not known.isdisjoint(each.names)]


def likely_same(request: Request, ledger: sqlite3.Connection, body: Body) -> tuple[list[str], list[Likely]]:
    """The other bodies of its organisation, and those of them that may be the same, unless that was denied."""
    others = neighbours(ledger, body, _NEIGHBOURS)
    apart = {*chain.from_iterable(each.names for each in decided_about(request, (body.name,), body.home)
                                  if each.sort == "apart")}  # fmt: skip
    found = ((other, alike(_pair(body.name, other), body.home)) for other in others if body.home and other not in apart)
    return others, [Likely(other, say(reason, "", {}, "zh").text) for other, reason in found if reason]


def decide(request: Request, change: Callable[[Decisions], Decisions]) -> None:
    """Keep what ``change`` makes of the decisions; the ledger follows as soon as nobody else writes to it."""
    with _ONE_AT_A_TIME:
        names = names_of(office_of(request).out, None, office_of(request).patterns)
        names.keep(change(names.decisions()))
    clerk = request.app.state.clerk
    if clerk:
        clerk.later()


def is_behind(request: Request, ledger: sqlite3.Connection) -> bool:
    """Whether the ledger still has to follow what was decided."""
    return names_behind(ledger, office_of(request).out)


def _pair(one: str, other: str) -> tuple[str, str]:
    first, second = sorted((one, other))
    return first, second
