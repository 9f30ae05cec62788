"""The outcomes as a Markdown table, printed and put into ``docs/performance.md``."""

from __future__ import annotations

import os
import platform
import statistics
from typing import TYPE_CHECKING

from benchmarks.measure import Missing, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BEGIN, END = "<!-- benchmarks -->", "<!-- benchmarks end -->"
_HEAD = "| 本程序 | 比较的对象 | 文件 | 本程序 ms | 对象 ms | 比值 | 各轮 | 目标 | MB/s |"


def table(outcomes: Iterable[Outcome | Missing], rounds: int) -> str:
    """A row a contest: medians, the median of the ratios of the rounds, their spread, and what was wanted."""
    lines = (_HEAD, "|---|---|---|---|---|---|---|---|---|", *map(_row, outcomes))
    load = f"，当时每分钟平均负载 {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    where = f"Python {platform.python_version()}，{os.cpu_count()} 核{load}；两边轮流，各 {rounds} 轮。"
    return "\n".join((*lines, "", where))


def put(page: Path, words: str) -> None:
    """Replace what stands between the two marks of the page."""
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{words}\n{END}{after}", "utf-8")


def _row(outcome: Outcome | Missing) -> str:
    if isinstance(outcome, Missing):
        return f"| {outcome.ours} | {outcome.theirs} | 没有安装 | | | | | | |"
    return f"| {' | '.join(_cells(outcome))} |"


def _cells(outcome: Outcome) -> Iterator[str]:
    contest, ratios = outcome.contest, outcome.ratios
    ours, theirs = statistics.median(outcome.ours), statistics.median(outcome.theirs)
    yield from (contest.ours, contest.theirs, str(contest.files or ""))
    yield from (f"{ours * 1e3:.1f}", f"{theirs * 1e3:.1f}", f"{statistics.median(ratios):.3g}")
    yield f"{ratios[0]:.3g}–{ratios[-1]:.3g}"
    wanted = f"≤ {contest.goal:g}" if contest.goal else f"≤ {contest.most * 1e3:.0f} ms" if contest.most else ""
    yield f"{wanted} {'达到' if outcome.reached else '未达到'}" if wanted else ""
    yield f"{contest.size / ours / 1e6:.2f}" if contest.size else ""
