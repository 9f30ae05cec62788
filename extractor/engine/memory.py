"""How much memory a worker takes up, for its parent to watch where the system keeps no limit itself.

Linux does (``RLIMIT_AS``, see ``worker.py``). macOS accepts that limit and ignores it, Windows has none: there the
parent looks once a second, with psutil, which is installed on these systems only.
"""

from __future__ import annotations

import sys

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
