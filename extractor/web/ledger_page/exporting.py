"""``/tasks/export.csv``, ``.xlsx``, ``.ics``: just what the address asks for, all pages of it, as a file."""

from __future__ import annotations

import multiprocessing
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from extractor.ledger.handing_out import FORMS, made
from extractor.model.errors import ExtractorError
from extractor.store.database import reading
from extractor.store.questions.tasks.answers import count
from extractor.web.ledger_page.address import FLAGS, asked
from extractor.web.ledger_page.listing import CONDITIONS
from extractor.web.office import office_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from extractor.store.questions.tasks.question import TaskQuestion
    from extractor.web.ledger_page.address import Asked

class NotExportedError(ExtractorError):
    """The process that writes the file broke off."""

    code = "not-exported"


_FEW = 1_000
"""So many tasks are written while the page waits; more are by a process of its own, for pages would wait for it too."""
_TYPES = {
    "csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|\r\n\t\0', " "))
_LONGEST = 40


def export(request: Request) -> Response:
    """The tasks of the address as a file."""
    office, form = office_of(request), str(request.path_params["form"])
    if form not in FORMS:
        raise HTTPException(404)
    found = asked(request.query_params, office.today)
    with reading(office.out) as ledger:
        few = count(ledger, found.question) <= _FEW
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(file_name(found, form))}"}
    if few:
        return Response(made(office.out, found.question, found.order, form), media_type=_TYPES[form], headers=headers)
    data = _made_aside(office.out, found.question, found.order, form)
    return Response(data, media_type=_TYPES[form], headers=headers)


def file_name(found: Asked, form: str) -> str:
    """``任务台账（党委组织部，已超期）.xlsx``: what was asked for, as far as a file name can say it."""
    words = "，".join(CONDITIONS[name] if name in FLAGS else words for name, words in found.given.items())
    plain = "".join(each for each in words.translate(_NOT_IN_NAMES) if each.isprintable())[:_LONGEST].strip(" .")
    return f"任务台账（{plain}）.{form}" if plain else f"任务台账.{form}"


def _made_aside(out: Path, question: TaskQuestion, order: str, form: str) -> bytes:
    """The file, from a process of its own; nothing of it stays on the disk, whether or not the browser waits for it."""
    with tempfile.TemporaryDirectory(prefix="extractor-") as room:
        path = Path(room, f"export.{form}")
        process = multiprocessing.get_context("spawn").Process(
            target=_make, args=(path, out, question, order, form), daemon=True
        )
        process.start()
        process.join()
        if process.exitcode:
            raise NotExportedError(path.name)
        return path.read_bytes()


def _make(path: Path, out: Path, question: TaskQuestion, order: str, form: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    path.write_bytes(made(out, question, order, form))
