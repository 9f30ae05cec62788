"""Owners in a stretch that marks responsibility: 牵头单位：甲；配合单位：乙 · 甲牵头，乙、丙按职责分工负责."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.extract.owners.clauses import OwnerClauses, clauses
from extractor.extract.owners.labels import LabelReader
from extractor.extract.owners.roles import beside_lead, first_leads
from extractor.extract.sentences import trim
from extractor.model.span import Span
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.extract.owners.names import NameReader
    from extractor.model.found import Found
    from extractor.model.notice import Owner
    from extractor.rules.book import RuleBook
    from extractor.rules.rule import Rule


# （对于新设企业，要求可适当放宽）, （市、区） behind 县: what a bracket adds to the words before it
_UNIT = "[省市州县区旗盟乡镇村街道社场团]{1,2}"
_ASIDE = own(rf"对于?|如|若|凡|指|即|含|除|包括|其中|例如|{_UNIT}(?:[、/]{_UNIT}){{0,4}}$")
# 产权人（单位） names nobody, 教务系统（青松系统） a thing
_ANYTHING = own(
    r"(?:单位|部门|机构|企业|学校|组织|公司|(?![全各本])[^、]{2,8}(?:系统|平台)(?<!教育系统)(?<!卫生系统))$"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """What one marking says: its owners, and the stretches of it that may name a time."""

    owners: tuple[Found[Owner], ...]
    rest: tuple[Span, ...]


class OwnerLists:
    """Reads the inside of markings by the rules of ``patterns/owners.toml``."""

    def __init__(self, book: RuleBook, names: NameReader) -> None:
        """Sort the rules by what they read."""
        self.clauses, self.labels = OwnerClauses(book, names), LabelReader(book)
        self.bare_rule = next((rule for rule in book.rules("owners") if rule.reads == "bare"), None)

    def read(self, folded: str, span: Span) -> Marked:
        """Owners and rest of the marking whose inside is ``span``; 负责 beside 牵头 counts as support."""
        owners: list[Found[Owner]] = []
        rest: list[Span] = []
        for segment in self.labels.segments(folded, span):
            if segment.kind == "free":
                found, left = self.clauses.read(folded, segment.span)
                owners += found
                rest += left
            elif segment.kind == "time":
                rest.append(segment.span)
            elif segment.rule:
                found, left = self._labelled(folded, segment.span, segment.rule)
                owners += found
                rest += left
        settled = beside_lead(owners)
        leads = bool(settled) and self.clauses.conventions.first_leads(folded, span)
        return Marked(first_leads(settled, folded) if leads else settled, tuple(rest))

    def _labelled(self, folded: str, span: Span, rule: Rule) -> tuple[list[Found[Owner]], list[Span]]:
        """The value of a label, up to its full stop; it may say the roles itself (安全科牵头，基建科配合).

        Clauses that a verb closes are no names of the label: ``牵头单位：安全科，基建科配合``.
        """
        stop = folded.find("。", span.start, span.end)
        value = trim(folded, span.start, stop if stop >= 0 else span.end)
        if value is None:
            return [], []
        said, left = self.clauses.read(folded, value)
        if said and not left:
            return said, []
        names, beside = self._until_verb(folded, value)
        parts = self.clauses.joint(folded, names, rule)
        owners = [owner for part, role in parts for owner in self.clauses.named(folded, part, role)]
        found = self.clauses.read(folded, beside)[0] if beside else []
        return [*owners, *found], left

    def _until_verb(self, folded: str, value: Span) -> tuple[Span, Span | None]:
        """A value cut before its first clause that says a role itself; the first clause always stays with the label."""
        for clause in list(clauses(folded, value))[1:]:
            if any(True for _ in self.clauses.taken(folded, clause)):
                return Span(value.start, clause.start), Span(clause.start, value.end)
        return value, None

    def bare(self, folded: str, span: Span) -> Marked:
        """A bracket with nothing but bodies and perhaps a time: （市教育局、市公安局，6月底前完成）."""
        rule = self.bare_rule
        if rule is None:
            return Marked((), ())
        parts = list(clauses(folded, span))
        if _ASIDE.match(folded, span.start, span.end):
            return Marked((), ())
        named = (part for part in parts if not _ANYTHING.match(part.quote(folded)))
        lists = [part for part in named if self.clauses.is_list(folded, part)]
        owners = [owner for one in lists for owner in self.clauses.named(folded, one, rule)]
        rest = tuple(part for part in parts if part not in lists)
        return Marked(beside_lead([replace(owner, assumptions=("role-not-stated",)) for owner in owners]), rest)
