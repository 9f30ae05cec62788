"""Parquet files and small files in a folder: on this machine, in S3 or HDFS."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.store.atomic import OutputInUse
from extractor.store.parquet.arrow import GROUP, arrow, schema
from extractor.store.parquet.columns import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """A Parquet file: its path below the folder, and how many rows and bytes it has. Its name says its content."""

    path: str
    rows: int
    size: int

    @property
    def bucket(self) -> int:
        """The bucket that its folder is named for."""
        return int(self.path.partition("bucket=")[2].partition("/")[0])


class Storage:
    """A folder, by path or URI (``s3://bucket/folder``); made when the first file is written.

    On this machine a file is written aside and renamed; elsewhere it appears when it is complete.
    """

    def __init__(self, location: str) -> None:
        """Find the file system; nothing is read or written yet.

        Raises:
            ClusterNotInstalled: pyarrow is not there.
        """
        fs = arrow().fs
        self.location = location
        self.is_local = "://" not in location
        self._root: str
        self._files: Any
        if self.is_local:
            self._files, self._root = fs.LocalFileSystem(), str(Path(location).resolve())
        else:
            self._files, self._root = fs.FileSystem.from_uri(location)

    def __reduce__(self) -> tuple[type[Storage], tuple[str]]:
        """What is sent to another process, which may stand in another folder: the whole location."""
        return Storage, (self._root if self.is_local else self.location,)

    def full(self, path: str) -> str:
        """``path``, which is one below the folder, as the file system knows it."""
        return f"{self._root}/{path}" if path else self._root

    def get(self, path: str) -> bytes | None:
        """The content of a file; None when it is not there."""
        try:
            with self._files.open_input_stream(self.full(path)) as stream:
                return bytes(stream.read())
        except FileNotFoundError:
            return None

    def put(self, path: str, data: bytes) -> None:
        """Make ``data`` the content of a file.

        Raises:
            OutputInUse: it cannot be written.
        """
        with tempfile.TemporaryDirectory() as folder:
            draft = Path(folder, "draft")
            draft.write_bytes(data)
            self._deliver(draft, path)

    def fetch(self, path: str, target: Path) -> None:
        """Copy a file to this machine."""
        with self._files.open_input_stream(self.full(path)) as stream, target.open("wb") as file:
            shutil.copyfileobj(stream, file, _CHUNK)

    def names(self, folder: str = "") -> Iterator[str]:
        """The paths of all files below a folder, sorted; none when there is no such folder."""
        fs = arrow().fs
        selector = fs.FileSelector(self.full(folder), allow_not_found=True, recursive=True)
        found = (each.path for each in self._files.get_file_info(selector) if each.type == fs.FileType.File)
        return iter(sorted(path[len(self._root) :].lstrip("/") for path in found))

    def remove(self, path: str) -> None:
        """Take a file away, if it is there."""
        with suppress(FileNotFoundError):
            self._files.delete_file(self.full(path))

    def read(
        self, paths: Iterable[str], columns: Sequence[str] | None = None, group: int = GROUP
    ) -> Iterator[dict[str, Any]]:
        """The rows of Parquet files, so many in memory at a time."""
        for path in paths:
            with arrow().parquet.ParquetFile(self.full(path), filesystem=self._files) as file:
                for batch in file.iter_batches(group, columns=columns):
                    yield from batch.to_pylist()

    def dataset(self, paths: Sequence[str], table: str) -> Any:  # noqa: ANN401 - pyarrow has no types
        """Parquet files as something that DuckDB can scan, wherever they lie."""
        full = [self.full(path) for path in paths]
        return arrow().dataset.dataset(full, schema(TABLES[table]), format="parquet", filesystem=self._files)

    def deliver(self, draft: Path, folder: str, rows: int) -> Part:
        """Put a finished Parquet file into its folder under a name made of its content; the same stays as it is."""
        with draft.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
        path = f"{folder}/part-{digest}.parquet"
        fs = arrow().fs
        if self._files.get_file_info(self.full(path)).type != fs.FileType.File:
            self._deliver(draft, path)
        return Part(path, rows, draft.stat().st_size)

    def _deliver(self, draft: Path, path: str) -> None:
        target = self.full(path)
        aside = f"{target}.{os.getpid()}.part" if self.is_local else target
        try:
            self._files.create_dir(target.rpartition("/")[0], recursive=True)
            with draft.open("rb") as file, self._files.open_output_stream(aside) as stream:
                shutil.copyfileobj(file, stream, _CHUNK)
            if self.is_local:
                os.replace(aside, target)  # noqa: PTH105 - strings, as everywhere here
        except OSError as error:
            raise OutputInUse(target, reason=error.strerror or str(error)) from error
