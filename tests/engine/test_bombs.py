"""Files made to do harm: each ends within its limits with a clear problem, and its neighbours are unharmed."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import Incoming
from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader
from extractor.engine.workers import share
from extractor.ingest.changing import changed
from tests.engine import bombs
from tests.ingest.docx_files import docx, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.model.record import Record

LARGE = pytest.mark.skipif(not os.environ.get("EXTRACTOR_LARGE_TESTS"), reason="set EXTRACTOR_LARGE_TESTS=1: minutes")
TITLE = "关于开展自查的通知"
SECONDS = 60

SMALL = [
    pytest.param("零.docx", lambda: bombs.zeros(64 << 20), "limit-ratio", id="解压成许多零"),
    pytest.param("空白.docx", lambda: bombs.spaces(32 << 20), "limit-ratio", id="解压成许多空白"),
    pytest.param("套.docx", lambda: bombs.nested(4), "unreadable-file", id="压缩包套压缩包"),
    pytest.param("平.docx", lambda: bombs.overlapping(500), "unreadable-file", id="许多条目同一段内容"),
    pytest.param("多.docx", lambda: bombs.members(20_001), "limit-members", id="部件太多"),
    pytest.param("笑.docx", lambda: bombs.laughs(10), "unreadable-file", id="实体层层放大"),
    pytest.param("方.docx", lambda: bombs.quadratic(20_000), "unreadable-file", id="长实体重复引用"),
    pytest.param("外.docx", bombs.outside, "unreadable-file", id="引用本机文件"),
    pytest.param("深.docx", lambda: bombs.deep(5000), "unreadable-file", id="表格层层嵌套"),
    pytest.param("深.html", lambda: bombs.deep_page(50_000), "limit-nesting", id="网页层层嵌套"),
    pytest.param("段.txt", lambda: bombs.one_paragraph(13_000_000), "limit-characters", id="一段太长"),
    pytest.param("段.docx", lambda: bombs.one_paragraph_docx(12_000_000), "unreadable-file", id="一段太长，DOCX"),
    pytest.param("空.pdf", lambda: bombs.pdf_blanks(32 << 20), "empty-file", id="页面内容解压成许多空白"),
    pytest.param("层.pdf", lambda: bombs.pdf_nested(200_000), "empty-file", id="数组层层嵌套"),
    pytest.param("滤.pdf", lambda: bombs.pdf_blanks(1 << 20, 30), "empty-file", id="压缩三十遍"),
]
READ = [
    pytest.param("浅.docx", lambda: bombs.deep(40), id="嵌套四十层"),
    pytest.param("号.docx", lambda: bombs.numbered(2000), id="两千个编号段落"),
    pytest.param("号.txt", lambda: bombs.numbered_text(2000), id="两千个编号段落，文本"),
    pytest.param("长.txt", lambda: bombs.one_paragraph(200_000), id="二十万字节一段"),
    pytest.param("词.pdf", lambda: bombs.pdf_words(2000), id="一页两千个词"),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Record]:
    """What one run over all the small ones and two notices makes of them, by name."""
    root = tmp_path_factory.mktemp("炸弹")
    corpus = root / "corpus"
    corpus.mkdir()
    for parameters in (*SMALL, *READ):
        name, make = parameters.values[:2]
        (corpus / str(name)).write_bytes(made(make))
    notice = f"{TITLE}\n各科室：\n一、全面自查。{bombs.SENTENCE}\n"
    (corpus / "通知.txt").write_text(notice, "utf-8")
    (corpus / "通知.docx").write_bytes(docx("".join(map(paragraph, notice.splitlines()))))
    with changed({"seconds": SECONDS}):
        summary = run(Plan((corpus,), root / "outputs", jobs=2), NoticeReader())
    return {record["file"]: record for record in summary.records}


def made(make: object) -> bytes:
    assert callable(make)
    data = make()
    assert isinstance(data, bytes)
    return data


@pytest.mark.parametrize(("name", "make", "code"), SMALL)
def test_a_bomb_ends_with_a_problem(
    found: dict[str, Record], name: str, make: Callable[[], bytes], code: str
) -> None:
    del make
    (problem,) = found[name]["problems"]
    assert (found[name]["status"], problem["code"], found[name]["text"]) == ("failed", code, "")
    assert problem["message"].startswith(name)
    assert problem["advice"]


@pytest.mark.parametrize(("name", "make"), READ)
def test_what_is_only_strange_is_read(found: dict[str, Record], name: str, make: Callable[[], bytes]) -> None:
    del make
    assert found[name]["status"] == "ok"


@pytest.mark.parametrize("name", ["通知.txt", "通知.docx"])
def test_the_notices_beside_the_bombs_are_unharmed(found: dict[str, Record], name: str) -> None:
    (document,) = found[name]["documents"]
    assert document["title"] == TITLE
    assert [task["deadline"] and task["deadline"]["text"] for task in document["tasks"]] == ["2026年5月底前"]


def outcome(folder: Path, name: str, data: bytes) -> Record:
    path = folder / name
    path.write_bytes(data)
    ((_, record),) = share([Incoming(path, name)], NoticeReader(), 1)
    return record


def test_too_much_memory_costs_the_one_file(tmp_path: Path) -> None:
    if not Path("/proc/self/statm").exists():
        pytest.skip("this system does not hold a process to its memory")
    with changed({"memory-bytes": 60_000_000}):
        record = outcome(tmp_path, "大.docx", bombs.numbered(60_000))
    assert record["problems"][0]["message"] == "大.docx：读取所需的内存超过上限（60 MB），已放弃这份文件"


def test_too_much_time_costs_the_one_file(tmp_path: Path) -> None:
    with changed({"seconds": 1, "seconds-per-megabyte": 1}):
        begun = time.monotonic()
        record = outcome(tmp_path, "慢.docx", bombs.numbered(60_000))
    assert time.monotonic() - begun < SECONDS
    assert record["problems"][0]["message"] == "慢.docx：读了 1 秒还没有读完，已放弃这份文件"


BIG = [
    pytest.param("零.docx", lambda: bombs.zeros(10 << 30), {"limit-bytes"}, id="10 GB 的零"),
    pytest.param("段.txt", lambda: bombs.one_paragraph(50 << 20), {"limit-characters"}, id="50 MB 一段"),
    pytest.param("段.docx", lambda: bombs.one_paragraph_docx(50 << 20), {"limit-ratio"}, id="50 MB 一段，DOCX"),
    pytest.param("号.docx", lambda: bombs.numbered(1_000_000), {"limit-ratio"}, id="一百万个编号段落"),
    pytest.param("号.txt", lambda: bombs.numbered_text(1_000_000), {"limit-characters"}, id="一百万个编号段落，文本"),
    pytest.param("空.pdf", lambda: bombs.pdf_blanks(1 << 30), {"empty-file", "reader-died"}, id="1 GB 的页面内容"),
    pytest.param("线.pdf", lambda: bombs.pdf_lines(2_000_000), {"scan-without-text"}, id="两百万条线"),
]


@LARGE
@pytest.mark.parametrize(("name", "make", "codes"), BIG)
def test_a_large_bomb_ends_with_a_problem(
    tmp_path: Path, name: str, make: Callable[[], bytes], codes: set[str]
) -> None:
    record = outcome(tmp_path, name, make())
    assert record["status"] == "failed"
    assert {problem["code"] for problem in record["problems"]} <= codes
