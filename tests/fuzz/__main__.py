"""A campaign by hand: ``python -m tests.fuzz --files 20000 --seed 1 --jobs 2``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.fuzz.campaign import campaign
from tests.fuzz.table import keep, slowest, table, wrong
from tests.fuzz.whole import run


def main() -> int:
    """Run it, print the table and the slowest, keep the files that went wrong; 1 when there are any."""
    asked = _asked()
    numbers = range(asked.first, asked.first + asked.files)
    if asked.run:
        return _whole(asked, numbers)
    outcomes = sorted(campaign(asked.seed, numbers, asked.jobs), key=lambda outcome: outcome.number)
    sys.stdout.write(table(outcomes) + "\n" + slowest(outcomes, asked.seed) + "\n")
    names = keep((outcome for outcome in outcomes if wrong(outcome)), asked.seed, asked.keep)
    sys.stdout.writelines(f"{name}\n" for name in names)
    return 1 if names else 0


def _whole(asked: argparse.Namespace, numbers: range) -> int:
    """Hand all files to one run of the program."""
    with tempfile.TemporaryDirectory() as folder:
        found = run(asked.seed, numbers, Path(folder), asked.jobs)
    statuses = Counter(record["status"] for record in found.records.values())
    sys.stdout.write(f"{dict(statuses)}\n{found.said.strip().splitlines()[-1]}\n")
    sys.stdout.writelines(f"{line}\n" for line in found.wrong())
    return 1 if found.wrong() else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--files", type=int, default=20_000, help="how many")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other files")
    parser.add_argument("--jobs", type=int, default=2, help="worker processes")
    parser.add_argument("--run", action="store_true", help="all in one run of the program, instead of one by one")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"), help="folder for the files that went wrong")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
