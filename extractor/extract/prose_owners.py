"""Owners named in running text: 由甲牵头，会同乙 · 由丙负责 · 丁具体负责 (annotation §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from extractor.extract.actors import is_issuer
from extractor.model.found import Found
from extractor.model.notice import Owner, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.extract.names import NameReader
    from extractor.model.span import Span
    from extractor.rules.rule import Rule, RuleBook


class ProseOwners:
    """Finds them by the rules of ``patterns/owners.toml`` that read names out of sentences."""

    def __init__(self, book: RuleBook, names: NameReader) -> None:
        """``names`` splits joint owners."""
        self.rules = [rule for rule in book.rules("owners") if rule.reads == "names"]
        self.beside = [rule for rule in book.rules("owners") if rule.reads == "with"]
        self.names = names

    def read(self, folded: str, span: Span, issuers: Iterable[str] = ()) -> tuple[Found[Owner], ...]:
        """The owners in ``span``, each once, in text order, without the issuing body itself."""
        own = tuple(issuers)
        found = self._found(self.rules, folded, span, own)
        if any(owner.value.role == "lead" for owner in found.values()):
            found = {**self._found(self.beside, folded, span, own), **found}
        return tuple(sorted(found.values(), key=lambda owner: owner.span))

    def _found(self, rules: Iterable[Rule], folded: str, span: Span, own: tuple[str, ...]) -> dict[str, Found[Owner]]:
        found: dict[str, Found[Owner]] = {}
        words_of_span = span.quote(folded)  # read by itself: its beginning is that of a clause, whatever label precedes
        for rule in rules:
            for match in rule.matches(words_of_span):
                for name in self.names.names(folded, match.moved(span.start).groups["names"][1]):
                    words = name.quote(folded)
                    if self.names.is_body(words) and not is_issuer(words, own):
                        owner = Owner(words, cast("Role", rule.fields["role"]), words)
                        found.setdefault(words, Found(owner, name, rule.id))
        return found
