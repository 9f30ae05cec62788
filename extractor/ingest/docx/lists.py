"""The lists of a DOCX (``numbering.xml``) as ``NumberedList`` values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.ingest.docx.names import ALTERNATE, CHOICE, VAL, is_on, number, value, w, whole
from extractor.ingest.docx.symbols import bullet
from extractor.ingest.numbering import LEVELS, Level, NumberedList, Suffix

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.ingest.docx.package import Element

_LVL, _LEVEL, _OVERRIDE = w("lvl"), w("ilvl"), w("lvlOverride")
_FONTS = tuple(w(side) for side in ("ascii", "hAnsi", "eastAsia", "cs"))
_SUFFIXES: dict[str, Suffix] = {"space": "space", "nothing": "nothing"}


def read_lists(root: Element) -> dict[str, NumberedList]:
    """Every ``w:num`` by its id, with its own levels and starts laid over those of its definition."""
    definitions = {found.get(w("abstractNumId"), ""): found for found in root.iterfind(w("abstractNum"))}
    levels: dict[str, dict[int, Level]] = {}
    lists = {}
    for num in root.iterfind(w("num")):
        key = _linked(value(num, w("abstractNumId")) or "", definitions)
        if key not in levels:
            levels[key] = _levels(definitions.get(key))
        lists[num.get(w("numId"), "")] = _list(num, key, levels[key])
    return lists


def _linked(key: str, definitions: Mapping[str, Element]) -> str:
    """A definition that only names a list style stands for the one that defines that style."""
    style = value(definitions.get(key), w("numStyleLink"))
    if not style:
        return key
    return next((other for other, found in definitions.items() if value(found, w("styleLink")) == style), key)


def _list(num: Element, key: str, levels: Mapping[int, Level]) -> NumberedList:
    own, starts = dict(levels), {}
    for override in num.iterfind(_OVERRIDE):
        index = whole(override.get(_LEVEL))
        start = number(override, w("startOverride"))
        replaced = override.find(_LVL)
        if index is None or index >= LEVELS:
            continue
        if replaced is not None:
            own[index] = _level(replaced)
        if start is not None:
            starts[index] = start
    return NumberedList(key, own, starts)


def _levels(definition: Element | None) -> dict[int, Level]:
    found = definition.iterfind(_LVL) if definition is not None else ()
    indexed = ((whole(level.get(_LEVEL)), level) for level in found)
    return {index: _level(level) for index, level in indexed if index is not None and index < LEVELS}


def _level(level: Element) -> Level:
    form = _form(level)
    text = "" if level.find(w("lvlPicBulletId")) is not None else value(level, w("lvlText")) or ""
    return Level(
        start=number(level, w("start")) or 0,
        form=form,
        text=bullet(text, _font(level)) if form == "bullet" else text,
        suffix=_SUFFIXES.get(value(level, w("suff")) or "", "tab"),
        legal=bool(is_on(level, w("isLgl"))),
        restart=number(level, w("lvlRestart")),
        style=value(level, w("pStyle")),
    )


def _form(level: Element) -> str:
    """The number format; a custom one (``001, 002, 003, ...``) is told by its first number."""
    plain = level.find(w("numFmt"))
    chosen = level.find(f"{ALTERNATE}/{CHOICE}/{w('numFmt')}")
    found = plain if plain is not None else chosen
    if found is None:
        return "decimal"
    form = found.get(VAL, "decimal")
    return found.get(w("format"), "").partition(",")[0].strip() or "decimal" if form == "custom" else form


def _font(level: Element) -> str:
    fonts = level.find(f"{w('rPr')}/{w('rFonts')}")
    return next((font for side in _FONTS if fonts is not None and (font := fonts.get(side))), "")
