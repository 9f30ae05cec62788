"""The check of the examples notices each way in which an example can fail to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.rules.example import Example
from extractor.rules.proof.check import Failure, Reading, check, check_speed
from extractor.rules.proof.hostile import LENGTH, hostile_texts
from extractor.rules.rule import Rule
from tests.rules.folders import SHIPPED, book_of, shipped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WINNERS = {
    "请于6月底前报送。": [Reading("deadline.month-end", "6月底前", "06-30")],
    "12月末前完成。": [Reading("deadline.month-end", "12月末前")],
    "6月前": [Reading("deadline.month", "6月前")],
    "请在11月前交。": [Reading("deadline.month", "11月前")],
    "6月前景": [Reading("deadline.prospect", "月前景")],
    "7月前景好": [Reading("deadline.prospect", "月前景")],
}


def read(kind: str, text: str) -> Sequence[Reading]:
    """What a reader that works makes of the examples of the small book."""
    assert kind == "deadlines"
    return WINNERS.get(text, [])


def failures_of(tmp_path: Path, old: str, new: str) -> list[str]:
    """Failures of the small book after a change: ``trial rule text wanted → got``."""
    from extractor.rules.load import load  # noqa: PLC0415 - beside its only use

    assert old in SHIPPED
    return [_short(failure) for failure in check(load(shipped=shipped(tmp_path, SHIPPED.replace(old, new))))]


def _short(failure: Failure) -> str:
    return f"{failure.where} {failure.trial} {failure.text} {failure.wanted}→{failure.got}"


def test_a_book_whose_examples_hold_has_no_failures(tmp_path: Path) -> None:
    assert check(book_of(tmp_path)) == []
    assert check(book_of(tmp_path), read) == []


ALONE = [
    pytest.param(
        '12月末前完成。", found = "12月末前',
        '12月终前完成。", found = "12月终前',
        "deadlines.toml:11 alone 12月终前完成。 12月终前→",
        id="例句不匹配",
    ),
    pytest.param(
        "截至6月底，共办结12件。",
        "截至6月底前办结12件。",
        "deadlines.toml:11 counterexample 截至6月底前办结12件。 →6月底前",
        id="反例匹配了",
    ),
    pytest.param(
        ', taken-by = "deadline.prospect"',
        "",
        "deadlines.toml:22 counterexample 6月前景 →6月前",
        id="反例匹配而无人接手",
    ),
    pytest.param(
        'taken-by = "deadline.prospect"',
        'taken-by = "deadline.month-end"',
        "deadlines.toml:22 counterexample 6月前景 deadline.month-end→6月前",
        id="接手的规则不匹配",
    ),
    pytest.param(
        'taken-by = "deadline.prospect"',
        'taken-by = "deadline.nobody"',
        "deadlines.toml:22 counterexample 6月前景 deadline.nobody→6月前",
        id="接手的规则不存在",
    ),
    pytest.param(
        "'''月前景'''",
        "'''月前景('''",
        "deadlines.toml:30 compile 月前景( →missing ) … 月前景(▶",
        id="正则有误",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "failure"), ALONE)
def test_each_rule_is_tried_alone(tmp_path: Path, old: str, new: str, failure: str) -> None:
    assert failure in failures_of(tmp_path, old, new)


TOGETHER = [
    pytest.param([], "", id="没有读出"),
    pytest.param([Reading("deadline.own", "6月前")], "6月前 =  (deadline.own)", id="别的规则赢了"),
    pytest.param([Reading("deadline.month", "月前")], "月前 =  (deadline.month)", id="字不一样"),
    pytest.param(
        [Reading("deadline.month", "6月前", "05-31")], "6月前 = 05-31 (deadline.month)", id="值不一样"
    ),
]


@pytest.mark.parametrize(("readings", "got"), TOGETHER)
def test_each_rule_is_tried_with_all_others(tmp_path: Path, readings: list[Reading], got: str) -> None:
    failures = check(book_of(tmp_path), lambda kind, text: readings if text == "6月前" else read(kind, text))
    wanted = "6月前 =  (deadline.month)"
    assert failures == [Failure("deadlines.toml:22", "deadline.month", "together", "6月前", wanted, got)]


def test_a_counterexample_that_its_rule_wins_with_all_others_is_a_failure(tmp_path: Path) -> None:
    wrong = [Reading("deadline.month", "6月前"), *WINNERS["6月前景"]]
    failures = check(book_of(tmp_path), lambda kind, text: wrong if text == "6月前景" else read(kind, text))
    assert [_short(failure) for failure in failures] == [
        "deadlines.toml:22 counterexample 6月前景 →6月前 =  (deadline.month)"
    ]


def rule(expression: str, found: str) -> Rule:
    """A rule with one example."""
    return Rule("a.b", "deadlines", "", expression, examples=(Example(found, found),))


SLOW = [
    pytest.param("(?:的+)+负责", "的的负责", id="重复套重复"),
    pytest.param("(?:市|市、)*(?:、|市)*负责", "市、市负责", id="两可的分支"),
    pytest.param("(?:[0-9]+[0-9]*)+年", "2024年", id="数字串"),
]


@pytest.mark.parametrize(("expression", "found"), SLOW)
def test_a_pattern_that_backtracks_without_bound_is_noticed(
    monkeypatch: pytest.MonkeyPatch, expression: str, found: str
) -> None:
    monkeypatch.setattr("extractor.rules.rule.SEARCH_SECONDS", 0.1)
    failures = check_speed([rule(expression, found)])
    assert [(failure.rule, failure.trial) for failure in failures] == [("a.b", "speed")]


def test_bounded_possessive_patterns_pass() -> None:
    bounded = rule("[^，。]{1,40}+，由[^，。]{1,40}?负责", "的，由甲负责")
    assert check_speed([bounded]) == []


def test_hostile_texts_are_long_and_hold_what_the_rule_waits_for() -> None:
    texts = list(hostile_texts(rule("(?P<when>[0-9]{1,2})月(?:底|末)前", "6月底前")))
    assert {len(text) for text in texts} == {LENGTH}
    assert all("月底前" in text and "月末前" in text for text in texts)
    assert any(text.startswith("（（（") for text in texts)
    assert any(text.startswith("6月底6月底") for text in texts)
    assert texts == list(hostile_texts(rule("(?P<when>[0-9]{1,2})月(?:底|末)前", "6月底前")))
