"""Where what can be worked out again is kept for the next process of this user."""

from __future__ import annotations

import os
import sys
from pathlib import Path

OFF = "off"
"""The value of ``EXTRACTOR_CACHE`` with which nothing is kept."""


def cache_folder() -> Path | None:
    """The user's folder for this program; None when nothing is to be kept, or nobody knows the user's home.

    ``EXTRACTOR_CACHE`` names another one. Without it, what each system has for such files (the XDG Base Directory
    Specification on Linux: ``XDG_CACHE_HOME``, else ``~/.cache``).
    """
    wanted = os.environ.get("EXTRACTOR_CACHE", "")
    if wanted:
        return None if wanted == OFF else Path(wanted)
    try:
        return _folder_of_system() / "extractor"
    except RuntimeError:  # there is no home
        return None


def _folder_of_system() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".cache"  # relative ones are to be ignored, says XDG
