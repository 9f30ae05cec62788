"""Ways to damage a file: byte by byte, by its length, with pieces of another file, and by its structure."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from typing import TYPE_CHECKING, TypeAlias

from tests.fuzz.trees import tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

Mutation: TypeAlias = "Callable[[Random, bytes, bytes], bytes]"
"""``(chance, data, other)``: the damaged ``data``; ``other`` is another whole file, for its pieces."""

_LARGEST = 400_000
_NUMBERS = (0, 1, 127, 128, 255, 32767, 32768, 65535, 2**31 - 1, 2**31, 2**32 - 1)
_SPECIAL = (*"\0\ufeff\ufffe\u202e\u2028\u000b\u3000〇<>&\"'{}\\|\t\r\n", "\U0001f600", "𠀀", "\u0301" * 9)
_TAG = re.compile(rb"<[^<>]{1,200}>")
_ATTRIBUTE = re.compile(rb'="([^"]{0,80})"')
_FIGURE = re.compile(rb"\d{1,10}")
_OBJECT = re.compile(rb"\d+ \d+ obj.*?endobj", re.DOTALL)
_ENTITY = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "' + b"&b;" * 10 + b'"><!ENTITY d "' + b"&c;" * 10 + b'">]>'


def flip(chance: Random, data: bytes, other: bytes) -> bytes:
    """Change some bytes."""
    del other
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20, 100)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.choice((chance.randrange(256), 0, 255))
    return bytes(changed)


def shorten(chance: Random, data: bytes, other: bytes) -> bytes:
    """Keep the beginning."""
    del other
    return data[: chance.randrange(len(data) + 1)]


def cut(chance: Random, data: bytes, other: bytes) -> bytes:
    """Leave a stretch out."""
    del other
    start, end = _stretch(chance, data)
    return data[:start] + data[end:]


def repeat(chance: Random, data: bytes, other: bytes) -> bytes:
    """Write a stretch several times."""
    del other
    start, end = _stretch(chance, data)
    times = min(chance.choice((2, 3, 50, 1000)), max(1, _LARGEST // max(1, end - start)))
    return data[:start] + data[start:end] * times + data[end:]


def splice(chance: Random, data: bytes, other: bytes) -> bytes:
    """Put a stretch of another file in the place of one."""
    start, end = _stretch(chance, data)
    first, last = _stretch(chance, other)
    return data[:start] + other[first:last] + data[end:]


def number(chance: Random, data: bytes, other: bytes) -> bytes:
    """Write extreme numbers, as bytes, over what may be a length or a place."""
    del other
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8))):
        width, code = chance.choice(((1, "B"), (2, "H"), (4, "I")))
        if len(changed) > width:
            at = chance.randrange(len(changed) - width)
            struct.pack_into("<" + code, changed, at, chance.choice(_NUMBERS) % 256**width)
    return bytes(changed)


def figure(chance: Random, data: bytes, other: bytes) -> bytes:
    """Write extreme numbers, as digits, over some that stand there."""
    del other
    return _replaced(chance, _FIGURE, data, lambda _: str(chance.choice((*_NUMBERS, -1, 10**18))).encode())


def insert(chance: Random, data: bytes, other: bytes) -> bytes:
    """Put odd characters in."""
    del other
    at = chance.randrange(len(data) + 1)
    words = "".join(chance.choices(_SPECIAL, k=chance.choice((1, 3, 500))))
    return data[:at] + words.encode(chance.choice(("utf-8", "utf-16-le"))) + data[at:]


def sectors(chance: Random, data: bytes, other: bytes) -> bytes:
    """Swap two sectors of a compound file."""
    del other
    places = range(0, len(data), 512)
    if len(places) < 3:
        return data
    first, second = chance.sample(places, 2)
    changed = bytearray(data)
    changed[first : first + 512] = data[second : second + 512]
    changed[second : second + 512] = data[first : first + 512]
    return bytes(changed)


def markup(chance: Random, data: bytes, other: bytes) -> bytes:
    """Damage tags: left out, doubled, swapped, nested a thousand times, odd attributes, entities."""
    return chance.choice((_tags, _tags, *[_attributes] * 3, _nested, _entities, figure, figure))(chance, data, other)


def _tags(chance: Random, data: bytes, other: bytes) -> bytes:
    foreign = _TAG.findall(data) + _TAG.findall(other)[:50]
    return _replaced(chance, _TAG, data, lambda tag: chance.choice((b"", tag * 2, chance.choice(foreign or [tag]))))


def _attributes(chance: Random, data: bytes, other: bytes) -> bytes:
    del other
    values = (b'=""', b'="-1"', b'="9999999999"', b'="NaN"', b'="1e999"', b'="x y z"', b'="0 0 0 0"', b"", b'="\xff"')
    return _replaced(chance, _ATTRIBUTE, data, lambda _: chance.choice(values))


def _nested(chance: Random, data: bytes, other: bytes) -> bytes:
    """One element opened, or opened and closed, very often."""
    del other
    tags = [tag for tag in _TAG.finditer(data) if tag[0][1:2] not in b"/?!" and not tag[0].endswith(b"/>")]
    if not tags:
        return data
    tag, depth = chance.choice(tags), chance.choice((10, 300, 3000))
    closing = b"</" + re.split(rb"[\s>]", tag[0][1:], maxsplit=1)[0] + b">"
    inside = tag[0] * depth + (closing * depth if chance.random() < 0.7 else b"")
    return data[: tag.start()] + inside + data[tag.start() :]


def _entities(chance: Random, data: bytes, other: bytes) -> bytes:
    del other
    head, mark, body = data.partition(b"?>")
    start = body if mark else data
    used = _replaced(chance, re.compile(rb">[^<>]"), start, lambda match: match + b"&d;")
    return (head + mark if mark else b"") + _ENTITY + used


def page_objects(chance: Random, data: bytes, other: bytes) -> bytes:
    """Damage the objects of a PDF: doubled, swapped, left out, taken from another file; lengths and places."""
    objects = _OBJECT.findall(data)
    foreign = objects + _OBJECT.findall(other)
    if not objects or chance.random() < 0.4:
        words = re.compile(rb"/[A-Z][A-Za-z]{1,15}|\d{1,10}|stream|endobj|xref|trailer|startxref")
        names = list(dict.fromkeys(words.findall(data))) or [b""]
        return _replaced(chance, words, data, lambda _: chance.choice(names))
    return _replaced(chance, _OBJECT, data, lambda one: chance.choice((b"", one * 2, chance.choice(foreign))))


def members(chance: Random, data: bytes, other: bytes) -> bytes:
    """Damage the members of a ZIP: one is mutated by its content, emptied, left out, doubled, renamed, swapped."""
    parts, foreign = _unpacked(data), _unpacked(other)
    if not parts:
        return flip(chance, data, other)
    for _ in range(chance.choice((1, 1, 2, 4))):
        index = chance.randrange(len(parts))
        name, content = parts[index]
        match chance.choice((*["content"] * 9, "swap", "leave", "double", "name", "foreign")):
            case "content":
                means = chance.choice((*[tree] * 12, markup, markup, flip, shorten, cut, repeat, figure, insert))
                parts[index] = name, means(chance, content, chance.choice(parts)[1])
            case "swap":
                parts[index] = name, chance.choice(parts)[1]
            case "leave":
                parts[index] = name, b""
            case "double":
                parts.append((name, chance.choice(parts)[1]))
            case "name":
                parts[index] = chance.choice((name + "x", "../" + name, "/" + name, name.upper(), "x")), content
            case _:
                parts.append(chance.choice(foreign or parts))
    return _packed(parts)


GENERAL: tuple[Mutation, ...] = (flip, shorten, cut, repeat, splice, number, insert)
_PACKED: tuple[Mutation, ...] = (*[members] * 30, *GENERAL)
_COMPOUND: tuple[Mutation, ...] = (*[number] * 4, *[sectors] * 2, *GENERAL)
_MARKED: tuple[Mutation, ...] = (*[markup] * 6, *GENERAL)
OF_KIND: dict[str, tuple[Mutation, ...]] = {
    "docx": _PACKED, "ofd": _PACKED, "xlsx": _PACKED,
    "doc": _COMPOUND, "msg": _COMPOUND, "xls": _COMPOUND,
    "html": _MARKED, "mhtml": (*GENERAL, figure), "eml": (*GENERAL, *[markup] * 3),
    "pdf": (*[page_objects] * 8, *[figure] * 3, *GENERAL),
    "rtf": (*GENERAL, *[figure] * 4),
    "text": (*GENERAL, *[figure] * 3), "image": (*[number] * 3, *GENERAL),
}  # fmt: skip


def damaged(chance: Random, kind: str, data: bytes, other: bytes) -> bytes:
    """``data`` after one to three mutations that suit its format."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(OF_KIND[kind])(chance, data, other)[:_LARGEST]
    return data


def _stretch(chance: Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 4, 32, 256, 2048, len(data))))


def _replaced(chance: Random, pattern: re.Pattern[bytes], data: bytes, by: Callable[[bytes], bytes]) -> bytes:
    """Some of what matches is replaced."""
    found = list(pattern.finditer(data))
    chosen = chance.sample(found, min(len(found), chance.choice((1, 1, 2, 5, 30))))
    for match in sorted(chosen, key=lambda each: -each.start()):
        data = data[: match.start()] + by(match[0]) + data[match.end() :]
    return data


def _unpacked(data: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # noqa: BLE001 - it was damaged before: whatever is wrong with it, it has no members
        return []


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in parts:
            archive.writestr(name, content)
    return held.getvalue()
