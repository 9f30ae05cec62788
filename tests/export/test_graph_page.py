"""``graph.html``: the whole graph in one file that asks nobody for anything and runs nothing but its own scripts."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from extractor.export.columns import NODE_KINDS, RELATIONS
from extractor.export.graph_page import page as graph_page
from extractor.export.graph_page.data import ATTRIBUTES
from extractor.export.graph_page.page import LIBRARIES, SCRIPTS, embedded, page_bytes
from extractor.graph.build import build, resolve
from extractor.graph.elements import Because, Edge, Graph, Node
from tests.export.analysed import sample

GRAPH = build(resolve([sample()]))
PAGE = page_bytes(GRAPH).decode()
FOLDER = Path(graph_page.__file__).parent
ELEMENT = re.compile(r"<(script|style)([^>]*)>(.*?)</\1>", re.DOTALL)
HOSTILE = [
    pytest.param("</script><script>alert(1)</script>", id="结束脚本"),
    pytest.param("<!--<script>", id="注释"),
    pytest.param("{{scripts}}", id="模板的空格"),
    pytest.param("]]>", id="CDATA"),
    pytest.param("甲\u2028乙", id="行分隔符"),
    pytest.param('"\\', id="引号和反斜线"),
    pytest.param("甲\udc80", id="单个代理码"),
    pytest.param("&lt;", id="实体"),
]


def data(page: str) -> dict[str, Any]:
    """What the page's scripts read."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def policy(page: str) -> str:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    return html.unescape(found[1])


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert page_bytes(build(resolve([sample()]))) == page_bytes(GRAPH)


def test_every_node_and_edge_is_in_the_page_with_its_evidence() -> None:
    read = data(PAGE)
    assert [(key, kind, label) for key, kind, label, _ in read["nodes"]] == [
        (node.id, node.kind, node.label) for node in GRAPH.nodes
    ]
    edges = [
        Edge(
            read["nodes"][subject][0], relation, read["nodes"][target][0],
            Because(read["files"][file], start, end, read["words"][words], read["rules"][rule]),
        )
        for subject, relation, target, file, start, end, rule, words in read["edges"]
    ]  # fmt: skip
    assert edges == list(GRAPH.edges)


def test_everything_has_a_chinese_word() -> None:
    read = data(PAGE)
    assert (read["kinds"], read["relations"]) == (dict(NODE_KINDS), dict(RELATIONS))
    assert {name for *_, attributes in read["nodes"] for name in attributes} <= set(ATTRIBUTES)
    assert {attributes.get("part") for *_, attributes in read["nodes"]} == {None, "正文", "印发件"}


def test_nothing_is_fetched() -> None:
    elements = ELEMENT.sub(lambda found: f"<{found[1]}{found[2]}>", PAGE)
    assert not re.search(r"\b(src|href|action|data|poster|srcset)\s*=|@import|url\(", elements)
    own = "".join((FOLDER / "assets" / name).read_text("utf-8") for name in ("page.html", "style.css", *SCRIPTS))
    assert not re.search(r"https?:|//\w+\.|fetch\(|XMLHttpRequest|WebSocket|import\(|innerHTML|eval\(", own)


def test_the_policy_allows_the_scripts_and_styles_of_the_page_and_nothing_else() -> None:
    directives = dict(part.strip().split(" ", 1) for part in policy(PAGE).split(";"))
    assert {name: directives[name] for name in ("default-src", "base-uri", "form-action")} == {
        "default-src": "'none'", "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip
    digests = {
        element: {
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for tag, attributes, text in ELEMENT.findall(PAGE)
            if tag == element and "json" not in attributes
        }
        for element in ("script", "style")
    }
    assert set(directives["script-src"].split()) == digests["script"]
    assert digests["style"] < set(directives["style-src"].split())  # one more is that of cytoscape
    assert not re.search(r"\son\w+\s*=|\sstyle\s*=|javascript:", ELEMENT.sub("", PAGE))


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_notice_stay_words(words: str) -> None:
    ends = (Node("document:1", "document", words, (("file", words),)), Node(f"body:{words}", "body", words))
    edge = Edge(ends[1].id, "issued", ends[0].id, Because(words, 0, 1, words, "r"))
    page = page_bytes(Graph(ends, (edge,))).decode()
    read = data(page)
    assert read["nodes"] == [["document:1", "document", words, {"file": words}], [f"body:{words}", "body", words, {}]]
    assert (read["files"], read["words"]) == ([words], [words])
    assert [found[:2] for found in ELEMENT.findall(page)] == [found[:2] for found in ELEMENT.findall(PAGE)]
    assert policy(page) == policy(PAGE)


def test_no_sign_of_the_data_opens_or_ends_markup() -> None:
    hostile = [str(parameter.values[0]) for parameter in HOSTILE]
    assert not set(embedded([*hostile, {each: each for each in hostile}])) & set("<>&\u2028\u2029")


def test_an_empty_graph_is_a_page_too() -> None:
    assert data(page_bytes(Graph()).decode())["nodes"] == []


def test_every_library_has_its_licence_and_version_beside_it() -> None:
    noted = (FOLDER / "vendored" / "README.md").read_text("utf-8")
    for name in LIBRARIES:
        package = name.removesuffix(".min.js")
        row = re.search(rf"\| `{re.escape(name)}` \| {package} \| (\d+\.\d+\.\d+) \| (MIT|ISC) \|", noted)
        assert row, name
        assert row[1] in (FOLDER / "vendored" / name).read_text("utf-8")
        licence = (FOLDER / "vendored" / f"{package}.LICENSE").read_text("utf-8")
        assert "Permission" in licence


@pytest.mark.parametrize("name", ["style.css", "page.html", *SCRIPTS])
def test_the_files_of_the_page_fit_on_a_few_screens(name: str) -> None:
    lines = (FOLDER / "assets" / name).read_text("utf-8").splitlines()
    assert len(lines) <= 180
    assert max(map(len, lines)) <= 130


def test_every_script_is_part_of_the_page() -> None:
    assert {path.name for path in (FOLDER / "assets").glob("*.js")} == set(SCRIPTS)
    assert {path.name for path in (FOLDER / "vendored").glob("*.js")} == set(LIBRARIES)


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_well_formed(name: str) -> None:
    done = subprocess.run(["node", "--check", FOLDER / "assets" / name], capture_output=True, check=False)  # noqa: S607 - on PATH
    assert done.stderr == b""
