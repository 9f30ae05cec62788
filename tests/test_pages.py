"""All pages are true: the output they show, the commands and options they name, the links they give."""

from __future__ import annotations

import re
import tomllib
from functools import cache

import click
import pytest

from extractor.commands.program import program
from tests.making.readme import PAGES, ROOT, answers, blocks, corpus, readme

WRITTEN = (*PAGES, "CONTRIBUTING.md", "CHANGELOG.md", "outputs/README.md", "patterns/README.md")
NAMED = re.compile(r"`extractor ([a-z]+)([^`]*)`")
LINK = re.compile(r"\]\(([^)#\s]+)\)")
SHOWN = [pytest.param(page, line, id=f"{page}: {line}") for page in PAGES for line in blocks("output", page)]
COMMANDS = sorted({(page, *named) for page in WRITTEN for named in NAMED.findall(readme(page))})
LINKS = sorted({(page, target) for page in WRITTEN for target in LINK.findall(readme(page))})


@cache
def printed(page: str) -> dict[str, str]:
    return answers(page)


@pytest.mark.parametrize(("page", "line"), SHOWN)
def test_the_output_shown_is_real(page: str, line: str) -> None:
    assert printed(page)[line] == blocks("output", page)[line], "right? then: python -m tests.accept --write"


@pytest.mark.parametrize(("page", "name", "rest"), COMMANDS)
def test_every_command_named_exists_with_its_options(page: str, name: str, rest: str) -> None:
    command = program.get_command(click.Context(program), name)
    assert command, f"{page}: extractor {name}"
    words = rest.split()
    if isinstance(command, click.Group) and words:
        command = command.get_command(click.Context(command), words[0])
        assert command, f"{page}: extractor {name} {words[0]}"
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"(?<!\S)--[a-z][a-z0-9-]*", rest)) <= known | {"--help"}


@pytest.mark.parametrize(("page", "target"), LINKS)
def test_every_link_leads_somewhere(page: str, target: str) -> None:
    assert "://" in target or ((ROOT / page).parent / target).exists()


def test_a_page_may_be_about_other_notices_than_the_samples() -> None:
    assert (corpus("README.md"), corpus("docs/tutorial.md")) == ("corpus", "tests/knowledge/corpus")


def test_the_tutorial_asks_all_questions_that_are_answered() -> None:
    questions = tomllib.loads((ROOT / "tests" / "knowledge" / "questions.toml").read_text("utf-8"))["question"]
    rows = re.findall(r"^\| (.+?) \| `extractor (.+?)` \|$", readme("docs/tutorial.md"), re.MULTILINE)
    assert rows == [(question["asks"], question["command"]) for question in questions]
