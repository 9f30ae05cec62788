"""Compound files (OLE) written byte by byte: as many streams as wanted, each of at least 4096 bytes."""

from __future__ import annotations

import struct

SECTOR = 512
_CUTOFF = 4096  # shorter streams would have to share another one
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def container(streams: dict[str, bytes]) -> bytes:
    """A compound file; streams are padded with zeros."""
    padded = {
        name: data.ljust(_CUTOFF, b"\0") + b"\0" * (-len(data) % SECTOR if len(data) > _CUTOFF else 0)
        for name, data in streams.items()
    }
    directory_sectors = -(-(len(padded) + 1) // 4)
    sectors = directory_sectors + sum(len(data) // SECTOR for data in padded.values())
    fat_sectors = -(-sectors // (SECTOR // 4 - 1))
    chains = [_FAT] * fat_sectors + _chain(fat_sectors, directory_sectors)
    entries: list[bytes] = []
    for name, data in padded.items():
        links = _FREE, len(entries) + 2, _FREE  # each stream stands to the right of the one before
        entries.append(_entry(name, 2, (len(chains), len(data)), links))
        chains += _chain(len(chains), len(data) // SECTOR)
    entries[-1] = entries[-1][:72] + struct.pack("<I", _FREE) + entries[-1][76:]
    directory = b"".join((_entry("Root Entry", 5, (_END, 0), (_FREE, _FREE, 1)), *entries))
    fat = b"".join(struct.pack("<I", link) for link in chains)
    return b"".join((
        _header(fat_sectors),
        fat.ljust(fat_sectors * SECTOR, b"\xff"),
        directory.ljust(directory_sectors * SECTOR, b"\0"),
        *padded.values(),
    ))


def _chain(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), _END]


def _header(fat_sectors: int) -> bytes:
    places = [*range(fat_sectors), *[_FREE] * (109 - fat_sectors)]
    head = struct.pack(
        "<8s16sHHHHHHIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0,
        fat_sectors, fat_sectors, 0, _CUTOFF, _END, 0, _END, 0,
    )  # fmt: skip
    return head + struct.pack("<109I", *places)


def _entry(name: str, kind: int, place: tuple[int, int], links: tuple[int, int, int]) -> bytes:
    """An entry of the directory; ``links`` are those to its left, to its right, and below it."""
    spelled = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII36sIQ", spelled, len(spelled), kind, 1, *links, b"", *place)
