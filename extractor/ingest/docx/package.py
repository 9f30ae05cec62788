"""A DOCX as a package: ZIP members by what they are for, unpacked within limits and parsed without surprises.

Source: ECMA-376 Part 2 (Open Packaging Conventions); the transitional and the strict namespace are both read.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from extractor.ingest import limits, markup
from extractor.model.errors import EncryptedFile, UnreadableFile

if TYPE_CHECKING:
    Element: TypeAlias = markup.Element

_MAIN = "word/document.xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the two that the standard allows
_ENCRYPTED = 0x1
_CHUNK = 1 << 20
_MOST_ALIKE = 200  # parts of one kind: a section has six headers and footers at most


@dataclass(slots=True)
class Package:
    """The parts of one DOCX; ``name`` is the file in messages, ``packed`` its size.

    ``targets`` has the part that the main document refers to by each kind, ``others`` all of them where there may
    be several, as of headers.

    Raises (all methods):
        UnreadableFile: damaged ZIP or XML, a part that is missing, or a document type declaration.
        EncryptedFile: the members of the ZIP ask for a password.
        LimitExceeded: unpacks to more than ``limits.MAX_UNPACKED_BYTES``, or to many times its size.
    """

    name: str
    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    unpacked: int = 0
    main: str = _MAIN
    targets: dict[str, str] = field(default_factory=dict)
    packed: int = 0
    others: dict[str, list[str]] = field(default_factory=dict)

    def document(self) -> bytes:
        """The XML of the main document."""
        data = self.part(self.main)
        if data is None:
            raise UnreadableFile(self.name, reason=f"缺少 {self.main}")
        return data

    def related(self, kind: str) -> bytes | None:
        """The part that the main document refers to as ``kind`` (``styles``, ``numbering``), if any."""
        return self.part(self.targets.get(kind) or f"{posixpath.dirname(self.main)}/{kind}.xml")

    def part(self, path: str) -> bytes | None:
        """A member's content, counted while it is unpacked, whatever size the ZIP claims for it."""
        member = self.members.get(folded(path))
        if member is None:
            return None
        if member.flag_bits & _ENCRYPTED:
            raise EncryptedFile(self.name)
        if member.compress_type not in _PACKINGS:
            raise UnreadableFile(self.name, reason=f"ZIP 压缩方式不合规范（{path}）")
        try:
            return self._unpacked(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableFile(self.name, reason=f"ZIP 已损坏（{path}）") from error

    def parsed(self, data: bytes, path: str) -> Element:
        """The root of a part's XML."""
        plain = data.replace(_STRICT, _TRANSITIONAL) if _STRICT in data else data
        return markup.parse_xml(plain, self.name, path)

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        chunks = []
        with self.archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                self.unpacked += len(chunk)
                limits.check(self.name, "bytes", self.unpacked, limits.MAX_UNPACKED_BYTES)
                limits.check_ratio(self.name, self.unpacked, self.packed)
                chunks.append(chunk)
        return b"".join(chunks)


def open_package(data: bytes, name: str, what: str = "DOCX") -> Package:
    """The package that ``data`` holds, with its main document and what that refers to; ``what`` it should be.

    Raises:
        UnreadableFile: no ZIP, or a damaged one.
        LimitExceeded: it has too many members.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise UnreadableFile(name, reason=f"不是完整的 {what}（ZIP 已损坏）") from error
    limits.check(name, "members", len(archive.infolist()), limits.MAX_MEMBERS)
    package = Package(name, archive, {folded(member.filename): member for member in archive.infolist()})
    package.packed = len(data)
    package.main = _relations_of_kind(package, "").get("officeDocument", [_MAIN])[0]
    package.others = _relations_of_kind(package, package.main)
    package.targets = {kind: paths[0] for kind, paths in package.others.items()}
    return package


def folded(path: str) -> str:
    """The name under which a part is found: part names ignore case (Part 2, 6.3.5); some programs write backslashes."""
    return path.replace("\\", "/").lstrip("/").lower()


def _relations_of_kind(package: Package, source: str) -> dict[str, list[str]]:
    """Kind of relation → parts, in order, for the relations of ``source`` in the package."""
    folder, file = posixpath.split(source)
    path = f"{folder}/_rels/{file}.rels".lstrip("/")
    data = package.part(path)
    found: dict[str, list[str]] = {}
    for relation in package.parsed(data, path) if data else ():
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            inside = posixpath.normpath(posixpath.join("/", folder, target))
            known = found.setdefault(kind.rpartition("/")[2], [])
            if inside.lstrip("/") not in known and len(known) < _MOST_ALIKE:
                known.append(inside.lstrip("/"))
    return found
