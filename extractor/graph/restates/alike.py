"""How much of a task a task of a higher document says already, and which words both share."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from extractor.graph.restates.words import GAP

if TYPE_CHECKING:
    from extractor.graph.restates.words import Words

PIECE = 8
"""Tasks that share no run of so many words (characters) are not compared."""
RUN = 12
"""What every repeated task shares with the other in one piece."""
_BLOCK = 4  # shorter runs are chance
# Read on real notices: 常态化制度化 and other turns of phrase make runs of 16, but no tenth of a task.
_LITTLE, _OF_LOWER, _OF_HIGHER = 16, 0.4, 0.7  # few words are enough when they are most of a task
_MUCH, _OF_SHORTER = 30, 0.2


@dataclass(frozen=True, slots=True)
class Shared:
    """The longest run of words that two tasks share, where it begins in each, and all that they share."""

    here: int
    there: int
    length: int
    total: int


def shared(lower: Words, higher: Words) -> Shared | None:
    """What ``lower`` repeats of ``higher``; None when it is too little to say that it repeats it."""
    here = lower.words.replace(GAP, "\n")  # a gap is like nothing, not even like another gap
    matcher = SequenceMatcher(None, here, higher.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= _BLOCK]
    if not blocks:
        return None
    longest = max(blocks, key=lambda block: (block.size, -block.a))
    total = sum(block.size for block in blocks)
    enough = _is_much(total, len(lower.words), len(higher.words)) or _opens(lower, longest.a, longest.size)
    return Shared(longest.a, longest.b, longest.size, total) if longest.size >= RUN and enough else None


def _is_much(total: int, lower: int, higher: int) -> bool:
    most = total >= min(_OF_LOWER * lower, _OF_HIGHER * higher)
    return (total >= _LITTLE and most) or (total >= _MUCH and total >= _OF_SHORTER * min(lower, higher))


def _opens(task: Words, start: int, length: int) -> bool:
    """Whether the words are the whole heading: a list repeats the measures of a plan by their names alone."""
    end = start + length
    return start < _BLOCK and (end == len(task.places) or task.places[end] > task.places[end - 1] + 1)
