"""Limits that users change, and the table of them in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.ingest import limits
from extractor.ingest.changing import WrongLimits, changed, current, load

DOCUMENTED = Path(__file__).parents[2] / "docs" / "limits.md"


def test_a_file_names_limits_by_their_keys(tmp_path: Path) -> None:
    path = tmp_path / "limits.toml"
    path.write_text("seconds = 300  # 慢机器\npages = 500\n", "utf-8")
    before = current()
    with changed(load(path)):
        assert (limits.MAX_SECONDS, limits.MAX_PAGES) == (300, 500)
    assert current() == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("second = 300", "“second”", id="没有这一项"),
        pytest.param("seconds = 0", "seconds = 0", id="不大于零"),
        pytest.param('seconds = "300"', "seconds = 300", id="不是数"),
        pytest.param("seconds = 1.5", "seconds = 1.5", id="不是整数"),
        pytest.param("seconds = true", "seconds = True", id="是非"),
        pytest.param("seconds 300", "", id="不是 TOML"),
    ],
)
def test_what_is_wrong_in_the_file_is_said(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "limits.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(WrongLimits) as caught:
        load(path)
    assert caught.value.where == str(path)
    assert reason in caught.value.details["reason"]


def test_every_limit_stands_in_the_documentation_with_its_value() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| ([\d,]+) \|", DOCUMENTED.read_text("utf-8"), re.MULTILINE)
    assert {key: int(value.replace(",", "")) for key, value in rows} == current()


def test_time_grows_with_the_size_of_a_file() -> None:
    assert (limits.seconds_for(0), limits.seconds_for(2_000_000)) == (120, 360)
