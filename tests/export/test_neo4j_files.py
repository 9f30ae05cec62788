"""The files for Neo4j: what LOAD CSV reads is what the graph holds, and the statements name all of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.export.neo4j import EDGE_COLUMNS, EDGES, LOAD, NODES, neo4j_files
from extractor.graph.build import build, resolve
from extractor.graph.elements import Because, Edge, Graph, Node
from tests.export.analysed import sample

GRAPH = build(resolve([sample()]))
FILES = neo4j_files(GRAPH)
LEGACY, STANDARD = True, False


def load_csv(data: bytes, *, legacy: bool) -> list[list[str]]:
    """Rows as Neo4j splits them: with legacy quoting a backslash keeps a quote or a backslash inside quotes."""
    rows: list[list[str]] = []
    row: list[str] = []
    text, cell, quoted, at = data.decode(), "", False, 0
    while at < len(text):
        sign, after = text[at], text[at + 1 : at + 2]
        at += 1
        if quoted and ((sign == after == '"') or (sign == "\\" and legacy and after in {'"', "\\"})):
            cell, at = cell + after, at + 1
        elif sign == '"' and (quoted or not cell):
            quoted = not quoted
        elif quoted or sign not in ",\n":
            cell += sign
        else:
            row, cell = [*row, cell], ""
            if sign == "\n":
                rows, row = [*rows, row], []
    return rows


def put_back(cell: str) -> str:
    """What the statements make of a cell."""
    return cell.replace("␛1", "\\").replace("␛0", "␛")


def of(words: str) -> Graph:
    ends = (Node("document:1", "document", words, (("file", words), ("tasks", 3))), Node(f"body:{words}", "body", "甲"))
    return Graph(ends, (Edge(ends[1].id, "issued", ends[0].id, Because("a.txt", 0, 4, words, "r")),))


@pytest.mark.parametrize("legacy", [LEGACY, STANDARD])
@pytest.mark.parametrize(
    "words",
    [
        pytest.param('“甲”,"乙"', id="引号和逗号"),
        pytest.param("C:\\公文\\", id="反斜线在末尾"),
        pytest.param('甲\\",乙', id="反斜线和引号"),
        pytest.param('甲\\\\"', id="两个反斜线和引号"),
        pytest.param("甲␛1乙␛", id="转义符自己"),
        pytest.param("甲\n乙", id="换行"),
        pytest.param("=1+1", id="不是给 Excel 的"),
    ],
)
def test_every_cell_is_loaded_as_it_was_under_either_setting_of_the_server(words: str, legacy: bool) -> None:  # noqa: FBT001 - a parameter of the table
    files = neo4j_files(of(words))
    nodes, edges = (load_csv(files[name], legacy=legacy) for name in (NODES, EDGES))
    loaded = [dict(zip(nodes[0], map(put_back, row), strict=True)) for row in nodes[1:]]
    assert [(row["id"], row["label"], row["file"], row["tasks"]) for row in loaded] == [
        ("document:1", words, words, "3"), (f"body:{words}", "甲", "", ""),
    ]  # fmt: skip
    assert [list(map(put_back, row)) for row in edges] == [
        list(EDGE_COLUMNS), [f"body:{words}", "issued", "document:1", "a.txt", "0", "4", "r", words],
    ]  # fmt: skip


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12))
def test_any_words_are_loaded_as_they_were(words: str) -> None:
    data = neo4j_files(of(words))[EDGES]
    assert [put_back(load_csv(data, legacy=legacy)[1][-1]) for legacy in (LEGACY, STANDARD)] == [words, words]


def test_there_is_no_byte_order_mark_and_the_bytes_are_always_the_same() -> None:
    assert {name: data[:3] for name, data in FILES.items()} == {NODES: b"id,", EDGES: b"sub", LOAD: b"// "}
    assert neo4j_files(build(resolve([sample()]))) == FILES


def test_the_statements_name_all_columns_all_kinds_and_all_relations() -> None:
    statements = FILES[LOAD].decode()
    for name in (NODES, EDGES):
        header = load_csv(FILES[name], legacy=LEGACY)[0]
        about = [part for part in statements.split(";\n") if name in part and "LOAD CSV" in part]
        assert set(re.findall(r"row\.`?(\w+)`?", "".join(about))) == set(header)
    assert set(re.findall(r"SET n:(\w+)", statements)) == {node.kind.capitalize() for node in GRAPH.nodes}
    assert dict(re.findall(r"row\.relation = '([a-z-]+)'[^;]*-\[r:([A-Z_]+) \{", statements)) == {
        edge.relation: edge.relation.upper().replace("-", "_") for edge in GRAPH.edges
    }


def test_loading_twice_adds_nothing() -> None:
    statements = FILES[LOAD].decode()
    assert re.findall(r"\bCREATE\b.*", statements) == [
        "CREATE CONSTRAINT extractor_node_id IF NOT EXISTS FOR (n:ExtractorNode) REQUIRE n.id IS UNIQUE;"
    ]
    assert len({(each.subject, each.relation, each.object, each.because) for each in GRAPH.edges}) == len(GRAPH.edges)


def test_one_statement_of_each_sort_as_it_stands() -> None:
    statements = FILES[LOAD].decode().split("\n\n")
    assert statements[2] == (
        "LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row\n"
        "WITH row WHERE row.kind = 'cited'\n"
        "MERGE (n:ExtractorNode {id: row.`id`})\n"
        "SET n:Cited,\n    n.`kind` = row.`kind`,\n    n.`label` = row.`label`,\n    n.`numbers` = row.`numbers`;"
    )
    assert statements[-1] == (
        "LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row\n"
        "WITH row WHERE row.relation = 'supports'\n"
        "MATCH (s:ExtractorNode {id: row.`subject`})\n"
        "MATCH (o:ExtractorNode {id: row.`object`})\n"
        "MERGE (s)-[r:SUPPORTS {\n"
        "  file: coalesce(row.`file`, ''), start: toInteger(row.`start`), end: toInteger(row.`end`), "
        "rule: coalesce(row.`rule`, '')\n"
        "}]->(o)\n"
        "SET r.words = row.`words`;\n"
    )


def test_backslashes_are_put_back_where_there_are_any() -> None:
    assert "␛" not in FILES[LOAD].decode()
    assert "n.`label` = replace(replace(row.`label`, '␛1', '\\\\'), '␛0', '␛')" in neo4j_files(of("\\"))[LOAD].decode()


def test_an_empty_graph_has_its_headers_and_the_constraint() -> None:
    files = neo4j_files(Graph())
    assert (files[NODES], files[EDGES]) == (b"id,kind,label\n", ",".join(EDGE_COLUMNS).encode() + b"\n")
    assert files[LOAD].decode().count(";") == 1
