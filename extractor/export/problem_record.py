"""A problem -> plain values: what is said about it, what to do next, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.messages import say

if TYPE_CHECKING:
    from extractor.messages import Language
    from extractor.model.problem import Problem
    from extractor.model.record import ProblemRecord
    from extractor.model.source import Source
    from extractor.model.span import Span

_LONGEST = 40


def problem_record(source: Source, problem: Problem, lang: Language = "zh") -> ProblemRecord:
    """A problem with its message; ``place`` is empty and ``span`` None when it concerns the whole file.

    The words at its span fill the blank ``{words}`` of the message.
    """
    span = problem.span
    place = source.describe(span) if span else ""
    details = {"words": _words(source, span) if span else "", **dict(problem.details)}
    message = say(problem.code, f"{source.name} {place}".strip(), details, lang)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": message.text,
        "advice": message.advice,
        "span": [span.start, span.end] if span else None,
        "page": source.page_at(span.start) if span else None,
        "place": place,
    }


def _words(source: Source, span: Span) -> str:
    words = " ".join(source.quote(span).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
