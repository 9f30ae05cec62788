"""The only door to PDFium: documents, pages, their characters and where these stand."""

from __future__ import annotations

import ctypes
import math
import sys
from typing import Any, NamedTuple, Self, TypeAlias

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractor.model.errors import EncryptedFile, UnreadableFile

__all__ = ["Box", "Handle", "PdfFile", "PdfPage", "Picture", "raw"]

Handle: TypeAlias = Any
"""Something of PDFium's own, of which Python knows no type."""

_QUARTER = math.pi / 2
_SURROGATES, _AFTER_SURROGATES = 0xD800, 0xDFFF  # halves of a character, alone without a meaning
_RED, _PALE = 150, 100  # of 255: any red, also a faded one
_TILTED = 0.05  # radians: less is the unsteadiness of a scan's text layer


class Box(NamedTuple):
    """A rectangle on the page as it is read: points, y upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Picture(NamedTuple):
    """A picture: ``rows`` of (red, green, blue), ``stride`` bytes from one to the next."""

    width: int
    height: int
    stride: int
    rows: bytes


class PdfPage:
    """One open page. ``text`` has one character an index; ``turn`` quarter turns bring its text upright."""

    def __init__(self, page: Handle, number: int) -> None:
        """Load the page's text."""
        self.number = number
        self.width, self.height = page.get_size()
        self.turn = 0
        self.handle = page.raw
        self._page = page
        self._text_page = page.get_textpage()
        self._characters = self._text_page.raw
        self._rectangle = raw.FS_RECTF()
        self.text = self._read_text()

    @property
    def frame(self) -> Box:
        """The visible part of the page, upright."""
        left, bottom, right, top = self._page.get_bbox()
        return self._upright(left, bottom, right, top)

    @property
    def turns_shown(self) -> int:
        """Quarter turns against the clock that bring the page, as programs show it, upright as it is read."""
        return int((self.turn + self._page.get_rotation() // 90) % 4)

    def box(self, index: int) -> Box:
        """The cell of one character: as wide as its advance, as high as its font."""
        cell = self._rectangle
        raw.FPDFText_GetLooseCharBox(self._characters, index, cell)
        left, bottom, right, top = cell.left, cell.bottom, cell.right, cell.top
        if not math.isfinite(left + bottom + right + top):  # a damaged matrix
            return Box(0.0, 0.0, 0.0, 0.0)
        return self._upright(left, bottom, right, top)

    def direction(self, index: int) -> int | None:
        """In how many quarter turns, clockwise, the character is written; None when it stands aslant."""
        angle = raw.FPDFText_GetCharAngle(self._characters, index)
        turns = round(angle / _QUARTER)
        return turns % 4 if abs(angle - turns * _QUARTER) < _TILTED else None

    def is_red(self, index: int) -> bool:
        """Whether the character is printed in red, as the head of a notice is."""
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFText_GetFillColor(self._characters, index, red, green, blue, alpha)
        return bool(red.value > _RED and max(green.value, blue.value) < _PALE)

    def is_drawn(self, index: int) -> bool:
        """Whether the file itself has this character; False for a blank that PDFium put between words."""
        return bool(raw.FPDFText_IsGenerated(self._characters, index) == 0)

    def pixels(self, longest: int) -> Handle:
        """The page drawn as a picture: an array of rows of (blue, green, red), ``longest`` on its longer side."""
        scale = longest / max(1.0, self.width, self.height)
        return self._page.render(scale=scale, rev_byteorder=False, prefer_bgrx=False).to_numpy()

    def picture(self, longest: int, turns: int) -> Picture:
        """The page as it is shown, after so many quarter turns against the clock, ``longest`` on its longer side."""
        scale = longest / max(1.0, self.width, self.height)
        bitmap = self._page.render(scale=scale, rotation=-90 * turns % 360, rev_byteorder=True, prefer_bgrx=False)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))

    def close(self) -> None:
        """Give the page's memory back."""
        self._text_page.close()
        self._page.close()

    def _read_text(self) -> str:
        count = raw.FPDFText_CountChars(self._characters)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self._characters, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * written].decode("utf-16-le", "replace")
        return text if len(text) == count else self._read_slowly(count)

    def _read_slowly(self, count: int) -> str:
        """Character by character: those outside the basic plane, or without a meaning, shift the rest."""
        codes = (raw.FPDFText_GetUnicode(self._characters, index) for index in range(count))
        return "".join(chr(code) if _has_meaning(code) else " " for code in codes)

    def _upright(self, left: float, bottom: float, right: float, top: float) -> Box:
        if not self.turn:
            return Box(left, bottom, right, top)
        (x1, y1), (x2, y2) = self.upright_point(left, bottom), self.upright_point(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def upright_point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file as it lies once the text is upright."""
        return ((x, y), (-y, x), (-x, -y), (y, -x))[self.turn]


def _has_meaning(code: int) -> bool:
    return 0 < code < _SURROGATES or _AFTER_SURROGATES < code <= sys.maxunicode


class PdfFile:
    """An open document, closed on leaving the ``with``.

    Raises:
        EncryptedFile: it asks for a password.
        UnreadableFile: it is broken.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Open the document from memory."""
        try:
            self._document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as trouble:
            if trouble.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
                raise EncryptedFile(name) from trouble
            raise UnreadableFile(name, reason="PDF 结构已损坏") from trouble

    def __enter__(self) -> Self:
        """Keep it open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._document.close()

    def __len__(self) -> int:
        """How many pages it has."""
        return len(self._document)

    def page(self, index: int) -> PdfPage | None:
        """The page at 0-based ``index``, to be closed by the caller; None when it is broken."""
        try:
            return PdfPage(self._document[index], index + 1)
        except pdfium.PdfiumError:
            return None
