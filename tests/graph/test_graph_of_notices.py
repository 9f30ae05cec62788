"""The graph holds what the notices say, each edge with its words, and loads in other programs."""

from __future__ import annotations

import io
import itertools
import json
import subprocess
import sys
from xml.etree import ElementTree as ET

import networkx as nx

from extractor.export.columns import NODE_KINDS, RELATIONS
from extractor.export.graph_files import graphml_bytes, json_bytes
from extractor.graph.build import build, resolve
from extractor.graph.elements import Because, Edge, Graph, Node
from extractor.graph.network import multigraph
from tests.export.analysed import ENCLOSURE, NOTICE, TEXT, sample

GRAPH = build(resolve([sample()]))


def test_nodes_are_of_the_kinds_that_the_notices_name() -> None:
    assert sorted((node.kind, node.label) for node in GRAPH.nodes) == [
        ("body", "办公室"),
        ("body", "各县（区）教育局"),
        ("body", "各校"),
        ("body", "基教科"),
        ("body", "安全科"),
        ("body", "市直各学校"),
        ("body", "甲市教育局"),
        ("cited", "甲市学校安全条例"),
        ("document", "校园安全工作方案"),
        ("document", "甲市教育局关于印发《校园安全工作方案》的通知"),
        ("task", "建立台账"),
        ("task", "开展自查"),
        ("task", "报送总结"),
    ]


def test_every_edge_joins_nodes_and_shows_the_words_it_rests_on() -> None:
    known = {node.id for node in GRAPH.nodes}
    assert len(known) == len(GRAPH.nodes)
    for edge in GRAPH.edges:
        because = edge.because
        assert {edge.subject, edge.object} <= known
        assert because.words == " ".join(TEXT[because.start : because.end].split()) != ""
        assert (because.file, bool(because.rule)) == ("a.txt", True)


def test_a_notice_is_one_node_however_often_and_in_whatever_order_its_file_comes() -> None:
    files = [sample("a.txt"), sample("b.txt"), sample("c.txt")]
    graphs = {build(resolve(order)) for order in itertools.permutations(files)}
    assert len(graphs) == 1
    nodes = next(iter(graphs)).nodes
    assert [node.id for node in nodes if node.kind == "document"] == sorted(
        f"document:{key}" for key in (NOTICE, ENCLOSURE)
    )
    assert len(nodes) == len(GRAPH.nodes)


def test_ids_of_nodes_come_from_content() -> None:
    other = build(resolve([sample("新名字.txt")]))
    assert [node.id for node in other.nodes] == [node.id for node in GRAPH.nodes]


def test_a_body_is_one_node_for_all_its_mentions() -> None:
    written = sample()
    written["documents"][0]["issuers"] = ["安全 科"]
    assert [node.id for node in build(resolve([written])).nodes].count("body:安全科") == 1


def test_who_is_under_copies_has_an_edge_from_the_document() -> None:
    written = sample()
    notice = written["documents"][0]
    notice["cc"], notice["evidence"]["cc"] = ["市直各学校"], [notice["evidence"]["recipients"][1]]
    edges = {(edge.subject, edge.relation, edge.object) for edge in build(resolve([written])).edges}
    assert (f"document:{NOTICE}", "copied-to", "body:市直各学校") in edges


def test_a_person_is_no_body() -> None:
    written = sample()
    owners = written["documents"][1]["tasks"][0]["owners"]
    owners[0] = {**owners[0], "role": "person", "canonical": "", "name": "李某"}
    graph = build(resolve([written]))
    assert ("person:李某", "responsible-for") in {(edge.subject, edge.relation) for edge in graph.edges}


def test_an_attachment_without_a_title_is_still_attached_with_evidence() -> None:
    written = sample()
    documents = written["documents"]
    documents[1] = {**documents[1], "part": "attachment", "title": None, "evidence": {}}
    edges = [edge for edge in build(resolve([written])).edges if edge.relation == "attaches"]
    assert [edge.subject for edge in edges] == [f"document:{NOTICE}"]
    assert [edge.object for edge in edges] == [f"document:{ENCLOSURE}"]
    assert edges[0].because.words.startswith("校园安全工作方案")


def test_graphml_loads_back_with_all_attributes() -> None:
    loaded = nx.read_graphml(io.BytesIO(graphml_bytes(GRAPH)), edge_key_type=int, force_multigraph=True)
    assert isinstance(loaded, nx.MultiDiGraph)
    assert same(loaded, multigraph(GRAPH))


def test_json_loads_back_with_all_attributes() -> None:
    loaded = nx.node_link_graph(json.loads(json_bytes(GRAPH)), edges="edges")
    assert isinstance(loaded, nx.MultiDiGraph)
    assert same(loaded, multigraph(GRAPH))


def same(one: nx.MultiDiGraph[str], two: nx.MultiDiGraph[str]) -> bool:
    """Whether both have the same nodes and edges, in the same order, with the same attributes."""
    first, second = (
        (list(each.nodes.items()), list(each.edges(keys=True, data=True))) for each in (one, two)
    )
    return first == second


def test_an_empty_graph_loads_too() -> None:
    assert len(nx.read_graphml(io.BytesIO(graphml_bytes(Graph())))) == 0
    assert len(nx.node_link_graph(json.loads(json_bytes(Graph())), edges="edges")) == 0


def test_characters_that_xml_forbids_are_left_out() -> None:
    node = Node("cited:甲\x0b", "cited", '<甲>&"乙"\x00\ud800\ufffe', (("page", 3),))
    edge = Edge(node.id, "cites", node.id, Because("a\x1b.txt", 0, 1, "甲", "r"))
    root = ET.fromstring(graphml_bytes(Graph((node,), (edge,))))  # noqa: S314 - our own output
    assert [data.text for data in root.iter("{http://graphml.graphdrawing.org/xmlns}data")][:3] == [
        '<甲>&"乙"', "cited", "3",
    ]  # fmt: skip


def test_two_edges_between_the_same_nodes_are_both_kept() -> None:
    because = Because("a.txt", 0, 1, "甲", "r")
    ends = (Node("body:甲", "body", "甲"), Node("task:a1", "task", "事"))
    twice = tuple(Edge("body:甲", relation, "task:a1", because) for relation in ("leads", "supports"))
    assert multigraph(Graph(ends, twice)).number_of_edges() == 2


def test_every_kind_has_its_chinese_name() -> None:
    assert {edge.relation for edge in GRAPH.edges} <= set(RELATIONS)
    assert {node.kind for node in GRAPH.nodes} <= set(NODE_KINDS)
    assert len(set(RELATIONS.values())) == len(RELATIONS)


def test_writing_the_graph_does_not_load_networkx() -> None:
    code = "import sys, extractor.ledger.outputs.write; print('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
