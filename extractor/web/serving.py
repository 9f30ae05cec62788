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

_NAMES_OF_THIS_MACHINE = ("127.0.0.1", "localhost", "[::1]")


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
        if os.name == "posix":  # elsewhere it would let two programs answer at one address
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen()  # who opens the address from now on waits for the server instead of being refused
        except OSError as error:
            raise PortTaken(wanted, reason=error.strerror or str(error)) from error
        taken = listening.getsockname()[1]
        token = "" if _loopback(host) else secrets.token_urlsafe(24)
        shown = f"[{host}]" if ":" in host else host
        query = f"?token={token}" if token else ""
        yield Door(listening, f"http://{shown}:{taken}/{query}", Admission(_hosts(shown, taken, token), token))


def serve(office: Office, door: Door) -> bool:
    """Answer until somebody interrupts; returns whether the files of the outputs show all that was edited."""
    import uvicorn  # noqa: PLC0415 - tests of the pages need no server

    with Clerk(office.out) as clerk:
        app = application(office, door.admission, clerk)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="on")
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run([door.listening])
    return not clerk.behind


def _hosts(host: str, port: int, token: str) -> frozenset[str]:
    """The names to be asked under; with a token all addresses of this machine, for a token is no name's to steal."""
    names = {host, *_NAMES_OF_THIS_MACHINE}
    if token:
        name = socket.gethostname()
        names |= {name.lower(), *_addresses(name)}
    return frozenset(f"{each.lower()}:{port}" for each in names)


def _addresses(name: str) -> set[str]:
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(name, None)}
    except OSError:
        return set()
    return {f"[{each}]" if ":" in each else each for each in found}


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
