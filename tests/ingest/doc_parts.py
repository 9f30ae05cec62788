"""The tables of a binary Word file: styles, lists, fonts, sections, text boxes, and the pages of formatting."""

from __future__ import annotations

import struct

NO_STYLE = 0x0FFF


def plc(places: list[int], values: list[bytes]) -> bytes:
    """n + 1 places, then n values."""
    return struct.pack(f"<{len(places)}I", *places) + b"".join(values)


def formatting_page(start: int, end: int, held: bytes, *, paragraphs: bool) -> bytes:
    """A page of 512 bytes with one stretch."""
    page = bytearray(512)
    struct.pack_into("<II", page, 0, start, end)
    at = 510 - len(held) - len(held) % 2
    page[8] = at // 2
    page[at : at + len(held)] = held
    page[511] = 1
    assert at > (8 + 13 if paragraphs else 9)
    return bytes(page)


def style(
    paragraph: bytes = b"", character: bytes = b"", *, kind: int = 1, based_on: int = NO_STYLE, sti: int = 0x0FFE
) -> bytes:
    """One style, of paragraphs (1) or of characters (2)."""
    parts = [b"\0\0" + paragraph, character] if kind == 1 else [character]
    head = struct.pack("<HHHHH", sti, kind | based_on << 4, len(parts), 0, 0)
    name = "样式".encode("utf-16-le")
    record = head + struct.pack("<H", len(name) // 2) + name + b"\0\0"
    for part in parts:
        record += struct.pack("<H", len(part)) + part + b"\0" * (len(part) % 2)
    return record


def style_sheet(*styles: bytes) -> bytes:
    head = struct.pack("<HHHHHHHHH", 18, len(styles), 10, 1, 0, 0, 0, 0, 0)[:20]
    records = b"".join(struct.pack("<H", len(each)) + each for each in styles)
    return head + b"\0\0" + records


def level(form: int, text: str, *, start: int = 1, follow: int = 0, flags: int = 0, restart: int = 0) -> bytes:  # noqa: PLR0913 - as many as a level has
    """A level of a list; ``%1`` … ``%9`` in its text are blanks, ``flags`` 4: legal, 8: ``restart`` counts."""
    spelled, places = "", []
    while text:
        if text[0] == "%":
            places.append(len(spelled) + 1)
            spelled, text = spelled + chr(int(text[1]) - 1), text[2:]
        else:
            spelled, text = spelled + text[0], text[1:]
    blanks = bytes(places).ljust(9, b"\0")
    changes = b"\x06\x18\x01"  # some changes of characters and of paragraphs, to be stepped over
    head = struct.pack("<iBB9sBiIBBBB", start, form, flags, blanks, follow, 0, 0, 3, 3, restart, 0)
    return head + changes + changes + struct.pack("<H", len(spelled)) + spelled.encode("utf-16-le")


def definitions(*found: tuple[int, list[bytes], list[int]]) -> tuple[bytes, bytes]:
    """Definitions by id, levels and tied styles: their table, and what stands behind it."""
    table, behind = struct.pack("<H", len(found)), b""
    for key, levels, styles in found:
        tied = [*styles, *[NO_STYLE] * (9 - len(styles))]
        table += struct.pack("<ii9HBB", key, 0, *tied, len(levels) == 1, 0)
        behind += b"".join(levels)
        behind += b"".join(level(0, "") for _ in range(9 - len(levels))) if len(levels) > 1 else b""
    return table, behind


def lists(*used: tuple[int, list[bytes]]) -> bytes:
    """Lists: whose definition each uses, and its overrides."""
    table = struct.pack("<I", len(used))
    table += b"".join(struct.pack("<iIIBBBB", key, 0, 0, len(each), 0, 0, 0) for key, each in used)
    return table + b"".join(struct.pack("<i", -1) + b"".join(each) for _, each in used)


def override(at: int, *, start: int | None = None, replaced: bytes = b"") -> bytes:
    flags = at | 0x10 * (start is not None) | 0x20 * bool(replaced)
    return struct.pack("<iI", start or 0, flags) + replaced


def fonts(*names: str) -> bytes:
    table = struct.pack("<HH", len(names), 0)
    for name in names:
        entry = bytes(39) + name.encode("utf-16-le") + b"\0\0"
        table += bytes([len(entry)]) + entry
    return table


def boxes(lengths: list[int], shapes: list[int]) -> bytes:
    """The stretches of text boxes, and the shapes they belong to; a last entry says nothing."""
    places = [sum(lengths[:index]) for index in range(len(lengths) + 1)]
    entries = [struct.pack("<iihiii", 1, 0, 0, 0, shape, 0)[:22] for shape in (*shapes, 0)]
    return plc([*places, places[-1] + 1], entries)


def anchors(places: list[int], shapes: list[int], end: int) -> bytes:
    return plc([*places, end], [struct.pack("<i22x", shape) for shape in shapes])


def record(kind: int, *inside: bytes, data: bytes = b"") -> bytes:
    """A record of a drawing."""
    content = data + b"".join(inside)
    return struct.pack("<HHI", 0 if data else 0xF, kind, len(content)) + content


def shape(key: int) -> bytes:
    return record(0xF004, record(0xF00A, data=struct.pack("<II", key, 0)))


def drawing(*on_page: bytes) -> bytes:
    """The drawing of the body, behind what all drawings share."""
    page = record(0xF003, shape(1024), *on_page)
    return record(0xF000) + b"\0" + record(0xF002, page)


def group(*shapes: bytes) -> bytes:
    return record(0xF003, *shapes)
