"""What resolution apart is written in: messages with a key, brought together by their keys."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Message: TypeAlias = tuple[str, Any]
"""A key, and anything that can be pickled."""
Together: TypeAlias = "Callable[[str, list[Any]], Iterable[Message]]"
"""What is done with all values of one key; these come in any order."""


class Flow(Protocol):
    """Messages that may lie on many machines. What is done with them may happen twice, and must say the same then."""

    def each(self, do: Callable[[str, Any], Iterable[Message]]) -> Flow:
        """The messages that ``do`` makes of every message."""

    def together(self, do: Together) -> Flow:
        """The messages that ``do`` makes of every key with all its values."""

    def plus(self, other: Flow) -> Flow:
        """These messages and those."""

    def is_empty(self) -> bool:
        """Whether there is no message."""

    def __iter__(self) -> Iterator[Message]:
        """All messages, brought here one after the other."""


class FlowHere:
    """Messages in the memory of this process: what a flow means, for tests and small corpora."""

    def __init__(self, messages: Iterable[Message] = ()) -> None:
        """Take the messages."""
        self._messages = list(messages)

    def each(self, do: Callable[[str, Any], Iterable[Message]]) -> FlowHere:
        """See ``Flow``."""
        return FlowHere(made for key, value in self._messages for made in do(key, value))

    def together(self, do: Together) -> FlowHere:
        """See ``Flow``."""
        grouped: defaultdict[str, list[Any]] = defaultdict(list)
        for key, value in self._messages:
            grouped[key].append(value)
        return FlowHere(made for key, values in grouped.items() for made in do(key, values))

    def plus(self, other: Flow) -> FlowHere:
        """See ``Flow``."""
        return FlowHere((*self, *other))

    def is_empty(self) -> bool:
        """See ``Flow``."""
        return not self._messages

    def __iter__(self) -> Iterator[Message]:
        """See ``Flow``."""
        return iter(self._messages)
