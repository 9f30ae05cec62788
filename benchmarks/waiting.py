"""How long a person waits: for the help, an answer from a filled ledger, and one notice from start to finish."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks.measure import Contest, Side
from benchmarks.questions import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_NOTHING = "空的解释器"
_HELP, _QUERY, _NOTICE = 0.120, 0.250, 0.400  # seconds
_TASKS = 100_000


def waits(folder: Path, file: Path) -> Iterator[Contest]:
    """Each beside a bare interpreter that does nothing: what is left of the difference is ours.

    Args:
        folder: empty; a ledger of 100,000 tasks is made in it.
        file: a notice.
    """
    kept = {"PYTHONPYCACHEPREFIX": str(folder / "modules"), "EXTRACTOR_CACHE": str(folder / "patterns")}
    bare = started(kept, "-c", "pass")
    ledger = folder / "ledger"
    fill(ledger, _TASKS)
    query = ("-m", "extractor", "tasks", "--department", "教育局", "--out", str(ledger))
    yield Contest("extractor --help", _NOTHING, started(kept, "-m", "extractor", "--help"), bare, most=_HELP)
    yield Contest("extractor tasks --department（十万项任务）", _NOTHING, started(kept, *query), bare, most=_QUERY)
    run = ("-m", "extractor", "run", str(file), "--out", str(folder / "one"), "--force")
    first = started({**kept, "EXTRACTOR_CACHE": "off"}, *run)
    yield Contest("extractor run，一份公文，本机第一次", _NOTHING, first, bare)
    yield Contest("extractor run，一份公文", _NOTHING, started(kept, *run), bare, most=_NOTICE)


def started(kept: Mapping[str, str], *words: str) -> Side:
    """A new process of this interpreter, which finds its modules compiled, as installed ones are.

    Args:
        kept: where modules and patterns are kept from one process to the next.
        words: what it is started with.
    """
    command = [sys.executable, *words]
    environment = {**os.environ, **kept}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return lambda: subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603 - fixed words
