"""``extractor show``: one notice on a page - its elements, its outline, its tasks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from extractor.commands import options
from extractor.commands.inspect.chain import chain_json, chain_of
from extractor.commands.inspect.chain_page import ChainPage
from extractor.commands.screen.console import joined, printable
from extractor.export.columns import PARTS, RELATIONS, TASK_KINDS
from extractor.export.one_line import shortened
from extractor.ledger.wording import ROLES, due_shown, names_of
from extractor.store.database import reading
from extractor.store.questions.notices.records import record_named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extractor.model.record import (
        DeadlineRecord,
        DocumentRecord,
        ProblemRecord,
        Record,
        SectionRecord,
        TaskRecord,
    )

_LONGEST = 60
_HELP = """看一份公文：要素、层次、任务、引用和疑点。

FILE 是文件名，或者文件名、标题、文号中的几个字。

--chain 从最高一级文件起，逐级看到本文件和它的任务，每一步都有原文。

One notice on a page; FILE is its name, or words of its name, title or number. --chain: the way from the
highest document down to its tasks.
"""


@click.command("show", help=_HELP)
@click.argument("file")
@click.option("--chain", "chained", is_flag=True, help="上级文件 → 本文件 → 任务 (from the highest document down)。")
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="文字或 JSON (how to print)。",
)  # fmt: skip
@options.out
@options.lang
def command(file: str, out: Path, shape: str, *, chained: bool) -> None:
    """Print the page of the file, or its chain."""
    with reading(out) as ledger:
        record = record_named(ledger, names_of(file))
        found = chain_of(ledger, record) if chained else None
    if found:
        page = chain_json(found) if shape == "json" else "\n".join(ChainPage(found).lines())
    else:
        page = json.dumps(record, ensure_ascii=False, indent=2) if shape == "json" else "\n".join(_page(record))
    click.echo(printable(page))


def _page(record: Record) -> Iterator[str]:
    yield f"{record['file']}（{record['reader'] or '未读'}，{len(record['text'])}字）"
    for document in record["documents"]:
        yield ""
        yield f"【{PARTS[document['part']]}】{document['title'] or '（无标题）'}"
        yield from _elements(document)
        yield from _outline(document)
        yield from _references(document)
    if record["problems"]:
        yield ""
        yield "疑点"
        yield from map(_problem, record["problems"])


def _elements(document: DocumentRecord) -> Iterator[str]:
    elements = (
        ("文种", [document["type"] or ""]),
        ("发文机关", document["issuers"]),
        ("发文字号", document["numbers"]),
        ("成文日期", [document["date"] or ""]),
        ("主送机关", document["recipients"]),
        ("抄送", document["cc"]),
        ("签发人", document["signatories"]),
        ("联系人", document["contacts"]),
        ("附件", document["attachments"]),
    )
    yield from (f"  {name}：{'、'.join(values)}" for name, values in elements if any(values))


def _outline(document: DocumentRecord) -> Iterator[str]:
    """Headings and tasks in the order of the text, tasks one step further in than the heading above them."""
    headings = [(each["span"][0], 0, each["level"], _heading(each)) for each in document["outline"]]
    tasks = [(each["span"][0], 1, 0, _task(each)) for each in document["tasks"]]
    depth = 1
    for _, is_task, level, lines in sorted(headings + tasks, key=lambda piece: piece[:2]):
        depth = depth if is_task else level
        yield from ("  " * (depth + is_task) + line for line in lines)


def _heading(section: SectionRecord) -> list[str]:
    return [shortened(section["label"] + section["title"], _LONGEST)]


def _task(task: TaskRecord) -> list[str]:
    owners = "、".join(f"{owner['name']}（{ROLES[owner['role']]}）" for owner in task["owners"])
    times = [f"时限 {_time(task['deadline'])}"] if task["deadline"] else []
    others = "；".join(map(_time, task["milestones"]))
    return [
        f"▸ {TASK_KINDS[task['kind']]} {task['id']} {shortened(task['title'], _LONGEST)}",
        *(f"    {words}" for words in (owners, *times, others and f"另有 {others}") if words),
    ]


def _time(time: DeadlineRecord) -> str:
    due = due_shown(time)
    assumed = "（推断）" if time["assumptions"] else ""
    return time["text"] + (f" → {due}" if due else "") + assumed


def _references(document: DocumentRecord) -> Iterator[str]:
    for each in document["references"]:
        title = f"《{each['title']}》" if each["title"] else ""
        yield f"  {RELATIONS[each['relation']]}：{title}{'、'.join(each['numbers'])}"


def _problem(problem: ProblemRecord) -> str:
    return "  " + joined(problem["message"], problem["advice"])
