"""The names file says what was decided, survives being written, and tells mistakes with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model.errors import RuleError
from extractor.rules.bodies.decisions import Accepted, Decisions, Group, read_decisions, written

if TYPE_CHECKING:
    from pathlib import Path

NAME = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8).filter(str.strip)
NAMES = st.lists(NAME, min_size=2, max_size=4, unique=True).map(tuple)
HOME = st.one_of(st.just(""), NAME)
GROUPS = st.lists(st.builds(Group, NAMES, HOME), max_size=3).map(tuple)
BODIES = st.lists(st.builds(Accepted, NAME, HOME, HOME, st.lists(NAME, max_size=2).map(tuple)), max_size=3).map(tuple)


@settings(deadline=None)
@given(st.builds(Decisions, BODIES, GROUPS, GROUPS))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, decisions: Decisions) -> None:
    path = tmp_path_factory.mktemp("names") / "names.toml"
    path.write_text(written(decisions), "utf-8")
    assert read_decisions(path) == decisions


def test_the_file_is_written_for_a_person() -> None:
    decisions = Decisions().accept(Accepted("牧场中心", "甲大学", "科研机构")).merge(Group(("乙部", "丙部"), "甲大学"))
    assert written(decisions.split(Group(("学生处", "学工部")))) == (
        "# 单位名称的取舍：认可的单位 [[body]]、算一个 [[same]]、不算一个 [[apart]]。\n"
        "# 由 extractor names 写，也可以用记事本改；删去一段就等于没有这个决定。\n"
        "# 命令每次都整个重写这个文件，自己加的注释不会保留。\n\n"
        '[[body]]\nname = "牧场中心"\nhome = "甲大学"\nkind = "科研机构"\n\n'
        '[[same]]\nhome = "甲大学"\nnames = ["乙部", "丙部"]\n\n'
        '[[apart]]\nnames = ["学生处", "学工部"]\n'
    )


MISTAKES = [
    pytest.param("[[same]]\nnames = ['甲']\n", "1 rule-wrong-type names: ['…', '…']", id="只有一个"),
    pytest.param("[[same]]\nnames = ['甲', '甲']\n", "1 rule-wrong-type names: ['…', '…']", id="两个相同"),
    pytest.param("\n[[body]]\nhome = '甲'\n", "2 rule-missing-key name", id="没有名称"),
    pytest.param("[[merge]]\nnames = []\n", "1 names-unknown-table merge", id="不认识的表"),
    pytest.param("[[apart]]\nname = ['甲', '乙']\n", "1 rule-unknown-key name (names?)", id="字段写错"),
]


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "names.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RuleError) as caught:
        read_decisions(path)
    error = caught.value
    assert f"{error.where.rpartition(':')[2]} {error.code} {error.details['reason']}" == said
