"""Tasks asked for by the body that has a part in them: its very name, the words of any, the role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from extractor.store.database import reading
from extractor.store.questions.tasks.answers import tasks
from extractor.store.questions.tasks.question import TaskQuestion
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("owners"))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param({"department": "人事"}, {"aaa111", "bbb333"}, id="几个字"),
        pytest.param({"owner": "人事"}, set(), id="不是全名"),
        pytest.param({"owner": "人事处"}, {"aaa111", "bbb333"}, id="全名"),
        pytest.param({"owner": "人事处", "owner_home": "甲校"}, set(), id="别处的同名单位"),
        pytest.param({"owner": "人事处", "role": "actor"}, {"bbb333"}, id="它的角色"),
        pytest.param({"owner": "党委组织部", "role": "actor"}, set(), id="别人的角色不算"),
        pytest.param({"owner": "人事处", "department": "组织部"}, {"aaa111"}, id="两个单位都在"),
        pytest.param({"owner": "人事处", "department": "组织部", "role": "actor"}, set(), id="角色是全名那个的"),
        pytest.param({"department": "人事", "role": "responsible"}, {"aaa111"}, id="几个字和角色"),
    ],
)
def test_tasks_are_found_by_who_has_which_part_in_them(out: Path, asked: dict[str, Any], found: set[str]) -> None:
    with reading(out) as ledger:
        assert {each.task["id"] for each in tasks(ledger, TaskQuestion(**asked))} == found
