"""The contests: the whole analysis of the files beside the bare parse, and beside what a user would otherwise take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.measure import Contest, Missing, Side
from benchmarks.peers import PEERS, SLOW
from extractor.ingest.read import read
from extractor.model.errors import ExtractorError
from extractor.pipeline import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.peers import Peer
    from extractor.rules.book import RuleBook

_FEW = 5
GOALS = {("txt", "jieba.lcut"): 0.25, ("pdf", "pypdfium2 取文字"): 2.0, ("docx", "python-docx 段落"): 1.0}
"""The ratio that is wanted, at most."""


def contests(folders: Sequence[Path], book: RuleBook) -> Iterator[Contest | Missing]:
    """A contest for every format of the folders and every peer; peers that are not installed are named."""
    for form, peers in PEERS.items():
        paths = readable(folders, form, book)
        for name, made in peers if paths else ():
            try:
                peer = made()
            except ImportError as error:
                yield Missing(form.upper(), name, str(error))
                continue
            some = paths[:_FEW] if name in SLOW else paths
            yield _contest(form, name, some, peer, book)


def _contest(form: str, name: str, paths: list[Path], peer: Peer, book: RuleBook) -> Contest:
    return Contest(
        form.upper(), name, analysing(paths, book), lambda: [peer(path) for path in paths], len(paths),
        size(paths, book), GOALS.get((form, name)),
    )  # fmt: skip


def readable(folders: Sequence[Path], reader: str, book: RuleBook) -> list[Path]:
    """The files of the folders that are read by ``reader``, whatever their names end in."""
    files = [path for folder in folders for path in sorted(folder.rglob("[!.]*")) if path.is_file()]
    return [path for path in files if _reader(path, book) == reader]


def _reader(path: Path, book: RuleBook) -> str | None:
    """What read the file; None when nothing did, or when its characters had to be recognised in pictures."""
    if path.suffix.lower() == ".pdf" and not _has_text(path):
        return None
    try:
        return read(path, path.name, book).reader
    except ExtractorError:
        return None


def _has_text(path: Path) -> bool:
    import pypdfium2  # noqa: PLC0415 - as the peers load what they need

    document = pypdfium2.PdfDocument(path)
    try:
        return all(page.get_textpage().count_chars() for page in document)
    finally:
        document.close()


def size(paths: Sequence[Path], book: RuleBook) -> int:
    """Bytes of text, in UTF-8, that the files hold."""
    return sum(len(read(path, path.name, book).text.encode()) for path in paths)


def analysing(paths: Sequence[Path], book: RuleBook) -> Side:
    """Our side: from the bytes of the file to its tasks, owners, times and references."""
    return lambda: [analyse(read(path, path.name, book), book) for path in paths]
