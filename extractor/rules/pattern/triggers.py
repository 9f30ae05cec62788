"""Words without which a pattern cannot match, and signs that it can begin with: proved from its text, or none.

The proof is an under-approximation. A piece that is not understood proves nothing; a construct that could
change the meaning of others (flags, fuzzy counts, recursion, nested sets) ends the attempt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.rules.pattern.brackets import group_at
from extractor.rules.pattern.pieces import (
    ANYTHING,
    NOTHING,
    Piece,
    either,
    exactly,
    joined,
    maybe,
    needed,
    one_of,
    some,
)

_CHARACTERS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_ZERO_WIDTH = frozenset("bBAZ")
_CLASSES = frozenset("dDsSwW")
_OPENING = re.compile(r"\((?:\?(?P<look><?[=!])|\?(?:[:>]|P?<\w+>)|(?!\?))")
_PLAIN = r"[^\\()\[\]{}|?*+^$.]"
_RUN = re.compile(rf"{_PLAIN}{{2,}}(?![?*+{{])")
_WORDS = re.compile(rf"\(\?:({_PLAIN}++(?:\|{_PLAIN}++)++)\)")
_QUANTIFIER = re.compile(r"(?:(?P<sign>[*+?])|\{(?P<least>\d*)(?:,\d*)?\})[+?]?")
_PLAIN_SET = re.compile(r"\[(?P<members>[^\]\[\\^&|~-]{1,16})\]")
_ANY_SET = re.compile(r"\[\^?(?:\\.|[^\]\[\\&|~])+\]", re.DOTALL)
_CODE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
_PROPERTY = re.compile(r"\\[pP]\{[^{}]*\}")


class _NotUnderstood(Exception):  # noqa: N818 - a signal between two functions, not an error of anybody
    """The pattern uses something about which nothing is proved here."""


def literals(expression: str) -> tuple[str, ...]:
    """Words of which at least one stands in every match of ``expression`` (spliced); empty when unproved.

    Example:
        ``[0-9]{1,2}月(?:底|末)之?前`` → ``月底``, ``月末``.
    """
    return tuple(sorted(needed(_piece(expression)) or ()))


def first_signs(expression: str) -> str:
    """The set of all signs that a match of ``expression`` (spliced) can begin with; "" when unproved.

    Example:
        ``[0-9]{1,2}月|(?:本|下)月`` → ``[0-9下本]``.
    """
    piece = _piece(expression)
    return f"[{''.join(sorted(piece.begins))}]" if piece.begins and not piece.empty else ""


@cache
def _piece(expression: str) -> Piece:
    try:
        reader = _Reader(expression)
        piece = reader.alternatives()
    except (_NotUnderstood, RecursionError):
        return ANYTHING
    return piece if reader.at == len(expression) else ANYTHING


@cache
def _piece_of_group(group: str) -> Piece:
    """What a group amounts to; fragments stand in many patterns, and each is read once."""
    words = _WORDS.fullmatch(group)
    if words:
        return exactly(words[1].split("|"))
    opening = _OPENING.match(group)
    if not opening:
        raise _NotUnderstood
    reader = _Reader(group, opening.end())
    inner = reader.alternatives()
    if reader.at != len(group) - 1:
        raise _NotUnderstood
    # What a look-around sees may lie outside the match.
    return NOTHING if opening["look"] else inner


@dataclass(slots=True)
class _Reader:
    """Recursive descent over a pattern: alternatives = row {"|" row}; row = {atom [quantifier]}."""

    text: str
    at: int = 0

    def alternatives(self) -> Piece:
        branches = [self._row()]
        while self.text.startswith("|", self.at):
            self.at += 1
            branches.append(self._row())
        return either(branches)

    def _row(self) -> Piece:
        pieces = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            pieces.append(self._repeated(self._atom()))
        return joined(pieces)

    def _repeated(self, piece: Piece) -> Piece:
        match = _QUANTIFIER.match(self.text, self.at)
        if not match:
            return piece
        self.at = match.end()
        if match["sign"] == "?":
            return maybe(piece)
        return some(piece, least=1 if match["sign"] == "+" else int(match["least"] or 0))

    def _atom(self) -> Piece:
        run = _RUN.match(self.text, self.at)
        if run:
            self.at = run.end()
            return exactly({run[0]})
        character = self.text[self.at]
        if character == "(":
            return self._group()
        if character == "[":
            return self._set()
        if character == "\\":
            return self._escape()
        if character in "{}*+?":
            raise _NotUnderstood
        self.at += 1
        if character in "^$":
            return NOTHING
        return ANYTHING if character == "." else exactly({character})

    def _group(self) -> Piece:
        group = group_at(self.text, self.at)
        self.at += len(group)
        return _piece_of_group(group)

    def _set(self) -> Piece:
        plain = _PLAIN_SET.match(self.text, self.at)
        if plain:
            self.at = plain.end()
            return exactly(plain["members"])
        members = self._take(_ANY_SET)[0][1:-1]
        return ANYTHING if members.startswith(("^", "-")) or members.endswith("-") else one_of(members)

    def _escape(self) -> Piece:
        for known in (_CODE, _PROPERTY):
            match = known.match(self.text, self.at)
            if match:
                self.at = match.end()
                return exactly({chr(int(match[1] or match[2], 16))}) if known is _CODE else ANYTHING
        letter = self.text[self.at + 1 : self.at + 2]
        self.at += 2
        if letter in _CLASSES:
            return one_of("\\" + letter)
        if letter in _ZERO_WIDTH:
            return NOTHING
        if letter in _CHARACTERS or not letter.isalnum():
            return exactly({_CHARACTERS.get(letter, letter)})
        raise _NotUnderstood

    def _take(self, shape: re.Pattern[str]) -> re.Match[str]:
        match = shape.match(self.text, self.at)
        if not match:
            raise _NotUnderstood
        self.at = match.end()
        return match
