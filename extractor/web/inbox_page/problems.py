"""``/inbox/problems``: what a person should look at, with advice and a way to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args
from urllib.parse import quote, urlencode

from extractor.model.problem import Severity
from extractor.store.database import reading
from extractor.store.questions.notices.problems import ProblemQuestion, count_problems, problem_codes, problems
from extractor.web.office import office_of
from extractor.web.paging import page_asked
from extractor.web.rendering import page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import QueryParams
    from starlette.requests import Request
    from starlette.responses import Response

    from extractor.store.questions.notices.problems import ProblemAnswer

_SIZE = 50


def listing(request: Request) -> Response:
    """The page of problems that the address asks for."""
    given = _given(request.query_params)
    question = ProblemQuestion(**given)
    with reading(office_of(request).out) as ledger:
        total = count_problems(ledger, question)
        last = max(1, -(-total // _SIZE))
        number = min(page_asked(request.query_params), last)
        found = problems(ledger, question, _SIZE, offset=(number - 1) * _SIZE)
        codes = problem_codes(ledger)
    severities = {each: sum(number for (one, _), number in codes.items() if one == each) for each in get_args(Severity)}
    return page(
        request, "inbox-problems.html", found=[(each, place_of(each)) for each in found], total=total, number=number,
        last=last, given=given, codes=sorted({code for _, code in codes}), severities=severities, query=_query(given),
    )  # fmt: skip


def place_of(problem: ProblemAnswer) -> str:
    """Where the page of the notice, or the row of the ledger, is; empty when there is no such page."""
    if not problem.notice:
        return f"/tasks?{urlencode({'task': problem.task})}" if problem.task else ""
    anchor = f"#task-{problem.task}" if problem.task else "" if problem.start is None else f"#at-{problem.start}"
    return f"/notices/{quote(problem.file)}{anchor}"


def _given(query: QueryParams) -> dict[str, str]:
    found = {name: query.get(name, "").strip() for name in ("severity", "code", "file")}
    return {name: words for name, words in found.items() if words}


def _query(given: Mapping[str, str]) -> str:
    return urlencode(given)
