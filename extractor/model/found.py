"""A value together with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from extractor.model.span import Span

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value, the place it was read from, and the rule that read it.

    ``assumptions`` names what the reading took for granted: codes such as ``year-from-issue-date``;
    empty when the words alone gave the value.
    """

    value: T_co
    span: Span
    rule: str
    assumptions: tuple[str, ...] = ()
