"""``PUT /inbox/files?name=…``: the bytes of one dropped file, written to disk as they come."""

from __future__ import annotations

import asyncio
import errno
from typing import TYPE_CHECKING, cast, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse

from extractor.ingest import limits
from extractor.messages import say
from extractor.model.errors import ExtractorError
from extractor.web.inbox_page.names import safe
from extractor.web.inbox_page.shelf import Manner, Outcome, Shelf

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import PurePosixPath

    from starlette.requests import Request

    from extractor.messages import Message
    from extractor.web.inbox_page.part import Part
    from extractor.web.work import Readings

_PATIENCE = 60  # seconds without a byte
_SAYS = {
    "stored": ("upload-stored", "upload-stored-as"), "known": ("upload-known", "upload-known-as"),
    "taken": ("upload-taken", "upload-taken"),
}  # fmt: skip
"""What is said when the file there has the given name, and when it has another."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


async def upload(request: Request) -> JSONResponse:
    """Take a file in, and have it read; what became of it is said in words.

    The answer has ``what`` (``stored``, ``known``, ``taken`` or ``refused``), ``name`` (the file that is there now, or
    was before), ``says`` and ``advice``.
    """
    given = request.query_params.get("name", "")
    try:
        outcome = await _taken_in(request, safe(given))
    except ExtractorError as error:
        status = 413 if error.code.startswith("limit-") else 422
        return _refused(say(error.code, given, error.details), status)
    except ClientDisconnect:
        return _refused(say("upload-cut", given, {}), 400)
    except TimeoutError:
        return _refused(say("upload-silent", given, {"seconds": str(_PATIENCE)}), 408)
    except OSError as error:
        return _refused(_unwritten(given, error), 507)
    return JSONResponse({"what": outcome.what, "name": outcome.name, **_said(given, outcome)})


async def _taken_in(request: Request, place: PurePosixPath) -> Outcome:
    shelf = cast("Shelf", request.app.state.shelf)
    readings = cast("Readings", request.app.state.readings)
    name = place.as_posix()
    limits.check(name, "bytes", _announced(request), limits.MAX_FILE_BYTES)
    with await run_in_threadpool(shelf.begin, place) as part:
        await _received(request, part)
        outcome = await run_in_threadpool(shelf.put, part, place, _manner(request))
    if outcome.what == "stored":
        readings.ask()
    return outcome


async def _received(request: Request, part: Part) -> None:
    """Write all that comes; a browser that says nothing for long is given up."""
    stream = request.stream()
    following: Callable[[], Awaitable[bytes]] = stream.__anext__
    while True:
        try:
            async with asyncio.timeout(_PATIENCE):
                chunk = await following()
        except StopAsyncIteration:
            return
        await run_in_threadpool(part.write, chunk)


def _announced(request: Request) -> int:
    """The size that the browser announces; what counts are the bytes that come."""
    words = request.headers.get("content-length", "")
    return int(words) if words.isascii() and words.isdigit() else 0


def _manner(request: Request) -> Manner:
    asked = request.query_params.get("as", "")
    return cast("Manner", asked) if asked in get_args(Manner) else "ask"


def _said(given: str, outcome: Outcome) -> dict[str, str]:
    plain, renamed = _SAYS[outcome.what]
    message = say(plain if outcome.name == given else renamed, given, {"name": outcome.name})
    return {"says": message.text, "advice": message.advice}


def _refused(message: Message, status: int) -> JSONResponse:
    answer = {"what": "refused", "name": "", "says": message.text, "advice": message.advice}
    # What is still on its way would have to be read to the end otherwise.
    return JSONResponse(answer, status, {"connection": "close"})


def _unwritten(given: str, error: OSError) -> Message:
    if error.errno in _FULL:
        return say("upload-no-room", given, {})
    return say("upload-unwritten", given, {"reason": error.strerror or str(error)})
