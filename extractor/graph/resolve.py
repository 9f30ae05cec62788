"""Which document of the corpus a reference means: by number, else by title, and nothing when in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.graph.entries import Entries, enter_all
from extractor.graph.keeping import IN_MEMORY
from extractor.graph.learnt import Learnt
from extractor.graph.mention import Mention
from extractor.graph.names import distinctive, same_issuer, same_title_key, without_issuer
from extractor.graph.wrappers import issuer_of_wrapper, printed_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.graph.entries import Entry
    from extractor.graph.keeping import Keeping
    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record, ReferenceRecord


@dataclass(slots=True)
class Register:
    """All documents of the corpus, to be found by number and by title."""

    entries: Entries
    versions: Versions

    def mention(self, reference: ReferenceRecord, file: str, document: str) -> Mention:
        """``reference``, made by ``document`` in ``file``, as it is looked up."""
        return Mention.of(reference, self.entries.placed(file, document))

    def mentions(self, record: Record) -> Iterator[list[Mention]]:
        """The references of each document of a record, as they are looked up."""
        for document in record["documents"]:
            yield [self.mention(reference, record["file"], document["id"]) for reference in document["references"]]

    def find(self, mention: Mention) -> str | None:
        """The key of the document that is meant.

        None when the corpus does not hold it, when several documents fit equally well, or when a document names
        itself.
        """
        numbered = [entry for number in sorted(mention.numbers) for entry in self.entries.numbered(number)]
        node = _numbered(numbered, mention.title) or self._here(mention) or self._anywhere(mention)
        return None if node == mention.by.node else node

    def id_in(self, file: str, node: str) -> str:
        """The id that a reference made in ``file`` points to: the version in the same file, else the one that holds."""
        places = self.versions.members.get(node, (("", node),))
        return next((document for name, document in places if name == file), places[0][1])

    def _here(self, mention: Mention) -> str | None:
        """The document of that title in the same file; what a document repeals is not printed with it."""
        if not mention.title or mention.relation == "repeals":
            return None
        here = [entry for entry in self.entries.filed(mention.by.file) if entry.node != mention.by.node]
        agreeing = [entry for entry in here if entry.agrees(mention.numbers)]
        printed = mention.relation in {"forwards", "issues"}  # whose number may be mistyped: it is here to be read
        exact = [entry for entry in (here if printed else agreeing) if entry.called(mention.title)]
        return _only(exact) or _only(entry for entry in agreeing if entry.ends_like(mention.title))

    def _anywhere(self, mention: Mention) -> str | None:
        """The one document of that title; else what a notice of that title prints, or the notice that prints it."""
        if not distinctive(mention.title):
            return None
        keys = (mention.title, without_issuer(mention.title)[1])
        alike = [entry for key in keys for entry in self.entries.titled(key)]
        fitting = [entry for entry in alike if entry.called(mention.title) and _possible(entry, mention)]
        if fitting:
            return _only(fitting)
        return _only(entry for entry in self._printed(mention.title) if _possible(entry, mention))

    def _printed(self, title: str) -> list[Entry]:
        printed = printed_title(title)
        if not printed:
            return self.entries.printing(title)
        by = issuer_of_wrapper(title)
        found = self.entries.titled(same_title_key(printed))
        return [entry for entry in found if not (by and entry.issuers) or same_issuer(by, entry.issuers)]


def register(records: Iterable[Record], versions: Versions, keeping: Keeping = IN_MEMORY) -> Register:
    """The register of all documents in ``records``; their order does not matter."""
    return Register(enter_all(records, versions, keeping), versions)


def targets(
    records: Sequence[Record], versions: Versions, keeping: Keeping = IN_MEMORY
) -> Iterator[list[list[str | None]]]:
    """For every record, and each of its documents, the ids of the documents that its references mean."""
    book = register(records, versions, keeping)
    learnt = Learnt(book.entries.is_title, keeping)

    def found(mention: Mention) -> str | None:
        node = book.find(mention)
        if node:
            learnt.add(mention, node)
        return node

    known = keeping.plain([[found(each) for each in mentions] for mentions in book.mentions(one)] for one in records)
    for record, found_here in zip(records, known, strict=True):
        meant = [
            [node or learnt.find(mention) for mention, node in zip(mentions, nodes, strict=True)]
            for mentions, nodes in zip(book.mentions(record), found_here, strict=True)
        ]
        yield [[node and book.id_in(record["file"], node) for node in nodes] for nodes in meant]


def _possible(entry: Entry, mention: Mention) -> bool:
    """Numbers agree; nobody names what was issued later, nor repeals what is printed in the same file."""
    by = mention.by
    later = bool(by.date and entry.date > by.date)
    repealed_here = mention.relation == "repeals" and entry.file == by.file
    return entry.agrees(mention.numbers) and not later and not repealed_here


def _numbered(found: Sequence[Entry], title: str) -> str | None:
    """Of documents that bear one number the one of that title, else the first that may be of that issuer.

    Two cities may use one 机关代字: a number under another subject and another issuer is another document's.
    """
    titled = [entry for entry in found if title and entry.called(title)]
    named, subject = without_issuer(title)
    fitting = [
        entry
        for entry in found
        if not (named and entry.issuers)
        or same_issuer(named, entry.issuers)
        or without_issuer(entry.title)[1] == subject
    ]
    return next((entry.node for entry in titled or fitting), None)


def _only(found: Iterable[Entry]) -> str | None:
    nodes = {entry.node for entry in found}
    return nodes.pop() if len(nodes) == 1 else None
