"""One damaged file, read and analysed, and what that cost: the part of a campaign that a worker process does."""

from __future__ import annotations

import os
import resource
import tempfile
import threading
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from extractor.export.record import record, to_json
from extractor.ingest.read import read
from extractor.model.errors import ExtractorError, UnsupportedFormat
from extractor.pipeline import analyse
from extractor.rules.load import load
from tests.fuzz.mutate import damaged
from tests.fuzz.seeds import ending, seeds

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

KINDS = tuple(seeds())
_RARE = frozenset({"image"})  # blank pictures: only the reading of the file is tried
_MEMORY = 3 * 1024**3
"""Address space of a worker, the libraries it loads included: a file that wants more fails by ``MemoryError``."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; ``wrong`` is empty for a file that ended as files have to.

    ``seconds`` and ``memory`` (MiB, the most that the process held meanwhile) are what it cost.
    """

    number: int
    kind: str
    status: str
    code: str
    seconds: float
    memory: int
    wrong: str = ""


def kind_of(seed: int, number: int) -> str:
    """The format of file ``number`` of campaign ``seed``."""
    kind = KINDS[number % len(KINDS)]
    return kind if kind not in _RARE or Random(f"{seed}/{number}/rare").random() < 0.5 else "docx"  # noqa: S311 - chance is repeatable on purpose


def made(seed: int, number: int) -> bytes:
    """File ``number`` of campaign ``seed``: the same on every machine."""
    chance = Random(f"{seed}/{number}")  # noqa: S311 - see above
    kind = kind_of(seed, number)
    everything = [data for files in seeds().values() for data in files]
    other = chance.choice(chance.choice((seeds()[kind], everything)))
    return damaged(chance, kind, chance.choice(seeds()[kind]), other)


def name_of(seed: int, number: int) -> str:
    """What the file is called."""
    return f"{seed}-{number}{ending(kind_of(seed, number))}"


def limit_memory() -> None:
    """Hold this process to the limit of memory."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def tried(seed: int, number: int, folder: Path) -> Outcome:
    """Write the file to ``folder``, read it, analyse it, write its record as JSON, and look what was left behind."""
    path = folder / name_of(seed, number)
    path.write_bytes(made(seed, number))
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    before, start = _held(), time.perf_counter()
    status, code, wrong = _read(path)
    seconds = time.perf_counter() - start
    path.unlink()
    # The first file of a kind loads libraries, which keep a file or thread open for good: that is no leak.
    left = _litter()
    grown = _held() - before
    wrong = wrong or left or (f"left open: {grown}" if grown > 2 and number > 3 * len(KINDS) else "")
    return Outcome(number, kind_of(seed, number), status, code, seconds, _memory(), wrong)


def _read(path: Path) -> tuple[str, str, str]:
    """Status, code, and what is wrong."""
    try:
        analysis = analyse(read(path, path.name, _book()), _book())
        to_json(record(analysis)).encode()
    except ExtractorError as error:
        return "skipped" if isinstance(error, UnsupportedFormat) else "failed", error.code, ""
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what the campaign looks for
        return "crashed", type(error).__name__, traceback.format_exc()
    return analysis.status, "", ""


@cache
def _book() -> RuleBook:
    return load()


def _litter() -> str:
    """Temporary files and processes that are still there."""
    temporary = Path(tempfile.gettempdir())
    found = [each.name for each in temporary.iterdir()]
    children = [
        each.read_text("ascii").strip() for each in Path("/proc/self/task").glob("*/children") if each.is_file()
    ]
    running = " ".join(filter(None, children))
    return f"left behind: {found} {running}" if found or running else ""


def _held() -> int:
    """Open files and threads."""
    return len(os.listdir("/proc/self/fd")) + threading.active_count()  # noqa: PTH208 - only how many


def _memory() -> int:
    """The most memory held since it was last set back, in MiB."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    peak = next((line.split()[1] for line in lines if line.startswith("VmHWM")), "0")
    return int(peak) // 1024
