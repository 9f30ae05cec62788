"""Texts made to be slow to search: the repetitions and near misses on which backtracking multiplies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.fold import fold
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.rules.rule import Rule

LENGTH = 10_000
_WORDS_AT_MOST = 12
_AWAITED_AT_MOST = 1_000
# Runs of characters that stand for themselves; names of groups, code points and properties are stepped over.
_LITERAL = own(
    r"\(\?P?<\w+>|\\[pP]\{[^{}]*\}|\\u[0-9a-fA-F]{4}|\\[a-zA-Z]|\{[\d,]*\}|\(\?[:>=!<]+"
    r"|([^\x00-\x1f\\()\[\]{}|?*+^$.]+)"
)
_FILLERS = (
    "0", "2024年", "1.", "（", "（（）", "《", "《〈", "“", "〔", "十", "的", "的、", "，", "。", "：", " ",
    "\n", "1 ", "1月", "A", "-", "各部门、", "\n一、", "。\n",
)  # fmt: skip


def hostile_texts(rule: Rule) -> Iterator[str]:
    """Folded texts of ``LENGTH`` characters for one rule, always the same ones.

    Digits, brackets that only open, blanks, line breaks; each word of the pattern, all of them in turn, each
    example whole and without its last character: over and over, up to a full stop and, out of reach, all
    words of the pattern, so that no search is called off for want of one; then without that stop.
    """
    words = _words(rule)
    found = [fold(example.found) for example in rule.examples]
    awaited = "".join((*rule.anchors, *words))[:_AWAITED_AT_MOST]
    for seed in dict.fromkeys([*_FILLERS, *words, "".join(words), *found, *(text[:-1] for text in found)]):
        if seed:
            yield _ending(seed, "。\n" + awaited)
            yield _ending(seed, awaited)


def _ending(seed: str, end: str) -> str:
    return repeated(seed)[: LENGTH - len(end)] + end


def repeated(seed: str) -> str:
    """``seed`` over and over, ``LENGTH`` characters in all."""
    return (seed * (LENGTH // len(seed) + 1))[:LENGTH]


def _words(rule: Rule) -> Sequence[str]:
    """Some of the pattern's own words, evenly from its beginning to its end."""
    words = list(dict.fromkeys(match[1] for match in _LITERAL.finditer(rule.expression) if match[1]))
    step = max(1, -(-len(words) // _WORDS_AT_MOST))
    return words[::step]
