"""Problems of edits: what staff wrote and the ledger could not take over, or what a notice overtook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.one_line import shortened
from extractor.messages import say
from extractor.store.staff import KEY, LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.messages import Language
    from extractor.model.record import ProblemRecord
    from extractor.store.cells import Row
    from extractor.store.edit import Conflict

LONGEST = 60
"""Characters of a cell that a message shows."""


def edit_problems(
    conflicts: Iterable[Conflict],
    ignored: Iterable[str],
    rows: Iterable[Row],
    lang: Language = "zh",
    where: str = LEDGER,
) -> list[tuple[str, ProblemRecord]]:
    """Each problem with the name of the file it is about.

    Args:
        conflicts: cells that were not taken over.
        ignored: columns that were changed although the program alone fills them.
        rows: of the ledger, for the titles of the tasks.
        lang: language of the messages.
        where: the file that staff edited.
    """
    told = list(conflicts)
    wanted = {each.task for each in told}
    titles = {row[KEY]: row.get("任务事项", "") for row in (rows if wanted else ()) if row[KEY] in wanted}
    found = [_problem(where, each.reason, _details(each, titles.get(each.task, "")), lang) for each in told]
    columns = "、".join(ignored)
    if columns:
        found.append(_problem(where, "columns-not-taken", {"columns": columns}, lang))
    return [(where, problem) for problem in found]


def _details(conflict: Conflict, title: str) -> dict[str, str]:
    return {
        "task": conflict.task,
        "title": shortened(title, LONGEST),
        "column": conflict.field,
        "ours": shortened(conflict.ours, LONGEST),
        "theirs": shortened(conflict.theirs, LONGEST),
    }


def _problem(where: str, code: str, details: dict[str, str], lang: Language) -> ProblemRecord:
    message = say(code, where, details, lang)
    return {
        "code": code, "severity": "warning", "message": message.text, "advice": message.advice,
        "span": None, "page": None, "place": details.get("task", ""),
    }  # fmt: skip
