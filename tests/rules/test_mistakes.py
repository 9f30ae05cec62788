"""Each mistake in a rule file is told with file, line, code and the words to blame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from extractor.messages import say
from extractor.model.errors import RuleError
from extractor.rules.faults import CODES
from extractor.rules.load import load
from tests.rules.folders import RULE, SHIPPED, own, shipped

if TYPE_CHECKING:
    from pathlib import Path


def complaint(tmp_path: Path, text: str) -> str:
    """What is said when ``text`` is the shipped file: ``line code reason``."""
    with pytest.raises(RuleError) as caught:
        load(shipped=shipped(tmp_path, text))
    return _short(caught.value)


def _short(error: RuleError) -> str:
    place = error.where.rpartition("/")[2].removeprefix("deadlines.toml:")
    return f"{place} {error.code} {error.details['rule']} {error.details['reason']}".rstrip()


SHIPPED_MISTAKES = [
    pytest.param(
        "# 一份小的规则书",
        "[patterns]",
        "1 rule-unknown-table ? patterns",
        id="不认识的表",
    ),
    pytest.param(
        "# 一份小的规则书",
        "stray = 1",
        "1 rule-unknown-table ? stray",
        id="表外的键",
    ),
    pytest.param(
        'reads = "by"',
        'raeds = "by"',
        "11 rule-unknown-key deadline.month-end raeds (reads?)",
        id="字段写错",
    ),
    pytest.param(
        'examples = [{ text = "6月前"',
        'exampels = [{ text = "6月前"',
        "22 rule-unknown-key deadline.month exampels (examples?)",
        id="例句字段写错",
    ),
    pytest.param(
        'why = "统计',
        'wyh = "统计',
        "11 rule-unknown-key deadline.month-end counterexamples.wyh (why?)",
        id="反例字段写错",
    ),
    pytest.param(
        'id = "deadline.month-end"\n',
        "",
        "11 rule-missing-key ? id",
        id="没有编号",
    ),
    pytest.param(
        'means = "某月底以前。"\n',
        "",
        "11 rule-missing-key deadline.month-end means",
        id="没有说明",
    ),
    pytest.param(
        'means = "责任标签"\n',
        "",
        "6 rule-missing-key label.owner means",
        id="词表没有说明",
    ),
    pytest.param(
        "regex = '''{month}月前'''\n",
        "",
        "22 rule-missing-key deadline.month regex",
        id="没有正则",
    ),
    pytest.param(
        "'''{month}月前'''",
        "''",
        "22 rule-missing-key deadline.month regex",
        id="空的正则",
    ),
    pytest.param(
        '"deadline.month"',
        '"deadline.month-end"',
        "22 rule-id-repeated deadline.month-end deadlines.toml:11",
        id="编号重复",
    ),
    pytest.param(
        '"label.owner"',
        '"month"',
        "3 rule-id-repeated month deadlines.toml:6",
        id="片段与词表同名",
    ),
    pytest.param(
        '"deadline.month"',
        '"Deadline.Month"',
        "22 rule-id-form Deadline.Month Deadline.Month",
        id="编号大写",
    ),
    pytest.param(
        '"deadline.month"',
        '"month"',
        "22 rule-id-form month month",
        id="编号没有点",
    ),
    pytest.param(
        "{month}月前",
        "{moon}月前",
        "22 rule-unknown-name deadline.month {moon}",
        id="片段不存在",
    ),
    pytest.param(
        "{month}月前",
        "{Month}月前",
        "22 rule-unknown-name deadline.month {Month}",
        id="片段名大写",
    ),
    pytest.param(
        "{month}月前",
        "[{month}]月前",
        "22 rule-name-in-set deadline.month [{month}]",
        id="方括号里的片段",
    ),
    pytest.param(
        "'[底末]'",
        "'{mark}'\nmark = '{edge}'",
        "4 rule-circular edge edge → mark → edge",
        id="片段绕回自己",
    ),
    pytest.param(
        "'[底末]'",
        "'(底|末)'",
        "4 rule-captures edge (",
        id="片段编组",
    ),
    pytest.param(
        "'[底末]'",
        "'(?P<e>底|末)'",
        "4 rule-captures edge (?P<e>",
        id="片段命名编组",
    ),
    pytest.param(
        '"by"',
        '"bye"',
        "11 rule-unknown-reading deadline.month-end bye",
        id="读法不存在",
    ),
    pytest.param(
        '  { text = "12月末前完成。", found = "12月末前" },\n',
        "",
        "11 rule-few-examples deadline.month-end 1",
        id="例句太少",
    ),
    pytest.param(
        '[{ text = "截至6月底，共办结12件。", why = "统计时段" }]',
        "[]",
        "11 rule-no-counterexample deadline.month-end",
        id="没有反例",
    ),
    pytest.param(
        'found = "6月前" }',
        'found = "７月前" }',
        "22 rule-example-not-in-text deadline.month ７月前",
        id="例句里没有",
    ),
    pytest.param(
        'found = "6月前" }',
        "found = 6 }",
        "22 rule-wrong-type deadline.month examples: [{ text = …, found = … }]",
        id="例句类型不对",
    ),
    pytest.param(
        '["责任单位", "牵头单位"]',
        '"责任单位"',
        "6 rule-wrong-type label.owner words: ['…', '…']",
        id="词表类型不对",
    ),
    pytest.param(
        '["责任单位", "牵头单位"]',
        "[]",
        "6 rule-list-empty label.owner",
        id="词表为空",
    ),
    pytest.param(
        '"责任单位", "牵头单位"',
        '"１级", "1级"',
        "6 rule-word-repeated label.owner 1级",
        id="词重复",
    ),
    pytest.param(
        'means = "责任标签"',
        'means = "责任标签"\nadd = ["x"]',
        "6 rule-unknown-key label.owner add",
        id="自带词表不能加",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "said"), SHIPPED_MISTAKES)
def test_a_mistake_is_told_with_line_code_and_the_words_to_blame(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    assert right in SHIPPED
    assert complaint(tmp_path, SHIPPED.replace(right, wrong)) == said


def test_entries_under_a_single_bracket_are_told(tmp_path: Path) -> None:
    assert complaint(tmp_path, "[rule]\nid = 'a.b'\n") == "1 rule-wrong-type ? rule: [[rule]]"


SYNTAX_MISTAKES = [
    pytest.param(SHIPPED + "\nx = ", "38", id="写到一半"),
    pytest.param(SHIPPED.replace('means = "某', "means = 某"), "13", id="少引号"),
    pytest.param(SHIPPED.replace("[[rule]]", "[rule]", 1), "22", id="方括号少一层"),
    pytest.param("a = 1\na = 1\n", "2", id="键重复"),
    pytest.param("a = " + "[" * 5000, "1", id="括号套得太深"),
]


@pytest.mark.parametrize(("text", "line"), SYNTAX_MISTAKES)
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, text: str, line: str) -> None:
    assert complaint(tmp_path, text).split()[:2] == [line, "rule-syntax"]


def own_complaint(tmp_path: Path, text: str, name: str = "deadlines.toml") -> str:
    """What is said when ``text`` is a user's own file beside the small shipped book."""
    with pytest.raises(RuleError) as caught:
        load([own(tmp_path, text, name)], shipped=shipped(tmp_path))
    return _short(caught.value)


OWN_MISTAKES = [
    pytest.param(
        RULE.replace("{month}月中旬前", "({month}月中旬前"),
        "2 rule-regex deadline.own missing ) … ])(?![0-9]))月中旬前▶",
        id="少括号",
    ),
    pytest.param(
        RULE.replace("{month}月中旬前", "*{month}"),
        "2 rule-regex deadline.own nothing to repeat … ▶*(?:(?<!",
        id="没有可重复的",
    ),
    pytest.param(
        "[fragments]\nedge = '[底末'\n",
        "2 rule-regex edge unterminated character set … (?:[底末)▶",
        id="片段少括号",
    ),
    pytest.param(
        "[[off]]\nid = 'deadline.none'\n", "1 rule-off-unknown deadline.none deadline.none", id="关掉不存在的"
    ),
    pytest.param("[[off]]\nname = 'deadline.month'\n", "1 rule-unknown-key ? name", id="关掉时字段不对"),
    pytest.param(
        "\n[[words]]\nid = 'label.new'\nadd = ['x']\n",
        "2 rule-unknown-name label.new label.new",
        id="加到不存在的词表",
    ),
    pytest.param(
        "[[words]]\nid = 'label.owner'\nremove = ['协办单位']\n",
        "1 rule-word-unknown label.owner 协办单位",
        id="去掉不存在的词",
    ),
    pytest.param(
        "[[words]]\nid = 'label.owner'\nremove = ['责任单位', '牵头单位']\n",
        "1 rule-list-empty label.owner",
        id="去光了",
    ),
    pytest.param(
        "[[words]]\nid = 'label.owner'\nadd = ['']\n",
        "1 rule-wrong-type label.owner add: ['…', '…']",
        id="加空词",
    ),
]


@pytest.mark.parametrize(("text", "said"), OWN_MISTAKES)
def test_a_mistake_in_a_folder_of_ones_own_is_told_at_once(tmp_path: Path, text: str, said: str) -> None:
    assert own_complaint(tmp_path, text) == said


def test_a_rule_in_a_file_of_no_kind_is_refused_since_nothing_would_read_it(tmp_path: Path) -> None:
    said = own_complaint(tmp_path, RULE, "mine.toml")
    assert said == "mine.toml:2 rule-wrong-file deadline.own actors.toml、deadlines.toml、owners.toml、references.toml"


def test_the_place_of_a_mistake_of_ones_own_is_the_path_as_given(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load([own(tmp_path, "x = [")], shipped=shipped(tmp_path))
    assert caught.value.where == f"{(tmp_path / 'own' / 'deadlines.toml').as_posix()}:1"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load([tmp_path / "nowhere"], shipped=shipped(tmp_path))
    assert (caught.value.code, caught.value.where) == ("rule-folder-missing", str(tmp_path / "nowhere"))


def test_a_file_saved_as_gbk_is_told_with_the_line(tmp_path: Path) -> None:
    folder = own(tmp_path, "")
    (folder / "deadlines.toml").write_bytes("# ok\n# 规则\n".encode("gbk"))
    with pytest.raises(RuleError) as caught:
        load([folder], shipped=shipped(tmp_path))
    assert _short(caught.value) == "2 rule-encoding ?"


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    (folder / "deadlines.toml").mkdir(parents=True)
    with pytest.raises(RuleError) as caught:
        load([folder], shipped=shipped(tmp_path))
    assert caught.value.code == "rule-unreadable"


def test_a_broken_shipped_regex_is_told_when_it_is_first_used(tmp_path: Path) -> None:
    book = load(shipped=shipped(tmp_path, SHIPPED.replace("{month}月前'''", "({month}月前'''")))
    with pytest.raises(RuleError) as caught:
        list(book.rule("deadline.month").matches("6月前"))
    assert _short(caught.value).startswith("22 rule-regex deadline.month missing )")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", CODES)
def test_every_mistake_has_its_message_and_advice(code: str, lang: Literal["zh", "en"]) -> None:
    said = say(code, "a.toml:3", {"rule": "a.b", "reason": "x"}, lang)
    assert said.text.startswith("a.toml:3")
    assert "…" not in said.text.replace("(…)", "")
    assert said.advice


def test_the_message_of_a_mistake_reads_as_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load(shipped=shipped(tmp_path, SHIPPED.replace("{month}月前", "{moon}月前")))
    error = caught.value
    said = say(error.code, error.where, error.details).text
    assert said == "deadlines.toml:22：deadline.month 用到的 {moon} 不存在"
