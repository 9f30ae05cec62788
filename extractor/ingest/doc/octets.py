"""Numbers out of bytes, little end first, where every place is checked: a damaged file says so, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Damaged(Exception):  # noqa: N818 - named for what is the matter, as the errors of the model are
    """A structure reaches beyond its bytes, or contradicts itself; ``args[0]`` names it in Chinese."""


@dataclass(frozen=True, slots=True)
class Octets:
    """The bytes of one stream, or of one structure in it; ``what`` names it when it proves to be damaged.

    Raises:
        Damaged: by every method, when a place lies beyond the end.
    """

    data: bytes
    what: str

    def byte(self, at: int) -> int:
        """Eight bits, unsigned."""
        return self.number(at, 1)

    def word(self, at: int) -> int:
        """Sixteen bits, unsigned."""
        return self.number(at, 2)

    def long(self, at: int) -> int:
        """Thirty-two bits, unsigned."""
        return self.number(at, 4)

    def whole(self, at: int) -> int:
        """Thirty-two bits, signed."""
        return int.from_bytes(self.slice(at, 4), "little", signed=True)

    def number(self, at: int, size: int) -> int:
        """``size`` bytes, unsigned."""
        return int.from_bytes(self.slice(at, size), "little")

    def slice(self, at: int, size: int) -> bytes:
        """``size`` bytes from ``at`` on."""
        if at < 0 or size < 0 or at + size > len(self.data):
            raise Damaged(self.what)
        return self.data[at : at + size]

    def longs(self, at: int, count: int) -> list[int]:
        """``count`` numbers of thirty-two bits."""
        block = self.slice(at, 4 * count)
        return [int.from_bytes(block[i : i + 4], "little") for i in range(0, len(block), 4)]

    def plc(self, size: int) -> Iterator[tuple[int, int, bytes]]:
        """The entries of a PLC, [MS-DOC] 2.2.2: n + 1 places, then n values of ``size`` bytes.

        Gives the places that each value reaches from and to.
        """
        count = max(len(self.data) - 4, 0) // (size + 4)
        places = self.longs(0, count + 1) if count else []
        for index in range(count):
            start = 4 * (count + 1) + size * index
            yield places[index], places[index + 1], self.slice(start, size)
