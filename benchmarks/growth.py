"""How the cost of an analysis grows: with the length of the text, and with the number of rules."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from benchmarks.generator.files import text
from benchmarks.generator.notices import notice
from benchmarks.measure import Contest, Side
from extractor.model.source import Source
from extractor.pipeline import analyse
from extractor.rules.book import RuleBook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.rules.rule import Rule

_SEED = 7
_KIB = 1024
SIZES = (1 * _KIB, 10 * _KIB, 100 * _KIB, 1024 * _KIB, 10 * 1024 * _KIB)
"""Bytes of text."""
_MIDDLE = 100 * _KIB
_FLAT, _DOUBLED = 1.5, 1.1
NEVER = "囍囧"
"""Begins the trigger of every rule that is added: no notice holds it."""


def lengths(book: RuleBook, sizes: Sequence[int] = SIZES) -> Iterator[Contest]:
    """The cost of a byte of text at each size, beside that at 100 KB; both sides analyse as many bytes in all."""
    middle = texts(_MIDDLE, 1)
    for each in sizes:
        times = max(1, _MIDDLE // each)
        scale = each * times / _MIDDLE
        label = f"{each // _KIB} KB" if each < _KIB * _KIB else f"{each // _KIB // _KIB} MB"
        ours = _analysing(texts(each, times), book)
        theirs = _analysing(middle, book)
        yield Contest(f"每字节的耗时，{label}", "每字节的耗时，100 KB", ours, theirs, goal=_FLAT, scale=scale)


def doubled(book: RuleBook) -> Contest:
    """The same texts by twice as many rules: copies under other ids that wait for other words."""
    copies = tuple(_waiting(rule, number) for number, rule in enumerate(book.entries))
    twice = RuleBook((*book.entries, *copies), book.lists, book.fragments, f"{book.digest} twice")
    found = texts(2 * _KIB, 60)
    return Contest(f"规则 {len(twice.entries)} 条", f"规则 {len(book.entries)} 条", _analysing(found, twice),
                   _analysing(found, book), goal=_DOUBLED)  # fmt: skip


def texts(size: int, number: int) -> list[str]:
    """So many texts of so many bytes, notice behind notice."""
    found, numbers = [], count()
    for _ in range(number):
        whole, length = [], 0
        while length < size:
            data = text(notice(_SEED, next(numbers)))
            whole.append(data)
            length += len(data)
        found.append(b"\n\n".join(whole)[:size].decode("utf-8", "ignore"))
    return found


def _waiting(rule: Rule, number: int) -> Rule:
    word = f"{NEVER}{number}"
    return replace(rule, id=f"{rule.id}.again", expression=f"(?:{word})(?:{rule.expression})", triggers=(word,))


def _analysing(found: list[str], book: RuleBook) -> Side:
    sources = [Source(f"{at}.txt", each, "txt", "") for at, each in enumerate(found)]
    return lambda: [analyse(source, book) for source in sources]
