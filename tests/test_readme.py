"""The two lines of the README; what else it says is held to by ``test_pages``."""

from __future__ import annotations

import pytest

from tests.making.readme import ROOT, blocks


@pytest.mark.parametrize("platform", ["linux", "windows"])
def test_each_platform_has_two_lines(platform: str) -> None:
    first, second = blocks("ci")[platform].splitlines()
    assert first.endswith("extractor run")
    assert second.endswith("-m pytest")


def test_the_lines_run_by_the_checks_are_those_of_the_readme() -> None:
    assert "lines_for linux" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
