"""Files inside files, by the route that leads to them: members of a ZIP, files sent with a mail, and so on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeAlias

from extractor.ingest import limits
from extractor.ingest.archive import Archive, archive_in
from extractor.ingest.identify import identify
from extractor.model.errors import ExtractorError, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Route: TypeAlias = tuple[int, ...]
"""Numbers of members, from the outermost file inwards; () is the file itself."""

_MAILS = (".eml", ".msg")
HOLDING = (".zip", *_MAILS)
"""Endings of the names of files that are opened to see what is packed in them."""
_ROUNDS = 256


@dataclass(frozen=True, slots=True)
class Packed:
    """A file inside a file. ``name`` is that below the outermost file, ``附件.zip/表.docx``, "" for that itself.

    ``opened``: a mail, the files sent with which are listed as well.
    """

    route: Route
    name: str
    opened: bool = False


class Holder(Protocol):
    """A ZIP or a mail that was opened: number, name and claimed size of what is in it, and the bytes of each."""

    @property
    def entries(self) -> tuple[tuple[int, str, int], ...]:
        """In the order of the file."""

    def content(self, number: int, name: str) -> bytes:
        """The bytes of one, which is called ``name`` in messages; raises as ``content`` below."""


@dataclass(slots=True)
class _Spent:
    """How much the walk through one file has met."""

    files: int = 0
    size: int = 0
    found: list[Packed] = field(default_factory=list)

    def allows(self, holder: Holder) -> bool:
        """Whether there is room for all that is in it; then it counts."""
        files = self.files + len(holder.entries)
        size = self.size + sum(entry[2] for entry in holder.entries)
        if files > limits.MAX_ARCHIVE_FILES or size > limits.MAX_UNPACKED_BYTES:
            return False
        self.files, self.size = files, size
        return True


def members(path: Path) -> tuple[Packed, ...]:
    """What is packed in the file at ``path``, to the bottom; empty for everything but a ZIP or a mail.

    Only what is named ``.zip``, ``.eml`` or ``.msg`` is opened: looking into every DOCX would take as long as
    reading it. A mail is listed itself, too, for it has a message; a ZIP is not. One with more files, more bytes or
    more levels than ``limits`` grant, or a damaged one, counts as everything else.
    """
    if path.suffix.lower() not in HOLDING:
        return ()
    try:
        found = path.stat()
    except OSError:
        return ()
    return _listed(path, found.st_size, found.st_mtime_ns)


def content(path: Path, route: Route, name: str) -> bytes:
    """The bytes of a file inside the file at ``path``, which is called ``name`` in messages.

    Raises:
        EncryptedFile: it asks for a password.
        UnreadableFile: it is damaged, or is not there any more.
        LimitExceeded: it unpacks to more than a file may have.
    """
    try:
        found = path.stat()
        return _content(path, found.st_size, found.st_mtime_ns, route, name)
    except (OSError, LookupError) as error:
        raise UnreadableFile(name, reason="所在的文件已变动或损坏") from error


@lru_cache(maxsize=_ROUNDS)
def _listed(path: Path, size: int, modified: int) -> tuple[Packed, ...]:
    """As ``members``; a watch asks again and again."""
    spent = _Spent()
    holder = _opened(path, size, modified, ())
    if holder is None or not spent.allows(holder):
        return ()
    if path.suffix.lower() in _MAILS:
        spent.found.append(Packed((), "", opened=True))
    _walk(holder, Packed((), ""), spent)
    return tuple(spent.found)


def _walk(holder: Holder, around: Packed, spent: _Spent) -> None:
    for number, name in _named(holder):
        one = Packed((*around.route, number), f"{around.name}/{name}".lstrip("/"))
        inner = _inner(holder, one, number) if len(one.route) < limits.MAX_ARCHIVE_DEPTH else None
        if inner is None or not inner.entries or not spent.allows(inner):
            spent.found.append(one)
            continue
        if not isinstance(inner, Archive):
            spent.found.append(Packed(one.route, one.name, opened=True))
        _walk(inner, one, spent)


def _named(holder: Holder) -> Iterator[tuple[int, str]]:
    """Number and name of each; of several with one name all but the first get a number behind it."""
    taken: dict[str, int] = {}
    for number, name, _ in holder.entries:
        taken[name] = taken.get(name, 0) + 1
        yield number, f"{name}（{taken[name]}）" if taken[name] > 1 else name


def _inner(holder: Holder, one: Packed, number: int) -> Holder | None:
    """What is opened of a member that is a ZIP or a mail by its name and by its content."""
    if not one.name.lower().endswith(HOLDING):
        return None
    try:
        return _holder(holder.content(number, one.name))
    except ExtractorError:
        return None  # reading it says why


@lru_cache(maxsize=1)
def _opened(path: Path, size: int, modified: int, route: Route) -> Holder | None:
    """The ZIP or mail at the end of ``route``; kept, for its files are asked for one after the other."""
    if not route:
        return archive_in(path) if path.suffix.lower() == ".zip" else _holder(_bytes(path, size))
    return _holder(_content(path, size, modified, route, path.name))


def _content(path: Path, size: int, modified: int, route: Route, name: str) -> bytes:
    holder = _opened(path, size, modified, route[:-1])
    if holder is None:
        raise UnreadableFile(name, reason="所在的文件已变动或损坏")
    return holder.content(route[-1], name)


def _bytes(path: Path, size: int) -> bytes:
    return path.read_bytes() if size <= limits.MAX_FILE_BYTES else b""


def _holder(data: bytes) -> Holder | None:
    kind = identify(data)
    if kind == "archive":
        return archive_in(data)
    if kind in ("eml", "msg"):
        from extractor.ingest.mail.holder import MailHolder  # noqa: PLC0415 - only a run that meets mails

        return MailHolder(data, kind)
    return None
