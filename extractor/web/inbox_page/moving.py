"""Taking a file away, and bringing it back: asked first, told what becomes of its tasks, and never deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from extractor.model.errors import UsageError
from extractor.store.database import NoResults, reading
from extractor.store.questions.notices.files import tasks_within
from extractor.web.inbox_page.reading import readings_of
from extractor.web.inbox_page.trash import FOLDER, restored, to_trash
from extractor.web.office import office_of
from extractor.web.rendering import page
from extractor.web.work import Wish

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.web.inbox_page.shelf import Shelf
    from extractor.web.office import Office


class NotMoved(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The file is gone, open elsewhere, or may not be moved."""

    code = "not-moved"


def ask_remove(request: Request) -> Response:
    """The page that asks."""
    office = office_of(request)
    name = _named(request, office.corpus)
    tasks, noted = _tasks(office, name)
    return page(request, "inbox-remove.html", name=name, tasks=tasks, noted=noted, trash=FOLDER)


def remove(request: Request) -> Response:
    """Take it away, and have the ledger follow."""
    office = office_of(request)
    name = _named(request, office.corpus)
    try:
        moved = to_trash(office.corpus, name)
    except OSError as error:
        raise NotMoved(name, reason=error.strerror or str(error)) from error
    _follow(request)
    return RedirectResponse(f"/inbox?{urlencode({'moved': moved})}", 303)


def restore(request: Request) -> Response:
    """Bring it back."""
    office = office_of(request)
    name = _named(request, office.corpus / FOLDER)
    try:
        back = restored(office.corpus, name)
    except OSError as error:
        raise NotMoved(name, reason=error.strerror or str(error)) from error
    _follow(request)
    return RedirectResponse(f"/inbox?{urlencode({'back': back})}", 303)


def _follow(request: Request) -> None:
    cast("Shelf", request.app.state.shelf).look_again()
    readings_of(request).ask(Wish(sure=True))


def _named(request: Request, folder: Path) -> str:
    """The file that the address names, below the folder and no link out of it."""
    name = request.query_params.get("name", "")
    path = folder / name
    parts = name.split("/")
    unfit = not name or "\0" in name or "\\" in name or any(part in {"", ".", ".."} for part in parts)
    if unfit or path.resolve() != folder.resolve() / name or not path.is_file():
        raise HTTPException(404)
    return name


def _tasks(office: Office, name: str) -> tuple[int, int]:
    try:
        with reading(office.out) as ledger:
            return tasks_within(ledger, name)
    except NoResults:
        return 0, 0
