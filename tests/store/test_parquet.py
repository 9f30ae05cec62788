"""Parquet files: written whole or not at all, named for what they hold, replaced only where something changed."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from extractor.store.parquet.columns import ACROSS, BY_FILE, TABLES
from extractor.store.parquet.manifest import (
    Manifest,
    NoParquet,
    bucket_of,
    buckets_for,
    needed,
    publish,
    stored,
)
from extractor.store.parquet.sheet import write_bucket
from extractor.store.parquet.storage import Part, Storage
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.store.parquet.columns import Row

pytest.importorskip("pyarrow", reason="the extra 'cluster' is not installed")
FAILED: Row = {"file": "甲.txt", "status": "failed", "tasks": 0}
READ: Row = {"file": "乙.txt", "status": "ok", "tasks": 3}


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def write(folder: Path, *rows: Row) -> Part:
    return write_bucket(Storage(str(folder)), 0, [("files", row) for row in rows])["files"]


def test_rows_come_back_as_they_were_written(tmp_path: Path) -> None:
    part = write(tmp_path, FAILED, READ)
    rows = list(Storage(str(tmp_path)).read([part.path], ["file", "status", "tasks", "reader"]))
    assert rows == [{**FAILED, "reader": None}, {**READ, "reader": None}]
    assert (part.rows, part.size) == (2, (tmp_path / part.path).stat().st_size)


def test_many_rows_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.store.parquet.sheet.GROUP", 10)
    part = write(tmp_path, *({"file": str(number)} for number in range(25)))
    assert [row["file"] for row in Storage(str(tmp_path)).read([part.path], ["file"])] == [str(n) for n in range(25)]
    import pyarrow.parquet as pq  # noqa: PLC0415 - the extra may be missing

    assert pq.ParquetFile(tmp_path / part.path).num_row_groups == 3


def test_the_same_rows_are_the_same_file_and_are_not_written_again(tmp_path: Path) -> None:
    first = write(tmp_path, FAILED)
    before = (tmp_path / first.path).stat().st_mtime_ns
    assert write(tmp_path, FAILED) == first
    assert (tmp_path / first.path).stat().st_mtime_ns == before
    assert write(tmp_path, READ).path != first.path


def test_half_characters_do_not_stop_a_table(tmp_path: Path) -> None:
    part = write(tmp_path, {"file": "坏\ud800.txt"})
    assert [row["file"] for row in Storage(str(tmp_path)).read([part.path], ["file"])] == ["坏\\ud800.txt"]


def test_nothing_is_left_of_a_draft(tmp_path: Path) -> None:
    part = write(tmp_path, READ)
    assert files_in(tmp_path) == [part.path]


def test_only_what_the_manifest_names_stays(tmp_path: Path) -> None:
    storage = Storage(str(tmp_path))
    old, new = write(tmp_path, FAILED), write(tmp_path, READ)
    publish(storage, Manifest(8, "a", {"files": [old]}))
    assert files_in(tmp_path) == sorted(["manifest.json", old.path])
    new = write(tmp_path, READ)
    publish(storage, Manifest(8, "b", {"files": [new]}))
    assert files_in(tmp_path) == sorted(["manifest.json", new.path])
    assert stored(storage) == Manifest(8, "b", {"files": [new]})


def test_a_folder_without_results_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoParquet):
        needed(Storage(str(tmp_path)))
    (tmp_path / "manifest.json").write_text('{"format": 99}')
    with pytest.raises(NoParquet):
        needed(Storage(str(tmp_path)))


def test_a_storage_can_be_sent_to_another_process(tmp_path: Path) -> None:
    Storage(str(tmp_path)).put("a/b.txt", b"x")
    assert pickle.loads(pickle.dumps(Storage(str(tmp_path)))).get("a/b.txt") == b"x"  # noqa: S301 - our own
    assert Storage(str(tmp_path)).get("a/c.txt") is None


def test_the_bucket_of_a_file_never_changes() -> None:
    assert [bucket_of(name, 8) for name in ("甲.txt", "乙/丙.docx", "")] == [6, 5, 4]


@pytest.mark.parametrize(
    ("files", "before", "buckets"),
    [
        pytest.param(1, None, 8, id="几份文件"),
        pytest.param(100_000, None, 512, id="十万份"),
        pytest.param(100_000_000, None, 4096, id="一亿份"),
        pytest.param(8_000, 8, 8, id="多了几倍，仍用原来的"),
        pytest.param(100_000, 8, 512, id="多了许多倍，重新分"),
        pytest.param(10, 128, 128, id="少了，仍用原来的"),
    ],
)
def test_buckets_hold_about_250_files(files: int, before: int | None, buckets: int) -> None:
    assert buckets_for(files, Manifest(before) if before else None) == buckets


def test_every_column_is_explained_and_named_once() -> None:
    assert set(TABLES) == {*BY_FILE, *ACROSS}
    for columns in TABLES.values():
        names = [column.name for column in columns]
        assert len(set(names)) == len(names)
        assert all(column.means for column in columns)


KINDS = {"text": "文字", "texts": "文字的列表", "number": "整数", "yes": "是否"}


@pytest.mark.parametrize("table", TABLES)
def test_the_documentation_explains_every_column(table: str) -> None:
    page = (ROOT / "docs" / "cluster.md").read_text("utf-8")
    section = page.partition(f"### {table}：")[2].partition("\n#")[0]
    shown = [line for line in section.splitlines() if line.startswith("| `")]
    assert shown == [f"| `{each.name}` | {KINDS[each.kind]} | {each.means} |" for each in TABLES[table]]
