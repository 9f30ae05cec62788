"""A question for tasks as it stands in an address, so that it can be sent, bookmarked and gone back to.

``/tasks?department=组织部&role=lead&due_before=2024-06-30&order=due&page=2``: the names are those of the options of
``extractor tasks``. What is not understood is left out of the question and told on the page.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args
from urllib.parse import urlencode

from extractor.ledger.wording import names_of
from extractor.model.notice import Role, TaskKind
from extractor.store.questions.tasks.answers import ORDERS
from extractor.store.questions.tasks.question import Progress, TaskQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import QueryParams

PAGE_SIZES = (50, 100, 200)
_LONGEST_NUMBER = 7  # digits
_WORDS = ("department", "home", "issuer", "words", "status", "task", "owner", "owner_home")
FLAGS = ("overdue", "ongoing", "recurring", "doubtful", "timed", "unfinished")
"""Conditions that are there or not."""
_CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"role": get_args(Role), "kind": get_args(TaskKind), "progress": get_args(Progress)}
)
_DAYS = MappingProxyType({"due_after": "due_from", "due_before": "due_to"})
_NAMES = (*_WORDS, "document", *_CHOICES, *_DAYS, "since", *FLAGS)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for.

    Attributes:
        question: the conditions.
        given: what stands in the address, by name, as far as it was understood.
        refused: what was not understood: name → words.
        order: one of ``ORDERS``.
        number: the page, from 1 on.
        size: rows on a page.
    """

    question: TaskQuestion
    given: Mapping[str, str]
    refused: Mapping[str, str]
    order: str = "place"
    number: int = 1
    size: int = PAGE_SIZES[0]

    def address(self, **other: str | int) -> str:
        """The query of this page with ``other`` values; an empty value takes a condition away."""
        shown = {"order": self.order, "size": self.size} | {"page": self.number}
        wanted = {**self.given, **shown, **other}
        usual = {"order": "place", "size": PAGE_SIZES[0], "page": 1}
        return urlencode({name: value for name, value in wanted.items() if value and usual.get(name) != value})

    def without(self, name: str) -> str:
        """The query with one condition less, from its first page."""
        others: dict[str, str | int] = {name: "", "page": 1}
        return self.address(**others)


def asked(query: QueryParams, today: dt.date) -> Asked:
    """What the query of an address asks for; ``today`` decides what is overdue."""
    given = {name: words for name in _NAMES if (words := query.get(name, "").strip())}
    values = {name: _value(name, words) for name, words in given.items()}
    refused = {name: given[name] for name, value in values.items() if value is None}
    understood = {name: value for name, value in values.items() if value is not None}
    kept = {name: words for name, words in given.items() if name in understood}
    found = Asked(_question(understood, today), kept, refused)
    order = query.get("order", "")
    size = _number(query.get("size", ""), PAGE_SIZES[0])
    return replace(
        found,
        order=order if order in ORDERS else found.order,
        number=_number(query.get("page", ""), 1),
        size=size if size in PAGE_SIZES else PAGE_SIZES[0],
    )


def _value(name: str, words: str) -> object:
    """What a condition says; None when it cannot be understood."""
    if name in _CHOICES:
        return words if words in _CHOICES[name] else None
    if name in _DAYS:
        return _day(words)
    if name == "since":
        return _number(words, 0) if words.isdigit() else None
    return words


def _question(values: Mapping[str, object], today: dt.date) -> TaskQuestion:
    return TaskQuestion(**dict(_condition(name, value, today) for name, value in values.items()))  # type: ignore[arg-type]  # the question's own fields


def _condition(name: str, value: object, today: dt.date) -> tuple[str, object]:
    """Field of the question, and its value."""
    if name == "document":
        return name, names_of(str(value))
    if name == "overdue":
        return "overdue_on", today
    if name == "since":
        return "added_after", value
    return _DAYS.get(name, name), True if name in FLAGS else value


def _day(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        return None


def _number(words: str, otherwise: int) -> int:
    plain = words.isascii() and words.isdigit() and len(words) <= _LONGEST_NUMBER
    return int(words) or otherwise if plain else otherwise
