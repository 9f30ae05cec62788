"""Read the rule files of one or several folders into a book; later folders add, replace, switch off."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.rules.book import RuleBook
from extractor.rules.faults import fault
from extractor.rules.pattern.compile import compiled_rule
from extractor.rules.pattern.splice import Splicer
from extractor.rules.reading.entries import identifier, only_keys, rule_of, spliced, text, texts
from extractor.rules.reading.files import Entry, Folder, read_folder
from extractor.rules.reading.vocabulary import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.rules.rule import Rule


def shipped_patterns() -> Path:
    """The folder of the shipped rules: inside the installed package, or beside it in a clone."""
    inside = Path(__file__).parent.parent / "patterns"
    return inside if inside.is_dir() else inside.parent.parent / "patterns"


def load(folders: Sequence[Path] = (), shipped: Path | None = None) -> RuleBook:
    """The shipped rules, then those of ``folders``; an entry of the same id replaces the earlier in place.

    Shipped patterns are compiled when first used, those of ``folders`` now: mistakes are told at once.

    Args:
        folders: folders of the user's own rules, in order.
        shipped: another folder in place of the shipped one.

    Raises:
        RuleError: something is wrong; ``where`` is ``file:line``, ``code`` says what.
    """
    shelves = [read_folder(shipped or shipped_patterns(), shipped=True), *map(read_folder, folders)]
    for shelf in shelves:
        _refuse_repeats(shelf)
    lists = _lists(shelves)
    splicer = Splicer(_fragments(shelves), lists)
    _prove_fragments(shelves, splicer)
    digest = hashlib.sha256(b"".join(shelf.digest for shelf in shelves)).hexdigest()
    return RuleBook(_rules(shelves, splicer), lists, splicer.fragments, digest, splicer)


def _refuse_repeats(shelf: Folder) -> None:
    """Within one folder an id stands once; a fragment and a word list cannot share a name either."""
    for tables in (("rule",), ("words", "fragments")):
        seen: dict[str, Entry] = {}
        for entry in (entry for table in tables for entry in shelf.of(table)):
            first = seen.setdefault(identifier(entry), entry)
            if first is not entry:
                raise fault("rule-id-repeated", entry.where, entry.name, first.where)


def _fragments(shelves: Sequence[Folder]) -> dict[str, str]:
    return {entry.name: text(entry, "regex") for shelf in shelves for entry in shelf.of("fragments")}


def _prove_fragments(shelves: Sequence[Folder], splicer: Splicer) -> None:
    """What is wrong with a fragment is laid to the fragment, not to the first rule that uses it."""
    for shelf in shelves:
        for entry in shelf.of("fragments"):
            expression = spliced(entry, "{" + entry.name + "}", splicer)
            if not shelf.shipped:
                compiled_rule(expression, entry.where, entry.name)


def _lists(shelves: Sequence[Folder]) -> dict[str, tuple[str, ...]]:
    lists: dict[str, tuple[str, ...]] = {}
    for shelf in shelves:
        for entry in shelf.of("words"):
            lists[entry.name] = _shipped_words(entry) if shelf.shipped else _own_words(entry, lists)
    return lists


def _shipped_words(entry: Entry) -> tuple[str, ...]:
    only_keys(entry, ("id", "means", "words"))
    text(entry, "means")
    return _distinct(entry, texts(entry, "words"))


def _own_words(entry: Entry, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """``words`` replaces the list, ``add`` extends it, ``remove`` takes words out of it, in this order."""
    only_keys(entry, ("id", "means", "words", "add", "remove"))
    if "words" not in entry.fields and entry.name not in lists:
        raise fault("rule-unknown-name", entry.where, entry.name, entry.name)
    words = _distinct(entry, texts(entry, "words")) if "words" in entry.fields else lists[entry.name]
    words = tuple(dict.fromkeys([*words, *map(fold, texts(entry, "add"))]))
    for word in map(fold, texts(entry, "remove")):
        if word not in words:
            raise fault("rule-word-unknown", entry.where, entry.name, word)
        words = tuple(other for other in words if other != word)
    return _distinct(entry, words)


def _distinct(entry: Entry, words: Sequence[str]) -> tuple[str, ...]:
    if not words:
        raise fault("rule-list-empty", entry.where, entry.name)
    folded = [fold(word) for word in words]
    if len(set(folded)) < len(folded):
        repeated = next(word for position, word in enumerate(folded) if word in folded[:position])
        raise fault("rule-word-repeated", entry.where, entry.name, repeated)
    return tuple(folded)


def _rules(shelves: Sequence[Folder], splicer: Splicer) -> tuple[Rule, ...]:
    rules: dict[str, Rule] = {}
    spliced_in = any(True for shelf in shelves if not shelf.shipped for _ in shelf.of("fragments"))
    for shelf in shelves:
        for entry in shelf.of("rule"):
            _refuse_misplaced(entry, rules)
            rule = replace(rule_of(entry, splicer), limited=spliced_in or not shelf.shipped)
            if rule.own:
                compiled_rule(rule.expression, rule.where, rule.id)
            rules[rule.id] = rule
        for entry in shelf.of("off"):
            _switch_off(entry, rules)
    return tuple(rules.values())


def _refuse_misplaced(entry: Entry, rules: Mapping[str, Rule]) -> None:
    """A rule stands in a file whose name says where it takes part; one that replaces another, in that one's file."""
    name = identifier(entry)
    allowed = [rules[name].kind] if name in rules else sorted(KINDS)
    if entry.file.removesuffix(".toml") not in allowed:
        raise fault("rule-wrong-file", entry.where, name, "、".join(f"{kind}.toml" for kind in allowed))


def _switch_off(entry: Entry, rules: dict[str, Rule]) -> None:
    only_keys(entry, ("id", "why"))
    if rules.pop(text(entry, "id"), None) is None:
        raise fault("rule-off-unknown", entry.where, entry.name, entry.name)
