"""The only door to the OCR library: pixels in, recognised lines out. Nothing is ever loaded from the network."""

from __future__ import annotations

import os
import threading
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.ingest.ocr.piece import Character, Corners, Piece, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.ingest.ocr.pixels import Pixels

_ONE_AT_A_TIME = threading.Lock()
_NO_REPORTS = ("ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED")
"""Variables that keep onnxruntime (1.29 and later) from reporting its use; its versions differ in the name."""
_MODELS = {"Det": "*det*.onnx", "Rec": "*rec*.onnx"}
_SETTINGS: dict[str, object] = {
    "Global.log_level": "critical",
    "Global.use_cls": False,  # whole pages are turned instead
    "Global.max_side_len": 4000,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1280,  # finds lines as well as in more pixels, three times as fast
    # One thread gives the same result everywhere; several files are read by several processes.
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


def is_installed() -> bool:
    """Whether the extra ``ocr`` is installed, with the models that its library brings along."""
    return find_spec("onnxruntime") is not None and len(_models()) == len(_MODELS)


def recognise(pixels: Pixels) -> list[Piece]:
    """The lines in a picture, as the library orders them."""
    with _ONE_AT_A_TIME:
        found = _engine()(pixels, return_word_box=True, return_single_char_box=True)
    if found.txts is None or found.boxes is None:
        return []
    lines = zip(found.boxes, found.txts, found.scores, found.word_results, strict=False)
    return [_piece(*line) for line in lines if line[1].strip()]


def _piece(box: Sequence[Sequence[float]], text: str, score: float, characters: Sequence[Any]) -> Piece:
    corners = _corners(box)
    placed = tuple(
        one for word, _, place in characters if place is not None for one in spread(word, _corners(place))
    )
    whole = "".join(one.text for one in placed).replace(" ", "") == text.replace(" ", "")
    return Piece(text, float(score), corners, _with_blanks(text, placed) if whole else spread(text, corners))


def _with_blanks(text: str, placed: tuple[Character, ...]) -> tuple[Character, ...]:
    """The characters, with those blanks that the library recognised but did not place."""
    found: list[Character] = []
    rest = [one for one in placed if one.text != " "]
    for character in text:
        if character != " ":
            found.append(rest.pop(0))
        elif found and rest:
            (_, left_top, left_bottom, _), (right_top, _, _, right_bottom) = found[-1].corners, rest[0].corners
            found.append(Character(" ", (left_top, right_top, right_bottom, left_bottom)))
    return tuple(found)


def _corners(box: Sequence[Sequence[float]]) -> Corners:
    points = [(float(x), float(y)) for x, y in box]
    return points[0], points[1], points[2], points[3]


@cache
def _models() -> dict[str, str]:
    """The models in the library's own folder: it would load others from the network, which is never done."""
    library = find_spec("rapidocr")
    if library is None or library.origin is None:
        return {}
    folder = Path(library.origin).parent / "models"
    found = {part: sorted(folder.glob(pattern)) for part, pattern in _MODELS.items()}
    return {part: str(paths[-1]) for part, paths in found.items() if paths}


@cache
def _engine() -> Any:  # noqa: ANN401 - the library has no types
    # Reports begin when the library is loaded: by default it writes an identifier and opens a connection.
    os.environ.update(dict.fromkeys(_NO_REPORTS, "1"))
    from rapidocr import RapidOCR  # noqa: PLC0415 - a second to load, only for pictures

    return RapidOCR(params=_SETTINGS | {f"{part}.model_path": path for part, path in _models().items()})
