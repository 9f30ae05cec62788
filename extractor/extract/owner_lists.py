"""Owners in a stretch that marks responsibility: 牵头单位：甲；配合单位：乙 · 甲牵头，乙、丙按职责分工负责."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from extractor.extract.sentences import trim
from extractor.model.found import Found
from extractor.model.notice import Owner, Role
from extractor.model.span import Span
from extractor.rules.splice import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.extract.names import NameReader
    from extractor.rules.rule import Rule, RuleBook

_CLAUSE = re.compile(r"[^，；。\n]+")
_WITH = re.compile(r"[ ]*(?:会同|联合)")


@dataclass(frozen=True, slots=True)
class Marked:
    """What one marking says: its owners, and the stretches of it that may name a time."""

    owners: tuple[Found[Owner], ...]
    rest: tuple[Span, ...]


class OwnerLists:
    """Reads the inside of markings by the rules of ``patterns/owners.toml``."""

    def __init__(self, book: RuleBook, names: NameReader) -> None:
        """Sort the rules by what they read."""
        rules = book.rules("owners")
        self.names = names
        self.labels = [rule for rule in rules if rule.reads == "label"]
        self.verbs = [rule for rule in rules if rule.reads == "verb"]
        self.conventions = [rule for rule in rules if rule.reads == "convention"]
        self.time_label = re.compile(rf"{alternation(book.words('time.label'))}[ ]?：")

    def read(self, folded: str, span: Span) -> Marked:
        """Owners and rest of the marking whose inside is ``span``; 负责 beside 牵头 counts as support."""
        owners: list[Found[Owner]] = []
        rest: list[Span] = []
        for rule, part in self._segments(folded, span):
            if rule is None:
                found, left = self._free(folded, part)
                owners += found
                rest += left
            elif rule == "time":
                rest.append(part)
            else:
                owners += self._named(folded, part, cast("Rule", rule))
        return Marked(beside_lead(owners), tuple(rest))

    def first_leads(self, folded: str, span: Span) -> bool:
        """Whether the document says that the first body of each list leads (列第一位者为牵头单位)."""
        return any(True for rule in self.conventions for _ in rule.matches(folded, span.start, span.end))

    def has_label(self, folded: str, span: Span) -> bool:
        """Whether a label of owner or time stands in the stretch."""
        return any(True for _ in self._labels(folded, span))

    def first_label(self, folded: str, span: Span) -> int | None:
        """Where the first label of the stretch begins; None when it has none."""
        return min((start for start, _, _ in self._labels(folded, span)), default=None)

    def _labels(self, folded: str, span: Span) -> Iterator[tuple[int, int, Rule | str]]:
        for rule in self.labels:
            for match in rule.pattern.finditer(folded, span.start, span.end):
                yield match.start(), match.end(), rule
        for match in self.time_label.finditer(folded, span.start, span.end):
            yield match.start(), match.end(), "time"

    def _segments(self, folded: str, span: Span) -> Iterator[tuple[Rule | str | None, Span]]:
        """The stretch cut at its labels; what stands before the first label comes with None."""
        labels = _disjoint(sorted(self._labels(folded, span), key=lambda label: (label[0], -label[1])))
        first = labels[0][0] if labels else span.end
        head = trim(folded, span.start, first)
        if head:
            yield None, head
        for position, (_, end, rule) in enumerate(labels):
            stop = labels[position + 1][0] if position + 1 < len(labels) else span.end
            value = trim(folded, end, stop)
            if value:
                yield rule, value

    def _free(self, folded: str, span: Span) -> tuple[list[Found[Owner]], list[Span]]:
        """Clauses without labels: names wait until a verb says what they do; what no verb takes is left over."""
        owners: list[Found[Owner]] = []
        waiting: list[Span] = []
        left: list[Span] = []
        for match in _CLAUSE.finditer(folded, span.start, span.end):
            clause = trim(folded, match.start(), match.end())
            if clause is None:
                continue
            verb = self._verb(folded, clause)
            if verb is None:
                (waiting if self._is_list(folded, clause) else left).append(clause)
                continue
            rule, named = verb
            parts = [*waiting, *named] if rule.fields["role"] != "support" or not owners else named
            owners += (owner for part in parts for owner in self._named(folded, part, rule))
            waiting = []
        return owners, [*left, *waiting]

    def _verb(self, folded: str, clause: Span) -> tuple[Rule, list[Span]] | None:
        for rule in self.verbs:
            match = rule.pattern.match(folded, clause.start, clause.end)
            if match and match.end() == clause.end:
                names = Span(*match.span("names"))
                joint = _WITH.match(folded, names.start, names.end)
                return (rule, [Span(joint.end(), names.end)]) if joint and joint.end() < names.end else (rule, [names])
        return None

    def _is_list(self, folded: str, clause: Span) -> bool:
        named = list(self.names.names(folded, clause))
        return bool(named) and all(self.names.is_body(name.quote(folded)) for name in named)

    def _named(self, folded: str, span: Span, rule: Rule) -> list[Found[Owner]]:
        role = cast("Role", rule.fields["role"])
        return [
            Found(Owner(name.quote(folded), role, name.quote(folded)), name, rule.id)
            for name in self.names.names(folded, span)
        ]


def _disjoint(labels: Sequence[tuple[int, int, Rule | str]]) -> list[tuple[int, int, Rule | str]]:
    """Of labels that overlap (牵头责任单位 holds 责任单位), the one that begins first, then the longest."""
    kept: list[tuple[int, int, Rule | str]] = []
    for label in labels:
        if not kept or label[0] >= kept[-1][1]:
            kept.append(label)
    return kept


def beside_lead(owners: Sequence[Found[Owner]]) -> tuple[Found[Owner], ...]:
    """Where one marking names a lead, the responsible ones beside it support; nobody is named twice in one role."""
    led = any(owner.value.role == "lead" for owner in owners)
    seen: dict[tuple[str, str], Found[Owner]] = {}
    for owner in owners:
        demoted = led and owner.value.role == "responsible"
        value = replace(owner.value, role="support") if demoted else owner.value
        seen.setdefault((value.name, value.role), replace(owner, value=value))
    return tuple(seen.values())


def first_leads(owners: Sequence[Found[Owner]]) -> tuple[Found[Owner], ...]:
    """Where a document says so once for all, the first of a list without roles leads and the others support."""
    if {owner.value.role for owner in owners} != {"responsible"}:
        return tuple(owners)
    lead, *others = owners
    given: list[tuple[Found[Owner], Role]] = [(lead, "lead"), *((owner, "support") for owner in others)]
    return tuple(
        replace(owner, value=replace(owner.value, role=role), assumptions=("first-named-leads",))
        for owner, role in given
    )
