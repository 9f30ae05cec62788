"""``extractor rules``: broken examples are shown with their place, and the list counts what fired."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from extractor.commands.program import program
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from pathlib import Path

RULE = """
[[rule]]
id = "my.soon"
means = "Soon."
regex = '''尽快'''
reads = "vague"
triggers = ["尽快"]
examples = [
  { text = "请尽快报送。", found = "尽快", value = "vague" },
  { text = "望尽快办结。", found = "尽快", value = "vague" },
]
counterexamples = [{ text = "速报。", why = "another word" }]
"""


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one rule of the user's own, and one shipped rule."""
    (tmp_path / "shipped").mkdir()
    shipped = RULE.replace("my.soon", "deadline.soon").replace("尽快", "近期")
    (tmp_path / "shipped" / "deadlines.toml").write_text(shipped, "utf-8")
    monkeypatch.setattr("extractor.rules.load.shipped_patterns", lambda: tmp_path / "shipped")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "deadlines.toml").write_text(RULE, "utf-8")
    return tmp_path / "mine"


def asked(*words: str) -> Result:
    return CliRunner().invoke(program, ["rules", *words])


def test_rules_whose_examples_hold(mine: Path) -> None:
    result = asked("check", "--patterns", str(mine))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "规则 2 条、例子 6 个，全部成立。\n"


def test_an_example_that_does_not_hold_is_shown_with_its_place(mine: Path) -> None:
    (mine / "deadlines.toml").write_text(RULE.replace("速报", "也请尽快"), "utf-8")
    result = asked("check", "--patterns", str(mine))
    assert result.exit_code == 2
    broken = next(line for line in result.stdout.splitlines() if "my.soon" in line)
    assert "deadlines.toml:2" in broken
    assert "也请尽快。" in broken


def test_the_list_holds_every_rule_in_order_of_precedence(mine: Path) -> None:
    rows = json.loads(asked("list", "--patterns", str(mine), "--format", "json").stdout)
    assert [row["id"] for row in rows] == ["deadline.soon", "my.soon"]
    assert (rows[1]["kind"], rows[1]["means"]) == ("deadlines", "Soon.")
    assert rows[1]["where"].endswith("deadlines.toml:2")


def test_usage_counts_what_fired_in_the_last_run(mine: Path, tmp_path: Path) -> None:
    (mine / "deadlines.toml").write_text(RULE.replace("my.soon", "owner.listed"), "utf-8")
    words = ["--usage", "--patterns", str(mine), "--out", str(sample(tmp_path)), "--format", "json"]
    rows = json.loads(asked("list", *words).stdout)
    assert [(row["id"], row["fires"], row["notices"]) for row in rows] == [
        ("deadline.soon", 0, 0), ("owner.listed", 3, 2),
    ]  # fmt: skip
