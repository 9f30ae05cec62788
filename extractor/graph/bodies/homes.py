"""Find the home of every document of a file: from its issuers, its head, its title, the document around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.graph.bodies.home import CENTRE, NOWHERE, Home, issuing, place_home, together
from extractor.graph.names import title_key
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.graph.bodies.reading import Reader
    from extractor.model.record import DocumentRecord, Record

_TITLE_HEAD = own(r"关于|印发|转发|贯彻|落实|《|[12]\d{3}(?:年|-)|第.{1,4}[届次]|“")
_FORWARDED = own(r"(?:.*转发|^)(?P<issuer>[^《》]{2,30}?)(?:印发|制定)?(?:《|关于)")
_RED_HEAD = own(r"文件$|（[^（）]{1,20}）$|[ ]+")
_HEAD, _LONGEST_LINE, _LONGEST_NAME, _SHORTEST_TITLE_HEAD = 300, 40, 4, 4
_SURE = {"body.full", "body.organisation", "body.office", "body.state", "body.place-unlisted"}


class Homes:
    """Finds homes with the eyes of a reader of names."""

    def __init__(self, reader: Reader, speaks: tuple[str, ...]) -> None:
        """``speaks``: bodies whose notices are those of the whole place."""
        self._reader, self._speaks = reader, speaks

    def of(self, record: Record) -> dict[str, Home]:
        """The home of each document of ``record``, by the document's id."""
        found: dict[str, Home] = {}
        known = {document["id"]: document for document in record["documents"]}
        for document in record["documents"]:
            self._find(document, record["text"], known, found)
        # A notice that does not say whose it is has the home of its attachments, when these agree.
        named = {home for home in found.values() if home.name}
        only = named.pop() if len(named) == 1 else None
        return {key: home if home.name or not only else only for key, home in found.items()}

    def _find(
        self, document: DocumentRecord, text: str, known: dict[str, DocumentRecord], found: dict[str, Home]
    ) -> Home:
        key = document["id"]
        if key not in found:
            found[key] = NOWHERE  # a chain of parents that bites its tail ends here
            around = known.get(document["parent"] or "")
            above = self._find(around, text, known, found) if around else NOWHERE
            found[key] = self._own(document, text, around, above)
        return found[key]

    def _own(self, document: DocumentRecord, text: str, around: DocumentRecord | None, above: Home) -> Home:
        said = together(self._issuing(name, above) for name in document["issuers"])
        if said.name:
            return said
        forwarded = self._forwarded(around, above) if around and document["part"] == "enclosure" else None
        if forwarded:
            return forwarded
        sure = above if above.name else next((home for home in self._seen(document, text) if home.name), NOWHERE)
        return sure if sure.name else said if said.of else above

    def _issuing(self, issuer: str, above: Home) -> Home:
        """The home of one issuer; 教务处 under a notice of a university is the university's."""
        name = self._reader.issuer(issuer)
        inside = self._reader.read(issuer, above) if above.name and not name.home else name
        return issuing(inside if inside.home else name, self._reader.tables, self._speaks)

    def _forwarded(self, around: DocumentRecord, above: Home) -> Home | None:
        """The home of what a notice forwards, by the notice's title: 转发省教育厅关于…的通知."""
        title = title_key(around["title"] or "")
        match = _FORWARDED.match(title) if "转发" in title else None
        found = self._issuing(match["issuer"], above) if match else NOWHERE
        return found if found.name else None

    def _seen(self, document: DocumentRecord, text: str) -> Iterator[Home]:
        """What the red head and the title say."""
        for line in _head(document, text).splitlines():
            words = title_key(line).strip()
            if len(words) <= _LONGEST_LINE:
                yield self._beginning(re.sub(r"（[^（）]{1,20}）$", "", words.removesuffix("文件")))
        title = title_key(document["title"] or "")
        match = _TITLE_HEAD.search(title)
        yield self._beginning(title[: match.start()] if match else title)
        yield self._place(title)

    def _beginning(self, words: str) -> Home:
        name = self._reader.issuer(words) if len(words) >= _SHORTEST_TITLE_HEAD else None
        return issuing(name, self._reader.tables, self._speaks) if name and name.rule in _SURE else NOWHERE

    def _place(self, title: str) -> Home:
        """The place that a title begins with: 甲县防汛应急预案."""
        for place, _ in self._reader.places.splits(title):
            if self._reader.places.is_known(place) or (len(place) <= _LONGEST_NAME and place[-1] in "省市县"):
                return place_home(place, self._reader.tables)
        return CENTRE if title.startswith("国务院") else NOWHERE


def _head(document: DocumentRecord, text: str) -> str:
    """The lines above the title."""
    start = document["span"][0]
    titles = document["evidence"].get("title", ())
    end = titles[0]["span"][0] if titles else start
    return text[start : min(end, start + _HEAD)]
