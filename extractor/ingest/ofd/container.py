"""An OFD as a package: its documents, their pages and what these refer to.

Source: GB/T 33190-2016, 7 (OFD.xml → Document.xml → pages, templates, resources).
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.ingest.docx.package import Package, folded
from extractor.model.errors import EncryptedFile, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.ingest.markup import Element

_ENTRY = "OFD.xml"
_LOCKED = "encryptions.xml"  # GM/T 0099: the list of what is enciphered, and how


@dataclass(frozen=True, slots=True)
class Part:
    """An XML part: its ``path`` in the package and its root element."""

    path: str
    root: Element


@dataclass(frozen=True, slots=True)
class Container:
    """The parts of one OFD, found as they refer to each other.

    Raises (all methods):
        UnreadableFile: a damaged ZIP or XML, a part that is missing, or a document type declaration.
        EncryptedFile: the members ask for a password.
        LimitExceeded: unpacks to more than ``limits.MAX_UNPACKED_BYTES``.
    """

    package: Package

    def documents(self) -> list[Part]:
        """The documents of the file in their order; most have one."""
        entry = self.part(_ENTRY)
        roots = [text for body in children(entry.root, "DocBody") if (text := value(body, "DocRoot"))]
        if not roots:
            raise UnreadableFile(self.package.name, reason=f"{_ENTRY} 没有指明正文")
        return [self.referred(entry.path, root) for root in roots]

    def referred(self, source: str, location: str) -> Part:
        """The part that ``source`` refers to by ``location``; it must be there."""
        found = self.if_there(source, location)
        if found is None:
            raise UnreadableFile(self.package.name, reason=f"缺少 {location.strip()}")
        return found

    def if_there(self, source: str, location: str) -> Part | None:
        """As ``referred``; None when there is no such part.

        A location is relative to the folder of the part that names it; some programs mean the root.
        """
        words = location.strip().replace("\\", "/")
        for folder in (posixpath.dirname(source), ""):
            path = posixpath.normpath(posixpath.join("/", folder, words)).lstrip("/")
            if folded(path) in self.package.members:
                return self.part(path)
        return None

    def part(self, path: str) -> Part:
        """The part at ``path``, parsed."""
        data = self.package.part(path)
        if data is None:
            raise UnreadableFile(self.package.name, reason=f"缺少 {path}")
        return Part(path, self.package.parsed(data, path))


def open_ofd(data: bytes, name: str) -> Container:
    """The container that ``data`` is.

    Raises:
        UnreadableFile: no ZIP, or a damaged one.
        EncryptedFile: its parts are enciphered.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise UnreadableFile(name, reason="不是完整的 OFD（ZIP 已损坏）") from error
    members = {folded(member.filename): member for member in archive.infolist()}
    if _LOCKED in members:
        raise EncryptedFile(name)
    return Container(Package(name, archive, members))


def local(element: Element) -> str:
    """The name of an element without its namespace, of which several are in use."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children of ``element`` called by one of ``names``, in order."""
    return (child for child in element if local(child) in names)


def child(element: Element, *path: str) -> Element | None:
    """The first element at ``path`` below ``element``."""
    found: Element | None = element
    for name in path:
        found = next(children(found, name), None) if found is not None else None
    return found


def value(element: Element, *path: str) -> str:
    """The text of the first element at ``path``; empty when there is none."""
    found = child(element, *path)
    return (found.text or "").strip() if found is not None else ""
