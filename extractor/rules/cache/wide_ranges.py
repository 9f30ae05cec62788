r"""Sets of one wide range, ``[\u4e00-\u9fff]`` above all, compiled at once instead of character by character.

The compiler of the standard library looks at each of the twenty thousand characters of such a set, to see that the
set is best left as it is: half a millisecond, and a thousand times in our rules. So a range of two characters stands
in for it while the pattern is compiled, and the wide one takes its place in the program. Part of ``engine_code``.
"""

from __future__ import annotations

import re
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

Range: TypeAlias = tuple[int, int]

_WIDE = 512
_FIRST = 0x100000  # private use, the last plane of Unicode
_TAKEN = re.compile(r"[\U00100000-\U0010ffff]|\\U0010")


def with_stand_ins(parsed: Any, expression: str) -> dict[Range, Range]:  # noqa: ANN401 - the library states no types
    """Put stand-ins into the parsed ``expression``, in place; returns what each of them stands for.

    None are put where the expression itself has characters of their plane.
    """
    wide: dict[Range, Range] = {}
    if not _TAKEN.search(expression):
        _replace(parsed, import_module("re._constants"), wide)
    return {stand_in: each for each, stand_in in wide.items()}


def put_back(numbers: array[int], stand_ins: dict[Range, Range]) -> None:
    """Put the wide ranges into the program, in place."""
    code = int(import_module("re._constants").RANGE)
    for (low, high), wide in stand_ins.items():
        for at in _places(numbers, low):
            if (numbers[at - 1], numbers[at + 1]) == (code, high):
                numbers[at], numbers[at + 1] = wide


def _places(numbers: array[int], number: int) -> Iterator[int]:
    at = -1
    with suppress(ValueError):
        while True:
            at = numbers.index(number, at + 1)
            yield at


def _replace(node: Any, names: Any, wide: dict[Range, Range]) -> None:  # noqa: ANN401 - as above
    if isinstance(node, tuple | list):
        for each in node:
            _replace(each, names, wide)
    elif hasattr(node, "data"):
        for place, (kind, said) in enumerate(node.data):
            if kind is names.IN:
                node.data[place] = (kind, _thin(said, names, wide))
            elif not isinstance(said, int):  # a character
                _replace(said, names, wide)


def _thin(members: list[Any], names: Any, wide: dict[Range, Range]) -> list[Any]:  # noqa: ANN401 - as above
    """The members of a set, its one wide range replaced; a set of several members is not left as it is."""
    *others, (kind, said) = members
    if kind is not names.RANGE or said[1] - said[0] < _WIDE or any(each is not names.NEGATE for each, _ in others):
        return members
    first = _FIRST + 2 * len(wide)
    return [*others, (kind, wide.setdefault(said, (first, first + 1)))]
