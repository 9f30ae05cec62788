"""The same notice in another form gives the same ledger, written by us or saved by an office suite."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read, read_bytes
from extractor.pipeline import analyse
from tests.making import forms, office, page, word
from tests.making.ledger import Row, paragraphs, rows
from tests.making.ofd import ofd_of_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

ROOT = Path(__file__).resolve().parents[1]
FORMS = [
    pytest.param("notice.docx", lambda source: word.typed(paragraphs(source)), id="DOCX-手工编号"),
    pytest.param("notice.docx", lambda source: word.automatic(paragraphs(source)), id="DOCX-自动编号"),
    pytest.param("notice.docx", forms.docx, id="DOCX-公文版式"),
    pytest.param("notice.pdf", lambda source: page.pdf(paragraphs(source)), id="PDF"),
    pytest.param("notice.ofd", lambda source: ofd_of_pdf(page.pdf(paragraphs(source))), id="OFD"),
    pytest.param("notice.html", forms.html, id="HTML"),
    pytest.param("notice.mhtml", forms.mhtml, id="MHTML"),
]
SAVED = ["doc", "rtf", "odt", "html", "pdf"]


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
    path: Path, name: str, make: Callable[[Source], bytes], book: RuleBook
) -> None:
    original = read(path, path.name, book)
    copy = read_bytes(make(original), name, book)
    assert ledger_of(copy, book) == ledger_of(original, book)


@pytest.fixture(scope="module")
def samples(book: RuleBook) -> dict[str, Source]:
    """The sample notices of every format, tables among them, by a name of their own."""
    found = sorted(path for path in (ROOT / "corpus").iterdir() if path.suffix in {".txt", ".docx", ".pdf"})
    return {f"{number:02}": read(path, path.name, book) for number, path in enumerate(found, 1)}


@pytest.fixture(scope="module")
def written(samples: dict[str, Source], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The samples as DOCX files, for an office suite to save."""
    folder = tmp_path_factory.mktemp("written")
    for name, source in samples.items():
        (folder / f"{name}.docx").write_bytes(forms.docx(source))
    return sorted(folder.iterdir())


@pytest.mark.skipif(office.OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", SAVED)
def test_what_an_office_suite_saves_gives_the_same_ledger(
    ending: str, samples: dict[str, Source], written: list[Path], book: RuleBook, tmp_path: Path
) -> None:
    office.saved_as(ending, written, tmp_path)
    for name, source in samples.items():
        path = tmp_path / f"{name}.{ending}"
        assert ledger_of(read(path, path.name, book), book) == ledger_of(source, book), source.name


@pytest.mark.skipif(office.OFFICE is None, reason="LibreOffice is not installed")
def test_a_doc_called_wps_is_read_as_what_it_is(
    samples: dict[str, Source], written: list[Path], book: RuleBook, tmp_path: Path
) -> None:
    office.saved_as("doc", written[:1], tmp_path)
    copy = read_bytes((tmp_path / "01.doc").read_bytes(), "01.wps", book)
    assert (copy.reader, ledger_of(copy, book)) == ("doc", ledger_of(samples["01"], book))


@pytest.mark.parametrize("path", texts())
def test_there_is_a_ledger_to_compare(path: Path, book: RuleBook) -> None:
    assert len(ledger_of(read(path, path.name, book), book)) >= 4


def ledger_of(source: Source, book: RuleBook) -> list[Row]:
    """The rows that the whole pipeline finds in a source."""
    return rows(analyse(source, book))
