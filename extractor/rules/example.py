"""What a rule has to find and what it has to leave alone: its proof beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """Words a rule has to find: ``found`` in ``text``, read as ``value`` (short form of the kind of fact)."""

    text: str
    found: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Words a rule has to leave alone, and why.

    ``taken_by`` names the rule that takes the place instead; the pattern alone may then match it.
    """

    text: str
    why: str
    taken_by: str = ""
