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

    from extractor.messages import Message

_STATUS: tuple[tuple[type[ExtractorError], int], ...] = ((LedgerInUse, 409), (UsageError, 400), (ExtractorError, 500))
_SAYS = {404: "page-missing", 405: "page-otherwise"}


def _no_ledger(request: Request, error: Exception) -> Response:
    """Before the first file was read: not an error, but where to begin."""
    del error
    return page(request, "no-ledger.html")


def _program(request: Request, error: Exception) -> Response:
    if not isinstance(error, ExtractorError):
        raise error
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    return _said(request, status, say(error.code, error.where, error.details))


def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    code = _SAYS.get(error.status_code, "page-refused")
    return _said(request, error.status_code, say(code, "", {"reason": error.detail}))


def _mistake(request: Request, error: Exception) -> Response:
    return _said(request, 500, say("page-broke", "", {"type": type(error).__name__}))


def _said(request: Request, status: int, message: Message) -> Response:
    return page(request, "error.html", status, title=message.text, advice=message.advice)


HANDLERS: Mapping[int | type[Exception], Callable[[Request, Exception], Response]] = {
    NoResults: _no_ledger,
    ExtractorError: _program,
    HTTPException: _http,
    500: _mistake,
}
