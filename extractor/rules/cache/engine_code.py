"""A compiled pattern of the standard library as bytes, which the next process need not compile again.

The library promises no such thing. All that is asked of its inner parts stands here, and is tried on a small pattern
first: where they are missing or answer otherwise, ``written`` and ``read`` know nothing, and patterns are compiled
as ever. ``_sre.compile`` takes code from nobody on trust: it walks through all of it before the first match.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from typing import Any

from extractor.rules.cache.wide_ranges import put_back, with_stand_ins

_UNIT = "I"  # of a program: an unsigned number of the width that the engine has (``_sre.CODESIZE``)
_PROBE = r"(?:(?<!前)后|(?P<day>[一二三五七九十]{1,3}+日)|[^。]{2,5}?(?=(?P<end>[。；]|\Z)))(?(day)前|后)"
_STRANGE = (AttributeError, ImportError, LookupError, OverflowError, RuntimeError, TypeError, ValueError)


def written(expression: str) -> bytes | None:
    """The program of ``expression``, to be given to ``read``; None where this interpreter does not let it out.

    Raises:
        re.error: the pattern is wrong.
    """
    return _written(expression) if dialect() else None


def read(program: bytes) -> re.Pattern[str] | None:
    """The pattern whose program was ``written``, equal to the one that is compiled; None if it is none."""
    try:
        return _read(program) if dialect() else None
    except _STRANGE:
        return None


@cache
def dialect() -> str:
    """Names all interpreters that understand each other's programs; empty where none can be written."""
    if sys.implementation.name != "cpython" or not _tried():
        return ""
    engine: Any = import_module("_sre")
    return f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{engine.MAGIC}-{engine.CODESIZE}-{sys.byteorder}"


def _tried() -> bool:
    """Whether a pattern that is taken apart and put together again is the same."""
    try:
        return _read(_written(_PROBE)) == re.compile(_PROBE) and array(_UNIT).itemsize == import_module("_sre").CODESIZE
    except _STRANGE:
        return False


def _written(expression: str) -> bytes:
    parsed: Any = import_module("re._parser").parse(expression, 0)
    compiler: Any = import_module("re._compiler")
    state, wide = parsed.state, with_stand_ins(parsed, expression)
    numbers = array(_UNIT, compiler._code(parsed, 0))  # noqa: SLF001 - see above
    put_back(numbers, wide)
    head = {"pattern": expression, "flags": state.flags, "groups": state.groups - 1, "names": state.groupdict}
    return json.dumps(head).encode() + b"\n" + numbers.tobytes()


def _read(program: bytes) -> re.Pattern[str]:
    line, _, numbers = program.partition(b"\n")
    head, code = json.loads(line), array(_UNIT)
    code.frombytes(numbers)
    places: dict[str, int] = head["names"]
    names: list[str | None] = [None] * (head["groups"] + 1)
    for name, place in places.items():
        names[place] = name
    engine: Any = import_module("_sre")
    pattern: re.Pattern[str] = engine.compile(
        head["pattern"], head["flags"], code.tolist(), head["groups"], places, tuple(names)
    )
    return pattern
