"""Readings of words that no day ends: what lasts, what is vague, and what is no time at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.extract.times.context import Reading, Setting
from extractor.model.deadline import Ongoing, Vague

if TYPE_CHECKING:
    from extractor.rules.rule import Match


def ongoing(_match: Match, _setting: Setting) -> Reading:
    """长期坚持, 持续推进."""
    return Reading(Ongoing())


def vague(_match: Match, _setting: Setting) -> Reading:
    """A time that no calendar holds: 近期, 年初, 汛期前."""
    return Reading(Vague())


def none(_match: Match, _setting: Setting) -> Reading:
    """Words that look like a deadline and are none; they keep other rules away."""
    return Reading()
