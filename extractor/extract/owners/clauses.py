"""Clauses that say who does what without a label: 甲牵头，乙、丙按职责分工配合 · 甲局（乙局配合）."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from extractor.extract.owners.conventions import Conventions
from extractor.extract.sentences import trim
from extractor.model.found import Found
from extractor.model.notice import Owner, Role
from extractor.model.span import Span
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.extract.owners.names import NameReader
    from extractor.rules.book import RuleBook
    from extractor.rules.rule import Rule

_CLAUSE = own(r"(?:[^，；。\n（]|（[^（）\n]{0,40}）|（)+")  # 各区县（自治县，以下简称区县）政府 is in one
_AGREED = own(r"以下(?:均|各项|同)|下同|不再(?:列出|重复|一一)")  # 以下均需各市负责，不再列出
_BRACKETED = own(r"（(?P<mark>[^（）]{1,40})）")
_PLACE = own(r"：|\d[室楼号]|设在|设于|位于|地址|地点|详见|另见")  # （地点设在镇水利站） tells nobody to act
_MARK = own(r"（(?P<mark>[^（）]{1,8})）$")
_OFFICE = own(r"(?:长|主任|书记|主席|经理|助理|调研员|专员|常委)[ ]+[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])")
_WAY = own(r"(?:按照?|依照?|根据)(?:各自|自身|部门)?的?(?:职责|职能|职责分工|分工|权限)$")
_ROLES: tuple[Role, ...] = ("lead", "support", "responsible")


class OwnerClauses:
    """Reads them by the rules of ``patterns/owners.toml`` that read verbs."""

    def __init__(self, book: RuleBook, names: NameReader) -> None:
        """Sort the rules by what they read."""
        rules = book.rules("owners")
        self.names = names
        self.verbs = [rule for rule in rules if rule.reads == "verb"]
        self.verbs_first = [rule for rule in rules if rule.reads == "verb-first"]
        self.conventions = Conventions([rule for rule in rules if rule.reads == "convention"])
        self.marks: dict[str, Role] = dict.fromkeys(book.words("owner.mark.support"), "support")
        self.marks |= dict.fromkeys(book.words("owner.mark.lead"), "lead")
        said = "|".join(f"(?P<{role}>{{owner.verb.{role}}})" for role in _ROLES)
        self._verb = book.compile(f"{{owner-verb-before}}(?:{said}){{owner-verb-after}}")

    def read(self, folded: str, span: Span) -> tuple[list[Found[Owner]], list[Span]]:
        """The owners, and what no verb takes: names wait until a verb says what they do, in their clause or behind."""
        owners: list[Found[Owner]] = []
        waiting: list[Span] = []
        left: list[Span] = []
        for clause in clauses(folded, span):
            if _AGREED.match(folded, clause.start, clause.end):
                continue
            taken = list(self.taken(folded, clause))
            rule = None if taken else self._verb_alone(folded, clause)
            if taken or (rule and waiting):
                by = rule or taken[0][1]
                parts = [*((part, by) for part in waiting), *taken]
                owners += (owner for part, one in parts for owner in self.named(folded, part, one))
                waiting = []
            elif not rule and (names := self._names_of(folded, clause)):
                waiting.append(names)
            else:
                left.append(clause)
        return owners, [*left, *waiting]

    def taken(self, folded: str, clause: Span) -> Iterator[tuple[Span, Rule]]:
        """The names of a clause with the rule of its verb."""
        if self._verb_alone(folded, clause):
            return
        for rule in (*self.verbs, *self.verbs_first):
            match = rule.pattern.match(folded, clause.start, clause.end)
            if match is not None and match.end() == clause.end:
                names = rule.match_of(match).groups["names"][1]
                yield from self.joint(folded, names, rule) if any(self.names.names(folded, names)) else ()
                return

    def joint(self, folded: str, names: Span, rule: Rule) -> Iterator[tuple[Span, Rule]]:
        """Names in the role of a rule; the bodies after 会同 support."""
        joint = self.names.joint(folded, names)
        if not joint:
            yield names, rule
            return
        if joint.start() > names.start:
            yield Span(names.start, joint.start()), rule
        yield Span(joint.end(), names.end), self._rule("support") or rule

    def is_list(self, folded: str, clause: Span) -> bool:
        """Whether a clause is nothing but names of bodies."""
        named = list(self.names.names(folded, clause))
        words = [name.quote(folded) for name in named]
        return bool(words) and all(self.names.is_body(name) and not _PLACE.search(name) for name in words)

    def named(self, folded: str, span: Span, rule: Rule) -> Iterator[Found[Owner]]:
        """The names at ``span`` in the rule's role, or in that of a mark behind the name: 市教育局（牵头）."""
        for part, said in self._marked_parts(folded, span):
            names = (name for name in self.names.names(folded, part) if not _is_office(folded, name))
            yield from (one for name in names for one in self._owner(folded, name, rule))
            yield from said

    def _verb_alone(self, folded: str, clause: Span) -> Rule | None:
        """The rule of a clause without names, which speaks of those before it: 甲、乙，按职责分工配合."""
        match = self._verb.match(folded, clause.start, clause.end)
        if match is None or match.end() != clause.end or self.names.is_body(clause.quote(folded)):
            return None  # 配合学生处 has a name
        return self._rule(str(match.lastgroup))

    def _rule(self, role: str) -> Rule | None:
        return next((rule for rule in self.verbs if rule.fields["role"] == role), None)

    def _names_of(self, folded: str, clause: Span) -> Span | None:
        """A clause that only lists names, perhaps with 按照职责 behind them, whose verb is still to come."""
        way = _WAY.search(folded, clause.start, clause.end)
        names = Span(clause.start, way.start()) if way and way.start() > clause.start else clause
        return names if self.is_list(folded, names) else None

    def _owner(self, folded: str, name: Span, rule: Rule) -> Iterator[Found[Owner]]:
        role = cast("Role", rule.fields["role"])
        mark = _MARK.search(name.quote(folded))
        marked = self.marks.get(mark["mark"]) if mark else None
        at = Span(name.start, name.start + mark.start()) if mark and marked and mark.start() else name
        words = at.quote(folded)
        yield Found(Owner(words, marked or role, words), at, rule.id)

    def _marked_parts(self, folded: str, span: Span) -> Iterator[tuple[Span, list[Found[Owner]]]]:
        """A list cut behind its marks: 甲局（主）乙局（协）, with those whom a bracket names: 甲局（乙局配合）."""
        start = span.start
        for match in _BRACKETED.finditer(folded, span.start, span.end):
            said, left = self.read(folded, Span(*match.span("mark")))
            if self.conventions.first_leads(folded, Span(*match.span())) or (said and not left):
                if match.start() > start:
                    yield Span(start, match.start()), said
                start = match.end()
            elif match["mark"] in self.marks:
                yield Span(start, match.end()), []
                start = match.end()
        if start < span.end:
            yield Span(start, span.end), []


def _is_office(folded: str, name: Span) -> bool:
    """Whether a name is the office of the person behind it: the 副县长 of 副县长 江树声."""
    return _OFFICE.match(folded, name.end - 2) is not None or _OFFICE.match(folded, name.end - 1) is not None


def clauses(folded: str, span: Span) -> Iterator[Span]:
    """The clauses of a marking, cut at ，；。 and without blanks at their edges."""
    pieces = (trim(folded, *match.span()) for match in _CLAUSE.finditer(folded, span.start, span.end))
    return (piece for piece in pieces if piece)
