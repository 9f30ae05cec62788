"""``/pages/NAME?number=3``: a page of a notice as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from starlette.responses import Response

from extractor.web.notice_page.original import found, gone

if TYPE_CHECKING:
    from starlette.requests import Request

    from extractor.web.notice_page.painter import Painter

_MOST_PAGES = 99_999


def picture(request: Request) -> Response:
    """The picture of a page, as its lines were read."""
    number, turns = (_number(request, name) for name in ("number", "turns"))
    original = found(request)
    painter = cast("Painter", request.app.state.painter)
    drawn = painter.draw(original, number, turns % 4) if original.is_there else b""
    if not drawn:
        raise gone()
    return Response(drawn, media_type="image/png")


def _number(request: Request, name: str) -> int:
    words = request.query_params.get(name, "")
    return min(int(words), _MOST_PAGES) if words.isascii() and words.isdigit() and len(words) < len("100000") else 0
