"""The same notice in another form gives the same ledger: typed DOCX, DOCX numbered by Word, PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read, read_bytes
from extractor.pipeline import analyse
from tests.making import page, word
from tests.making.ledger import Row, paragraphs, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.model.source import Source
    from extractor.rules.rule import RuleBook

ROOT = Path(__file__).resolve().parents[1]
FORMS = [
    pytest.param("notice.docx", word.typed, id="DOCX-手工编号"),
    pytest.param("notice.docx", word.automatic, id="DOCX-自动编号"),
    pytest.param("notice.pdf", page.pdf, id="PDF"),
]


def texts() -> Sequence[object]:
    """The sample notices that are text, and the seed notices of the workplace where they are at hand."""
    samples = [pytest.param(path, id=path.stem) for path in sorted((ROOT / "corpus").glob("*.txt"))]
    seeds = sorted((ROOT.parent / "shared" / "notices").glob("seed*.txt"))
    absent = pytest.mark.skip(reason="../shared/notices is not at hand")
    return samples + (
        [pytest.param(path, id=path.stem) for path in seeds] or [pytest.param(ROOT, marks=absent, id="seeds")]
    )


@pytest.mark.parametrize(("name", "make"), FORMS)
@pytest.mark.parametrize("path", texts())
def test_another_form_gives_the_same_ledger(
    path: Path, name: str, make: Callable[[Sequence[str]], bytes], book: RuleBook
) -> None:
    original = read(path, path.name, book)
    copy = read_bytes(make(paragraphs(original)), name, book)
    assert ledger_of(copy, book) == ledger_of(original, book)


@pytest.mark.parametrize("path", texts())
def test_there_is_a_ledger_to_compare(path: Path, book: RuleBook) -> None:
    assert len(ledger_of(read(path, path.name, book), book)) >= 4


def ledger_of(source: Source, book: RuleBook) -> list[Row]:
    """The rows that the whole pipeline finds in a source."""
    return rows(analyse(source, book))
