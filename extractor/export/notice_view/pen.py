"""Writes stretches of the text with the marks of what was found in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.export.notice_view.markup import element, words
from extractor.export.notice_view.segments import segments

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extractor.export.notice_view.facts import Fact
    from extractor.export.notice_view.segments import Segment


@dataclass(frozen=True, slots=True)
class Manner:
    """How the view is to be used.

    Attributes:
        linked: marks are links that ask for what was found (``?fact=…``); otherwise their words stand in a title.
        prefix: before every id, where several notices stand on one page.
    """

    linked: bool = True
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes ``text``; ``numbers`` has the number of each task by the key of its fact."""

    text: str
    manner: Manner
    numbers: Mapping[str, int]

    def stretch(self, start: int, end: int, facts: Sequence[Fact], heading: tuple[int, int] | None = None) -> str:
        """From ``start`` to ``end``, which ``facts`` cover; ``heading`` is a part of it that heads the rest.

        Tasks that cover all of it are marked by whoever writes the element around it, see ``whole``.
        """
        around = whole(start, end, facts)
        pins = "".join(self._pin(task) for task in around if task.start >= start)
        return pins + "".join(self._segments(start, end, [fact for fact in facts if fact not in around], heading))

    def _segments(self, start: int, end: int, facts: Sequence[Fact], heading: tuple[int, int] | None) -> list[str]:
        found = []
        for segment in segments(start, end, facts, heading or ()):
            inside = self._segment(segment)
            runs_in = heading and heading[0] <= segment.start and segment.end <= heading[1]
            found.append(element("b", inside, class_="run-in") if runs_in else inside)
        return found

    def _segment(self, segment: Segment) -> str:
        shown = words(self.text[segment.start : segment.end])
        if not segment.facts:
            return shown
        begun = [fact for fact in segment.facts if fact.start == segment.start]
        pins = "".join(self._pin(fact) for fact in begun if fact.kind == "task")
        marks = [fact for fact in segment.facts if fact.kind != "task"]
        classes = "m " + " ".join(dict.fromkeys(fact.kind for fact in segment.facts))
        if not marks:
            return pins + element("span", shown, class_=classes)
        # Only the first stretch of a fact has its id, and is stopped at by the tabulator key.
        first = next((fact for fact in begun if fact.kind != "task"), None)
        key = f"{self.manner.prefix}{first.key}" if first else None
        if not self.manner.linked:
            return pins + element("span", shown, class_=classes, title="；".join(fact.label for fact in marks))
        return pins + element("a", shown, class_=classes, id=key, tabindex=None if first else -1, **_asks(marks[0]))

    def _pin(self, task: Fact) -> str:
        """Where a task begins: its number, which is no part of the text."""
        key, number = f"{self.manner.prefix}{task.key}", self.numbers[task.key]
        if not self.manner.linked:
            return element("span", "", class_="pin", id=key, data_number=number)
        return element("a", "", class_="pin", id=key, data_number=number, aria_label=f"任务 {number}", **_asks(task))


def whole(start: int, end: int, facts: Sequence[Fact]) -> list[Fact]:
    """The tasks that cover all of a stretch."""
    return [fact for fact in facts if fact.kind == "task" and fact.start <= start and end <= fact.end]


def _asks(fact: Fact) -> dict[str, str]:
    return {"href": f"?fact={fact.key}#{fact.key}", "data_fact": fact.key}
