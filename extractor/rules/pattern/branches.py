"""Spare the engine groups of many branches: a look at one sign tells nearly every place where none of them stands."""

from __future__ import annotations

import re
from functools import cache

from extractor.rules.pattern.brackets import SET, group_at
from extractor.rules.pattern.triggers import first_signs

_OPENING = re.compile(
    rf"\\.|{SET}|(?P<opens>\((?:\?(?:[:>=!]|P?<(?![=!])\w+>)|(?!\?)))|(?P<behind>\(\?<[=!])", re.DOTALL
)
_PARTS = re.compile(rf"\\.|{SET}|(?P<sign>[()|])", re.DOTALL)
_PLAIN = re.compile(r"[^\W\d_]+(?:\|[^\W\d_]+)*")
_MANY = 4


@cache
def led(expression: str) -> str:
    """The same pattern, which looks for a sign that a branch can begin with before it tries many of them.

    What it matches does not change. Look-behinds stay as they are, and lists of plain words, which have a guard of
    their own (see ``rules.guard``)::

        (?!要(?!求)|应|须|由[省市]|…|把)        (?!(?=[要应须由…把])(?:要(?!求)|应|须|由[省市]|…|把))
    """
    pieces, done = [], 0
    for opening in _OPENING.finditer(expression):
        if opening.lastgroup and opening.start() >= done:
            group = group_at(expression, opening.start())
            if not group:
                return expression
            kept = group if opening["behind"] else _led_group(opening["opens"], group)
            pieces += [expression[done : opening.start()], kept]
            done = opening.start() + len(group)
    return "".join(pieces) + expression[done:]


@cache
def _led_group(opens: str, group: str) -> str:
    """One group; fragments stand in many patterns, and each is written once."""
    inner = group[len(opens) : -1]
    if _PLAIN.fullmatch(inner):
        return group
    signs = first_signs(inner) if _branches(inner) >= _MANY else ""
    return f"{opens}(?={signs})(?:{led(inner)}))" if signs else f"{opens}{led(inner)})"


def _branches(inner: str) -> int:
    depth, count = 0, 1
    for part in _PARTS.finditer(inner):
        sign = part["sign"]
        depth += (sign == "(") - (sign == ")")
        count += sign == "|" and not depth
    return count
