"""What concerns the ledger as a whole: notices in two files, edits that were not taken, notes without their task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.edit_problems import edit_problems
from extractor.export.ledger_problems import copy_problems, notice_problems, size_problems, store_problems
from extractor.store.staff import KEPT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.ledger.edits.in_tables import Taken
    from extractor.ledger.linking import Linked
    from extractor.ledger.outputs.task_table import TaskTable
    from extractor.messages import Language
    from extractor.model.record import ProblemRecord, Record


def concerns_of(
    linked: Linked, table: TaskTable, taken: Taken, damaged: Sequence[str], lang: Language
) -> list[tuple[str, ProblemRecord]]:
    """Each problem with the name of the file it is about.

    Args:
        linked: what the ledger holds.
        table: its rows, and those that left it.
        taken: what became of the edits of staff.
        damaged: names under which damaged ledgers were set aside.
        lang: language of the messages.
    """
    found = notice_problems(linked.found, linked.versions, lang)
    found += store_problems(table.gone, taken.set_aside, damaged, lang)
    found += copy_problems(taken.copies, lang)
    found += edit_problems((*taken.conflicts, *table.overtaken), taken.ignored, table.rows, lang)
    found += edit_problems(taken.waiting, (), table.gone, lang, KEPT)
    found += size_problems(len(table.rows), len(linked.graph.nodes), lang)
    return found


def doubts_in(records: Iterable[Record]) -> int:
    """How many places a person should look at; files that could not be read are told one by one."""
    read = (record for record in records if record["status"] not in {"failed", "skipped"})
    return sum(problem["severity"] != "info" for record in read for problem in record["problems"])
