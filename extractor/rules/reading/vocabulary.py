"""What each kind of rule may say: its ways of reading, what each of them needs, and the words of its fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extractor.rules.faults import fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.rules.rule import Rule

COMMON: Final = ("id", "means", "regex", "reads", "triggers", "examples", "counterexamples")
"""The keys that a rule of any kind may have."""
ANY: Final = ()
"""The field may hold any words; ``PATTERNS`` names those whose words are a pattern."""
PATTERNS: Final = ("holds",)


@dataclass(frozen=True, slots=True)
class Way:
    """One value of ``reads``: named groups that its pattern has to have, fields that it cannot do without."""

    groups: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """What the rules of one file may say: ``ways`` by the value of ``reads``, and the words each field allows."""

    ways: Mapping[str, Way]
    fields: Mapping[str, tuple[str, ...]]


_WHEN, _LENGTH, _ON = Way(("when",)), Way(("length",)), Way(("on",))
_OWNER = Way(("names",), ("role",))
_REFERENCE = Way((), ("relation",))

KINDS: Final[Mapping[str, Kind]] = {
    "deadlines": Kind(
        {
            "by": _WHEN,
            "on": _WHEN,
            "before": _WHEN,
            "this-month-end": _WHEN,
            "range": Way(("from", "to")),
            "range-from-now": Way(("to",)),
            "era": Way(("era",)),
            "week": Way(),
            "today": Way(("turn",)),
            "festival": Way(("festival",), ("solar", "lunar")),
            "every": Way(("interval",)),
            "yearly-on": _ON,
            "quarterly-on": Way(("interval",)),
            "monthly-on": _ON,
            "weekly-on": _ON,
            "alternate-months": Way(("which", "day")),
            "every-several": Way(("after", "length")),
            "after-event": Way(("after", "length")),
            "ahead": _LENGTH,
            "within": _LENGTH,
            "ongoing": Way(),
            "vague": Way(),
            "none": Way(),
        },
        {"mode": ("marked", "running"), "joins": ("only",), "with": ANY, "holds": ANY, "solar": ANY, "lunar": ANY},
    ),
    "owners": Kind(
        {
            "label": Way((), ("role",)),
            "verb": _OWNER,
            "verb-first": _OWNER,
            "bare": Way((), ("role",)),
            "names": _OWNER,
            "with": _OWNER,
            "convention": Way(),
        },
        {"role": ("lead", "support", "responsible", "person")},
    ),
    "actors": Kind({"names": _OWNER, "fallback": _OWNER}, {"role": ("actor",)}),
    "references": Kind(
        {"before": _REFERENCE, "after": _REFERENCE, "fallback": _REFERENCE},
        {"relation": ("forwards", "issues", "based-on", "repeals", "amends", "answers", "supplements", "cites")},
    ),
}
"""By the name of the rule file; a test holds the table against what ``extract`` really reads."""


def refuse_unfit(rule: Rule) -> None:
    """A rule has to say what the code that reads it will ask for.

    Raises:
        RuleError: no ``reads`` or an unknown one, a field or a named group that is missing, a word that its field
            does not allow.
    """
    kind = KINDS[rule.kind]
    if not rule.reads:
        raise fault("rule-missing-key", rule.where, rule.id, "reads")
    if rule.reads not in kind.ways:
        raise fault("rule-unknown-reading", rule.where, rule.id, rule.reads, "、".join(kind.ways))
    way = kind.ways[rule.reads]
    for field in way.fields:
        if not rule.fields.get(field):
            raise fault("rule-missing-key", rule.where, rule.id, field)
    for field, value in rule.fields.items():
        allowed = kind.fields[field]
        if allowed and value not in allowed:
            raise fault("rule-wrong-value", rule.where, rule.id, f"{field} = '{value}'", "、".join(allowed))
    for group in way.groups:
        if not re.search(rf"\(\?P?<{group}>", rule.expression):
            raise fault("rule-missing-group", rule.where, rule.id, f"(?P<{group}>")
