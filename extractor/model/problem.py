"""What was not understood, as a result like any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from extractor.model.span import Span

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a notice that a person should look at.

    ``code`` names an entry of the message catalogue (``extractor/messages``), which holds what is said and what to
    do next, in Chinese and English; ``details`` fills its blanks, in the catalogue's order of names.
    """

    code: str
    span: Span | None = None
    severity: Severity = "warning"
    details: tuple[tuple[str, str], ...] = ()
