"""A question for notices as it stands in an address: ``/notices?document=托育&issuer=卫健委&order=newest&page=2``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlencode

from extractor.ledger.wording import names_of
from extractor.model.notice import Status
from extractor.store.questions.notices.listed import ORDERS, NoticeQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import QueryParams

PAGE_SIZE = 50
CONDITIONS = ("words", "document", "issuer", "date_from", "date_to", "status")
_DAYS = frozenset({"date_from", "date_to"})
_LONGEST_NUMBER = 7  # digits


@dataclass(frozen=True, slots=True)
class AskedNotices:
    """What an address asks for: the conditions, as given and as refused, the order and the page."""

    question: NoticeQuestion
    given: Mapping[str, str]
    refused: Mapping[str, str]
    order: str
    number: int

    def address(self, **other: str | int) -> str:
        """The query of this page with ``other`` values; an empty value takes a condition away."""
        wanted: dict[str, str | int] = {**self.given, "order": self.order, "page": self.number, **other}
        usual = {"order": "place", "page": 1}
        return urlencode({name: value for name, value in wanted.items() if value and usual.get(name) != value})

    def without(self, name: str) -> str:
        """The query with one condition less, from its first page."""
        others: dict[str, str | int] = {name: "", "page": 1}
        return self.address(**others)


def asked(query: QueryParams) -> AskedNotices:
    """What the query of an address asks for; what is not understood is no condition, and told."""
    words = {name: value for name in CONDITIONS if (value := query.get(name, "").strip())}
    days = {name: _day(words[name]) for name in _DAYS & words.keys()}
    refused = {name: words[name] for name, day in days.items() if day is None}
    if words.get("status", "ok") not in get_args(Status):
        refused["status"] = words["status"]
    given = {name: value for name, value in words.items() if name not in refused}
    order, page = query.get("order", ""), query.get("page", "")
    plain = page.isascii() and page.isdigit() and len(page) <= _LONGEST_NUMBER
    question = NoticeQuestion(
        names_of(given.get("document")), given.get("issuer"), given.get("words"),
        days.get("date_from"), days.get("date_to"), given.get("status", ""),
    )  # fmt: skip
    return AskedNotices(question, given, refused, order if order in ORDERS else "place", int(page) or 1 if plain else 1)


def _day(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        return None
