"""What the list of bodies is made of: bodies with their forms, kinds of organisations, places."""

from __future__ import annotations

from dataclasses import dataclass

LEVEL = "〇"
"""Stands for the word of a level (省, 市, 县 …) in a form: ``〇财政局``."""
LEVELS = ("省", "市", "县")
"""The kinds of places; ``of`` of their bodies."""
ORGANISATIONS = ("国家", *LEVELS, "高校", "学校", "医院", "企业", "机关")
"""Whose bodies there are: the values of ``of``."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the list knows it.

    Attributes:
        name: its full name, that of the list (``〇发展和改革委员会``, ``党委组织部``).
        short: all other forms.
        kind: 党委部门, 政府部门 …; empty when nobody said.
        of: whose body it is, one of ``ORGANISATIONS``; empty for a body that a user accepted.
        parent: the full name of the body above it, or empty.
        home: the one organisation that has it; empty for bodies that every one of the kind has.
        alone: whether ``财政局`` without 市 means it, in a notice of that city.
        where: ``file:line`` of its entry.
    """

    name: str
    short: tuple[str, ...] = ()
    kind: str = ""
    of: str = ""
    parent: str = ""
    home: str = ""
    alone: bool = True
    where: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The full name and all short ones."""
        return (self.name, *self.short)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A kind of organisation: what its names end in, and what it calls itself (学校, 我校)."""

    of: str
    ends: tuple[str, ...]
    itself: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """The kind that the ending of a name lets one guess, for bodies that are not listed."""

    kind: str
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A province with its short names and the cities that belong to it."""

    name: str
    short: tuple[str, ...]
    cities: tuple[str, ...]


def at_level(form: str, word: str, of: str) -> str:
    """A form at a level: ``〇财政厅（局）`` is 省财政厅 and 市财政局, ``〇委`` of an autonomous region 自治区党委.

    Args:
        form: as the list has it.
        word: the word of the level, ``自治区`` or ``州`` too.
        of: ``省``, ``市`` or ``县``.
    """
    said = form
    if "厅（" in form:
        first = of == "省"
        said = form.replace("厅（局）", "厅" if first else "局").replace("厅（室）", "厅" if first else "室")
    if word == "自治区":
        said = said.replace("〇委员会", "〇党委员会").replace("〇委", "〇党委").replace("〇党委员会", "〇委员会")
    return said.replace(LEVEL, word)
