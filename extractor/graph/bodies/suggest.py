"""Pairs of names of one organisation that may be one body; a person decides."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from extractor.graph.bodies.name import UNRESOLVED, level_of
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from extractor.model.record import Record
    from extractor.rules.bodies.decisions import Decisions

_ENDING = own(r"(?:委员会|委员会办公室|办公室|领导小组办公室|管理局|局|委|处|部|科|办|中心|室)$")
_BRACKETED = own(r"(?P<one>[^（）]{2,30})（(?P<other>[^（）]{2,30})）")
_SHORTEST = 2
_PARTY = "党委"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two canonical names of ``home``, how often each is used, and the code of the reason.

    ``reason`` is ``names-within`` (the signs of one stand in the other, in order), ``names-ending`` (they differ
    in 局, 委, 办 … only) or ``names-bracket`` (a notice prints one in brackets behind the other).
    """

    home: str
    names: tuple[str, str]
    counts: tuple[int, int]
    reason: str


def suggestions(records: Iterable[Record], decisions: Decisions) -> tuple[Suggestion, ...]:
    """The pairs that no decision holds apart, by home and name."""
    counts, bracketed = _names(records)
    apart = {(group.home, *pair) for group in decisions.apart for pair in combinations(sorted(group.names), 2)}
    found = {
        (home, *pair): Suggestion(home, pair, (counts[home][pair[0]], counts[home][pair[1]]), reason)
        for home in counts
        for pair in combinations(sorted(counts[home]), 2)
        if (reason := alike(pair, home, bracketed)) and not {(home, *pair), ("", *pair)} & apart
    }
    return tuple(found[key] for key in sorted(found))


def _names(records: Iterable[Record]) -> tuple[dict[str, dict[str, int]], set[tuple[str, str, str]]]:
    """How often each single body is named, by home; and the pairs that are printed one in brackets."""
    counts: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    bracketed: set[tuple[str, str, str]] = set()
    for body in (body for record in records for document in record["documents"] for body in document.get("bodies", ())):
        if body["rule"] not in UNRESOLVED and body["home"]:
            counts[body["home"]][body["canonical"]] += 1
            match = _BRACKETED.fullmatch(body["printed"])
            if match:
                one, other = sorted((match["one"], match["other"]))
                bracketed.add((body["home"], one, other))
    return {home: dict(found) for home, found in counts.items()}, bracketed


def alike(
    pair: tuple[str, str], home: str, bracketed: Collection[tuple[str, str, str]] = frozenset()
) -> str:
    """The code of the reason why two canonical names of ``home``, in order, may be one body; empty without any."""
    if (home, *pair) in bracketed:
        return "names-bracket"
    one, other = (_stem(name, home) for name in pair)
    if one == other:
        return "names-ending"
    short, long = sorted((one, other), key=len)
    same_end = _ending(pair[0]) == _ending(pair[1])
    fits = len(short) >= _SHORTEST and len(long) <= 2 * len(short) and _is_within(short, long)
    return "names-within" if same_end and fits else ""


def _stem(name: str, home: str) -> str:
    """A name without the word of its level, 党委 and its ending."""
    plain = name.removeprefix(level_of(home)).removeprefix(_PARTY)
    return _ENDING.sub("", plain) or plain


def _ending(name: str) -> str:
    match = _ENDING.search(name)
    return match[0] if match else name[-1]


def _is_within(short: str, long: str) -> bool:
    signs: Iterator[str] = iter(long)
    return all(sign in signs for sign in short)
