"""``/inbox``: where files are dropped, and all files of the corpus folder with what was found in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from urllib.parse import urlencode

from extractor.ingest import limits
from extractor.store.database import NoResults, reading
from extractor.store.questions.notices.files import NOTHING_FOUND, FileFigures, FileStamp, file_figures, file_stamps
from extractor.web.inbox_page.reading import reading_values
from extractor.web.inbox_page.trash import kept
from extractor.web.office import office_of
from extractor.web.paging import page_asked
from extractor.web.rendering import page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.engine.watch.marks import Mark
    from extractor.web.inbox_page.shelf import Shelf
    from extractor.web.office import Office

_SIZE = 100  # rows of a page
CHOICES = ("", "ok", "partial", "failed", "skipped", "new", "away", "trash")
"""What the list may be narrowed to."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """A row of the list.

    Attributes:
        name: of the file; of what is packed in an archive with that of the archive in front.
        status: ``ok`` … as it was read, or ``new``, ``away``, ``trash``.
        size: in bytes; of the archive that it is packed in; None when it is not in the folder.
        container: the file that is moved away with it.
        at: when it was read, local time.
        figures: what was found in it.
    """

    name: str
    status: str
    size: int | None = None
    container: str = ""
    at: str = ""
    figures: FileFigures = NOTHING_FOUND


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list; ``counts`` has every choice, ``address`` the query of another page."""

    lines: tuple[FileLine, ...]
    counts: Mapping[str, int]
    status: str
    words: str
    number: int
    last: int

    def address(self, **other: str | int) -> str:
        """The query with other values."""
        wanted = {"status": self.status, "words": self.words, "page": self.number, **other}
        return urlencode({name: value for name, value in wanted.items() if value and (name, value) != ("page", 1)})


def inbox(request: Request) -> Response:
    """The whole page."""
    moved = request.query_params.get("moved", "")
    back = request.query_params.get("back", "")
    return page(
        request, "inbox.html", 200, moved=moved, back=back, largest=limits.MAX_FILE_BYTES, **reading_values(request),
        **_values(request),
    )  # fmt: skip


def files(request: Request) -> Response:
    """The list alone, to be put in place of the one on the page."""
    return page(request, "inbox-files.html", 200, **_values(request))


def _values(request: Request) -> dict[str, object]:
    shelf = cast("Shelf", request.app.state.shelf)
    return {"listed": _listed(request, office_of(request), shelf.marks()), "choices": CHOICES}


def _listed(request: Request, office: Office, marks: Mapping[str, Mark]) -> Listed:
    query = request.query_params
    status = query.get("status", "")
    status = status if status in CHOICES else ""
    words = query.get("words", "").strip()
    every = [line for line in _lines(office, marks) if words in line.name]
    there = [line for line in every if line.status != "trash"]
    counts = Counter(line.status for line in every) | Counter({"": len(there)})
    chosen = [line for line in every if line.status == status] if status else there
    last = max(1, -(-len(chosen) // _SIZE))
    number = min(page_asked(request.query_params), last)
    shown = chosen[(number - 1) * _SIZE : number * _SIZE]
    return Listed(tuple(_with_figures(office, shown)), counts, status, words, number, last)


def _lines(office: Office, marks: Mapping[str, Mark]) -> list[FileLine]:
    """Every file of the folder and of the ledger, by name, without what was found in it."""
    stamps = {stamp.name: stamp for stamp in _stamps(office)}
    found = []
    for name in sorted(marks.keys() | stamps.keys()):
        mark, stamp = marks.get(name), stamps.get(name)
        status = "away" if mark is None else stamp.status if stamp else "new"
        container = mark.path.relative_to(office.corpus).as_posix() if mark else ""
        found.append(FileLine(name, status, mark.size if mark else None, container, stamp.at if stamp else ""))
    return found + [FileLine(name, "trash", size) for name, size in kept(office.corpus)]


def _stamps(office: Office) -> Sequence[FileStamp]:
    try:
        with reading(office.out) as ledger:
            return file_stamps(ledger)
    except NoResults:
        return ()


def _with_figures(office: Office, lines: Sequence[FileLine]) -> list[FileLine]:
    read = [line.name for line in lines if line.status not in {"new", "trash"}]
    if not read:
        return list(lines)
    with reading(office.out) as ledger:
        figures = file_figures(ledger, read)
    return [
        FileLine(
            line.name, line.status, line.size, line.container, line.at, figures.get(line.name, NOTHING_FOUND)
        )
        for line in lines
    ]
