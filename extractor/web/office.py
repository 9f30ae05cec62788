"""What all pages work with: the folders, the day, and how the ledger is reached from a request."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

from extractor.ledger.settings import OutputSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request


def _now() -> dt.datetime:
    return dt.datetime.now(tz=dt.UTC).astimezone()


@dataclass(frozen=True, slots=True)
class Office:
    """One workbench.

    Attributes:
        out: the folder of the outputs, with ``ledger.db``.
        corpus: the folder that files dropped onto the page are put into, and that is read.
        patterns: folders of rules beside the shipped ones.
        settings: how outputs are written when this workbench reads files.
        now: the clock, local time; only here may pages ask it.
        allow_classified: read files marked 绝密, 机密 or 秘密, too.
    """

    out: Path
    corpus: Path = Path("corpus")
    patterns: tuple[Path, ...] = ()
    settings: OutputSettings = field(default_factory=OutputSettings)
    now: Callable[[], dt.datetime] = _now
    allow_classified: bool = False

    @property
    def today(self) -> dt.date:
        """The day from which deadlines are near or passed."""
        return self.now().date()


def office_of(request: Request) -> Office:
    """The workbench that a request came to."""
    return cast("Office", request.app.state.office)
