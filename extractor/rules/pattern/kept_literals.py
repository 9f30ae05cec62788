"""The words without which a pattern cannot match, proved once and kept for the next process."""

from __future__ import annotations

import json

from extractor.rules.cache.kept import kept
from extractor.rules.pattern import triggers


def literals(expression: str) -> tuple[str, ...]:
    """As ``triggers.literals``."""
    origin = f"literals {expression}"
    known = kept().get(origin)
    if known is not None:
        return tuple(json.loads(known))
    proved = triggers.literals(expression)
    kept().put(origin, json.dumps(proved).encode())
    return proved
