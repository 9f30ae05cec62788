"""What a page says when it cannot be shown: the program's errors as a status and words, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from extractor.messages import say
from extractor.model.errors import ExtractorError, UsageError
from extractor.store.database import LedgerInUse, NoResults
from extractor.web.rendering import page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

_STATUS: tuple[tuple[type[ExtractorError], int], ...] = ((LedgerInUse, 409), (UsageError, 400), (ExtractorError, 500))
_SAYS = {
    404: ("没有这个页面", "网址可能写错了，或者它指的公文、任务已经不在台账里。"),
    405: ("这个网址不能这样用", "请从页面上的按钮进入。"),
}


def _no_ledger(request: Request, error: Exception) -> Response:
    """Before the first file was read: not an error, but where to begin."""
    del error
    return page(request, "no-ledger.html")


def _program(request: Request, error: Exception) -> Response:
    if not isinstance(error, ExtractorError):
        raise error
    message = say(error.code, error.where, error.details, "zh")
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    return page(request, "error.html", status, title=message.text, advice=message.advice)


def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    title, advice = _SAYS.get(error.status_code, ("没有办成", error.detail))
    return page(request, "error.html", error.status_code, title=title, advice=advice)


def _mistake(request: Request, error: Exception) -> Response:
    title = "程序出错，这一步没有执行"
    advice = f"台账没有损坏。请把出错的页面和这行字告诉维护人员：{type(error).__name__}"
    return page(request, "error.html", 500, title=title, advice=advice)


HANDLERS: Mapping[int | type[Exception], Callable[[Request, Exception], Response]] = {
    NoResults: _no_ledger,
    ExtractorError: _program,
    HTTPException: _http,
    500: _mistake,
}
