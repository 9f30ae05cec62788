"""The real notices, linked: who names whom was found by reading them, not by asking the program."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import collect
from extractor.engine.reading import NoticeReader
from extractor.graph.build import build, resolve
from extractor.graph.names import number_keys
from extractor.graph.versions.found import versions_of

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.graph.elements import Graph
    from extractor.model.record import Record

ACROSS = [
    pytest.param("d038.pdf", "based-on", "d037.pdf", id="规划依据上一级规划"),
    pytest.param("e006.doc", "based-on", "e005.doc", id="系的细则依据学校的办法"),
    pytest.param("e037.pdf", "cites", "d032.pdf", id="手册用文号引用通知"),
]
WITHIN = [
    *(
        pytest.param(name, "issues", id=f"{name}印发")
        for name in (
            "d010.doc", "d013.doc", "d014.doc", "d032.pdf", "d037.pdf", "d038.pdf", "d047.doc", "d050.doc",
            "d081.txt", "e005.doc", "e009.pdf", "e031.doc", "e035.doc", "seed3.txt",
        )
    ),
    pytest.param("e029.doc", "based-on", id="e029.doc印发并要求执行"),
    pytest.param("d042.doc", "issues", id="d042.doc所转发的通知印发"),
    pytest.param("d042.doc", "forwards", id="d042.doc转发"),
    pytest.param("d075.html", "forwards", id="d075.html转发"),
    pytest.param("seed0.txt", "forwards", id="seed0.txt转发"),
]  # fmt: skip
TWINS = {
    ("d001.docx", "d002.doc"),
    ("d003.docx", "d004.doc"),
    ("d014.doc", "d015.pdf"),
    ("d031.txt", "d030.pdf"),
    ("d055.doc", "d056.docx"),
}
_REFERENCES = {"forwards", "issues", "based-on", "repeals", "amends", "answers", "supplements", "cites"}


@pytest.fixture(scope="module")
def records(shared: Path) -> tuple[Record, ...]:
    reader = NoticeReader()
    return resolve([reader(incoming) for incoming in collect([shared / "notices"])])


@pytest.fixture(scope="module")
def graph(records: tuple[Record, ...]) -> Graph:
    return build(records)


def links(graph: Graph) -> set[tuple[str, str, str]]:
    """File that names, relation, file that is named."""
    files = {node.id: str(dict(node.attributes)["file"]) for node in graph.nodes if node.kind == "document"}
    return {
        (edge.because.file, edge.relation, files[edge.object])
        for edge in graph.edges
        if edge.relation in _REFERENCES and edge.object in files
    }


@pytest.mark.parametrize(("lower", "relation", "higher"), ACROSS)
def test_a_notice_that_names_another_is_linked_to_it(
    graph: Graph, lower: str, relation: str, higher: str
) -> None:
    assert (lower, relation, higher) in links(graph)


@pytest.mark.parametrize(("name", "relation"), WITHIN)
def test_a_notice_is_linked_to_what_it_prints(graph: Graph, name: str, relation: str) -> None:
    assert (name, relation, name) in links(graph)


def test_no_other_notices_are_linked(graph: Graph) -> None:
    across = {pair for pair in links(graph) if pair[0] != pair[2]}
    assert across == {pair.values for pair in ACROSS}


def test_the_twins_are_known_and_nothing_else_is_a_version(records: tuple[Record, ...]) -> None:
    groups = [[file for file, _ in group] for group in versions_of(records).several()]
    # Pictures are read where the extra for scans is installed: one of them is a third version of a notice.
    assert {tuple(file for file in group if not file.endswith(".png")) for group in groups} == TWINS


def test_every_mention_of_a_number_is_one_node(records: tuple[Record, ...], graph: Graph) -> None:
    at = {
        (edge.because.file, edge.because.start, edge.relation): edge.object
        for edge in graph.edges
        if edge.relation in _REFERENCES
    }
    nodes: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for document in record["documents"]:
            for number in number_keys(document["numbers"]):
                nodes[number].add(f"document:{document['id']}")
            for reference in document["references"]:
                node = at.get((record["file"], reference["span"][0], reference["relation"]))
                for number in number_keys(reference["numbers"]) if node else ():
                    nodes[number].add(str(node))
    assert len(nodes) > 100
    assert {number: found for number, found in nodes.items() if len(found) != 1} == {}


def test_no_edge_without_words_that_stand_in_their_file(records: tuple[Record, ...], graph: Graph) -> None:
    texts = {record["file"]: record["text"] for record in records}
    evidence = [because for edge in graph.edges for because in (edge.because, edge.there) if because]
    assert len(evidence) > 1500
    for because in evidence:
        printed = texts[because.file][because.start : because.end]
        assert because.words == " ".join(printed.split()) != ""
        assert because.rule
