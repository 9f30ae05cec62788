"""How much memory a process takes up, and how much it ever did.

A worker is watched by its parent where the system keeps no limit itself. Linux does (``RLIMIT_AS``, see
``worker.py``). macOS accepts that limit and ignores it, Windows has none: there the parent looks once a second, with
psutil, which is installed on these systems only.
"""

from __future__ import annotations

import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")

SECONDS = 1.0
"""How often the parent looks."""


def is_watched() -> bool:
    """Whether the parent has to look, and can."""
    if sys.platform == "linux":
        return False
    from importlib.util import find_spec  # noqa: PLC0415 - no such question on Linux

    return find_spec("psutil") is not None


def taken(process: int) -> int:
    """Bytes of memory that a process takes up; 0 when it is gone."""
    import psutil  # noqa: PLC0415 - see above

    try:
        return int(psutil.Process(process).memory_info().rss)
    except psutil.Error:
        return 0


def peak() -> int:
    """The most memory that this process ever took up, in bytes; 0 where the system does not say.

    Linux also keeps a figure for ``getrusage``, but that one begins with the size of the process that started this one.
    """
    if sys.platform == "win32":
        return 0
    if _STATUS.exists():
        status = dict(line.partition(":")[::2] for line in _STATUS.read_text("utf-8").splitlines())
        return int(status["VmHWM"].split()[0]) * 1024
    import resource  # noqa: PLC0415 - there is none on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
