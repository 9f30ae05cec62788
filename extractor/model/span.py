"""Where something stands: two integers into the one text of a source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points of ``Source.text``: ``0 <= start < end``.

    Raises:
        ValueError: the stretch is empty or begins before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a stretch that cannot be quoted."""
        if not 0 <= self.start < self.end:
            message = f"no such span: {self.start}–{self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def quote(self, text: str) -> str:
        """The words of ``text`` at this span."""
        return text[self.start : self.end]
