"""The README is true: its two lines, its commands, its links, and the output it shows."""

from __future__ import annotations

import re

import click
import pytest

from extractor.commands.program import program
from tests.making.readme import ROOT, answers, blocks, readme

README = readme()
NAMED = re.compile(r"`extractor ([a-z]+)([^`]*)`")


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
def printed() -> dict[str, str]:
    return answers()


@pytest.mark.parametrize("line", list(blocks("output")))
def test_the_output_shown_is_real(line: str, printed: dict[str, str]) -> None:
    assert printed[line] == blocks("output")[line], "right? then: python -m tests.accept --write"
