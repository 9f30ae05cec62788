"""A document as it lies in one file, with what tells whether another file holds the same one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.model.notice import Part, Status

Place = tuple[str, str]
"""File and id of a document: two files may hold documents of the same id, one file never does."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A document in a file, without the file: corpora are larger than the memory.

    Attributes:
        place: file and id.
        part: ``notice``, ``enclosure`` or ``attachment``.
        status: of the file.
        reader: of the file.
        numbers: keys of its own numbers; of an enclosure without one, those of the notice that prints it, or
            those that the notice gives it when it forwards it.
        title: key without the issuer in front and without a mark of correction.
        date: its own, or that of the notice that prints it; empty when unknown.
        corrected: whether the title says that it is a corrected re-issue.
        own_numbers: keys of the numbers that it bears itself.
        own_title: key of its title as it stands.
        own_issuers: keys of its issuers as they stand.
        signed: its day, unless that is only when a web page was put up.
        fullness: how many characters the document and its parts have; blanks do not count.
        sketch: a few numbers drawn from its long sentences; see ``likeness``.
        length: of its own text.
        text: reads its own text, as printed, without the parts that belong to it.
    """

    place: Place
    part: Part
    status: Status
    reader: str
    numbers: frozenset[str]
    title: str
    issuers: tuple[str, ...]
    date: str
    corrected: bool
    own_numbers: frozenset[str]
    own_title: str
    own_issuers: tuple[str, ...]
    signed: str
    fullness: int
    sketch: tuple[int, ...]
    length: int
    text: Callable[[], str] = field(compare=False)

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.place[0]
