"""The two lines of the README; what else it says is held to by ``test_pages``."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.making.readme import ROOT, blocks


@pytest.mark.parametrize("platform", ["linux", "windows"])
def test_each_platform_has_two_lines(platform: str) -> None:
    first, second = blocks("ci")[platform].splitlines()
    assert first.endswith("extractor run")
    assert second.endswith("-m pytest")


def test_the_lines_run_by_the_checks_are_those_of_the_readme() -> None:
    assert "lines_for linux" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_extra_that_a_page_tells_to_install_exists() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    told = {extra for page in pages for extra in re.findall(r"[\"']\.\[(\w+)\][\"']", page.read_text("utf-8"))}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert told == set(project["optional-dependencies"])
