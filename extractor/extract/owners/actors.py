"""Who is told to do it: the subjects of directing sentences (annotation §4, role ``actor``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from extractor.extract.owners.called import without_short_forms
from extractor.extract.owners.issuing import is_issuer
from extractor.extract.owners.places import last_signs
from extractor.extract.owners.subjects import SubjectSearch
from extractor.model.found import Found
from extractor.model.notice import Owner, Role
from extractor.model.span import Span
from extractor.rules.bodies.endings import Endings
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.extract.owners.names import NameReader
    from extractor.rules.book import RuleBook
    from extractor.rules.rule import Match

MIN_TOPIC = 2
_EVERY = ("各", "所有", "全体", "全部", "每")
MIN_LISTED = 2  # of more bodies than these, a last one without its ending (…和网信等部门) leaves them whole
_BRACKETS = own(r"（[^（）]*）")
_COLLECTIVE = own(r"(?:[直属内级辖驻下类校院方]|[高初]中|（[^（）]*）)$")
_FIRST = own(r"^(?:各级|各有关|有关|相关|各|全省|全市|全县|全区|全校|全院|全国|广大|全体|所有|本|该|每个|凡)+")
_WHICHEVER = own(r"^(?:所有|全部|本|该|每个|这些)")


class ActorReader:
    """Finds the subjects of directing sentences by the rules of ``patterns/actors.toml``."""

    def __init__(self, book: RuleBook, names: NameReader) -> None:
        """``names`` splits joint subjects."""
        rules = book.rules("actors")
        self.names = names
        self._subjects = SubjectSearch(book, [rule for rule in rules if rule.reads == "names"])
        self._announcers = SubjectSearch(book, [rule for rule in rules if rule.reads == "fallback"])
        organs = book.words("body.suffix")
        self._organs = Endings(organs)
        self._bodies = Endings((*organs, *book.words("body.people"), *book.words("body.place")))
        self._not_heading = book.words("actor.not-heading")
        self._not_body, self._bare = book.words("actor.not-body"), book.words("actor.bare")
        self._name, self._may_end = book.compile("^{actor-names}$"), last_signs(book)
        self._self = own(alternation(book.words("actor.self")))
        self._school_units = book.words("actor.school-units")

    def read(self, folded: str, span: Span, issuers: Iterable[str] = ()) -> tuple[Found[Owner], ...]:
        """The subjects in ``span``, each once, without the issuing body itself."""
        own = tuple(issuers)
        found: list[Found[Owner]] = []
        for match in self.winners(folded, span):
            listed = match.groups["names"][1]
            names = self._names(folded, listed)
            joint = any(not self.is_self(name.quote(folded), own) for name in names)  # we and others: all of them
            for name in names:
                words = name.quote(folded)
                if (
                    _is_aside(folded, span.start, name.start)
                    or (self._is_no_body(words) and not self._is_elliptic(folded, name, listed))
                    or (self.is_self(words, own) and not (joint and is_issuer(words, own)))
                    or any(same_body(words, other.value.name) for other in found)
                ):
                    continue
                role = cast("Role", match.rule.fields["role"])
                found.append(Found(Owner(words, role, words), name, match.rule.id))
        return without_short_forms(folded, span, found)

    def _names(self, folded: str, span: Span) -> list[Span]:
        """The subjects one by one; an elliptic list (市级财政、农业部门) stays one name."""
        parts = self._whole(folded, [self._without_topic(folded, part) for part in self.names.names(folded, span)])
        sure = parts[:-1] if len(parts) > MIN_LISTED and folded.startswith("等", parts[-1].end) else parts
        elliptic = not all(self._ends_as_body(part.quote(folded)) for part in sure)
        return [Span(parts[0].start, parts[-1].end)] if elliptic and len(parts) > 1 else parts

    def _whole(self, folded: str, parts: list[Span]) -> list[Span]:
        """涉及水、电支出的科室、食堂: what stands before 的 is one with the name behind it, not a name by itself."""
        last = max((at for at, part in enumerate(parts) if at and "的" in part.quote(folded)), default=0)
        open_parts = parts[:last]
        if not open_parts or any(self._ends_as_body(part.quote(folded)) for part in open_parts):
            return parts
        return [Span(parts[0].start, parts[last].end), *parts[last + 1 :]]

    def _is_elliptic(self, folded: str, name: Span, listed: Span) -> bool:
        """镇政法、林业等部门, 和网信等部门: the word that ends all names of the list stands once, behind 等."""
        rest = folded[name.end : listed.end]
        many = "、" in folded[listed.start : name.end]
        return many and rest.startswith("等") and self._bodies.end(rest)

    def _without_topic(self, folded: str, name: Span) -> Span:
        """各村 of 防汛物资各村: what stands before 各 and is no body is what the sentence is about."""
        words = name.quote(folded)
        at = words.find("各", MIN_TOPIC)
        body = self._organs.end(words[:at]) or _COLLECTIVE.search(words[:at])
        topic = at > 0 and words[at + 1 : at + 2] != "自" and not body
        return Span(name.start + at, name.end) if topic else name

    def announcers(self, folded: str, span: Span) -> tuple[Found[Owner], ...]:
        """Who says what it will do (某某将……), the issuing body included: the owner of an item that is nothing else."""
        matches = self._announcers.matches(folded, span)
        found = [(name, match) for match in matches for name in self.names.names(folded, match.groups["names"][1])]
        said = [(name.quote(folded), name, match.rule.id) for name, match in found]
        bodies = [(words, name, rule) for words, name, rule in said if not self._is_no_body(words)]
        return tuple(Found(Owner(words, "actor", words), name, rule) for words, name, rule in bodies[:1])

    def winners(self, folded: str, span: Span) -> list[Match]:
        """Matches of all actor rules in text order; of those that overlap, the rule that stands first wins."""
        return self._subjects.matches(folded, span)

    def is_organ(self, words: str) -> bool:
        """Whether a heading names a body: 后勤处, 各学院 - not 考试组织, 候选理事."""
        plain = _BRACKETS.sub("", words)
        organ = self._organs.end(plain) and not plain.endswith((*self._not_heading, *self._not_body))
        return organ and len(plain) > 1

    def is_name(self, words: str) -> bool:
        """Whether the words are names of bodies from end to end: 后勤处 - not 城区严格配建幼儿园."""
        return words[-1:] in self._may_end and self._name.match(words) is not None

    def _is_no_body(self, words: str) -> bool:
        """小区, 教室: only the ending is that of a body; 党组织 is one, 组织 alone is none."""
        if not self._ends_as_body(words):
            return True
        torn = words.count("“") != words.count("”")
        return torn or _WHICHEVER.sub("", words) in self._bare or words.endswith(self._not_body)

    def _ends_as_body(self, words: str) -> bool:
        """Whether a name ends as bodies do, before its brackets or in the last one: 系（部）."""
        plain = _BRACKETS.sub("", words)
        last = words[words.rfind("（") + 1 : -1] if words.endswith("）") else plain
        return any(self._bodies.end(each) for each in (plain, last))

    def is_self(self, words: str, issuers: tuple[str, ...]) -> bool:
        """Whether the words mean the issuing body: its name, or 我局, 本中心."""
        school = words == "学校" and any(issuer.endswith(self._school_units) for issuer in issuers)
        return school or bool(self._self.match(words)) or is_issuer(words, issuers)


def _is_aside(folded: str, start: int, at: int) -> bool:
    """Whether a place stands in a bracket behind other words: 评议组（不少于三人，组长应有高级职称）."""
    opened = folded.rfind("（", start, at)
    return opened > folded.rfind("）", start, at) and folded[opened - 1 : opened].isalpha() and opened > start


def same_body(later: str, earlier: str) -> bool:
    """Whether ``later`` is a shorter (or the same) form of ``earlier``: 基层党组织 after 各基层党组织.

    A collective (各部门) is never a shorter form of one body (税务部门).
    """
    core, before = _core(later), _core(earlier)
    if core == before:
        return True
    return not later.startswith(_EVERY) and len(core) > 1 and before.endswith(core)


def _core(name: str) -> str:
    """The name without 各, 全市 … before it and what stands in brackets: 县工信部门 for 各县（市、区）工信部门."""
    plain = _BRACKETS.sub("", name)
    return _FIRST.sub("", plain) or plain
