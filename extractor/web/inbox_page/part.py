"""A file while it comes in: counted and hashed as it is written, under a hidden name that readings pass over."""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from extractor.ingest import limits

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path
    from typing import Self

_PARTS = ".????????????????.part"
_OLD = 86_400  # seconds without a byte after which nobody writes it any more


class Part:
    """A file that is not whole; it vanishes when the ``with`` block ends before it has got its place."""

    def __init__(self, folder: Path, name: str) -> None:
        """Begin to write in ``folder`` what is called ``name`` in messages.

        Raises:
            OSError: there is no room, or the folder may not be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f".{secrets.token_hex(8)}.part"
        self.size = 0
        self._name = name
        self._digest = hashlib.sha256()
        self._file = self.path.open("xb")

    def write(self, chunk: bytes) -> None:
        """Add bytes.

        Raises:
            LimitExceeded: it has become larger than a file may be.
            OSError: the disk is full, or gone.
        """
        self.size += len(chunk)
        limits.check(self._name, "bytes", self.size, limits.MAX_FILE_BYTES)
        self._digest.update(chunk)
        self._file.write(chunk)

    def finish(self) -> str:
        """No more bytes come; returns their SHA-256.

        The disk is not waited for: whoever dropped ten thousand files still has them should the power fail.

        Raises:
            OSError: as ``write``.
        """
        self._file.close()
        return self._digest.hexdigest()

    def place(self, target: Path) -> bool:
        """Get the name ``target``, never in place of another file; returns whether it was free.

        Raises:
            OSError: the folder cannot be made or written.
        """
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self.path, target)
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            if target.exists():
                return False
            self.path.rename(target)
            return True
        self.path.unlink()
        return True

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""
        with suppress(OSError):  # what could not be written before closing cannot be written now
            self._file.close()
        self.path.unlink(missing_ok=True)


def sweep(folder: Path, now: dt.datetime) -> None:
    """Take away parts that a killed workbench left."""
    for part in folder.glob(_PARTS):
        with suppress(OSError):
            if now.timestamp() - part.stat().st_mtime > _OLD:
                part.unlink()
