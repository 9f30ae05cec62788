"""Nothing leaves the machine, and nothing of a notice goes where it does not belong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.ocr import engine
from extractor.model.record import load_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.record import Record

ROOT = Path(__file__).resolve().parents[2]
SECRET = "龙湾水库泄洪闸二号机房的口令须在六月三十日前更换"
NOTICE = f"""\
{{mark}}
云岭市水务局文件
云水发〔2024〕7号
关于检查堤防的通知
各县（区）水务局：
{SECRET}。请于2024年6月底前完成检查。（责任单位：工程科）
云岭市水务局
2024年3月5日
"""
# Whoever opens a connection, or asks for an address, ends the program with status 99.
GUARD = """
import os, sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        if not (event == "socket.bind" and False):
            sys.stderr.write(f"NETWORK {event} {arguments}"); sys.stderr.flush(); os._exit(99)
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


def ran(folder: Path, *words: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    # A check server switches the reports of libraries off by itself; here they must be off anywhere.
    kept = {
        name: value for name, value in os.environ.items() if name not in {"CI", "GITHUB_ACTIONS"} and "ORT" not in name
    }
    places = {name: str(folder / "tmp") for name in ("TMPDIR", "TEMP", "TMP")}
    homes = {name: str(folder / "home") for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME")}
    environment = {**kept, **places, **homes, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", GUARD, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False,
        encoding="utf-8",
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
    ("tasks",), ("departments",), ("notices",), ("links",), ("search", "检查"), ("show", "堤防"), ("due",), ("names",),
    ("rules", "check"), ("graph",), ("history",),
]  # fmt: skip


def test_no_command_opens_a_connection_or_writes_elsewhere(alone: Path) -> None:
    (alone / "corpus" / "通知.txt").write_text(NOTICE.format(mark="特急"), "utf-8")
    ran(alone, "run", "--jobs", "2")
    for words in QUESTIONS:
        done = subprocess.run([sys.executable, "-m", "extractor", words[0], "--help"], cwd=ROOT, capture_output=True, check=False)
        if done.returncode == 0:
            ran(alone, *words)
    assert list(left(alone)) == []


@pytest.mark.skipif(not engine.is_installed(), reason="the extra ocr is not installed")
def test_recognising_characters_reports_nothing(alone: Path) -> None:
    """Libraries written in C are not seen by the guard: the queue and the identifier that theirs write are."""
    from PIL import Image  # noqa: PLC0415 - only with the extra

    Image.new("RGB", (400, 300), "white").save(alone / "corpus" / "空白.png")
    ran(alone, "run", status=1)
    assert records(alone)["空白.png"]["problems"][0]["code"] == "empty-file"
    assert list(left(alone)) == []


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
    for words in (SECRET, "关于检查堤防", "云水发"):
        assert holding(alone, words) == []


def test_with_leave_a_classified_file_is_read_and_says_its_mark(alone: Path) -> None:
    (alone / "corpus" / "通知.txt").write_text(NOTICE.format(mark="机密★1年"), "utf-8")
    ran(alone, "run", "--allow-classified")
    (document,) = records(alone)["通知.txt"]["documents"]
    assert (document["classification"], document["evidence"]["classification"][0]["span"]) == ("机密★1年", [0, 5])
    assert document["tasks"]


def test_leave_that_is_withdrawn_takes_the_words_out_again(alone: Path) -> None:
    (alone / "corpus" / "通知.txt").write_text(NOTICE.format(mark="机密★1年"), "utf-8")
    ran(alone, "run", "--allow-classified")
    assert holding(alone, SECRET)
    ran(alone, "run", status=1)
    assert holding(alone, SECRET) == []
