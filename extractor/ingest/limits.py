"""How much of a file is read at most: the one place for every limit of the readers.

Notices have a few hundred pages at most. Ten times that is still read in seconds, and what lies beyond is no
notice but a mistake or an attack (an archive that unpacks to gigabytes).
"""

from __future__ import annotations

from types import MappingProxyType

from extractor.model.errors import LimitExceeded

MAX_FILE_BYTES = 64 * 1024 * 1024
"""A file as it lies on the disk."""

MAX_UNPACKED_BYTES = 256 * 1024 * 1024
"""All parts of a compressed document together, unpacked."""

MAX_TEXT_CHARACTERS = 4_000_000
"""The text of one file: the length of a whole shelf of books."""

MAX_PAGES = 3000
"""Pages of a PDF."""

MAX_OBJECTS = 2_000_000
"""Objects that all pages of an OFD draw, those of templates and composite graphics each time."""

MAX_RECOGNISED_PAGES = 300
"""Pictures of pages in which characters are recognised: half an hour of work."""

MAX_PIXELS = 80_000_000
"""Of one picture: twice a page of A4 at 600 to the inch."""

MAX_TABLE_CELLS = 200_000
"""Cells of all tables of a file."""


_CODES = MappingProxyType(
    {
        "bytes": "limit-bytes",
        "characters": "limit-characters",
        "pages": "limit-pages",
        "cells": "limit-cells",
    }
)


def check(where: str, what: str, found: int, most: int) -> None:
    """Refuse a file that goes beyond a limit; ``what`` is counted: bytes, characters, pages or cells.

    Raises:
        LimitExceeded: ``found`` is more than ``most``.
    """
    if found > most:
        raise LimitExceeded(where, _CODES[what], found=f"{found:,}", most=f"{most:,}")
