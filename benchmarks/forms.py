"""How much does a format cost: ``python -m benchmarks.forms [--shared DIR] [--detail FORM]``.

Every notice with gold data is read as it came, written out in each form (tables as tables, set as GB/T 9704 has
it; DOC, RTF, ODT, PDF and a second web page by LibreOffice), read again and scored by ``score.py``. A form is
held against the notice as it came: the difference is what the form's reader loses.
"""

from __future__ import annotations

import argparse
import runpy
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.export.record import record, to_json
from extractor.ingest.read import read
from extractor.model.errors import ExtractorError
from extractor.pipeline import analyse
from extractor.rules.load import load
from tests.making import forms, office
from tests.making.ofd import ofd_of_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

SHOWN = ("rows", "tasks", "owners", "deadlines", "outline", "references", "title", "date")
SAVED = (("doc", "doc"), ("rtf", "rtf"), ("odt", "odt"), ("pdf", "pdf"), ("html", "html-office"))


def main() -> None:
    """Write all forms, read them, print a table."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.forms", description=__doc__)
    arguments.add_argument("--shared", type=Path, default=Path("../shared"), metavar="DIR")
    arguments.add_argument("--detail", metavar="FORM", help="list what a form loses")
    asked = arguments.parse_args()
    if not (asked.shared / "gold").is_dir() or office.OFFICE is None:
        sys.exit("skipped: no gold notices, or no LibreOffice, on this machine")
    with tempfile.TemporaryDirectory() as folder:
        compare(asked.shared, Path(folder), asked.detail)


def compare(shared: Path, folder: Path, detail: str | None) -> None:
    """Score each form below ``folder`` and print its row."""
    book, score = load(), _score(shared)
    gold = {path.stem for path in (shared / "gold").glob("*.json")}
    paths = [path for path in sorted((shared / "notices").iterdir()) if path.stem in gold]
    written = write_all([read(path, path.name, book) for path in paths], folder)
    everything = {"as it came": paths, **written}
    results = {form: score(analyse_all(files, folder, book)) for form, files in everything.items()}
    first = results["as it came"]
    print(f"{'':14}" + "".join(f"{name:>12}" for name in SHOWN) + f"{'rows, diff':>12}")
    for form, total in results.items():
        row = "".join(f"{total[name].f1:12.3f}" for name in SHOWN)
        print(f"{form:14}{row}{total['rows'].f1 - first['rows'].f1:+12.3f}")
    for name in SHOWN if detail else ():
        known = set(first[name].notes)
        print("\n".join(f"[{name}] {note}" for note in results[detail or ""][name].notes if note not in known))


def write_all(sources: Sequence[Source], folder: Path) -> dict[str, list[Path]]:
    """Form → its files, one for each source."""
    own = {"docx": forms.docx, "html": forms.html, "mhtml": forms.mhtml}
    written = {
        form: [_written(folder / form, source, form, make(source)) for source in sources] for form, make in own.items()
    }
    for ending, form in SAVED:
        (folder / form).mkdir()
        office.saved_as(ending, written["docx"], folder / form)
        written[form] = sorted((folder / form).glob(f"*.{ending}"))
    written["ofd"] = [
        _written(folder / "ofd", source, "ofd", ofd_of_pdf(path.read_bytes()))
        for source, path in zip(sources, written["pdf"], strict=True)
    ]
    return written


def _written(folder: Path, source: Source, ending: str, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{Path(source.name).stem}.{ending}"
    path.write_bytes(data)
    return path


def analyse_all(paths: Sequence[Path], folder: Path, book: RuleBook) -> Path:
    """The analysis of all files, as ``score.py`` wants it."""
    lines = []
    for path in paths:
        try:
            lines.append(to_json(record(analyse(read(path, path.name, book), book))))
        except ExtractorError as error:
            print(f"{path.name}: {error.code} {error.details}")
    written = folder / "analysis.jsonl"
    written.write_text("\n".join(lines), "utf-8")
    return written


def _score(shared: Path) -> Any:  # noqa: ANN401 - a script beside the project, without types
    """What ``score.py`` finds in an analysis, all notices together."""
    module = runpy.run_path(str(shared / "eval" / "score.py"))
    return lambda analysis: module["score"](shared / "gold", analysis, [])[0]


if __name__ == "__main__":
    main()
