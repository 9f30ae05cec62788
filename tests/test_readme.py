"""The README is true: its two lines, its commands, its links, and the output it shows."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from extractor.commands.program import program

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"<!-- (?P<key>\w+): ?(?P<of>[^>]+?) -->\n```\w*\n(?P<words>.*?)```", re.DOTALL)
NAMED = re.compile(r"`extractor ([a-z]+)([^`]*)`")


def blocks(key: str) -> dict[str, str]:
    """The fenced blocks after the markers of that key, by what the marker says."""
    return {block["of"]: block["words"] for block in BLOCK.finditer(README) if block["key"] == key}


@pytest.mark.parametrize("platform", ["linux", "windows"])
def test_each_platform_has_two_lines(platform: str) -> None:
    first, second = blocks("ci")[platform].splitlines()
    assert first.endswith("extractor run")
    assert second.endswith("-m pytest")


def test_the_lines_run_by_the_checks_are_those_of_the_readme() -> None:
    assert "lines_for linux" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "rest"), sorted(set(NAMED.findall(README))))
def test_every_command_named_exists_with_its_options(name: str, rest: str) -> None:
    context = click.Context(program)
    command = program.get_command(context, name)
    assert command, f"extractor {name}"
    known = [option for parameter in command.params for option in parameter.opts]
    if isinstance(command, click.Group):
        assert command.get_command(context, rest.split(maxsplit=1)[0])
    assert set(re.findall(r"--[a-z-]+", rest)) <= {*known, "--help"}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the commands of the README print, one after the other, in a folder that holds the samples only."""
    folder = tmp_path_factory.mktemp("newcomer")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return {line: answer(line) for line in blocks("output")}


def answer(line: str) -> str:
    result = CliRunner().invoke(program, shlex.split(line)[1:])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("line", list(blocks("output")))
def test_the_output_shown_is_real(line: str, answers: dict[str, str]) -> None:
    assert answers[line].strip() == blocks("output")[line].strip()
