"""One document of an OFD: its pages with what lies under them, and the resources that they use."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.ingest.ofd.container import Container, Part, child, children, value
from extractor.ingest.ofd.geometry import page_area

if TYPE_CHECKING:
    from extractor.ingest.markup import Element

Area = tuple[float, float, float, float]
_RESOURCES = ("PublicRes", "DocumentRes")


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page: its area in millimetres, and the elements whose objects are drawn on it."""

    area: Area
    contents: tuple[Element, ...]


@dataclass(slots=True)
class Resources:
    """What objects refer to by an ID: drawing parameters, composite graphics, and the paths of pictures."""

    parameters: dict[str, Element] = field(default_factory=dict)
    composites: dict[str, Element] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        """Take up the entries of a resource part; its files lie in the folder that it names."""
        folder = posixpath.join("/", posixpath.dirname(part.path), part.root.get("BaseLoc", ""))
        for group in part.root:
            for entry in children(group, "MultiMedia"):
                path = posixpath.normpath(posixpath.join(folder, value(entry, "MediaFile")))
                self.pictures[entry.get("ID", "")] = path.lstrip("/")
            for entry in children(group, "DrawParam"):
                self.parameters[entry.get("ID", "")] = entry
            for entry in children(group, "CompositeGraphicUnit", "CompositeGraphUnit"):
                self.composites[entry.get("ID", "")] = entry


@dataclass(slots=True)
class OfdDocument:
    """A document and where its parts are; pages are read one by one."""

    container: Container
    part: Part
    resources: Resources = field(default_factory=Resources)
    templates: dict[str, str] = field(default_factory=dict)
    read_templates: dict[str, tuple[Element, ...]] = field(default_factory=dict)

    @property
    def pages(self) -> list[str]:
        """The locations of its pages, in order."""
        pages = child(self.part.root, "Pages")
        return [page.get("BaseLoc", "") for page in children(pages, "Page")] if pages is not None else []

    def attachments(self) -> list[str]:
        """The names of the files put into the document, which are not read."""
        location = value(self.part.root, "Attachments")
        part = self.container.if_there(self.part.path, location) if location else None
        return [item.get("Name", "") for item in part.root] if part else []

    def annotated_pages(self) -> int:
        """How many pages carry annotations: seals, handwriting, remarks. They are no part of the text."""
        location = value(self.part.root, "Annotations")
        part = self.container.if_there(self.part.path, location) if location else None
        return sum(1 for _ in children(part.root, "Page")) if part else 0

    def picture(self, known_as: str) -> bytes:
        """The file of a picture; empty where there is none. Raises as ``Container``."""
        path = self.resources.pictures.get(known_as, "")
        return (self.container.package.part(path) if path else None) or b""

    def page(self, location: str) -> PageParts:
        """The page at ``location``, with the content of its templates. Raises as ``Container``."""
        part = self.container.referred(self.part.path, location)
        self._add_resources(part, "PageRes")
        under = (self._template(entry.get("TemplateID", "")) for entry in children(part.root, "Template"))
        contents = [element for elements in under for element in elements]
        contents += children(part.root, "Content")
        own = value(part.root, "Area", "PhysicalBox")
        usual = value(self.part.root, "CommonData", "PageArea", "PhysicalBox")
        return PageParts(page_area(own, usual), tuple(contents))

    def _template(self, known_as: str) -> tuple[Element, ...]:
        """What a template page draws; templates of templates there are none."""
        if known_as not in self.read_templates:
            location = self.templates.get(known_as, "")
            part = self.container.if_there(self.part.path, location) if location else None
            self.read_templates[known_as] = tuple(children(part.root, "Content")) if part else ()
            if part:
                self._add_resources(part, "PageRes")
        return self.read_templates[known_as]

    def _add_resources(self, source: Part, *kinds: str) -> None:
        common = child(source.root, "CommonData")
        for entry in children(source.root if common is None else common, *kinds):
            part = self.container.if_there(source.path, entry.text or "")
            if part:
                self.resources.add(part)


def open_document(container: Container, part: Part) -> OfdDocument:
    """The document whose Document.xml is ``part``."""
    document = OfdDocument(container, part)
    document._add_resources(part, *_RESOURCES)  # noqa: SLF001 - the factory of this class
    common = child(part.root, "CommonData")
    for template in children(common, "TemplatePage") if common is not None else ():
        document.templates[template.get("ID", "")] = template.get("BaseLoc", "")
    return document
