"""What a printed name means: the body's one name, and the organisation that the body belongs to."""

from __future__ import annotations

from dataclasses import dataclass

STATE = "国家"
"""The home of the bodies of the centre; never printed in front of a name."""
LEVEL_WORDS = ("特别行政区", "自治区", "自治州", "自治县", "地区", "省", "市", "县", "区", "州", "旗", "盟")
"""What names of places end in, the longer first."""
_HEADS = ("共青团", "政协", "团", "国家税务总局", "中国国际贸易促进委员会")

PRINTED = "body.printed"
CLASS = "body.class"
PEOPLE = "body.people"
UNLISTED = ("body.level-unlisted", "body.place-unlisted", PRINTED)
"""Rules that found no body of the list: the name stays as printed."""
UNRESOLVED = (CLASS, PEOPLE)
"""Rules of names that mean no single body: 各学院, 有关部门, 全体党员."""


@dataclass(frozen=True, slots=True)
class Name:
    """How a printed name was understood.

    Attributes:
        canonical: the one name of the body within its home: 市财政局, 党委组织部, 教育部.
        home: the organisation it belongs to: 甲市, 甲学院, 国家; empty where that is not known.
        kind: 政府部门, 党委部门 …, 统称 for a class of bodies; empty when nothing says it.
        parent: the body above it, by its canonical name; empty when that is not known.
        rule: how it was understood.
        of: the kind of organisation that ``home`` is: 市, 高校, 机关 …
        place: the place that ``home`` lies in or is, as far as it is known.
        level: the word of the level in front of a body of a place: 市.
    """

    canonical: str
    home: str = ""
    kind: str = ""
    parent: str = ""
    rule: str = PRINTED
    of: str = ""
    place: str = ""
    level: str = ""


def level_of(place: str) -> str:
    """The word of the level that a place ends in; empty when it is none: 甲县 → 县, 中国 → nothing."""
    return next((word for word in LEVEL_WORDS if place.endswith(word) and place != word), "")


def label(home: str, canonical: str) -> str:
    """A body's name with its home in front where it lacks it: 甲市 + 市财政局 → 甲市财政局."""
    if home in {"", STATE} or canonical.startswith(home):
        return canonical
    word = level_of(home)
    if word and canonical.startswith(word):
        return home + canonical[len(word) :]
    head = next((head for head in _HEADS if word and canonical.startswith(head + word)), "")
    return head + home + canonical[len(head + word) :] if head else home + canonical
