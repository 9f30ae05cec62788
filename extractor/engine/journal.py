"""What a run has read so far, on disk, so that the next run goes on where this one was stopped or killed."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Self

from extractor.model.record import Record, load_record, to_json

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class Journal:
    """``OUT/unfinished.jsonl``: a record a line, noted as each file is done, gone once the outputs stand.

    Open it with ``with``. The file is only made when there is something to note.
    """

    def __init__(self, out: Path) -> None:
        """The journal of the runs that write to ``out``."""
        self.path = out / "unfinished.jsonl"
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        """Ready to note records."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file; it stays until ``remove``."""
        if self._file:
            self._file.close()
            self._file = None

    def records(self) -> tuple[Record, ...]:
        """What an unfinished run noted; a line cut off by a crash does not count."""
        if not self.path.is_file():
            return ()
        return tuple(filter(None, map(_whole, self.path.read_bytes().split(b"\n"))))

    def add(self, record: Record) -> None:
        """Note one record; it survives the end of this process."""
        if self._file is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("a", encoding="utf-8", errors="backslashreplace", newline="\n")
            # A crash may have cut off the last line; what follows it must not be lost with it.
            self._file.write("\n")
        self._file.write(to_json(record) + "\n")
        self._file.flush()

    def remove(self) -> None:
        """The outputs hold everything now."""
        self.path.unlink(missing_ok=True)


def _whole(line: bytes) -> Record | None:
    try:
        return load_record(line.decode("utf-8"))
    except ValueError:
        return None
