"""See, and accept, what changed in the golden files and the output that the pages show.

``python -m tests.accept`` shows the differences, ``python -m tests.accept --write`` accepts them.

Read every difference before accepting it: a golden file says what somebody has checked, not what came out.
"""

from __future__ import annotations

import difflib
import sys
import tempfile
from pathlib import Path

from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader
from tests.making.readme import PAGES, refreshed
from tests.making.stages import stages

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "samples" / "golden"
EXPORTED = ("tasks.csv", "notices.csv", "links.csv", "problems.csv")


def main(arguments: list[str]) -> int:
    """Print all differences; write them only when asked. Ends with 1 when some are left unwritten."""
    made = all_golden() | {page: refreshed(page) for page in PAGES}
    names = sorted(made.keys() | accepted())
    changed = [name for name in names if made.get(name) != golden(name)]
    for name in changed:
        sys.stdout.writelines(difference(name, golden(name) or "", made.get(name, "")))
    if "--write" in arguments:
        write(made)
    return int(bool(changed) and "--write" not in arguments)


def sample_notices() -> list[Path]:
    """The notices that come with the program."""
    return sorted(path for path in (ROOT / "corpus").iterdir() if not path.name.startswith("."))


def all_golden() -> dict[str, str]:
    """Every golden file by name, as the program makes it now."""
    book = NoticeReader().book
    made = {
        f"{path.stem}.{stage}.txt": words
        for path in sample_notices()
        for stage, words in stages(path, book).items()
    }
    return made | exported()


def exported() -> dict[str, str]:
    """The tables that a run over the samples writes."""
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary)
        run(Plan((ROOT / "corpus",), out, jobs=1), NoticeReader())
        return {name: (out / name).read_bytes().decode("utf-8-sig") for name in EXPORTED}


def accepted() -> set[str]:
    """The names of the golden files there are."""
    return {path.name for path in GOLDEN.glob("*")}


def golden(name: str) -> str | None:
    """An accepted golden file; None when there is none of that name."""
    path = place(name)
    return path.read_bytes().decode() if path.is_file() else None


def place(name: str) -> Path:
    """Where an accepted file stands."""
    return ROOT / name if name in PAGES else GOLDEN / name


def difference(name: str, before: str, after: str) -> list[str]:
    """What ``accept`` shows of a file."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"accepted/{name}", f"now/{name}", n=1, lineterm=""
    )
    return [f"{line}\n" for line in lines]


def write(made: dict[str, str]) -> None:
    """Make the golden files what the program says now."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name in accepted() - made.keys():
        (GOLDEN / name).unlink()
    for name, words in made.items():
        place(name).write_bytes(words.encode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
