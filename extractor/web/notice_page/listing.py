"""``/notices``: the files of the ledger and the documents in them, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from extractor.model.notice import Status
from extractor.store import files
from extractor.store.database import reading
from extractor.store.questions.notices.listed import notice_count, notice_list
from extractor.web.notice_page.address import PAGE_SIZE, asked
from extractor.web.office import office_of
from extractor.web.rendering import page

if TYPE_CHECKING:
    import sqlite3

    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.model.record import ProblemRecord
    from extractor.store.questions.notices.listed import FileLine

_CONDITIONS = {
    "words": "文字", "document": "公文", "issuer": "发文机关", "date_from": "成文从", "date_to": "到", "status": "读取",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: a file, its documents, and what a person should look at in it."""

    found: FileLine
    problems: tuple[ProblemRecord, ...]

    @property
    def tasks(self) -> int:
        """Of all its documents."""
        return sum(document.tasks for document in self.found.documents)


def listing(request: Request) -> Response:
    """The page of notices that the address asks for."""
    found = asked(request.query_params)
    with reading(office_of(request).out) as ledger:
        total = notice_count(ledger, found.question)
        last = max(1, -(-total // PAGE_SIZE))
        number = min(found.number, last)
        offset = (number - 1) * PAGE_SIZE
        rows = notice_list(ledger, found.question, PAGE_SIZE, offset=offset, order=found.order)
        lines = [Line(row, _problems(ledger, row.file)) for row in rows]
    return page(
        request, "notices.html", asked=found, lines=lines, total=total, number=number, last=last,
        conditions=_CONDITIONS, statuses=get_args(Status),
    )  # fmt: skip


def _problems(ledger: sqlite3.Connection, file: str) -> tuple[ProblemRecord, ...]:
    """What concerns a person; only the record knows, and a page has few of them."""
    record = files.stored(ledger, file)
    return tuple(each for each in record["problems"] if each["severity"] != "info") if record else ()
