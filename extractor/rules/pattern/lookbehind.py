"""Look-behinds of one width each, the only ones that the standard library takes."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from extractor.rules.pattern.brackets import SET, group_at

if TYPE_CHECKING:
    from collections.abc import Iterable

_OPENING = re.compile(rf"\\.|{SET}|(?P<opens>\(\?<[=!])", re.DOTALL)
_ONE = re.compile(rf"\\(?:u[0-9a-fA-F]{{4}}|x[0-9a-fA-F]{{2}}|[dDsSntrfv]|[^\w\s])|{SET}|[^\\()\[\]{{}}|?*+^$]")
_NONE = re.compile(rf"\\[AZ]|[$^]|\(\?[=!]{SET}\)")
_REPEATED = re.compile(r"(?:(?P<maybe>\?)|\{(?P<least>\d+)(?:,(?P<most>\d+))?\})(?![+])\??")
_MOST = 64
_FEW = 2

Widths: TypeAlias = dict[int, str]
"""Patterns by the number of characters that they match; together they match what one of several widths did."""


class _NotUnderstood(Exception):  # noqa: N818 - a signal between two functions, not an error of anybody
    """The look-behind holds something whose width is not known here."""


def one_width_each(expression: str) -> str:
    r"""The same pattern, its look-behinds of several widths written as several of one width each.

    ::

        (?<!为|作为|[第 ]\d{1,2})        (?<!为)(?<!作为|[第 ]\d)(?<![第 ]\d\d)
        (?<=会|大会)                     (?:(?<=会)|(?<=大会))

    Whether something stands before a place does not depend on the order in which its forms are tried. A
    look-behind that is not understood stays as it is.
    """
    pieces, done = [], 0
    for opening in _OPENING.finditer(expression):
        if opening["opens"] and opening.start() >= done:
            group = group_at(expression, opening.start())
            pieces += [expression[done : opening.start()], _written(group)]
            done = opening.start() + len(group)
    return "".join(pieces) + expression[done:]


@cache
def _written(look: str) -> str:
    """One look-behind as several; fragments stand in many patterns, and each is written once."""
    sign = look[len("(?<") : len("(?<=")]
    try:
        widths = _Reader(look, len("(?<=")).alternatives()
    except _NotUnderstood:
        return look
    looks = [f"(?<{sign}{words})" for _, words in sorted(widths.items())]
    return f"(?:{'|'.join(looks)})" if sign == "=" and len(looks) > 1 else "".join(looks)


@dataclass(slots=True)
class _Reader:
    """Recursive descent: alternatives = row {"|" row}; row = {atom [quantifier]}, up to the closing bracket."""

    text: str
    at: int

    def alternatives(self) -> Widths:
        rows = [self._row()]
        while self.text.startswith("|", self.at):
            self.at += 1
            rows.append(self._row())
        if not self.text.startswith(")", self.at):
            raise _NotUnderstood
        return _either(rows)

    def _row(self) -> Widths:
        widths: Widths = {0: ""}
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            widths = _in_a_row(widths, self._repeated(self._atom()))
        return widths

    def _atom(self) -> Widths:
        for shape, width in ((_ONE, 1), (_NONE, 0)):
            match = shape.match(self.text, self.at)
            if match:
                self.at = match.end()
                return {width: match[0]}
        if not self.text.startswith("(?:", self.at):
            raise _NotUnderstood
        self.at += len("(?:")
        inner = self.alternatives()
        self.at += 1
        return inner

    def _repeated(self, atom: Widths) -> Widths:
        match = _REPEATED.match(self.text, self.at)
        if not match:
            if self.text[self.at : self.at + 1] in tuple("?*+{"):
                raise _NotUnderstood
            return atom
        self.at = match.end()
        least = 0 if match["maybe"] else int(match["least"])
        most = 1 if match["maybe"] else int(match["most"] or least)
        rows: list[Widths] = [{0: ""}]
        for times in range(1, min(most, _MOST + 1) + 1):
            rows.append(_again(atom, times) if len(atom) == 1 else _in_a_row(rows[-1], atom))
        return _either(rows[least:])


def _either(rows: Iterable[Widths]) -> Widths:
    found = defaultdict[int, list[str]](list)
    for row in rows:
        for width, words in row.items():
            found[width].append(words)
    return {width: "|".join(words) for width, words in found.items()}


def _again(atom: Widths, times: int) -> Widths:
    """What has one width, so many times: ``[^甲]{12}``, for twelve sets take twelve times as long to compile."""
    ((width, words),) = atom.items()
    alone = words if _ONE.fullmatch(words) else f"(?:{words})"
    return {width * times: f"{alone}{{{times}}}" if times > _FEW else _closed(words) * times}


def _in_a_row(first: Widths, second: Widths) -> Widths:
    if len(first) * len(second) > _MOST:
        raise _NotUnderstood
    return _either(
        {before + width: _closed(words) + _closed(more) if words and more else words + more}
        for before, words in first.items()
        for width, more in second.items()
    )


def _closed(words: str) -> str:
    return f"(?:{words})" if "|" in words else words
