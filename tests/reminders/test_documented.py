"""``docs/reminders.md`` is true: the output it shows, and the options it names."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from extractor.commands.program import program
from tests.making.readme import BLOCK, ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (ROOT / "docs" / "reminders.md").read_text("utf-8")
SHOWN = [pytest.param(block["of"], block["words"], id=block["of"]) for block in BLOCK.finditer(PAGE)]
NAMED = sorted(set(re.findall(r"`extractor ([a-z]+)([^`]*)`", PAGE)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the samples have been read."""
    path = tmp_path_factory.mktemp("documented")
    shutil.copytree(ROOT / "corpus", path / "corpus")
    assert CliRunner().invoke(program, ["run", str(path / "corpus"), "--out", str(path / "outputs")]).exit_code == 0
    return path


@pytest.mark.parametrize(("line", "words"), SHOWN)
def test_the_output_shown_is_real(folder: Path, line: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(program, shlex.split(line)[1:])
    assert (result.exit_code, result.output) == (0, words)


@pytest.mark.parametrize(("name", "rest"), NAMED)
def test_every_command_named_exists_with_its_options(name: str, rest: str) -> None:
    command = program.get_command(click.Context(program), name)
    assert command, name
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", rest)) <= known
