"""The golden files of the sample notices still hold: per stage what is found, and the tables of a run."""

from __future__ import annotations

import pytest

from tests.accept import accepted, all_golden, difference, golden


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return all_golden()


def test_every_sample_has_its_golden_files(made: dict[str, str]) -> None:
    assert accepted() == made.keys()


@pytest.mark.parametrize("name", sorted(accepted()))
def test_what_was_accepted_still_comes_out(name: str, made: dict[str, str]) -> None:
    shown = "".join(difference(name, golden(name) or "", made.get(name, "")))
    if golden(name) != made.get(name):
        pytest.fail(f"{shown}\nread this; if it is right: python -m tests.accept --write", pytrace=False)
