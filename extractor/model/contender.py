"""Why a place in a notice was read as it was: the rules that claimed it, and which of them won."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model.span import Span


@dataclass(frozen=True, slots=True)
class Contender:
    """A rule that holds at a place, with the words it claims.

    Attributes:
        rule: the rule's id.
        words: what it claims, as printed.
        span: where these words stand.
        won: whether its reading is the one in the results.
        reason: why it won or lost, as a code of the message catalogue (``lost-to-longer`` and the like);
            empty when there is nothing more to say.
        details: fill the blanks of that message, e.g. ``(("winner", "deadline.month-end"),)``.
    """

    rule: str
    words: str
    span: Span
    won: bool
    reason: str = ""
    details: tuple[tuple[str, str], ...] = ()
