"""Who is let in: requests of this machine's own browser, to this program by its own name, from its own pages.

Three things could misuse a server on 127.0.0.1: a web page that posts forms to it (CSRF), a web page whose name was
made to point to 127.0.0.1 (DNS rebinding), and, when it is told to listen to others, anybody on the network. Host and
Origin stop the first two, a token the third. The headers keep words of a notice from ever running as script.
Source: OWASP, Cross-Site Request Forgery Prevention; CSP Level 3; Fetch Metadata Request Headers.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse

from extractor.messages import say

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "extractor-token"
_READING = frozenset({"GET", "HEAD"})
_OWN = frozenset({"same-origin", "none"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}
_KEPT = "max-age=3600"


@dataclass(frozen=True, slots=True)
class Admission:
    """To whom the workbench answers.

    Attributes:
        hosts: the names, with port, under which it may be asked.
        token: what a browser has to bring; empty on a loopback address, which only this machine reaches.
    """

    hosts: frozenset[str]
    token: str = ""


class Guard:
    """Middleware: refuses what is not let in, and puts the headers on all that is answered."""

    def __init__(self, app: ASGIApp, admission: Admission) -> None:
        """Stand before ``app``."""
        self._app = app
        self._admission = admission

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or answer it with a refusal."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._refusal(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _put_headers(MutableHeaders(scope=message), scope["path"])
            await send(message)

        await (answer or self._app)(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._admission.hosts:
            return _refused("guard-address", 421)
        if scope["method"] not in _READING and not _from_own_page(headers):
            return _refused("guard-elsewhere", 403)
        return self._without_token(scope, headers) if self._admission.token else None

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        token = self._admission.token
        brought = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        if hmac.compare_digest(brought.encode(), token.encode()):
            return None
        asked = QueryParams(scope["query_string"]).get("token", "")
        if scope["method"] in _READING and hmac.compare_digest(asked.encode(), token.encode()):
            answer = RedirectResponse(scope["path"], 303)
            answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
            return answer
        return _refused("guard-token", 401)


def _refused(code: str, status: int) -> Response:
    message = say(code, "", {})
    return PlainTextResponse(f"{message.text}。{message.advice}", status)


def _from_own_page(headers: Headers) -> bool:
    """Whether a browser says that a page of this very server sent it; programs that are no browsers say nothing."""
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
        return False
    return headers.get("sec-fetch-site", "same-origin") in _OWN


def _put_headers(headers: MutableHeaders, path: str) -> None:
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("content-security-policy", POLICY)
    if path.startswith(("/assets/", "/vendored/")):
        headers["cache-control"] = _KEPT
