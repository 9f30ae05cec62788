"""Where something stands: two integers into the one text of a source."""

from __future__ import annotations

from dataclasses import dataclass

_put = object.__setattr__  # past the guard of frozen instances


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open stretch of code points of ``Source.text``: ``0 <= start < end``.

    Raises:
        ValueError: the stretch is empty or begins before the text.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Refuse a stretch that cannot be quoted; written out, for there are more spans than anything else."""
        if not 0 <= start < end:
            message = f"no such span: {start}–{end}"
            raise ValueError(message)
        _put(self, "start", start)
        _put(self, "end", end)

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
