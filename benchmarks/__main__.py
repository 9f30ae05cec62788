"""How fast is it, beside tools that do less: ``python -m benchmarks [--rounds N] [FOLDER …]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.contests import contests
from benchmarks.measure import compare, table


def main() -> None:
    """Run all contests over the files of the folders and print one table."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    arguments.add_argument("folders", nargs="*", type=Path, default=[Path("corpus")], metavar="FOLDER")
    arguments.add_argument("--rounds", type=int, default=9, metavar="N")
    asked = arguments.parse_args()
    print(table([compare(contest, asked.rounds) for contest in contests(asked.folders)]))


if __name__ == "__main__":
    main()
