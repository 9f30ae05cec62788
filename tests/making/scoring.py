"""The measure beside the project, ``../shared/eval/score.py``, imported by its path."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Tally(Protocol):
    """What ``score.py`` counts of one measure."""

    @property
    def f1(self) -> float: ...

    notes: list[str]


class Score(Protocol):
    """``score.py`` as far as it is used here."""

    def score(self, gold_dir: Path, analysis: Path, only: list[str]) -> tuple[Mapping[str, Tally], object]: ...


def scoring(path: Path) -> Score:
    """The measure in the file at ``path``."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Score", module)
