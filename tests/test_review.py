"""Two analyses compared: what counts as gained, lost and changed, and how it is shown."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from extractor.commands.check.review import _KINDS
from extractor.commands.program import program
from extractor.export.record import FRAME_FIELDS
from extractor.model.record import Record, to_json
from extractor.review.compare import review
from extractor.review.facts import facts, usage
from extractor.store.analyses import records
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from extractor.model.record import TaskRecord


@pytest.fixture
def ledger(tmp_path: Path) -> list[Record]:
    return list(records(sample(tmp_path)))


def plan(ledger: list[Record]) -> TaskRecord:
    return ledger[0]["documents"][0]["tasks"][0]


def due_later(ledger: list[Record]) -> None:
    deadline = plan(ledger)["deadline"]
    assert deadline
    deadline["due"] = "2024-07-31"


def without_deadline(ledger: list[Record]) -> None:
    plan(ledger)["deadline"] = None


def without_an_owner(ledger: list[Record]) -> None:
    del plan(ledger)["owners"][1]


def an_owner_twice(ledger: list[Record]) -> None:
    plan(ledger)["owners"].append(plan(ledger)["owners"][1])


def another_role(ledger: list[Record]) -> None:
    plan(ledger)["owners"][0]["role"] = "lead"


def shorter_task(ledger: list[Record]) -> None:
    task = ledger[0]["documents"][0]["tasks"][1]
    task["span"], task["text"] = [task["span"][0], task["span"][1] - 1], task["text"][:-1]


def another_title(ledger: list[Record]) -> None:
    ledger[0]["documents"][0]["title"] = "关于清理工作的通知"


def unread(ledger: list[Record]) -> None:
    ledger[2] |= {"status": "failed", "documents": []}


def moved(ledger: list[Record]) -> None:
    """The same facts three characters further on, read by other rules."""
    ledger[0]["text"] = "红头：" + ledger[0]["text"]
    for owner in plan(ledger)["owners"]:
        owner["span"] = [owner["span"][0] + 3, owner["span"][1] + 3]
        owner["rule"] = "owner.other"


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        pytest.param(
            due_later,
            ["changed deadline date 2024-06-30（梳理现行制度。） → date 2024-07-31（梳理现行制度。）"],
            id="时限改读",
        ),
        pytest.param(
            without_deadline, ["lost deadline date 2024-06-30（梳理现行制度。） → "], id="时限丢失"
        ),
        pytest.param(
            without_an_owner, ["lost owner responsible 人事处（梳理现行制度。） → "], id="责任主体丢失"
        ),
        pytest.param(an_owner_twice, ["gained owner  → responsible 人事处（梳理现行制度。）"], id="多出重复"),
        pytest.param(
            another_role,
            ["changed owner responsible 党委组织部（梳理现行制度。） → lead 党委组织部（梳理现行制度。）"],
            id="角色改变",
        ),
        pytest.param(
            another_title, ["changed title 关于开展清理工作的通知 → 关于清理工作的通知"], id="标题改变"
        ),
        pytest.param(
            unread,
            [
                "lost deadline date 2024-07-05（请人事处于7月5日前准备） → ",
                "lost owner actor 人事处（请人事处于7月5日前准备） → ",
                "changed status ok → failed",
                "lost task meeting → ",
                "lost title 关于召开推进会的通知 → ",
            ],
            id="文件读不了",
        ),
        pytest.param(moved, [], id="只是位置和规则变了"),
    ],
)
def test_what_a_change_does(
    ledger: list[Record], change: Callable[[list[Record]], None], wanted: list[str]
) -> None:
    new = copy.deepcopy(ledger)
    change(new)
    found = [
        f"{each.turn} {each.fact.kind} {each.old.value.strip() if each.old else ''}"
        f" → {each.new.value.strip() if each.new else ''}"
        for each in review(ledger, new).changes
    ]
    assert found == wanted


def test_a_task_with_other_bounds_is_the_same_task_changed(ledger: list[Record]) -> None:
    new = copy.deepcopy(ledger)
    shorter_task(new)
    assert [(each.turn, each.fact.kind) for each in review(ledger, new).changes] == [("changed", "task")]


def test_a_change_seen_backwards_is_the_reverse(ledger: list[Record]) -> None:
    new = copy.deepcopy(ledger)
    without_deadline(new)
    assert [each.turn for each in review(new, ledger).changes] == ["gained"]


def test_every_fact_is_counted(ledger: list[Record]) -> None:
    found = review(ledger, ledger)
    assert found.changes == ()
    assert found.before == found.after
    assert found.before["task"] == 3
    assert found.before["owner"] == 3


def test_a_fact_shows_ten_characters_on_either_side(ledger: list[Record]) -> None:
    context = next(fact.context for fact in facts(ledger) if fact.words == "党委组织部")
    assert context == "行制度。 责任部门：【党委组织部】、人事处 完成时限："


def test_usage_counts_fires_and_files(ledger: list[Record]) -> None:
    found = usage(ledger)
    assert found["owner.listed"] == (3, 2)
    assert found["reference.based"] == (1, 1)


@pytest.fixture
def changed(tmp_path: Path, ledger: list[Record]) -> tuple[str, str]:
    """Two files of records: before, and after two changes."""
    new = copy.deepcopy(ledger)
    due_later(new)
    without_an_owner(new)
    for name, found in (("old", ledger), ("new", new)):
        (tmp_path / f"{name}.jsonl").write_text("".join(f"{to_json(each)}\n" for each in found), "utf-8")
    return str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl")


def test_the_command_lists_changes_and_counts(changed: tuple[str, str]) -> None:
    result = CliRunner().invoke(program, ["review", *changed])
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["变化", "种类", "规则", "文件", "原来", "现在", "上下文"]
    assert [line.split()[:3] for line in lines[1:3]] == [
        ["变", "时限", "deadline.read"], ["少", "责任主体", "owner.listed"],
    ]  # fmt: skip
    assert [line.split() for line in lines[4:] if line.startswith(("种类", "责任主体", "时限"))] == [
        ["种类", "原来", "现在", "多", "少", "变"],
        ["时限", "3", "3", "0", "0", "1"],
        ["责任主体", "3", "2", "0", "1", "0"],
    ]


def test_every_kind_of_fact_has_a_chinese_name(ledger: list[Record]) -> None:
    assert {fact.kind for fact in facts(ledger)} | set(FRAME_FIELDS) | {"milestone"} == set(_KINDS)


def test_the_command_speaks_json(changed: tuple[str, str]) -> None:
    rows = json.loads(CliRunner().invoke(program, ["review", *changed, "--format", "json"]).stdout)
    assert [row["变化"] for row in rows] == ["变", "少"]


def test_a_line_that_is_no_record_is_named(changed: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "new.jsonl").write_text("{}\n", "utf-8")
    result = CliRunner().invoke(program, ["review", *changed])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"{tmp_path / 'new.jsonl'}:1：这一行不是解析结果。"
        "文件可能不完整；请加 --force 重新运行 extractor run。\n"
    )
