"""The contests: the whole analysis of a file beside a tool that does one small part of it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks.measure import Contest, Side
from extractor.ingest.read import read
from extractor.model.errors import ExtractorError
from extractor.pipeline import analyse
from extractor.rules.load import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from extractor.rules.rule import RuleBook


LOADING = "from extractor.rules.load import load; load()"


def contests(folders: Sequence[Path]) -> Iterator[Contest]:
    """All contests for which the folders hold files, then those of starting up."""
    book = load()
    texts = readable(folders, {"txt", "md"}, book)
    for label, other, paths, run_theirs in (
        ("analyse TXT, MD", "jieba.lcut, warm", texts, cut(texts, book)),
        ("analyse DOCX", "python-docx, paragraphs", *_both(folders, "docx", word_paragraphs, book)),
        ("analyse PDF", "pypdfium2, bare text", *_both(folders, "pdf", page_texts, book)),
    ):
        if paths:
            yield Contest(label, other, analysing(paths, book), run_theirs, len(paths), size(paths, book))
    bare = started("pass")
    yield Contest("extractor --help", "a bare interpreter", started("-m", "extractor", "--help"), bare)
    yield Contest("load all rules, new process", "a bare interpreter", started(LOADING), bare)


def readable(folders: Sequence[Path], readers: set[str], book: RuleBook) -> list[Path]:
    """The files of the folders that are read by one of ``readers``, whatever their names end in."""
    files = [path for folder in folders for path in sorted(folder.rglob("[!.]*")) if path.is_file()]
    return [path for path in files if _reader(path, book) in readers]


def _reader(path: Path, book: RuleBook) -> str | None:
    """What read the file; None when nothing did, or when its characters had to be recognised in pictures."""
    if path.suffix.lower() == ".pdf" and not _has_text(path):
        return None
    try:
        return read(path, path.name, book).reader
    except ExtractorError:
        return None


def _has_text(path: Path) -> bool:
    import pypdfium2  # noqa: PLC0415 - as the other contests load what they compare with

    document = pypdfium2.PdfDocument(path)
    try:
        return all(page.get_textpage().count_chars() for page in document)
    finally:
        document.close()


def _both(
    folders: Sequence[Path], reader: str, side: Callable[[Path], object], book: RuleBook
) -> tuple[list[Path], Side]:
    paths = readable(folders, {reader}, book)
    return paths, lambda: [side(path) for path in paths]


def size(paths: Sequence[Path], book: RuleBook) -> int:
    """Bytes of text, in UTF-8, that the files hold."""
    return sum(len(read(path, path.name, book).text.encode()) for path in paths)


def analysing(paths: Sequence[Path], book: RuleBook) -> Side:
    """Our side: from the bytes of the file to its tasks, owners, times and references."""
    return lambda: [analyse(read(path, path.name, book), book) for path in paths]


def cut(paths: Sequence[Path], book: RuleBook) -> Side:
    """Word segmentation of the same texts; the dictionary is loaded beforehand and not counted."""
    import jieba  # noqa: PLC0415 - slow to load

    jieba.setLogLevel("ERROR")
    texts = [read(path, path.name, book).text for path in paths]
    jieba.initialize()
    return lambda: [jieba.lcut(text) for text in texts]


def word_paragraphs(path: Path) -> object:
    """What python-docx gives of a file: the texts of its paragraphs."""
    import docx  # noqa: PLC0415 - slow to load

    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def page_texts(path: Path) -> object:
    """What pypdfium2 gives of a file: the text of every page."""
    import pypdfium2  # noqa: PLC0415 - slow to load

    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def started(*arguments: str) -> Side:
    """A new process of this interpreter; one argument is a program to run."""
    words = arguments if len(arguments) > 1 else ("-c", *arguments)
    command = [sys.executable, *words]
    return lambda: subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words only
