"""Invented notices with their gold: ``python -m benchmarks.generator --files N --seed N --out DIR``."""

from __future__ import annotations

import argparse
import json
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from benchmarks.generator.files import FORMATS
from benchmarks.generator.notices import notice

_IN_A_FOLDER = 1000
_AT_ONCE = 200


def main() -> None:
    """Write the notices below ``DIR/notices`` and their gold below ``DIR/gold``; the same words give the same bytes."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.generator", description=__doc__)
    arguments.add_argument("--files", type=int, default=1000, metavar="N")
    arguments.add_argument("--seed", type=int, default=7, metavar="N")
    arguments.add_argument("--out", type=Path, required=True, metavar="DIR")
    arguments.add_argument("--formats", type=_split, default=["txt"], metavar="F,…", help=", ".join(FORMATS))
    arguments.add_argument("--no-gold", action="store_true", help="only the notices")
    arguments.add_argument("--jobs", type=int, default=1, metavar="N")
    asked = arguments.parse_args()
    if unknown := set(asked.formats) - FORMATS.keys():
        arguments.error(f"no such format: {', '.join(sorted(unknown))}")
    one = partial(write, asked.out, asked.seed, asked.formats, gold=not asked.no_gold)
    folders(asked.out, asked.files)
    if asked.jobs == 1:
        for n in range(asked.files):
            one(n)
        return
    with Pool(asked.jobs) as pool:
        for _ in pool.imap_unordered(one, range(asked.files), _AT_ONCE):
            pass


def _split(names: str) -> list[str]:
    return names.split(",")


def folders(out: Path, files: int) -> None:
    """Make the folders; a thousand notices lie in one."""
    for number in range(-(-files // _IN_A_FOLDER)):
        (out / "notices" / f"{number:03}").mkdir(parents=True, exist_ok=True)
    (out / "gold").mkdir(exist_ok=True)


def write(out: Path, seed: int, formats: list[str], n: int, *, gold: bool = True) -> None:
    """Write notice ``n`` in one of the formats, each in turn, and its gold."""
    paper = notice(seed, n)
    ending, form = FORMATS[formats[n % len(formats)]]
    (out / "notices" / f"{n // _IN_A_FOLDER:03}" / f"{paper.name}{ending}").write_bytes(form(paper))
    if gold:
        words = json.dumps(paper.gold(), ensure_ascii=False)
        (out / "gold" / f"{paper.name}.json").write_text(words, "utf-8")


if __name__ == "__main__":
    main()
