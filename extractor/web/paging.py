"""Which page of a long list an address asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 7  # digits


def page_asked(query: Mapping[str, str]) -> int:
    """The number under ``page``, from 1 on; 1 when it is none."""
    words = query.get("page", "")
    plain = words.isascii() and words.isdigit() and len(words) <= _LONGEST
    return max(1, int(words)) if plain else 1
