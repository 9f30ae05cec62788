"""The blocks of the pages that the tests hold them to: command lines, and the output they show."""

from __future__ import annotations

import re
import shlex
import shutil
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.commands.program import program

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(
    r"<!-- (?P<key>\w+): ?(?P<of>[^>]+?) -->\n(?P<fence>```\w*\n)(?P<words>.*?)```", re.DOTALL
)


README = "README.md"
PAGES = (README, *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")))
"""All pages that may show output; tests hold them to it."""


def readme(page: str = README) -> str:
    """A page as it stands."""
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(key: str, page: str = README) -> dict[str, str]:
    """The fenced blocks after markers of that key, by what the marker says."""
    return {block["of"]: block["words"] for block in BLOCK.finditer(readme(page)) if block["key"] == key}


def answers(page: str = README) -> dict[str, str]:
    """What the commands shown print, one after the other, in a folder that holds the samples only."""
    lines = blocks("output", page)
    if not lines:
        return {}
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        shutil.copytree(ROOT / "corpus", Path(folder) / "corpus")
        patch.chdir(folder)
        if page != README:  # which begins with this line itself
            _answer("extractor run")
        return {line: _answer(line) for line in lines}


def refreshed(page: str = README) -> str:
    """A page with the output that the program gives now."""
    now = answers(page)

    def shown(block: re.Match[str]) -> str:
        words = now.get(block["of"], block["words"]) if block["key"] == "output" else block["words"]
        return f"<!-- {block['key']}: {block['of']} -->\n{block['fence']}{words}```"

    return BLOCK.sub(shown, readme(page))


def _answer(line: str) -> str:
    result = CliRunner().invoke(program, shlex.split(line)[1:])
    if result.exit_code:
        message = f"{line}: exit status {result.exit_code}\n{result.output}"
        raise AssertionError(message)
    return result.output
