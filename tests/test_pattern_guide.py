"""What patterns/README.md tells a domain expert to write works as it stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from extractor.extract.examples import reader
from extractor.messages import say
from extractor.model.errors import RuleError
from extractor.model.fold import fold
from extractor.rules.bodies.departments import load_departments
from extractor.rules.load import load
from extractor.rules.proof.check import check, check_speed
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.rules.book import RuleBook

GUIDE = (ROOT / "patterns" / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
BODIES = re.findall(r"```toml departments\n(.*?)```", GUIDE, re.DOTALL)
OWN = "deadline.own.spring-term"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that a reader of the guide ends up with."""
    own = tmp_path / "我的规则"
    own.mkdir()
    (own / "deadlines.toml").write_text("\n".join(BLOCKS), "utf-8")
    return own


def test_the_rule_the_words_and_the_switch_of_the_guide_work(folder: Path, book: RuleBook) -> None:
    grown = load([folder])
    assert grown.rule(OWN).id == OWN
    assert set(grown.words("owner.label.lead")) - set(book.words("owner.label.lead")) == {"挂帅单位"}
    assert {rule.id for rule in book.entries} - {rule.id for rule in grown.entries} == {"deadline.quarter"}


def test_the_examples_of_the_guide_hold_with_all_rules_together(folder: Path) -> None:
    grown = load([folder])
    assert [bad for bad in check(grown, reader(grown)) if bad.rule == OWN] == []
    assert check_speed([grown.rule(OWN)]) == []


def test_the_message_that_the_guide_shows_is_the_message(folder: Path) -> None:
    (folder / "deadlines.toml").write_text(BLOCKS[0].replace("春季学期结束之?前'", "{moon}前'"), "utf-8")
    with pytest.raises(RuleError) as caught:
        load([folder])
    place = caught.value.where.removeprefix(f"{folder.parent.as_posix()}/")
    assert f"> {say(caught.value.code, place, caught.value.details).text}" in GUIDE


FOLDED = [
    pytest.param("\uff12\uff10\uff12\uff14\uff21", "2024A", id="数字字母"),
    pytest.param(",:;()?!", "，：；（）？！", id="标点"),
    pytest.param("[]［］﹝﹞", "〔〕〔〕〔〕", id="六角括号"),
    pytest.param("—–－", "---", id="横线"),
    pytest.param("～〜", "~~", id="波浪号"),
    pytest.param("\u3000\t", "  ", id="空格"),
    pytest.param("○", "〇", id="零"),
]


@pytest.mark.parametrize(("printed", "written"), FOLDED)
def test_the_table_of_folded_forms_is_true(printed: str, written: str) -> None:
    assert fold(printed) == written


def test_every_kind_of_rule_is_named_in_the_guide(book: RuleBook) -> None:
    assert [kind for kind in sorted({rule.kind for rule in book.entries}) if f"`{kind}`" not in GUIDE] == []


def test_the_list_of_bodies_of_the_guide_works(tmp_path: Path) -> None:
    (tmp_path / "departments.toml").write_text("\n".join(BODIES), "utf-8")
    own = [body for body in load_departments([tmp_path]).bodies if body.where.startswith(tmp_path.as_posix())]
    assert sorted({(body.of, body.name) for body in own}) == [
        ("县", "〇农产品质量安全局"), ("县", "〇湿地保护局"),
        ("市", "〇农产品质量安全局"), ("市", "〇湿地保护局"), ("高校", "伙食管理处"),
    ]  # fmt: skip
