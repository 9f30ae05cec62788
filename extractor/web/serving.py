"""Answering browsers: the address, who may ask, and the server itself."""

from __future__ import annotations

import ipaddress
import os
import secrets
import socket
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.errors import UsageError
from extractor.web.application import application
from extractor.web.clerk import Clerk
from extractor.web.guard import Admission

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.web.office import Office

_FAREWELL = 2  # seconds that requests may still take when somebody presses Ctrl-C
_NAMES_OF_THIS_MACHINE = ("127.0.0.1", "localhost", "[::1]")
_ANY = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - what a user may write, not what is listened to
_USUAL_PORT = 80
_ELSEWHERE = ("10.255.255.255", 1)


class PortTaken(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """Another program answers at the address, or there is no such address."""

    code = "port-taken"


@dataclass(frozen=True, slots=True)
class Door:
    """Where the workbench answers.

    Attributes:
        listening: the socket, bound.
        address: what to open in the browser, with the token if one is needed.
        admission: who is let in.
    """

    listening: socket.socket
    address: str
    admission: Admission


@contextmanager
def listen(host: str, port: int) -> Iterator[Door]:
    """Take the port, 0 for any free one; an address that others can reach gets a token.

    Raises:
        PortTaken: the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listening:
        wanted = f"{host}:{port}"
        if os.name == "posix":  # started again at once, it gets its port back; Windows would let others share it
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen()  # who opens the address from now on waits for the server instead of being refused
        except OSError as error:
            raise PortTaken(wanted, reason=error.strerror or str(error)) from error
        taken = listening.getsockname()[1]
        token = "" if _loopback(host) else secrets.token_urlsafe(24)
        shown = _shown(host)
        query = f"?token={token}" if token else ""
        yield Door(listening, f"http://{shown}:{taken}/{query}", Admission(_hosts(shown, taken, token), token))


def serve(office: Office, door: Door) -> bool:
    """Answer until somebody interrupts; returns whether the files of the outputs show all that was edited."""
    import uvicorn  # noqa: PLC0415 - tests of the pages need no server

    with Clerk(office.out) as clerk:
        config = uvicorn.Config(
            application(office, door.admission, clerk), log_level="warning", access_log=False, server_header=False,
            lifespan="on", timeout_graceful_shutdown=_FAREWELL,
        )  # fmt: skip
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run([door.listening])
    return not clerk.behind


def _shown(host: str) -> str:
    """The address as others write it; of an address that means all of this machine's, one that others can reach."""
    if host in _ANY:
        return _own_address() or _ANY[host]
    return f"[{host}]" if ":" in host else host


def _own_address() -> str:
    """The address by which this machine would send to others; nothing is sent to find it out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def _hosts(host: str, port: int, token: str) -> frozenset[str]:
    """The names to be asked under; with a token all of this machine's, for a token is no name's to steal."""
    names = {host, *_NAMES_OF_THIS_MACHINE}
    if token:
        names |= {socket.gethostname(), *_addresses(), _own_address()} - {""}
    ports = ("", f":{port}") if port == _USUAL_PORT else (f":{port}",)
    return frozenset(f"{name.lower()}{each}" for name in names for each in ports)


def _addresses() -> set[str]:
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None)}
    except OSError:
        return set()
    return {f"[{each}]" if ":" in each else each for each in found}


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
