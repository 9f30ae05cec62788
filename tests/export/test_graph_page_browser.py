"""``graph.html`` in a real browser, opened from the disk: what an address shows, and that nothing is refused."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from extractor.export.graph_page.page import page_bytes
from extractor.graph.build import build, resolve
from extractor.graph.elements import Because, Edge, Graph, Node
from tests.export.analysed import ENCLOSURE, NOTICE, sample

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(not BROWSER, reason="Chromium is not installed")
OPTIONS = ("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--enable-logging=stderr")
SANDBOX = () if sys.platform == "win32" or os.getuid() else ("--no-sandbox",)  # Chromium refuses it to root
TAG = re.compile(r"<[^>]+>")


def shown(page: Path, folder: Path, *options: str, **address: str) -> str:
    """The document after its scripts ran; complaints of the browser fail the test."""
    command = [
        str(BROWSER), *OPTIONS, *SANDBOX, f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=8000",
        *options, "--dump-dom", f"{page.as_uri()}#{urlencode(address)}",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    said = done.stderr.decode("utf-8", "replace")
    assert [line for line in said.splitlines() if "CONSOLE" in line] == []
    return done.stdout.decode("utf-8")


def element(document: str, key: str, tag: str) -> str:
    """The words in an element, a blank for every mark."""
    found = re.search(rf'<{tag}[^>]*\bid="{key}"[^>]*>(.*?)</{tag}>', document, re.DOTALL)
    assert found, key
    return " ".join(TAG.sub(" ", found[1]).split())


@pytest.fixture(scope="module", autouse=True)
def able(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Some packages of Chromium are shut off from the folder of the tests, or cannot start without a desktop."""
    folder = tmp_path_factory.mktemp("可用")
    (folder / "a.html").write_text("<meta charset=utf-8><p>可用", "utf-8")
    try:
        said = shown(folder / "a.html", folder)
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"Chromium does not start: {error}")
    if "可用" not in said:
        pytest.skip("Chromium may not open files of the tests")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("图") / "graph.html"
    path.write_bytes(page_bytes(build(resolve([sample()]))))
    return path


def test_a_node_shows_its_attributes_and_every_edge_with_its_words(page: Path, tmp_path: Path) -> None:
    document = shown(page, tmp_path, node=f"document:{ENCLOSURE}")
    panel = element(document, "panel", "aside")
    assert panel.startswith("文件 校园安全工作方案 部分 印发件 任务数 2 来源文件 a.txt 全部 相邻一步")
    for words in (
        "→ 依据（1） 甲市学校安全条例 《甲市学校安全条例》（甲政发〔2020〕5号） a.txt",
        "← 含印发件（1） 甲市教育局关于印发《校园安全工作方案》的通知 校园安全工作方案 a.txt",
        "→ 含任务（2） 开展自查",
    ):
        assert words in panel
    assert 'data-ready="true"' in document
    assert element(document, "status", "p") == "显示 13 个节点、13 条关联；全部 13 个节点、13 条关联"


def test_a_line_shows_the_words_it_rests_on(page: Path, tmp_path: Path) -> None:
    ends = {"from": "body:甲市教育局", "to": f"document:{NOTICE}"}
    panel = element(shown(page, tmp_path, edge="issued", **ends), "panel", "aside")
    assert panel.startswith(
        "关联 发文 甲市教育局 ↓ 发文 甲市教育局关于印发《校园安全工作方案》的通知 依据（1） 甲市教育局 a.txt"
    )


def test_a_neighbourhood_is_drawn(page: Path, tmp_path: Path) -> None:
    document = shown(page, tmp_path, node="body:安全科", steps="2")
    assert element(document, "status", "p") == "显示 5 个节点、4 条关联；全部 13 个节点、13 条关联"
    assert "<canvas" in document


def test_a_link_to_what_is_not_there_says_so(page: Path, tmp_path: Path) -> None:
    document = shown(page, tmp_path, node="body:没有", edge="leads")
    assert element(document, "notice", "p") == (
        "链接所指的节点不在这张图里。 链接所指的连线没有画出：请放宽筛选，或点“重置”。"
    )


def test_words_of_a_notice_do_nothing(tmp_path: Path) -> None:
    words = "</script><script>document.title='坏'</script><img src=x onerror=\"document.title='坏'\">"
    ends = (Node("document:1", "document", words, (("file", words),)), Node("body:1", "body", words))
    edge = Edge("body:1", "issued", "document:1", Because(words, 0, 1, words, words))
    path = tmp_path / "graph.html"
    path.write_bytes(page_bytes(Graph(ends, (edge,))))
    document = shown(path, tmp_path, node="document:1", document=words)
    assert "<title>公文关系图</title>" in document
    said = '&lt;img src=x onerror="document.title=\'坏\'"&gt;'
    assert element(document, "panel", "aside").count(said) == 6  # label, file twice, other end, words, rule


def test_an_empty_graph_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_bytes(page_bytes(Graph()))
    assert element(shown(path, tmp_path), "notice", "p") == "还没有可以显示的内容：先运行 extractor run。"
