"""How fast is it, beside the bare parse and other tools: ``python -m benchmarks [--rounds N] [--write] [FOLDER …]``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.contests import contests, readable
from benchmarks.growth import doubled, lengths
from benchmarks.measure import Contest, compare
from benchmarks.page import put, table
from benchmarks.waiting import waits
from extractor.rules.load import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.measure import Missing, Outcome

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"


def main() -> None:
    """Hold all contests over the files of the folders, and print one table."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    arguments.add_argument("folders", nargs="*", type=Path, default=[Path("corpus")], metavar="FOLDER")
    arguments.add_argument("--rounds", type=int, default=9, metavar="N")
    arguments.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        words = table(list(_held(all_contests(asked.folders, Path(folder)), asked.rounds)), asked.rounds)
    print(words)
    if asked.write:
        put(PAGE, words)


def all_contests(folders: Sequence[Path], temporary: Path) -> Iterator[Contest | Missing]:
    """Those of the formats, of growth, and of waiting."""
    book = load()
    first = next(chain.from_iterable(readable(folders, form, book) for form in ("txt", "docx", "pdf")), None)
    waiting = waits(temporary, first) if first else ()
    yield from chain(contests(folders, book), lengths(book), [doubled(book)], waiting)


def _held(found: Iterable[Contest | Missing], rounds: int) -> Iterator[Outcome | Missing]:
    for each in found:
        print(f"{each.ours} : {each.theirs}", file=sys.stderr)
        yield compare(each, rounds) if isinstance(each, Contest) else each


if __name__ == "__main__":
    main()
