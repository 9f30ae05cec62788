"""In which encoding the bytes of an RTF are written: that of its fonts, or of the file."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from types import MappingProxyType

_CHARSETS = MappingProxyType({128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs"})
_CODEPAGES = MappingProxyType({932: "cp932", 936: "gb18030", 949: "cp949", 950: "big5hkscs", 54936: "gb18030"})
_CHINESE = 134


@dataclass(slots=True)
class Fonts:
    """The character sets of the font table, and the code page of the file."""

    charsets: dict[int, int] = field(default_factory=dict)
    codepage: str = "cp1252"

    def set_codepage(self, number: int) -> None:
        """What ``ansicpg`` says."""
        name = _CODEPAGES.get(number, f"cp{number}")
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self.codepage = name

    def encoding(self, font: int) -> str:
        r"""The encoding of bytes in ``font``; Western fonts stand before Chinese bytes as well.

        Word writes ``\f0\dbch\f13`` and the like, so a font of no East Asian character set says nothing.
        """
        stated = _CHARSETS.get(self.charsets.get(font, 0))
        if stated or self.codepage in _CODEPAGES.values():
            return stated or self.codepage
        return "gb18030" if _CHINESE in self.charsets.values() else self.codepage
