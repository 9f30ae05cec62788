"""What becomes of one file, also when it or the program is broken."""

from __future__ import annotations

import datetime as dt
import pickle
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import Incoming
from extractor.engine.reading import NoticeReader, Settings, content_hash
from extractor.model.notice import Analysis

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.record import Record
    from extractor.model.source import Source


@pytest.fixture(autouse=True)
def analysis(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Stands in for the pipeline: a file has its text and nothing else."""
    pipeline = SimpleNamespace(analyse=only_text)
    monkeypatch.setitem(sys.modules, "extractor.pipeline", pipeline)
    return pipeline


def only_text(source: Source, *_: object, **__: object) -> Analysis:
    return Analysis(source)


def broken(*_: object, **__: object) -> Analysis:
    raise KeyError


def read(folder: Path, name: str, data: bytes, settings: Settings | None = None) -> Record:
    path = folder / name
    path.write_bytes(data)
    return NoticeReader(settings or Settings())(Incoming(path, name))


def test_a_text_becomes_a_record(tmp_path: Path) -> None:
    record = read(tmp_path, "通知.txt", "请于6月底前报送。".encode())
    assert (record["status"], record["text"].strip()) == ("ok", "请于6月底前报送。")
    assert record["sha256"] == content_hash(Incoming(tmp_path / "通知.txt", "通知.txt"))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "status", "code"),
    [
        pytest.param("空.txt", b"", "failed", "empty-file", id="空文件"),
        pytest.param("空白.txt", b" \r\n\t\n", "failed", "empty-file", id="只有空白"),
        pytest.param("坏.pdf", b"%PDF-1.7\n" + b"\0" * 40, "failed", "unreadable-file", id="PDF 损坏"),
        pytest.param("旧.doc", OLE + b"\0" * 600, "failed", "unreadable-file", id="DOC 损坏"),
        pytest.param("包.rar", b"Rar!\x1a\x07" + b"\0" * 40, "skipped", "unsupported-archive", id="压缩包"),
        pytest.param("残.docx", b"PK\x03\x04" + b"\0" * 40, "failed", "unreadable-file", id="DOCX 残缺"),
    ],
)
def test_a_file_that_cannot_be_read_says_so(
    tmp_path: Path, name: str, data: bytes, status: str, code: str | None
) -> None:
    record = read(tmp_path, name, data)
    (problem,) = record["problems"]
    assert (record["file"], record["status"], record["documents"], record["text"]) == (name, status, [], "")
    assert problem["severity"] == "error"
    assert code in {None, problem["code"]}
    assert problem["message"].startswith(name)
    assert problem["advice"]


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    record = NoticeReader()(Incoming(tmp_path / "没有.txt", "没有.txt"))
    assert (record["status"], record["sha256"]) == ("failed", "")
    assert record["problems"][0]["code"] == "unreadable-file"


def test_a_mistake_of_the_program_costs_one_file(tmp_path: Path, analysis: SimpleNamespace) -> None:
    analysis.analyse = broken
    record = read(tmp_path, "通知.txt", "通知".encode())
    (problem,) = record["problems"]
    assert record["status"] == "failed"
    assert problem["message"] == "通知.txt：处理时程序出错（KeyError），这份文件没有结果"


def test_debugging_shows_the_mistake(tmp_path: Path, analysis: SimpleNamespace) -> None:
    analysis.analyse = broken
    with pytest.raises(KeyError):
        read(tmp_path, "通知.txt", "通知".encode(), Settings(debug=True))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Settings(reference=dt.date(2024, 6, 30)), id="基准日期"),
        pytest.param(Settings(lang="en"), id="语言"),
        pytest.param(Settings(allow_classified=True), id="涉密"),
    ],
)
def test_whatever_changes_results_changes_the_digest(other: Settings) -> None:
    assert NoticeReader(other).digest != NoticeReader().digest
    assert NoticeReader(other).digest == NoticeReader(other).digest


def test_rules_of_the_user_change_the_digest(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[[words]]\nid = "my.words"\nmeans = "x"\nwords = ["甲"]\n', "utf-8")
    assert NoticeReader(Settings((tmp_path,))).digest != NoticeReader().digest


def test_the_rules_stay_behind_when_a_reader_is_sent_to_another_process() -> None:
    reader = NoticeReader()
    assert reader.book
    sent = pickle.dumps(reader)
    assert len(sent) < 500
    assert pickle.loads(sent) == reader  # noqa: S301 - made one line above
