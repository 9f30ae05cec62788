"""Owners in a stretch that marks responsibility: 牵头单位：甲；配合单位：乙 · 甲牵头，乙、丙按职责分工负责."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from extractor.extract.conventions import Conventions
from extractor.extract.owner_labels import LabelReader
from extractor.extract.owner_roles import beside_lead, first_leads
from extractor.extract.sentences import trim
from extractor.model.found import Found
from extractor.model.notice import Owner, Role
from extractor.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.extract.names import NameReader
    from extractor.rules.rule import Rule, RuleBook

_CLAUSE = re.compile(r"[^，；。\n]+")
_AGREED = re.compile(r"以下(?:均|各项|同)|下同|不再(?:列出|重复|一一)")  # 以下均需各市负责，不再列出
_BRACKETED = re.compile(r"（(?P<mark>[^（）]{1,30})）")
_PLACE = re.compile(r"\d[室楼号]|设在|设于|位于|地址|地点|详见|另见")  # （地点设在镇水利站） tells nobody to act
_MARK = re.compile(r"（(?P<mark>[^（）]{1,8})）$")


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
        self.names, self.labels = names, LabelReader(book)
        self.verbs = [rule for rule in rules if rule.reads == "verb"]
        self.verbs_first = [rule for rule in rules if rule.reads == "verb-first"]
        self.conventions = Conventions([rule for rule in rules if rule.reads == "convention"])
        self.bare_rule = next((rule for rule in rules if rule.reads == "bare"), None)
        self.marks: dict[str, Role] = dict.fromkeys(book.words("owner.mark.support"), "support")
        self.marks |= dict.fromkeys(book.words("owner.mark.lead"), "lead")

    def read(self, folded: str, span: Span) -> Marked:
        """Owners and rest of the marking whose inside is ``span``; 负责 beside 牵头 counts as support."""
        owners: list[Found[Owner]] = []
        rest: list[Span] = []
        for segment in self.labels.segments(folded, span):
            if segment.kind == "free":
                found, left = self._free(folded, segment.span)
                owners += found
                rest += left
            elif segment.kind == "time":
                rest.append(segment.span)
            elif segment.rule:
                found, left = self._labelled(folded, segment.span, segment.rule)
                owners += found
                rest += left
        settled = beside_lead(owners)
        leads = bool(settled) and self.first_leads(folded, span)
        return Marked(first_leads(settled) if leads else settled, tuple(rest))

    def _labelled(self, folded: str, span: Span, rule: Rule) -> tuple[list[Found[Owner]], list[Span]]:
        """The value of a label, up to its full stop; it may say the roles itself (安全科牵头，基建科配合).

        Clauses that a verb closes are no names of the label: ``牵头单位：安全科，基建科配合``.
        """
        stop = folded.find("。", span.start, span.end)
        value = trim(folded, span.start, stop if stop >= 0 else span.end)
        if value is None:
            return [], []
        said, left = self._free(folded, value)
        if said and not left:
            return said, []
        names, beside = self._until_verb(folded, value)
        owners = [owner for part, role in self._with(folded, names, rule) for owner in self._named(folded, part, role)]
        found = self._free(folded, beside)[0] if beside else []
        return [*owners, *found], left

    def _until_verb(self, folded: str, value: Span) -> tuple[Span, Span | None]:
        """A value cut before its first clause that says a role itself; the first clause always stays with the label."""
        for match in list(_CLAUSE.finditer(folded, value.start, value.end))[1:]:
            clause = trim(folded, *match.span())
            if clause and any(True for _ in self._taken(folded, clause)):
                return Span(value.start, match.start()), Span(match.start(), value.end)
        return value, None

    def bare(self, folded: str, span: Span) -> Marked:
        """A bracket with nothing but bodies and perhaps a time: （市教育局、市公安局，6月底前完成）."""
        rule = self.bare_rule
        if rule is None:
            return Marked((), ())
        clauses = [trim(folded, *match.span()) for match in _CLAUSE.finditer(folded, span.start, span.end)]
        lists = [clause for clause in clauses if clause and self._is_list(folded, clause)]
        owners = [owner for one in lists for owner in self._named(folded, one, rule)]
        rest = tuple(clause for clause in clauses if clause and clause not in lists)
        return Marked(beside_lead([replace(owner, assumptions=("role-not-stated",)) for owner in owners]), rest)

    def first_leads(self, folded: str, span: Span) -> bool:
        """Whether the stretch says that the first body of each list leads (列第一位者为牵头单位)."""
        return self.conventions.first_leads(folded, span)

    def _free(self, folded: str, span: Span) -> tuple[list[Found[Owner]], list[Span]]:
        """Clauses without labels: names wait until a verb says what they do; what no verb takes is left over."""
        owners: list[Found[Owner]] = []
        waiting: list[Span] = []
        left: list[Span] = []
        for match in _CLAUSE.finditer(folded, span.start, span.end):
            clause = trim(folded, match.start(), match.end())
            if clause and _AGREED.match(folded, clause.start, clause.end):
                continue
            taken = list(self._taken(folded, clause)) if clause else []
            if clause and not taken:
                (waiting if self._is_list(folded, clause) else left).append(clause)
            for named, rule in taken:
                parts = [named] if rule.fields["role"] == "support" and owners else [*waiting, named]
                owners += (owner for part in parts for owner in self._named(folded, part, rule))
                waiting = []
        return owners, [*left, *waiting]

    def _taken(self, folded: str, clause: Span) -> Iterator[tuple[Span, Rule]]:
        """The names of a clause with the rule of its verb."""
        for rule in (*self.verbs, *self.verbs_first):
            match = rule.pattern.match(folded, clause.start, clause.end)
            if match is not None and match.end() == clause.end:
                names = rule.match_of(match).groups["names"][1]
                yield from self._with(folded, names, rule) if any(self.names.names(folded, names)) else ()
                return

    def _with(self, folded: str, names: Span, rule: Rule) -> Iterator[tuple[Span, Rule]]:
        """Names in the role of a rule; the bodies after 会同 support."""
        joint = self.names.joint(folded, names)
        if not joint:
            yield names, rule
            return
        if joint.start() > names.start:
            yield Span(names.start, joint.start()), rule
        yield Span(joint.end(), names.end), self._support(rule)

    def _support(self, rule: Rule) -> Rule:
        return next((other for other in self.verbs if other.fields["role"] == "support"), rule)

    def _is_list(self, folded: str, clause: Span) -> bool:
        named = list(self.names.names(folded, clause))
        words = [name.quote(folded) for name in named]
        return bool(words) and all(self.names.is_body(name) and not _PLACE.search(name) for name in words)

    def _named(self, folded: str, span: Span, rule: Rule) -> Iterator[Found[Owner]]:
        """The names at ``span`` in the rule's role, or in that of a mark behind the name: 市教育局（牵头）."""
        for name in (name for part in self._marked_parts(folded, span) for name in self.names.names(folded, part)):
            role = cast("Role", rule.fields["role"])
            mark = _MARK.search(name.quote(folded))
            marked = self.marks.get(mark["mark"]) if mark else None
            at = Span(name.start, name.start + mark.start()) if mark and marked and mark.start() else name
            words = at.quote(folded)
            yield Found(Owner(words, marked or role, words), at, rule.id)

    def _marked_parts(self, folded: str, span: Span) -> Iterator[Span]:
        """A list cut behind its marks (甲局（主）乙局（协）), without what only states a convention."""
        start = span.start
        for match in _BRACKETED.finditer(folded, span.start, span.end):
            if self.first_leads(folded, Span(*match.span())):
                if match.start() > start:
                    yield Span(start, match.start())
                start = match.end()
            elif match["mark"] in self.marks:
                yield Span(start, match.end())
                start = match.end()
        if start < span.end:
            yield Span(start, span.end)
