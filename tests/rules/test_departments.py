"""The list of bodies agrees with itself, and a mistake in one of one's own is told with file and line."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from extractor.model.errors import RuleError
from extractor.rules.bodies.body import LEVEL, LEVELS, ORGANISATIONS, at_level
from extractor.rules.bodies.departments import Departments, load_departments
from extractor.rules.load import load

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def listed() -> Departments:
    return load_departments()


def test_the_list_is_broad(listed: Departments) -> None:
    assert len({body.name for body in listed.bodies}) > 500
    assert {body.of for body in listed.bodies} == set(ORGANISATIONS)


@pytest.mark.parametrize("of", ORGANISATIONS)
def test_no_form_means_two_bodies_of_one_kind_of_organisation(listed: Departments, of: str) -> None:
    """Also when the level is put in: 〇财政厅（局） is 市财政局, which no other body may be."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for body in (body for body in listed.bodies if body.of == of):
        for form in body.forms:
            owners[at_level(form, of, of) if of in LEVELS else form].add(body.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_every_parent_is_listed(listed: Departments) -> None:
    known = {(body.of, body.name) for body in listed.bodies}
    assert [body.name for body in listed.bodies if body.parent and (body.of, body.parent) not in known] == []


def test_bodies_of_places_have_their_level_and_no_others(listed: Departments) -> None:
    wrong = [body.name for body in listed.bodies if (LEVEL in body.name) != (body.of in LEVELS)]
    assert wrong == []


def test_every_body_has_a_kind(listed: Departments) -> None:
    assert [body.name for body in listed.bodies if not body.kind] == []


def test_a_city_lies_in_one_province(listed: Departments) -> None:
    cities = [city for place in listed.places for city in place.cities]
    assert len(cities) == len(set(cities)) > 300


LEVELLED = [
    ("〇财政厅（局）", "省", "省", "省财政厅"),
    ("〇财政厅（局）", "市", "市", "市财政局"),
    ("〇委办公厅（室）", "省", "省", "省委办公厅"),
    ("〇委办公厅（室）", "区", "县", "区委办公室"),
    ("〇委组织部", "自治区", "省", "自治区党委组织部"),
    ("〇委员会", "自治区", "省", "自治区委员会"),
    ("共青团〇委", "州", "市", "共青团州委"),
    ("〇委全面依法治〇委员会办公室", "县", "县", "县委全面依法治县委员会办公室"),
]


@pytest.mark.parametrize(("form", "word", "of", "said"), LEVELLED)
def test_a_form_is_said_at_its_level(form: str, word: str, of: str, said: str) -> None:
    assert at_level(form, word, of) == said


def own(tmp_path: Path, text: str) -> Path:
    """A folder with a list of one's own."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "departments.toml").write_text(text, "utf-8")
    return folder


def test_a_list_of_ones_own_adds_bodies_and_short_forms(tmp_path: Path) -> None:
    text = """
[[body]]
name = "海洋牧场研究院"
short = ["牧场院"]
kind = "科研机构"
of = ["高校"]
parent = "党委"

[[bodies]]
of = ["高校", "医院"]
kind = "行政部门"
names = [["伙食处", "膳食处"], ["教务处", "教学处"]]
"""
    bodies = load_departments([own(tmp_path, text)]).bodies
    found = [(body.of, body.forms) for body in bodies if not body.where.startswith("departments.toml")]
    assert found == [
        ("高校", ("伙食处", "膳食处")), ("高校", ("教务处", "教学处")),
        ("医院", ("伙食处", "膳食处")), ("医院", ("教务处", "教学处")),
        ("高校", ("海洋牧场研究院", "牧场院")),
    ]  # fmt: skip


def test_a_folder_may_hold_nothing_but_a_list_and_then_changes_no_rule(tmp_path: Path) -> None:
    folder = own(tmp_path, '[[body]]\nname = "伙食处"\nof = ["高校"]\n')
    assert load([folder]).digest == load().digest


def test_a_change_of_the_list_changes_no_digest(tmp_path: Path) -> None:
    """Names are given when notices are linked: a new one is no reason to read a file again."""
    folder = own(tmp_path, "")
    before = load([folder]).digest
    (folder / "departments.toml").write_text('[[body]]\nname = "伙食处"\nof = ["高校"]\n', "utf-8")
    assert load([folder]).digest == before


COLLEGE = "[[bodies]]\nof = ['高校']\n"
MISTAKES = [
    pytest.param("[[rule]]\nid = 'a'\n", "1 names-unknown-table ? rule", id="不认识的表"),
    pytest.param("[[words]]\nid = 'a'\n", "1 names-unknown-table ? words", id="词表不在这里"),
    pytest.param("\n[[body]]\nshort = ['甲']\n", "2 rule-missing-key ? name", id="没有名称"),
    pytest.param("[[body]]\nname = '甲处'\nof = ['大学']\n", "1 rule-wrong-value ? of = '大学'", id="不认识的组织"),
    pytest.param("[[body]]\nname = '甲处'\nkin = '部门'\n", "1 rule-unknown-key ? kin (kind?)", id="字段写错"),
    pytest.param(COLLEGE + "names = ['甲处']\n", "1 rule-wrong-type ? names: [['…', '…']]", id="行写错"),
    pytest.param(COLLEGE + "names = []\n", "1 rule-wrong-type ? names: [['…', '…']]", id="没有行"),
    pytest.param("[[bodies]]\nnames = [['甲处']]\n", "1 rule-missing-key ? of", id="没有组织"),
    pytest.param(COLLEGE + "alone = '否'\nnames = [['甲处']]\n", "1 rule-wrong-type 甲处 alone: false", id="不是真假"),
    pytest.param(COLLEGE + "names = [['甲处', '甲'], ['乙处', '甲']]\n", "1 names-form-twice 乙处 甲", id="简称重复"),
    pytest.param(COLLEGE + "names = [['甲处', '甲处']]\n", "1 names-form-twice 甲处 甲处", id="写了两遍"),
    pytest.param(COLLEGE + "parent = '乙部'\nnames = [['甲处']]\n", "1 names-parent-unknown 甲处 乙部", id="没有上级"),
    pytest.param("[[ending]]\nkind = '部门'\nend = ['处']\n", "1 rule-unknown-key ? end (ends?)", id="结尾写错"),
    pytest.param("[[place]]\nshort = ['甲']\n", "1 rule-missing-key ? name", id="地名没有名称"),
    pytest.param("[[body]]\nname = \n", "2 rule-syntax ?", id="不是 TOML"),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_a_mistake_is_told_with_line_code_and_the_words_to_blame(tmp_path: Path, text: str, said: str) -> None:
    folder = own(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load_departments([folder])
    error = caught.value
    file, _, line = error.where.rpartition(":")
    assert file == (folder / "departments.toml").as_posix()
    assert f"{line} {error.code} {error.details['rule']} {error.details['reason']}".startswith(said)
