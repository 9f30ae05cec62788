"""Forms that pages send: read where the server waits, handled in a thread of their own as all pages are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

_MOST_FIELDS = 5_000


def with_form(handler: Callable[[Request, FormData], Response]) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that hands the fields of the form to ``handler``."""

    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=_MOST_FIELDS) as form:
            return await run_in_threadpool(handler, request, form)

    return endpoint


def field(form: FormData, name: str) -> str:
    """The words of a field; empty where it is missing."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""
