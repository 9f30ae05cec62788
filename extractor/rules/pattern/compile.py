"""From the text of a pattern to a compiled one; here the regex library is loaded, and only when asked."""

from __future__ import annotations

import re
import sys
import warnings
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from extractor.rules.cache import engine_code
from extractor.rules.cache.kept import kept
from extractor.rules.faults import fault
from extractor.rules.pattern.branches import led
from extractor.rules.pattern.guard import guarded
from extractor.rules.pattern.lookbehind import one_width_each
from extractor.rules.pattern.triggers import first_signs

if TYPE_CHECKING:
    import regex

    Compiled: TypeAlias = re.Pattern[str] | regex.Pattern[str]

_BEFORE, _AFTER = 16, 8
_SOUND = sys.version_info[:3] >= (3, 11, 5)  # before it, the standard library misread possessive groups (gh-106052)


def compile_pattern(expression: str) -> Compiled:
    """A pattern of the code's own, in which everything is spliced already; it needs no time limit.

    Raises:
        regex.error: it is wrong.
    """
    return quick_pattern(expression) or compiled(guarded(expression))


@cache
def plain_pattern(expression: str) -> re.Pattern[str]:
    """As ``re.compile``, but taken from what was ``kept``: for long patterns, of word lists or of rare characters."""
    origin = f"plain {expression}"
    return _recalled(origin) or _made(expression, origin)


@cache
def quick_pattern(expression: str, *, searched: bool = True) -> re.Pattern[str] | None:
    """The pattern of the standard library, which takes half the time of the regex library but knows no time limit.

    None where it does not understand ``expression`` (in which everything is spliced already), or may misread it.
    A pattern that is ``searched`` for, not only matched at known places, is led by the signs that it can begin with.
    What an earlier process compiled is taken from what was ``kept``.
    """
    if not _SOUND:
        return None
    origin = f"{'searched' if searched else 'matched'} {expression}"
    known = _recalled(origin)
    if known:
        return known
    try:
        with warnings.catch_warnings(action="error"):  # a set that the two libraries may read differently
            return _made(_prepared(expression, searched=searched), origin)
    except (re.error, FutureWarning):
        return None


def _recalled(origin: str) -> re.Pattern[str] | None:
    program = kept().get(origin)
    return engine_code.read(program) if program else None


def _made(expression: str, origin: str) -> re.Pattern[str]:
    program = engine_code.written(expression)
    pattern = engine_code.read(program) if program else None
    if not program or not pattern:
        return re.compile(expression)
    kept().put(origin, program)
    return pattern


def _prepared(expression: str, *, searched: bool) -> str:
    signs = first_signs(expression) if searched else ""
    quick = one_width_each(guarded(led(expression)))
    seen = quick.startswith(signs[1:-1])  # the engine sees itself that nothing else can stand in front
    return quick if seen else f"(?={signs})(?:{quick})"


@cache
def compiled(expression: str) -> regex.Pattern[str]:
    """The pattern of an expression in which everything is spliced already; each text is compiled once.

    Raises:
        regex.error: the pattern itself is wrong.
    """
    import regex  # noqa: PLC0415 - help and unchanged runs never need it

    return regex.compile(expression, regex.VERSION1)


def compiled_rule(expression: str, where: str, rule: str) -> regex.Pattern[str]:
    """``compiled``, with a complaint that names the rule and shows the spot: ``missing ) … (?P<year>20▶``.

    Raises:
        RuleError: the pattern is wrong.
    """
    import regex  # noqa: PLC0415 - as above

    try:
        return compiled(expression)
    except regex.error as error:
        raise fault("rule-regex", where, rule, _spot(error, expression)) from error
    except (ValueError, OverflowError, RecursionError) as error:
        raise fault("rule-regex", where, rule, str(error)) from error


def _spot(error: regex.error, expression: str) -> str:
    if error.pos is None:
        return str(error)
    before = expression[max(0, error.pos - _BEFORE) : error.pos]
    return f"{error.msg} … {before}▶{expression[error.pos : error.pos + _AFTER]}"
