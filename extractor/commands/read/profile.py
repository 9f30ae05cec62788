"""``extractor run --profile``: a table of where the time of a run went, and the same as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from extractor.commands.screen.console import tell
from extractor.commands.screen.tables import print_rows

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.engine.profile import Profile
    from extractor.messages import Language

_STAGES = {
    "read": "读入", "segment": "切分", "extract": "提取", "record": "成记录", "collecting": "找文件",
    "waiting": "等读完", "storing": "存入",
    "edits": "收回填写", "versions": "认版本", "link": "连接", "graph": "成图", "index": "备查",
    "ledger": "台账", "csv": "写 CSV", "workbook": "写工作簿", "graphs": "写图", "report": "写汇编",
    "calendar": "写日历", "analysis": "写 JSONL", "parquet": "写 Parquet", "standing": "核对", "problems": "写问题",
}  # fmt: skip
_COLUMNS = ("步骤", "格式", "文件", "秒", "份额")


def show_profile(profile: Profile, path: Path | None, out: Path, lang: Language) -> None:
    """Print the table, and write it to ``path``; shares are of all seconds of the same part of the table."""
    rows = list(profile.rows())
    sums = {alone: sum(row[3] for row in rows if bool(row[1]) == alone) or 1.0 for alone in (True, False)}
    shown = [
        dict(zip(_COLUMNS, (
            _STAGES.get(stage, stage), reader or "—", str(files or "—"), f"{seconds:.2f}",
            f"{seconds / sums[bool(reader)]:.0%}",
        ), strict=True))
        for stage, reader, files, seconds in rows
    ]  # fmt: skip
    print_rows(shown, _COLUMNS, "table")
    from extractor.engine.memory import peak  # noqa: PLC0415 - only where it is asked for

    own, worker = peak(), profile.worker
    code = "run-memory" if worker else "run-memory-alone"
    click.echo(tell(code, out.as_posix(), {"own": own // 10**6, "worker": worker // 10**6}, lang))
    if path:
        names = ("stage", "format", "files", "seconds")
        whole = {"rows": [dict(zip(names, row, strict=True)) for row in rows], "memory": own, "worker_memory": worker}
        path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8")
