"""The catalogue of messages: a code, a place and details -> what is said and what to do next.

``zh.toml`` and ``en.toml`` hold one table a code, each with ``says`` and ``advice``; ``{name}`` is a blank
that ``details`` fills, ``{where}`` is the place.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Language: TypeAlias = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Message:
    """``text`` says where and what, ``advice`` what to do next."""

    text: str
    advice: str


def say(code: str, where: str, details: Mapping[str, str], lang: Language = "zh") -> Message:
    """The message of ``code`` about ``where``, its blanks filled from ``details``.

    A blank without a detail is shown as …, since half a message is better than a lost file.

    Raises:
        KeyError: the catalogue lacks the code: a mistake in the program.
    """
    entry = catalogue(lang)[code]
    blanks = _Blanks({**details, "where": where})
    return Message(entry["says"].format_map(blanks), entry["advice"].format_map(blanks))


class _Blanks(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


@cache
def catalogue(lang: Language) -> Mapping[str, Mapping[str, str]]:
    """All entries of one language, by code."""
    return tomllib.loads(Path(__file__).with_name(f"{lang}.toml").read_text("utf-8"))
