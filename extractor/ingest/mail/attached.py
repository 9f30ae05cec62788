"""The files sent with a mail: under which name each is known, and its bytes when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FOLDERS = own(r"[/\\]")
_LONGEST, _ENDING = 120, 12  # characters of a name, and of what stands behind its last dot
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Attached:
    """A file sent with a mail; ``content`` undoes its transfer encoding. ``size``: about how many bytes."""

    name: str
    size: int
    content: Callable[[], bytes]


def plain_name(stated: str, instead: str) -> str:
    r"""What a file is called, of all that a mail may state: no folders, no characters that are not printed.

    ``..\..\通知.docx`` is 通知.docx; ``instead`` is for a name of which nothing is left.
    """
    last = _FOLDERS.split(stated.rstrip("/\\ "))[-1]
    name = "".join(sign for sign in last if sign.isprintable()).strip(" .")
    if len(name) > _LONGEST:
        stem, dot, ending = name.rpartition(".")
        name = f"{stem[: _LONGEST - _ENDING]}….{ending}" if dot and len(ending) < _ENDING else name[:_LONGEST]
    return name or instead


def listed(names: Sequence[str]) -> str:
    """The names for a message; of very many the first."""
    more = f" … ({len(names)})" if len(names) > _SHOWN else ""
    return "、".join(names[:_SHOWN]) + more
