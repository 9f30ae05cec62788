"""Damaged files handed to the program as staff would do it: the run ends, every file has its status, nothing stays."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.model.record import load_record
from tests.fuzz.trial import made, name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractor.model.record import Record

ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 1800  # seconds that a run may take before it counts as hung
_GRACE = 3.0  # seconds; Python's own tracker of shared resources ends when it notices that its parent has


@dataclass(frozen=True, slots=True)
class Run:
    """What a run over damaged files left: its exit status and last words, records by file, and traces of itself."""

    names: tuple[str, ...]
    status: int
    said: str
    records: Mapping[str, Record]
    traces: tuple[str, ...]

    def wrong(self) -> list[str]:
        """What must not be: a broken run, files without a status, mistakes of the program, traces."""
        missing = [f"no status: {name}" for name in self.names if name not in self.records]
        crashed = [
            f"{problem['code']}: {name} {problem['message']}"
            for name, record in self.records.items()
            for problem in record["problems"]
            if problem["code"] in {"internal-error", "reader-died"}
        ]
        ended = [] if self.status in {0, 1} else [f"exit {self.status}: {self.said[-2000:]}"]
        return [*ended, *missing, *crashed, *(f"left behind: {trace}" for trace in self.traces)]


def run(seed: int, numbers: range, folder: Path, jobs: int) -> Run:
    """Write the files to ``folder``/corpus and run the program over them."""
    corpus, temporary = folder / "corpus", folder / "tmp"
    for each in (corpus, temporary):
        each.mkdir(parents=True)
    names = tuple(name_of(seed, number) for number in numbers)
    for name, number in zip(names, numbers, strict=True):
        (corpus / name).write_bytes(made(seed, number))
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    options = ["--out", str(folder / "outputs"), "--jobs", str(jobs)]
    command = [sys.executable, "-m", "extractor", "run", str(corpus), *options]
    # A session of its own: whatever the run starts and does not end is found by it.
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as process:
        said = process.communicate(timeout=_LONGEST)[0].decode("utf-8", "replace")
    deadline = time.monotonic() + _GRACE
    while (running := _running(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.05)
    traces = (*(each.name for each in temporary.rglob("*")), *running)
    return Run(names, process.returncode, said, _records(folder / "outputs" / "analysis.jsonl"), traces)


def _records(path: Path) -> dict[str, Record]:
    lines = path.read_text("utf-8").split("\n") if path.is_file() else []
    return {record["file"]: record for record in (load_record(line) for line in lines if line)}


def _running(session: int) -> list[str]:
    """The processes of a session that are still there."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        if words[3] == str(session):
            found.append(f"process {stat.parent.name} {_command(stat.parent)}")
    return found


def _command(process: Path) -> str:
    try:
        return (process / "cmdline").read_text("utf-8", "replace").replace("\0", " ").strip()
    except OSError:
        return ""
