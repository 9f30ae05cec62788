"""A progress bar on the error stream, for people who wait longer than a second at a terminal."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from extractor.commands.screen.terminal import Bar

_PATIENCE = 1.0  # seconds


class Progress:
    """Told of every file that is done; shows nothing for quick runs and where nobody looks.

    Attributes:
        done: how many files are done.
    """

    def __init__(self) -> None:
        """Begin to wait."""
        self._begun = time.monotonic()
        self.done = 0
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        """Ready to be told."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self.close()

    def __call__(self, done: int, total: int, name: str) -> None:
        """``done`` of ``total`` files are read, ``name`` was the last."""
        del name
        self.done = done
        if self._bar is None and sys.stderr.isatty() and time.monotonic() - self._begun > _PATIENCE:
            from extractor.commands.screen.terminal import begin_bar  # noqa: PLC0415 - rich loads for who waits

            self._bar = begin_bar(total)
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=done)

    def close(self) -> None:
        """Take the bar away, so that a message can follow."""
        if self._bar:
            self._bar.stop()
            self._bar = None
