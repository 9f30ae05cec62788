"""What a group of an RTF says of the text in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.ingest.rtf.story import Story


@dataclass(slots=True)
class Group:
    """What holds within a group: is its text shown, in which font, and what kind of text is it.

    ``field`` collects the instruction of the field around; ``outer`` is the story around a text box, or around a
    header (``beside``).
    """

    font: int = 0
    fallback: int = 1
    in_table: bool = False
    hidden: bool = False
    deleted: bool = False
    silent: bool = False
    place: str = ""
    field: list[str] = field(default_factory=list)
    outer: Story | None = None
    beside: bool = False
