"""A graph that is kept on the disk is the one that is kept in memory; what nobody could open is not written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from benchmarks.generator.__main__ import folders
from benchmarks.generator.__main__ import write as made
from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader
from extractor.export import ledger_problems
from extractor.graph.build import build
from extractor.graph.elements import Node
from extractor.graph.versions.found import versions_of
from extractor.ledger.kept_graph import KeptNodes, keeping
from extractor.ledger.outputs import graphs
from extractor.ledger.outputs import write as outputs
from extractor.store import analyses
from extractor.store.atomic import prepared
from extractor.store.spool import Spool

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of a run over notices that cite, forward and restate one another."""
    folder = tmp_path_factory.mktemp("kept")
    folders(folder, 80)
    for n in range(80):
        made(folder, 5, ["txt"], n, gold=False)
    (folder / "notices" / "000" / "again.txt").write_bytes((folder / "notices" / "000" / "000001.txt").read_bytes())
    run(Plan((folder / "notices",), folder / "out"), NoticeReader())
    return folder / "out"


def test_the_graph_is_the_same_wherever_it_is_kept(out: Path) -> None:
    records = analyses.records(out)
    versions = versions_of(records)
    here = build(records, versions)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        there = build(Spool(records), versions_of(Spool(records)), keeping(connection))
        assert tuple(there.nodes) == tuple(here.nodes)
        assert tuple(there.edges) == tuple(here.edges)
        assert (len(there.nodes), len(there.edges)) == (len(here.nodes), len(here.edges))
        assert (there.edges[3], there.edges[1:3], there.nodes[0]) == (here.edges[3], [*here.edges[1:3]], here.nodes[0])
    assert "restates" in {edge.relation for edge in here.edges}
    assert versions.reasons


def test_of_nodes_with_one_id_the_first_is_kept() -> None:
    nodes = [Node("b", "body", "乙"), Node("a", "body", "甲", (("n", 1),)), Node("b", "body", "丙")]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        assert list(KeptNodes(connection, nodes)) == [nodes[1], nodes[0]]


def test_what_is_too_large_to_open_is_not_written_and_said(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in ((outputs, "MOST_TASKS"), (graphs, "MOST_NODES")):
        monkeypatch.setattr(module, name, 3)
        monkeypatch.setattr(ledger_problems, name, 3)
    (out / "problems.csv").unlink()
    summary = run(Plan((out.parent / "notices",), out), NoticeReader())
    codes = {problem["code"] for _, problem in summary.written.ledger_problems}
    assert {"workbook-left-out", "graph-page-left-out"} <= codes
    assert not {"tasks.xlsx", "graph.html"} & {path.name for path in out.iterdir()}
    assert not {"tasks.xlsx", "graph.html"} & {*summary.written.files}


def test_a_file_that_holds_the_same_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    prepared(path, [b"one", b"two"]).put()
    before = path.stat()
    prepared(path, [b"onetwo"]).put()
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert [each.name for each in tmp_path.iterdir()] == ["links.csv"]
