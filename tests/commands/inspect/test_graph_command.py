"""``extractor graph``: files for Neo4j, and a page of the part that was asked for."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from extractor.commands.program import program
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return sample(tmp_path / "outputs")


def asked(out: Path, *words: str) -> Result:
    return CliRunner().invoke(program, ["graph", *words, "--out", str(out)])


def labels(page: Path) -> set[str]:
    found = re.search(r'id="data">(.*?)</script>', page.read_text("utf-8"))
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return {label for _, _, label, _ in data["nodes"]}


def test_files_for_neo4j_are_written(out: Path, tmp_path: Path) -> None:
    folder = tmp_path / "给 Neo4j"
    result = asked(out, "--neo4j", str(folder))
    assert (result.exit_code, result.stdout) == (0, f"关系图：节点 9 个、关联 8 条 → {folder.as_posix()}\n")
    assert sorted(path.name for path in folder.iterdir()) == ["edges.csv", "load.cypher", "nodes.csv"]
    assert len((folder / "nodes.csv").read_text("utf-8").splitlines()) == 10


@pytest.mark.parametrize(
    ("conditions", "nodes"),
    [
        pytest.param(["--document", "推进会"], {"关于召开推进会的通知", "准备材料", "人事处"}, id="公文"),
        pytest.param(["--relation", "based-on"], {"关于开展清理工作的通知", "档案管理规定"}, id="关系"),
        pytest.param(["--body", "没有这个单位"], set(), id="没有"),
    ],
)
def test_a_page_of_a_part(out: Path, tmp_path: Path, conditions: list[str], nodes: set[str]) -> None:
    page = tmp_path / "部分.html"
    assert asked(out, "--html", str(page), *conditions).exit_code == 0
    assert labels(page) == nodes


def test_both_at_once_and_in_english(out: Path, tmp_path: Path) -> None:
    result = asked(out, "--html", str(tmp_path / "a.html"), "--neo4j", str(tmp_path / "n"), "--lang", "en")
    assert result.stdout.splitlines() == [
        f"Graph: 9 nodes, 8 edges → {(tmp_path / name).as_posix()}" for name in ("n", "a.html")
    ]


def test_asking_for_nothing_is_a_wrong_usage(out: Path) -> None:
    result = asked(out)
    assert result.exit_code == 2
    assert result.stderr == (
        "extractor graph：没有说写成什么。请加 --neo4j 文件夹，或者 --html 文件.html；"
        "全部关系的网页 extractor run 已写在 outputs/graph.html。\n"
    )


def test_without_a_ledger_it_says_so(tmp_path: Path) -> None:
    assert asked(tmp_path, "--html", str(tmp_path / "a.html")).exit_code == 2
    assert not (tmp_path / "a.html").exists()
