"""How long do pages take on a big ledger: ``python -m benchmarks.workbench [--tasks N] [--rounds N] [--ledger DIR]``.

Measured at the application, without network and browser: what a page has to be ready in is 300 ms. On a machine that
is busy with other things look at the CPU time.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.testclient import TestClient

from benchmarks.measure import seconds
from benchmarks.questions import fill
from extractor.store.database import reading
from extractor.store.ledger_file import FILE
from extractor.web.application import application
from extractor.web.guard import Admission
from extractor.web.office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.measure import Side

HOST = "127.0.0.1:8765"
ADDRESSES = (
    ("总览", "/"),
    ("台账，首页", "/tasks"),
    ("台账，第 1000 页", "/tasks?page=1000"),
    ("台账，每页 200 项", "/tasks?size=200"),
    ("台账，按部门", "/tasks?department=教育局"),
    ("台账，按文字", "/tasks?words=安全生产"),
    ("台账，按公文", "/tasks?document=做好"),
    ("台账，按发文机关", "/tasks?issuer=甲市教育局"),
    ("台账，按时限排", "/tasks?order=due"),
    ("台账，按状态排", "/tasks?order=status"),
    ("台账，已超期", "/tasks?overdue=1"),
    ("一项任务的更正", "/tasks/{task}/edit"),
    ("一项任务的来历", "/tasks/{task}/history"),
    ("公文", "/notices"),
    ("一份公文", "/notices/{file}"),
    ("部门", "/bodies"),
    ("一个部门", "/bodies/{body}"),
    ("名称的取舍", "/names"),
    ("时间", "/time"),
    ("关系图", "/graph"),
    ("检索", "/search?q=安全生产"),
    ("收文", "/inbox"),
    ("问题", "/inbox/problems"),
    ("导出一个部门的 CSV", "/tasks/export.csv?department=甲市教育局&kind=meeting"),
)
"""Name and address of every page that is measured; ``{task}``, ``{file}`` and ``{body}`` are some of the ledger."""
_OF = {
    "task": "SELECT id FROM tasks WHERE held ORDER BY key LIMIT 1 OFFSET 777",
    "file": "SELECT file FROM documents ORDER BY key LIMIT 1 OFFSET 77",
    "body": "SELECT name || '?home=' || home FROM bodies ORDER BY tasks DESC, key LIMIT 1",
}


def main() -> None:
    """Fill a ledger, or take the one that is there, ask for each page several times, and print one table."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.workbench", description=__doc__)
    arguments.add_argument("--tasks", type=int, default=100_000, metavar="N")
    arguments.add_argument("--rounds", type=int, default=9, metavar="N")
    arguments.add_argument("--ledger", type=Path, metavar="DIR", help="kept for the next time")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = asked.ledger or Path(folder)
        if not (out / FILE).is_file():
            fill(out, asked.tasks)
        print(f"{'page':28}{'median ms':>10}{'slowest':>10}{'CPU ms':>10}{'kB':>8}")
        for name, size, times in measured(out, asked.rounds):
            walls, busy = zip(*times, strict=True)
            figures = (statistics.median(walls), max(walls), statistics.median(busy))
            print(f"{name:28}{''.join(f'{figure * 1e3:10.0f}' for figure in figures)}{size / 1e3:8.0f}")


def measured(out: Path, rounds: int) -> Iterator[tuple[str, int, list[tuple[float, float]]]]:
    """Name, size and seconds, wall and CPU, of each page; one round beforehand warms up and is not counted."""
    app = application(Office(out), Admission(frozenset({HOST})))
    client = TestClient(app, base_url=f"http://{HOST}")
    with reading(out) as ledger:
        some = {name: ledger.execute(statement).fetchone()[0] for name, statement in _OF.items()}
    for name, address in ADDRESSES:
        side = partial(_page, client, address.format(**some))
        size = side()
        yield name, size, [_seconds(side) for _ in range(rounds)]
    yield "填一格", 0, [_seconds(edit) for edit in _edits(client, str(some["task"]), rounds)]


def _seconds(side: Side) -> tuple[float, float]:
    began = time.process_time()
    wall = seconds(side)
    return wall, time.process_time() - began


def _edits(client: TestClient, task: str, rounds: int) -> Iterator[Side]:
    """Edits to and fro, so that each changes something."""
    words = ["", *(("进行中", "已完成") * rounds)][: rounds + 1]
    for seen, after in pairwise(words):
        fields = {"view": "row", "seen.状态": seen, "after.状态": after}
        yield partial(client.post, f"/tasks/{task}", data=fields, headers={"hx-request": "true"})
    client.post(f"/tasks/{task}", data={"seen.状态": words[-1], "after.状态": ""})


def _page(client: TestClient, address: str) -> int:
    answer = client.get(address)
    answer.raise_for_status()
    return len(answer.content)


if __name__ == "__main__":
    main()
