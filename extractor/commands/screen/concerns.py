"""What concerns the ledger as a whole, told by every command that writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.commands.screen.console import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ledger.outputs.summary import Summary

_OF_NOTICES = frozenset({"same-document-twice", "attachment-missing"})


def concerns(written: Summary) -> Iterator[str]:
    """A line a problem; what concerns single notices is told in ``problems.csv`` only."""
    for _, problem in written.ledger_problems:
        if problem["code"] not in _OF_NOTICES:
            yield joined(problem["message"], problem["advice"])
