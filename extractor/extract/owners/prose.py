"""Owners named in running text: 由甲牵头，会同乙 · 由丙负责 · 丁具体负责 (annotation §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from extractor.extract.owners.issuing import is_issuer
from extractor.model.found import Found
from extractor.model.notice import Owner, Role
from extractor.model.span import Span
from extractor.rules.bodies.endings import Endings
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation
from extractor.rules.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.extract.owners.names import NameReader
    from extractor.rules.book import RuleBook
    from extractor.rules.rule import Match, Rule


_ETC = own(r"等(?:有关|相关)?(?:部门|单位|机关|机构|企业)$")
_SHORT = own(r"[\u4e00-\u9fff]{2,6}")
_HOLDER = own(r"(?:[市县区镇乡局处科院校]长|主任|书记|主席)[\u4e00-\u9fff]{2,3}$")  # with the name of a person
MAX_ELLIPTIC = 6  # characters of a name that lacks its ending


class ProseOwners:
    """Finds them by the rules of ``patterns/owners.toml`` that read names out of sentences."""

    def __init__(self, book: RuleBook, names: NameReader) -> None:
        """``names`` splits joint owners."""
        rules = book.rules("owners")
        self._prose = Sieve([rule for rule in rules if rule.reads == "names"], lambda rule: rule)
        self._beside = Sieve([rule for rule in rules if rule.reads == "with"], lambda rule: rule)
        self.names = names
        self._self = own(alternation(book.words("actor.self")))
        self._people = Endings(book.words("body.people"))

    def read(self, folded: str, span: Span, issuers: Iterable[str] = ()) -> tuple[Found[Owner], ...]:
        """The owners in ``span``, each once, in text order; the issuing body itself only where it is said to lead."""
        own = tuple(issuers)
        found = self._found(self._prose, folded, span, own)
        if any(owner.value.role == "lead" for owner in found.values()):
            found = {**self._found(self._beside, folded, span, own), **found}
        return tuple(sorted(found.values(), key=lambda owner: owner.span))

    def _found(self, rules: Sieve[Rule], folded: str, span: Span, own: tuple[str, ...]) -> dict[str, Found[Owner]]:
        found: dict[str, Found[Owner]] = {}
        words_of_span = span.quote(folded)  # read by itself: its beginning is that of a clause, whatever label precedes
        for rule in rules.passing(words_of_span):
            for match in rule.tried(words_of_span, 0, len(words_of_span), span.start):
                named = list(self._roles(folded, match))
                for name, role in named:
                    words = name.quote(folded)
                    acts = self._acts(words) or self._is_elliptic(words, named[-1][0].quote(folded))
                    acts = acts or _is_listed(words, role, match, folded)
                    if acts and (role == "lead" or not is_issuer(words, own)):
                        found.setdefault(words, Found(Owner(words, role, words), name, rule.id))
        return found

    def _is_elliptic(self, words: str, last: str) -> bool:
        """公安 of 公安、水利部门: the word that ends all names of the list stands once."""
        return words != last and len(words) <= MAX_ELLIPTIC and last.endswith(("部门", "机关")) and words.isalpha()

    def _acts(self, words: str) -> bool:
        """Whether the words name a body or those who hold an office (由班主任负责), and not 我局."""
        named = self.names.is_body(words) or self._people.end(words) or _HOLDER.search(words)
        return bool(named) and not self._self.match(words)

    def _roles(self, folded: str, match: Match) -> Iterator[tuple[Span, Role]]:
        """The names of a match with their roles: those after 会同 support."""
        names = match.groups["names"][1]
        joint = self.names.joint(folded, names)
        first = Span(names.start, joint.start() if joint and joint.start() > names.start else names.end)
        for name in self.names.names(folded, first):
            yield name, cast("Role", match.rule.fields["role"])
        if joint and names.start < joint.start():
            for name in self.names.names(folded, Span(joint.end(), names.end)):
                yield name, "support"


def _is_listed(words: str, role: Role, match: Match, folded: str) -> bool:
    """Whether short names stand for bodies, as the word behind their list says: 会同供电、通信等单位."""
    listed = match.groups["names"][1].quote(folded)
    return role == "support" and _SHORT.fullmatch(words) is not None and _ETC.search(listed) is not None
