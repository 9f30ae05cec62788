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


def test_a_list_of_bodies_that_contradicts_itself_is_refused(mine: Path) -> None:
    text = "[[bodies]]\nof = ['高校']\nnames = [['甲处', '甲'], ['乙处', '甲']]\n"
    (mine / "departments.toml").write_text(text, "utf-8")
    result = asked("check", "--patterns", str(mine))
    assert result.exit_code == 2
    assert result.stderr == (
        f"{(mine / 'departments.toml').as_posix()}:1：“甲”在“乙处”之前已经用在别的单位上。"
        "同一类组织里，一个简称只能归一个单位；请删去其中一处。\n"
    )


TRIALS = [
    pytest.param("尽快''", "从快''", ("单独试", "alone"), id="单独试没认出来"),
    pytest.param(
        '报送。", found = "尽快"', '报送。", found = "请尽快"', ("一起试", "with all rules"), id="认出的字不同",
    ),
    pytest.param("速报", "也请尽快", ("反例", "counterexample"), id="反例被认走"),
    pytest.param("尽快''", "尽快|(?:的|的的)+负责''", ("搜得太慢", "too slow"), id="搜不完"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "trials"), TRIALS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_trial_is_named_in_the_language_asked_for(  # noqa: PLR0913 - the columns of the table
    mine: Path, monkeypatch: pytest.MonkeyPatch, right: str, wrong: str, trials: tuple[str, str], *, lang: str
) -> None:
    assert right in RULE
    monkeypatch.setattr("extractor.rules.rule.SEARCH_SECONDS", 0.1)
    text = RULE.replace(right, wrong).replace('triggers = ["尽快"]\n', "")
    (mine / "deadlines.toml").write_text(text, "utf-8")
    result = asked("check", "--patterns", str(mine), "--lang", lang)
    assert result.exit_code == 2
    assert f"deadlines.toml:2  my.soon  {trials[lang == 'en']}  " in result.stdout


LAST = [
    pytest.param("zh", "共 2 处不成立，涉及规则 1 条。请按“位置”一栏改正规则或例子，", id="中文"),
    pytest.param("en", "Trials that failed: 2; rules concerned: 1. Mend the rule or the example", id="英文"),
]


@pytest.mark.parametrize(("lang", "begins"), LAST)
def test_a_check_that_fails_closes_with_a_count_and_an_advice(mine: Path, lang: str, begins: str) -> None:
    (mine / "deadlines.toml").write_text(RULE.replace("速报", "也请尽快"), "utf-8")
    result = asked("check", "--patterns", str(mine), "--lang", lang)
    assert result.stdout.splitlines()[-1].startswith(begins)


def test_how_long_the_shipped_rules_search_is_not_tried_again(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.rules.rule.SEARCH_SECONDS", 0.1)
    slow = RULE.replace("尽快''", "尽快|(?:的|的的)+负责''").replace('triggers = ["尽快"]\n', "")
    (tmp_path / "shipped" / "deadlines.toml").write_text(slow.replace("my.", "deadline."), "utf-8")
    assert asked("check", "--patterns", str(mine)).exit_code == 2  # the rules of ``mine`` never win
    (mine / "deadlines.toml").write_text("", "utf-8")
    assert asked("check", "--patterns", str(mine)).exit_code == 0


NONSENSE = [
    pytest.param(
        '"vague"\ntriggers',
        '"vagu"\ntriggers',
        "my.soon 的 reads 写了不存在的读法 vagu。这个文件里可写的读法：by、on、",
        id="读法写错",
    ),
    pytest.param(
        'reads = "vague"',
        'reads = "vague"\nmode = "run"',
        "my.soon 里 mode = 'run' 不是能写的值。可写的值：marked、running。",
        id="值写错",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "message"), NONSENSE)
def test_a_rule_that_nothing_could_read_is_told_with_file_and_line(
    mine: Path, right: str, wrong: str, message: str
) -> None:
    assert right in RULE
    (mine / "deadlines.toml").write_text(RULE.replace(right, wrong), "utf-8")
    result = asked("check", "--patterns", str(mine))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"deadlines.toml:2：{message}" in result.stderr


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
