"""``extractor explain FILE``: every rule that claims a place, and why it won or lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from extractor.commands.program import program
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from pathlib import Path

RULES = {
    "deadlines.toml": [
        ("deadline.read", "{year}年{month}月底前"),
        ("deadline.month", "{month}月底前"),
        ("deadline.same", "{year}年{month}月底前"),
    ],
    "owners.toml": [("owner.never", "年6月"), ("owner.listed", "责任部门："), ("owner.unread", "各科室：")],
    "references.toml": [("reference.based", "根据《.{1,9}》")],
}

NOT_APPLIED = (
    "字面符合，但此处没有采用。"
    "这类规则可能只用于标签之后或特定段落；刚改过规则时，请先重新运行 extractor run。"
)
READS = {
    "deadline": 'reads = "vague"',
    "owner": 'reads = "label"\nrole = "lead"',
    "reference": 'reads = "before"\nrelation = "based-on"',
}


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger, and rules of which one read the deadline in it."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    fragments = "[fragments]\nyear = '\\d{4}'\nmonth = '\\d{1,2}'\n"
    (shipped / "fragments.toml").write_text(fragments, "utf-8")
    for file, rules in RULES.items():
        (shipped / file).write_text("".join(rule(*each) for each in rules), "utf-8")
    monkeypatch.setattr("extractor.rules.load.shipped_patterns", lambda: shipped)
    return sample(tmp_path / "outputs")


def rule(identifier: str, regex: str) -> str:
    reads = READS[identifier.partition(".")[0]]
    example = '{ text = "2024年6月底前", found = "6月" }'
    return (
        f'[[rule]]\nid = "{identifier}"\nmeans = "."\nregex = \'{regex}\'\n{reads}\n'
        f"examples = [{example}, {example}]\n"
        'counterexamples = [{ text = "无", why = "." }]\n'
    )


def asked(out: Path, *words: str) -> Result:
    return CliRunner().invoke(program, ["explain", *words, "--out", str(out)])


def test_winners_come_first_and_losers_say_why(out: Path) -> None:
    result = asked(out, "清理", "--words", "6月底前")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "2024/清理.txt 60：完成时限：2024年【6】月底前⏎（二）建立台"
    assert [line.split(maxsplit=4) for line in lines[1:]] == [
        ["结果", "规则", "原文", "位置", "说明"],
        ["胜", "deadline.read", "2024年6月底前", "55–64", "deadline date 2024-06-30（梳理现行制度。）"],
        ["负", "owner.never", "年6月", "59–62", NOT_APPLIED],
        ["负", "deadline.month", "6月底前", "60–64", "让给更长的 deadline.read"],
        ["负", "deadline.same", "2024年6月底前", "55–64", "让给排在前面的 deadline.read"],
    ]


MARKED = [
    pytest.param(
        "责任部门：党",
        "胜 owner.listed 责任部门： 35–40 "
        "owner responsible 党委组织部（梳理现行制度。）；owner responsible 人事处（梳理现行制度。）",
        id="标签后面的名单",
    ),
    pytest.param("根据《", "胜 reference.based 根据《档案管理规定》 85–95 reference based-on 档案管理规定", id="动词"),
    pytest.param("各科室", f"负 owner.unread 各科室： 12–16 {NOT_APPLIED}", id="标签后面没有读出"),
]


@pytest.mark.parametrize(("words", "row"), MARKED)
def test_a_label_or_verb_whose_value_was_read_beside_it_has_won(out: Path, words: str, row: str) -> None:
    rows = [" ".join(line.split(maxsplit=4)) for line in asked(out, "清理", "--words", words).stdout.splitlines()[2:]]
    assert row in rows


def test_a_place_may_be_given_by_its_offset(out: Path) -> None:
    assert asked(out, "清理", "--at", "60").stdout == asked(out, "清理", "--words", "6月底前").stdout


def test_a_place_without_rules_says_so(out: Path) -> None:
    result = asked(out, "清理", "--at", "11")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "此处没有任何规则起作用。")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["清理", "--at", "9999"], "2024/清理.txt：文中没有9999。", id="超出文末"),
        pytest.param(["清理", "--words", "七月"], "2024/清理.txt：文中没有“七月”。", id="没有这几个字"),
        pytest.param(["坏文件.pdf", "--at", "0"], "坏文件.pdf：文中没有0。", id="没有读出文字"),
        pytest.param(["没有", "--at", "0"], "没有：没有这份公文。", id="没有这份公文"),
    ],
)
def test_what_is_not_there_is_said(out: Path, words: list[str], message: str) -> None:
    result = asked(out, *words)
    assert result.exit_code == 2
    assert result.stderr.startswith(message)
