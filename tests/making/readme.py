"""The pages that tests hold to what they say: the output they show, the files they show being handed in.

A page may hold, each in a comment that no reader sees:

    <!-- corpus: tests/knowledge/corpus -->     the notices its commands read; without it ``corpus``
    <!-- output: extractor tasks -->            before a block: this command, and what it prints
    <!-- file: 保卫处交回.csv -->               before a block: a file that lies there when the commands run
"""

from __future__ import annotations

import datetime as dt
import re
import shlex
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from extractor.commands.program import program
from extractor.store import runs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(
    r"<!-- (?P<key>\w+): ?(?P<of>[^>]+?) -->\n(?P<fence>```\w*\n)(?P<words>.*?)```", re.DOTALL
)
CORPUS = re.compile(r"^<!-- corpus: ?(\S+) -->$", re.MULTILINE)
CLOCK = dt.datetime(2025, 12, 5, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))
"""When the commands of a page run, as far as the ledger keeps it; days they count from are in their ``--as-of``."""

README = "README.md"
PAGES = (README, *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")))
"""All pages that may show output; tests hold them to it."""


def readme(page: str = README) -> str:
    """A page as it stands."""
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(key: str, page: str = README) -> dict[str, str]:
    """The fenced blocks after markers of that key, by what the marker says."""
    return {block["of"]: block["words"] for block in BLOCK.finditer(readme(page)) if block["key"] == key}


def corpus(page: str = README) -> str:
    """The folder of notices that a page is about."""
    named = CORPUS.search(readme(page))
    return named[1] if named else "corpus"


def answers(page: str = README) -> dict[str, str]:
    """The commands shown with what they print, run in turn in a folder that holds the page's corpus and files only."""
    lines = blocks("output", page)
    if not lines:
        return {}
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        shutil.copytree(ROOT / corpus(page), Path(folder) / corpus(page))
        for name, words in blocks("file", page).items():
            (Path(folder) / name).write_text(words, encoding="utf-8")
        patch.chdir(folder)
        patch.setattr(runs, "begin", partial(_begin_then, runs.begin))
        if not any(line.startswith("extractor run") for line in lines):
            _answer(f"extractor run {corpus(page)}")
        return {line: f"> {line}\n{_answer(line)}" for line in lines}


def refreshed(page: str = README) -> str:
    """A page with the output that the program gives now."""
    now = answers(page)

    def shown(block: re.Match[str]) -> str:
        words = now.get(block["of"], block["words"]) if block["key"] == "output" else block["words"]
        return f"<!-- {block['key']}: {block['of']} -->\n{block['fence']}{words}```"

    return BLOCK.sub(shown, readme(page))


def _begin_then(begin: Callable[..., int], connection: sqlite3.Connection, _: dt.datetime | None, version: str) -> int:
    return begin(connection, CLOCK, version)


def _answer(line: str) -> str:
    result = CliRunner().invoke(program, shlex.split(line)[1:])
    if result.exit_code:
        message = f"{line}: exit status {result.exit_code}\n{result.output}"
        raise AssertionError(message)
    return result.output
