"""PNG, JPEG, TIFF and the like → Source: a picture of a page, or of several, recognised."""

from __future__ import annotations

import io
import warnings
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from extractor.ingest import limits
from extractor.ingest.ocr.engine import is_installed
from extractor.ingest.ocr.pixels import arrays, turned
from extractor.ingest.ocr.scans import LONGEST_SIDE, read_picture
from extractor.ingest.pdf.file import source_of
from extractor.ingest.pdf.page import Page
from extractor.ingest.pdf.pdfium import Box, Picture
from extractor.ingest.pulse import may_go_on
from extractor.model.errors import EmptyFile, LimitExceeded, UnreadableFile, UnsupportedFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from extractor.ingest.ocr.pixels import Pixels
    from extractor.model.source import Source

_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")
_LONG_SIDE = 842.0  # points: a picture is taken for a page of A4
_STRIP = 2.2  # times as high as wide: a picture of a screen that was scrolled
_PART = 1.414  # times as high as wide: the parts in which such a strip is read


def read_image(data: bytes, name: str, sha256: str) -> Source:
    """The text in a picture; each frame of a TIFF is a page, a long strip is read in parts.

    Raises:
        UnsupportedFormat: the extra ``ocr`` is not installed.
        UnreadableFile: damaged. EmptyFile: nothing was recognised.
        LimitExceeded: more pixels or pages than is reasonable.
    """
    if not is_installed():
        raise UnsupportedFormat(name, "unsupported-image", format="PNG/JPEG/TIFF")
    pages: list[Page] = []
    stopped = False
    for pixels in _pictures(data, name):
        number = len(pages) + 1
        stopped = stopped or not may_go_on()
        limits.check(name, "pages", number, limits.MAX_RECOGNISED_PAGES)
        height, width = pixels.shape[:2]
        scale = _LONG_SIDE / max(height, width)
        blank = Page(number, Box(0.0, 0.0, width * scale, height * scale), ())
        pages.append(replace(blank, missed=True) if stopped else read_picture(pixels, blank) or blank)
    if not any(page.items for page in pages):
        raise EmptyFile(name)
    return source_of(pages, name, "image", sha256)


def with_picture_read(page: Page, data: bytes, name: str) -> Page:
    """``page`` with what is read in the picture ``data`` that covers it; as it is where that cannot be done."""
    if not data or not is_installed() or page.number > limits.MAX_RECOGNISED_PAGES:
        return page
    if not may_go_on():
        return replace(page, missed=True)
    try:
        pixels = next(_pictures(data, name), None)
    except UnreadableFile:
        return page  # of a format that only OFD knows, such as JBIG2; the page is named as without text
    return (read_picture(pixels, page) or page) if pixels is not None else page


def picture_of(data: bytes, name: str, number: int, turns: int) -> Picture | None:
    """The page of that number as it was read, after so many quarter turns against the clock; None without one."""
    pixels = next(islice(_pictures(data, name), number - 1, None), None)
    if pixels is None:
        return None
    upright = arrays().ascontiguousarray(turned(pixels, turns)[:, :, ::-1])
    height, width = upright.shape[:2]
    return Picture(width, height, width * 3, upright.tobytes())


def _pictures(data: bytes, name: str) -> Iterator[Pixels]:
    """The pixels of every page."""
    from PIL import Image, ImageSequence  # noqa: PLC0415 - only with the extra

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                frames = ImageSequence.Iterator(opened) if opened.format == "TIFF" else (opened,)
                for frame in frames:
                    yield from _parts(frame, name)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise LimitExceeded(name, "limit-pixels") from error
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError) as error:
        raise UnreadableFile(name, reason="图片已损坏或不完整") from error


def _parts(frame: Image, name: str) -> Iterator[Pixels]:
    """The pixels of a frame, upright as its camera says; those of a long strip cut between lines."""
    from PIL import ImageOps  # noqa: PLC0415 - only with the extra

    if frame.width * frame.height > limits.MAX_PIXELS:
        raise LimitExceeded(name, "limit-pixels")
    image = _on_white(ImageOps.exif_transpose(frame))
    strip = image.height > _STRIP * image.width
    side = image.width * _PART if strip else max(image.size)
    if side > LONGEST_SIDE:
        scale = LONGEST_SIDE / side
        image = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    pixels = arrays().ascontiguousarray(arrays().asarray(image)[:, :, ::-1])
    yield from _cut(pixels) if strip else (pixels,)


def _on_white(image: Image) -> Image:
    """In three colours, what is transparent on white paper."""
    from PIL import Image as Images  # noqa: PLC0415 - only with the extra

    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    shown = image.convert("RGBA")
    paper = Images.new("RGBA", shown.size, "white")
    paper.alpha_composite(shown)
    return paper.convert("RGB")


def _cut(pixels: Pixels) -> Iterator[Pixels]:
    """The parts of a strip, cut where the last quarter of each is emptiest."""
    height, width = pixels.shape[:2]
    step = max(1, round(width * _PART))
    start = 0
    while height - start > step:
        search = start + 3 * step // 4
        unevenness = pixels[search : start + step].std(axis=(1, 2))
        end = search + int(unevenness.argmin())
        yield pixels[start : end + 1]
        start = end + 1
    yield pixels[start:]
