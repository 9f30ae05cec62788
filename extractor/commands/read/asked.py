"""What a person asks of ``extractor run``."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


class Asked(TypedDict):
    """What stands on the command line."""

    paths: tuple[str, ...]
    out: str
    engine: str
    jobs: int | None
    patterns: tuple[Path, ...]
    limits: dict[str, int]
    force: bool
    as_of: dt.date | None
    no_bom: bool
    names_file: Path | None
    allow_classified: bool
    parquet: str
    profile: bool
    profile_json: Path | None
