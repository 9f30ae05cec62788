"""Long work in pieces: before each page that is to be recognised a reader asks whether there is time for it.

Who runs the readers answers. A worker process tells its parent that it is alive, so that time is granted by the page,
and says no when the file has had its share; alone, a reader is never stopped.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Answer: TypeAlias = Callable[[], bool]

_ANSWER: ContextVar[Answer | None] = ContextVar("answer", default=None)


def may_go_on() -> bool:
    """Whether the next page may be begun; to be asked once a page."""
    answer = _ANSWER.get()
    return answer is None or answer()


@contextmanager
def answered_by(answer: Answer) -> Iterator[None]:
    """While this holds, ``answer`` is asked."""
    token = _ANSWER.set(answer)
    try:
        yield
    finally:
        _ANSWER.reset(token)
