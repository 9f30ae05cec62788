"""The report as one page: contents, ledger, then notice after notice; it opens without a network and runs nothing.

The content security policy allows the one style sheet by its digest, and no script at all.
Source: CSP Level 3, hash sources; CSS Paged Media Level 3.
"""

from __future__ import annotations

import base64
import hashlib
import io
from dataclasses import dataclass
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING

from extractor.export.columns import STATUSES
from extractor.export.notice_view.facts import KINDS
from extractor.export.notice_view.markup import element, words
from extractor.export.notice_view.pen import Manner
from extractor.export.notice_view.view import notice_html
from extractor.export.report.contents import MOST_ROWS, Report
from extractor.export.report.table import ledger_table
from extractor.model.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extractor.export.report.contents import ReportContents
    from extractor.model.notice import Status
    from extractor.model.record import ProblemRecord, Record

_TO_BYTES = 4  # bytes of a page for a character of a notice, at least: what is surely too long is not even made
_BODY, _ENTRIES = "\0body\0", "\0entries\0"  # no words of notices hold them: see ``markup``
_STYLES = (("extractor.export.notice_view", "marks.css"), ("extractor.export.report", "report.css"))


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A file of the report: where it stands (``n3``), and its text as markup, None where there was no room.

    ``title`` is that of its first document that has one, else the name of the file; ``tasks`` are those of all its
    documents; ``problems`` are only kept where it is shown.
    """

    key: str
    file: str
    title: str
    tasks: int
    status: Status
    problems: tuple[ProblemRecord, ...]
    text: str | None


def report_page(contents: ReportContents) -> Report:
    """The page; the same bytes for the same contents. Notices with tasks come first where there is no room for all.

    It is put together as bytes, piece by piece: as words it would take up several times as much memory.
    """
    chapters = _chapters(contents)
    notices_left_out = len(contents.records) - len(chapters)
    tasks_left_out = max(0, len(contents.tasks) - MOST_ROWS)
    before, behind = _page().split(_BODY)
    page = io.BytesIO()
    page.write(before.encode())
    for piece in _pieces(contents, chapters, notices_left_out, tasks_left_out):
        page.write(piece.encode())
    page.write(behind.encode())
    return Report(page.getvalue(), notices_left_out, tasks_left_out)


def _pieces(
    contents: ReportContents, chapters: Mapping[int, _Chapter], notices_left_out: int, tasks_left_out: int
) -> Iterator[str]:
    """The body, piece by piece."""
    opening = _opening(len(contents.records), len(contents.tasks), notices_left_out, tasks_left_out)
    before, behind = opening.split(_ENTRIES)
    yield before
    for at, record in enumerate(contents.records, 1):
        yield _entry(chapters.get(at) or _made(at, record, None))
    yield f"{behind}\n"
    if contents.tasks:
        shown = {chapter.file: chapter.key for chapter in chapters.values()}
        yield ledger_table(islice(contents.tasks, MOST_ROWS), shown)
    for _, chapter in sorted(chapters.items()):
        yield f"\n{_chapter(chapter)}"


def _made(at: int, record: Record, text: str | None) -> _Chapter:
    titles = (document["title"] for document in record["documents"])
    title = next(filter(None, titles), None) or record["file"]
    tasks = sum(len(document["tasks"]) for document in record["documents"])
    problems = () if text is None else tuple(one for one in record["problems"] if one["severity"] != "info")
    return _Chapter(f"n{at}", record["file"], title, tasks, record["status"], problems, text)


def _chapters(contents: ReportContents) -> dict[int, _Chapter]:
    """Number of the file → the file with its text, for as many as there is room for."""
    left, found = contents.most, dict[int, _Chapter]()
    for wanted in (True, False):
        for at, record in enumerate(contents.records, 1):
            if left <= 0:
                return found
            busy = any(document["tasks"] for document in record["documents"])
            if busy != wanted or len(record["text"]) * _TO_BYTES > left:
                continue
            layout = layout_of(contents.layouts.get(record["file"]))
            text = notice_html(record, layout, Manner(linked=False, prefix=f"n{at}-"))
            size = len(text.encode())
            if size <= left:
                found[at] = _made(at, record, text)
                left -= size
    return found


def _opening(files: int, tasks: int, notices_left_out: int, tasks_left_out: int) -> str:
    """The first page; where the entries of its contents go stands ``_ENTRIES``."""
    legend = "".join(element("li", element("span", name, class_=f"m {kind}")) for kind, name in KINDS.items())
    figures = f"{files:,} 份文件，{tasks:,} 项任务"
    lines = [element("h1", "公文任务汇编"), element("p", figures, class_="figures")]
    if notices_left_out or tasks_left_out:
        said = f"篇幅有限：{notices_left_out:,} 份文件只列目录、不收正文，{tasks_left_out:,} 项任务没有列入。"
        lines.append(element("p", said + "全部内容见 tasks.xlsx 和 notices.csv，或在工作台里看。", class_="short"))
    lines.append(element("ul", legend, class_="legend"))
    lines.append(element("h2", "目录") + element("ol", _ENTRIES, class_="contents"))
    return element("section", "\n".join(lines), class_="opening")


def _entry(chapter: _Chapter) -> str:
    name = words(chapter.title)
    shown = element("a", name, href=f"#{chapter.key}") if chapter.text is not None else name
    told = f"{chapter.tasks} 项任务" if chapter.tasks else "" if chapter.status == "ok" else STATUSES[chapter.status]
    return element("li", shown + (element("span", f" {told}", class_="quiet") if told else ""))


def _chapter(chapter: _Chapter) -> str:
    head = element("h1", words(chapter.title)) + element("p", words(chapter.file), class_="quiet")
    told = "".join(map(_problem, chapter.problems))
    problems = element("ul", told, class_="problems") if told else ""
    text = element("div", chapter.text or "", class_="paper")
    return element("article", element("header", head + problems, class_="head") + text, id=chapter.key)


def _problem(problem: ProblemRecord) -> str:
    return element("li", words(problem["message"]))


def _page() -> str:
    """The page around its body; where that goes stands ``_BODY``."""
    style = "".join((files(package) / "assets" / name).read_text("utf-8") for package, name in _STYLES)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return "\n".join(_head(policy, style)) + f"\n<body>\n<main>\n{_BODY}\n</main>\n</body>\n</html>\n"


def _head(policy: str, style: str) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{words(policy)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>公文任务汇编</title>\n<style>{style}</style>\n</head>"
