"""How much of a file is read at most: the one place for every limit of the readers.

Notices have a few hundred pages at most. Ten times that is still read in seconds, and what lies beyond is no
notice but a mistake or an attack (an archive that unpacks to gigabytes). What is counted are the bytes that
come out, never the figures that a file states of itself. ``changing.py`` lets users change them.
"""

from __future__ import annotations

from types import MappingProxyType

from extractor.model.errors import LimitExceeded

MAX_SECONDS = 120
"""For reading one file, whatever its size; a worker that needs longer is ended."""

MAX_SECONDS_PER_MEGABYTE = 120
"""So many more for every megabyte of the file: recognising the characters of a scan takes its time."""

MAX_SCAN_SECONDS = 3600
"""For recognising the pages of one file, all together; for a single page it is ``MAX_SECONDS``."""

MAX_MEMORY_BYTES = 2 * 1024 * 1024 * 1024
"""What a worker may take up for one file, above what it needs itself; only Linux keeps to it."""

MAX_KEPT_BYTES = 512 * 1024 * 1024
"""What a worker may have grown by when it is done with a file; beyond it a fresh one takes its place."""

MAX_FILES_PER_WORKER = 500
"""After so many files a fresh worker takes the place of the old."""

MAX_FILE_BYTES = 64 * 1024 * 1024
"""A file as it lies on the disk."""

MAX_INBOX_FILES = 20_000
"""Files in the folder that the workbench puts dropped files into."""

MAX_INBOX_BYTES = 20 * 1024 * 1024 * 1024
"""All files of that folder together."""

MAX_MEMBERS = 20_000
"""Parts of a compressed document, pictures included."""

MAX_ARCHIVE_FILES = 500
"""Files in one ZIP or mail, to the bottom; one with more, or with more than ``MAX_UNPACKED_BYTES``, is not opened."""

MAX_ARCHIVE_DEPTH = 3
"""Levels of files inside files: a document in a ZIP that was sent with a mail is two levels down."""

MAX_RATIO = 250
"""How many times its own size a compressed document may unpack to; checked from ``RATIO_FROM_BYTES`` on."""

RATIO_FROM_BYTES = 16 * 1024 * 1024
"""Unpacked bytes below which no ratio is suspicious: a blank table compresses well."""

MAX_UNPACKED_BYTES = 256 * 1024 * 1024
"""All parts of a compressed document together, unpacked."""

MAX_TEXT_CHARACTERS = 4_000_000
"""The text of one file: the length of a whole shelf of books."""

MAX_PAGES = 3000
"""Pages of a PDF."""

MAX_OBJECTS = 2_000_000
"""Objects that all pages of an OFD draw, those of templates and composite graphics each time."""

MAX_RECOGNISED_PAGES = 300
"""Pictures of pages in which characters are recognised: half an hour of work; further ones are named as not read."""

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
        "members": "limit-members",
    }
)


def check(where: str, what: str, found: int, most: int) -> None:
    """Refuse a file that goes beyond a limit; ``what`` is counted: bytes, characters, pages, cells ….

    Raises:
        LimitExceeded: ``found`` is more than ``most``.
    """
    if found > most:
        raise LimitExceeded(where, _CODES[what], found=f"{found:,}", most=f"{most:,}")


def check_ratio(where: str, unpacked: int, packed: int) -> None:
    """Refuse a document that unpacks to many times its size.

    Raises:
        LimitExceeded: ``unpacked`` bytes are more than ``MAX_RATIO`` times the ``packed`` ones.
    """
    if unpacked > max(RATIO_FROM_BYTES, MAX_RATIO * packed):
        raise LimitExceeded(where, "limit-ratio", most=f"{MAX_RATIO:,}")


def seconds_for(size: int) -> float:
    """How long reading a file of ``size`` bytes may take."""
    return MAX_SECONDS + MAX_SECONDS_PER_MEGABYTE * size / 1_000_000
