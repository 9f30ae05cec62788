"""Rules of a user's own, and shipped ones switched off: what is read then, over whole notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import Incoming
from extractor.engine.reading import NoticeReader, Settings
from extractor.rules.load import load
from tests.notices import framed, read_body, references, rows
from tests.rules.folders import own

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.rules.book import RuleBook

LABEL = """
[[rule]]
id = "owner.own-label"
means = "挂帅：……"
regex = '''挂帅：'''
reads = "label"
role = "lead"
examples = [{ text = "挂帅：教务处", found = "教务处" }, { text = "挂帅：科研处", found = "科研处" }]
counterexamples = [{ text = "书记挂帅。", why = "没有冒号" }]
"""
REFERENCE = """
[[rule]]
id = "ref.own"
means = "紧扣《……》。"
regex = '''紧扣{ref}'''
reads = "before"
relation = "based-on"
examples = [
  { text = "紧扣《学校安全条例》。", found = "《学校安全条例》" },
  { text = "紧扣《消防条例》。", found = "《消防条例》" },
]
counterexamples = [{ text = "见《消防条例》。", why = "没有紧扣" }]
"""
TABLE = "| 序号 | 任务 | 牵头单位 | 责任单位 |\n| 1 | 排查校舍 | 安全科 | 基建科 |"
LABELLED = "一、重点任务\n（一）排查校舍。\n牵头单位：安全科\n责任单位：基建科"
BRACKET = "一、重点任务\n（一）排查校舍，建立台账。（安全科、基建科）"


def off(*rules: str) -> str:
    return "".join(f'[[off]]\nid = "{rule}"\nwhy = "不用"\n' for rule in rules)


def owned(tmp_path: Path, text: str) -> RuleBook:
    return load([own(tmp_path, text, "owners.toml")])


OWNERS = [
    pytest.param("", TABLE, ["排查校舍 ← lead 安全科；support 基建科 @ -"], id="表：什么也没关"),
    pytest.param(off("owner.label-lead"), TABLE, ["排查校舍 ← support 基建科 @ -"], id="表：关掉牵头标签"),
    pytest.param(off("owner.label-responsible"), TABLE, ["排查校舍 ← lead 安全科 @ -"], id="表：关掉责任标签"),
    pytest.param(off("owner.label-lead", "owner.label-responsible"), TABLE, [], id="表：两个标签都关掉"),
    pytest.param("", LABELLED, ["一、（一）排查校舍 ← lead 安全科；support 基建科 @ -"], id="标签：什么也没关"),
    pytest.param(
        off("owner.label-lead"), LABELLED, ["一、（一）排查校舍 ← responsible 基建科 @ -"], id="标签：关掉牵头标签"
    ),
    pytest.param("", BRACKET, ["一、（一）排查校舍，建立台账 ← responsible 安全科、基建科 @ -"], id="括号：什么也没关"),
]


@pytest.mark.parametrize(("text", "body", "found"), OWNERS)
def test_a_rule_switched_off_is_not_read_and_the_others_are(
    tmp_path: Path, text: str, body: str, found: list[str]
) -> None:
    assert rows(read_body(owned(tmp_path, text), body)) == found


def test_without_the_rule_of_bare_brackets_they_name_no_owner(tmp_path: Path) -> None:
    document = read_body(owned(tmp_path, off("owner.bare")), BRACKET)
    assert [owner.value.name for task in document.tasks for owner in task.owners] == []


OWN_LABEL = [
    pytest.param(LABEL, "owner.label-lead", id="另加标签规则"),
    pytest.param(LABEL + LABEL.replace("own-label", "own-second"), "owner.label-lead", id="另加两条"),
]


@pytest.mark.parametrize(("text", "rule"), OWN_LABEL)
def test_columns_of_tables_keep_the_rule_of_their_label(tmp_path: Path, text: str, rule: str) -> None:
    (task,) = read_body(owned(tmp_path, text), TABLE).tasks
    assert task.owners[0].rule == rule


def test_a_label_of_ones_own_does_not_read_the_columns_of_a_label_switched_off(tmp_path: Path) -> None:
    (task,) = read_body(owned(tmp_path, LABEL + off("owner.label-lead")), TABLE).tasks
    assert [owner.value.name for owner in task.owners] == ["基建科"]


REFERENCES = [
    pytest.param("", "紧扣《学校安全条例》开展工作。", ["cites 学校安全条例"], id="没有自己的规则"),
    pytest.param(REFERENCE, "紧扣《学校安全条例》开展工作。", ["based-on 学校安全条例"], id="自己的先于兜底"),
    pytest.param(REFERENCE, "参见《学校安全条例》。", ["cites 学校安全条例"], id="自己的不作兜底"),
    pytest.param(REFERENCE, "修订《学校安全条例》。", ["amends 学校安全条例"], id="自己的后于原有的"),
    pytest.param(off("ref.cites"), "参见《学校安全条例》。", [], id="关掉兜底"),
    pytest.param(off("ref.cites"), "根据《学校安全条例》办理。", ["based-on 学校安全条例"], id="关掉兜底，其余照读"),
]


@pytest.mark.parametrize(("text", "body", "found"), REFERENCES)
def test_rules_of_ones_own_stand_before_the_fallback(tmp_path: Path, text: str, body: str, found: list[str]) -> None:
    book = load([own(tmp_path, text, "references.toml")])
    assert references(read_body(book, body)) == found


ENDLESS = [
    pytest.param("deadlines", 'reads = "vague"', "(?:的|的的)+负责", id="时限"),
    pytest.param("owners", 'reads = "label"\nrole = "lead"', "(?:的|的的)+负责", id="标签"),
    pytest.param("owners", 'reads = "names"\nrole = "lead"', "(?P<names>(?:的|的的)+)负责", id="句中责任"),
    pytest.param("actors", 'reads = "names"\nrole = "actor"', "(?P<names>(?:的|的的)+)负责", id="主语"),
    pytest.param("references", 'reads = "before"\nrelation = "cites"', "(?:的|的的)+负责{ref}", id="引用"),
]


@pytest.mark.parametrize(("kind", "says", "regex"), ENDLESS)
def test_a_rule_that_never_ends_costs_one_file_which_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, says: str, regex: str
) -> None:
    monkeypatch.setattr("extractor.rules.rule.SEARCH_SECONDS", 0.05)
    example = '{ text = "的负责", found = "的" }'
    rule = (
        f"[[rule]]\nid = 'my.own'\nmeans = '.'\nregex = '{regex}'\n{says}\nexamples = [{example}, {example}]\n"
        "counterexamples = [{ text = '无', why = '.' }]\n"
    )
    reader = NoticeReader(Settings((own(tmp_path, rule, f"{kind}.toml"),)))
    slow, quick = tmp_path / "慢.txt", tmp_path / "快.txt"
    long = "的" * 60
    first = f"一、重点任务\n（一）排查校舍。\n责任单位：教务处，{long}，负责\n"
    body = f"{first}（二）各学校要于6月底前组织排查{long}，负责整改，见《消防条例》。"
    slow.write_text(framed(body), "utf-8")
    quick.write_text(framed("请各校做好排查。"), "utf-8")
    record = reader(Incoming(slow, "慢.txt"))
    (problem,) = record["problems"]
    assert (record["status"], problem["code"], problem["severity"]) == ("failed", "rule-too-slow", "error")
    assert problem["message"].startswith("慢.txt：规则 my.own 搜得太久")
    assert reader(Incoming(quick, "快.txt"))["status"] == "ok"
