"""Which tasks a person should look at, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.record import ProblemRecord, Stretch, TaskRecord

ASSUMED = "assumed"
"""Nothing in the words says outright that this is a task."""

# Years that a notice leaves out as a matter of course, and that its title, its date or the sentence give.
_PLAIN = frozenset({"year-from-before", "year-from-plan", "year-from-issue-date"})


def doubts(task: TaskRecord, problems: Sequence[ProblemRecord]) -> tuple[str, ...]:
    """The reasons for doubt, each once: ``assumed``, assumptions of its times, codes of problems in its words.

    Args:
        task: the task.
        problems: those of its file.
    """
    times = [time for time in (task["deadline"], *task["milestones"]) if time]
    reasons: list[str] = [ASSUMED] if task["basis"] == ASSUMED else []
    reasons += [each for time in times for each in time["assumptions"] if each not in _PLAIN]
    reasons += [problem["code"] for problem in problems if _inside(problem["span"], task["span"])]
    return tuple(dict.fromkeys(reasons))


def _inside(span: Stretch | None, outer: Stretch) -> bool:
    return span is not None and outer[0] <= span[0] and span[1] <= outer[1]
