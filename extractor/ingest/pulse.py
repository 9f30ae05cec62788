"""Long work in pieces: before each page that is to be recognised a reader asks whether there is time for it.

Who runs the readers answers. A worker process tells its parent that it is alive, so that time is granted by the page,
and says no when the file has had its share; alone, a reader is never stopped. The parent passes on to whoever listens
which page of which file was begun.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Answer: TypeAlias = Callable[[int], bool]
    Listener: TypeAlias = Callable[["PageBegun"], None]


class PageBegun(NamedTuple):
    """The recognition of a page has begun: the ``page``-th of ``pages`` of that file; 0 pages: nobody knows yet."""

    file: str
    page: int
    pages: int


_ANSWER: ContextVar[Answer | None] = ContextVar("answer", default=None)
_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


def may_go_on(pages: int = 0) -> bool:
    """Whether the next page, of ``pages`` to be recognised if that is known, may be begun; to be asked once a page."""
    answer = _ANSWER.get()
    return answer is None or answer(pages)


@contextmanager
def answered_by(answer: Answer) -> Iterator[None]:
    """While this holds, ``answer`` is asked."""
    token = _ANSWER.set(answer)
    try:
        yield
    finally:
        _ANSWER.reset(token)


def tell(begun: PageBegun) -> None:
    """Pass on that a page was begun."""
    listener = _LISTENER.get()
    if listener:
        listener(begun)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """While this holds, ``listener`` is told of every page that is begun, in this process or its workers."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
