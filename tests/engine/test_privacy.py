"""Nothing leaves the machine, and nothing of a notice goes where it does not belong."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.ocr import engine
from extractor.model.record import load_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.record import Record

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "龙湾水库泄洪闸二号机房的口令须在六月三十日前更换"
NOTICE = f"""\
{{mark}}
云岭市水务局文件
云水发〔2024〕7号
关于检查堤防的通知
各县（区）水务局：
{SENTENCE}。请于2024年6月底前完成检查。（责任单位：工程科）
云岭市水务局
2024年3月5日
"""
# Whoever opens a connection, or asks for an address, ends the program with status 99. A library of the extra ocr
# tries on loading whether this machine knows IPv6, with a socket bound to the machine itself: that goes nowhere.
GUARD = """
import os, sys
EVENTS = {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
def watch(event, arguments):
    if event in EVENTS and not (event == "socket.bind" and arguments[1][0] in ("::1", "127.0.0.1")):
        sys.stderr.write(f"{event} {arguments}")
        sys.stderr.flush()
        os._exit(99)
sys.addaudithook(watch)
from extractor.__main__ import main
sys.argv[0] = "extractor"
main()
"""


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """A folder to work in; everything that the program writes outside its outputs goes to ``home`` and ``tmp``."""
    for name in ("home", "tmp", "corpus"):
        (tmp_path / name).mkdir()
    return tmp_path


def ran(folder: Path, *words: str, status: int = 0, program: str = GUARD) -> subprocess.CompletedProcess[str]:
    # A check server switches the reports of libraries off by itself; here they must be off anywhere.
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"CI", "GITHUB_ACTIONS"} and "TELEMETRY" not in name
    }
    places = {name: str(folder / "tmp") for name in ("TMPDIR", "TEMP", "TMP")}
    homes = {name: str(folder / "home") for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME")}
    environment = {**kept, **places, **homes, "EXTRACTOR_CACHE": "", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program, *words], cwd=folder, env=environment,
        capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    return done


def records(folder: Path) -> dict[str, Record]:
    lines = (folder / "outputs" / "analysis.jsonl").read_text("utf-8").splitlines()
    return {record["file"]: record for record in map(load_record, lines)}


def left(folder: Path) -> Iterator[str]:
    """What was written outside the outputs."""
    for name in ("home", "tmp"):
        yield from (str(path.relative_to(folder)) for path in (folder / name).rglob("*") if path.is_file())


def holding(folder: Path, words: str) -> list[str]:
    """The files below the outputs that hold the words, in any of the encodings that are written."""
    forms = (words.encode(), words.encode("utf-16-le"), words.encode("unicode_escape"))
    files = [path for path in (folder / "outputs").rglob("*") if path.is_file()]
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]


QUESTIONS = [
    ("tasks",), ("departments",), ("notices",), ("links",), ("search", "检查"), ("show", "堤防"), ("due",),
    ("names", "list"),
    ("rules", "list"), ("graph", "--html", "outputs/图.html"), ("diff",),
    ("schedule", "--until", "2026-12-31"), ("progress",),
    ("explain", "通知.txt", "--words", "检查"),
]  # fmt: skip


def test_no_command_opens_a_connection_or_writes_elsewhere(alone: Path) -> None:
    """But for compiled patterns, which hold words of the rules and none of any notice."""
    (alone / "corpus" / "通知.txt").write_text(NOTICE.format(mark="特急"), "utf-8")
    ran(alone, "run", "--jobs", "2")
    for words in QUESTIONS:
        ran(alone, *words)
    (patterns,) = left(alone)
    assert Path(patterns).match("home/extractor/kept-*.bin")
    written = (alone / patterns).read_bytes()
    for name in (SENTENCE, "龙湾", "云岭", "云水发"):
        forms = (name.encode(), name.encode("utf-32-le"), name.encode("unicode_escape"))
        assert not any(form in written for form in forms)


@pytest.mark.skipif(not engine.is_installed(), reason="the extra ocr is not installed")
def test_recognising_characters_reports_nothing(alone: Path) -> None:
    """Libraries written in C are not seen by the guard: the queue and the identifier that theirs write are."""
    from PIL import Image  # noqa: PLC0415 - only with the extra

    Image.new("RGB", (400, 300), "white").save(alone / "corpus" / "空白.png")
    ran(alone, "run", status=1)
    assert records(alone)["空白.png"]["problems"][0]["code"] == "empty-file"
    assert [name for name in left(alone) if not Path(name).match("home/extractor/kept-*.bin")] == []


def test_of_a_classified_file_nothing_is_kept(alone: Path) -> None:
    (alone / "corpus" / "通知.txt").write_text(NOTICE.format(mark="机密★1年"), "utf-8")
    done = ran(alone, "run", status=1)
    record = records(alone)["通知.txt"]
    assert (record["status"], record["text"], record["documents"]) == ("skipped", "", [])
    (problem,) = record["problems"]
    assert problem["code"] == "classified"
    assert problem["message"] == (
        "通知.txt（第1行）：标有“机密★1年”，是涉密文件，没有处理，其中的文字没有保存"
    )
    assert problem["message"] in done.stderr
    for words in (SENTENCE, "关于检查堤防", "云水发"):
        assert holding(alone, words) == []
        assert kept(alone, words) == []


def test_with_leave_a_classified_file_is_read_and_says_its_mark(alone: Path) -> None:
    (alone / "corpus" / "通知.txt").write_text(NOTICE.format(mark="机密★1年"), "utf-8")
    ran(alone, "run", "--allow-classified")
    (document,) = records(alone)["通知.txt"]["documents"]
    assert (document["classification"], document["evidence"]["classification"][0]["span"]) == ("机密★1年", [0, 5])
    assert document["tasks"]


LONGEST = 40
ODD = """\
关于做好甲乙两县联合巡查工作的通知
各县（区）水务局：
甲县水务局会同乙县水务局把全部渠道一段一段走完并逐处拍照登记编号存入台账以备省级抽查时随时调阅核对在2024年2月30日前完成。
二、请各单位于13月5日前把巡查中发现的问题连同整改的初步意见一并书面报送以便汇总后提交联席会议研究决定。
五、请有关单位于6月底前报送总结，并把附件三所列各项逐项填写完整不得遗漏任何一处渠道或者任何一座涵闸。
"""


def runs(words: str, text: str, length: int) -> list[str]:
    """The stretches of so many characters that the words share with the text."""
    pieces = (words[start : start + length] for start in range(len(words) - length + 1))
    return [piece for piece in pieces if piece in text]


def test_problems_say_no_more_of_a_notice_than_they_are_about(alone: Path) -> None:
    (alone / "corpus" / "通知.txt").write_text(ODD, "utf-8")
    done = ran(alone, "run")
    problems = records(alone)["通知.txt"]["problems"]
    text = "".join(ODD.split())
    assert problems
    for said in (*(problem["message"] + problem["advice"] for problem in problems), done.stderr):
        assert runs("".join(said.split()), text, LONGEST + 1) == []


def test_an_error_of_the_program_shows_nothing_of_the_notice(alone: Path) -> None:
    """The traceback, which may hold words of the text, is for ``--debug`` only."""
    (alone / "corpus" / "通知.txt").write_text(ODD, "utf-8")
    program = GUARD.replace(
        "main()", "import extractor.pipeline\ndef analyse(source, *_, **__): raise ValueError(source.text)\n"
        "extractor.pipeline.analyse = analyse\nmain()",
    )  # fmt: skip
    done = ran(alone, "run", "--jobs", "1", status=1, program=program)
    assert "ValueError" in done.stderr
    assert runs(done.stderr, ODD, 12) == []


def test_leave_that_is_withdrawn_takes_the_words_out_again(alone: Path) -> None:
    (alone / "corpus" / "通知.txt").write_text(NOTICE.format(mark="机密★1年"), "utf-8")
    ran(alone, "run", "--allow-classified")
    ledger = alone / "outputs" / "tasks.csv"
    ledger.write_bytes(ledger.read_bytes().replace(b",,,,,\r\n", ",进行中,,,,\r\n".encode()))
    ran(alone, "run", "--allow-classified")
    assert holding(alone, "进行中")
    assert holding(alone, "完成检查")
    ran(alone, "run", status=1)
    for words in (SENTENCE, "完成检查", "关于检查堤防"):
        assert holding(alone, words) == []
    assert kept(alone, "完成检查") == []


def kept(folder: Path, words: str) -> list[str]:
    """The tables of the ledger that hold the words, packed or not."""
    with closing(sqlite3.connect(folder / "outputs" / "ledger.db")) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [(name, row) for name in tables for row in connection.execute(f"SELECT * FROM [{name}]")]  # noqa: S608 - its own tables
        cells = [(name, cell) for name, row in rows for cell in row]
    return [name for name, cell in cells if words.encode() in _bytes(cell)]


def _bytes(cell: object) -> bytes:
    try:
        return zlib.decompress(cell) if isinstance(cell, bytes) else str(cell).encode()
    except zlib.error:
        return b""
