"""Limits as users want them: a TOML file with some of ``limits.py``, ``seconds = 300`` for ``MAX_SECONDS``."""

from __future__ import annotations

import tomllib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_PREFIX = "MAX_"


class WrongLimits(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The file of limits cannot be read, or has a key or a value that is none."""

    code = "limits-wrong"


def current() -> dict[str, int]:
    """Key → value of every limit as it is now: ``file-bytes``, ``pages``, ``seconds`` …."""
    return {_key(name): value for name, value in vars(limits).items() if name.startswith(_PREFIX)}


def load(path: Path) -> dict[str, int]:
    """The limits that a file changes.

    Raises:
        WrongLimits: no TOML, an unknown key, or a value that is no whole number above 0.
    """
    try:
        values = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise WrongLimits(str(path), reason=str(error)) from error
    known = current()
    for key, value in values.items():
        if key not in known:
            raise WrongLimits(str(path), reason=f"“{key}”")
        if type(value) is not int or value < 1:
            raise WrongLimits(str(path), reason=f"{key} = {value}")
    return values


@contextmanager
def changed(values: Mapping[str, int]) -> Iterator[None]:
    """While this holds, the limits named have these values, in this process and in workers that it starts."""
    before = current()
    put(values)
    try:
        yield
    finally:
        put(before)


def put(values: Mapping[str, int]) -> None:
    """Change limits for the rest of this process: what a worker does when it starts."""
    for key, value in values.items():
        setattr(limits, _PREFIX + key.upper().replace("-", "_"), value)


def _key(name: str) -> str:
    return name.removeprefix(_PREFIX).lower().replace("_", "-")
