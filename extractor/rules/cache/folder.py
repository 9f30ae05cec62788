"""Where what can be worked out again is kept for the next process of this user."""

from __future__ import annotations

import os
from pathlib import Path

OFF = "off"
"""The value of ``EXTRACTOR_CACHE`` with which nothing is kept."""


def cache_folder() -> Path | None:
    """The user's folder for this program; None when nothing is to be kept, or nobody knows the user's home.

    ``EXTRACTOR_CACHE`` names another one. Without it, what each system has for such files: on Linux
    ``XDG_CACHE_HOME``, else ``~/.cache``.
    """
    wanted = os.environ.get("EXTRACTOR_CACHE", "")
    if wanted:
        return None if wanted == OFF else Path(wanted)
    return _folder_of_system()


def _folder_of_system() -> Path | None:
    import platformdirs  # noqa: PLC0415 - whoever names a folder never needs it

    try:
        found = platformdirs.user_cache_path("extractor", appauthor=False)
    except RuntimeError:  # there is no home
        return None
    return found if found.is_absolute() else None
