"""What was worked out comes back as it was, or not at all; a file in disorder costs time and nothing else."""

from __future__ import annotations

import datetime as dt
import os
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from extractor.rules.cache import folder as cache_folder
from extractor.rules.cache import kept
from extractor.rules.cache.kept import Kept
from extractor.rules.reading.toml_text import parsed

if TYPE_CHECKING:
    from pathlib import Path

ORIGIN, CONTENT = "pattern 月底", b"\x00numbers\n" * 20


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one entry."""
    path = tmp_path / "folder" / "kept-one.bin"
    written(path, {ORIGIN: CONTENT})
    return path


def written(path: Path | None, entries: dict[str, bytes]) -> Kept:
    shelf = Kept(path)
    for origin, content in entries.items():
        shelf.put(origin, content)
    shelf.write(worth=0)
    return shelf


def test_what_is_put_is_got_by_the_next_process_and_nothing_else_is(path: Path) -> None:
    assert Kept(path).get(ORIGIN) == CONTENT
    assert Kept(path).get("pattern 月初") is None


def test_little_is_not_worth_a_file(tmp_path: Path) -> None:
    shelf = Kept(tmp_path / "kept-one.bin")
    shelf.put(ORIGIN, CONTENT)
    shelf.write()
    assert list(tmp_path.iterdir()) == []


def test_with_nothing_new_the_file_stays_untouched(path: Path) -> None:
    before = path.stat().st_mtime_ns
    shelf = Kept(path)
    shelf.get(ORIGIN)
    shelf.write(worth=0)
    assert path.stat().st_mtime_ns == before


def test_what_two_processes_found_out_at_once_is_kept_of_both(path: Path) -> None:
    one, other = Kept(path), Kept(path)
    for shelf, name in ((one, "甲"), (other, "乙")):
        assert shelf.get(name) is None
        shelf.put(name, name.encode())
    one.write(worth=0)
    other.write(worth=0)
    assert [Kept(path).get(name) for name in ("甲", "乙", ORIGIN)] == ["甲".encode(), "乙".encode(), CONTENT]
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("length", range(0, 250, 7))
def test_of_a_file_that_ends_too_early_only_whole_entries_count(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])
    assert Kept(path).get(ORIGIN) in {None, CONTENT}
    written(path, {"乙": b"more"})
    assert Kept(path).get("乙") == b"more"


@pytest.mark.parametrize("at", range(0, 230, 3))
def test_a_changed_byte_is_noticed(path: Path, at: int) -> None:
    raw = bytearray(path.read_bytes())
    raw[at] ^= 0x5A
    path.write_bytes(raw)
    assert Kept(path).get(ORIGIN) is None


def test_a_file_of_another_user_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name != "posix":
        pytest.skip("only POSIX systems number their users")
    somebody = os.geteuid() + 1
    monkeypatch.setattr("os.geteuid", lambda: somebody)
    assert Kept(path).get(ORIGIN) is None


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    path = tmp_path / "file" / "kept-one.bin"
    written(path, {ORIGIN: CONTENT})
    assert Kept(path).get(ORIGIN) is None


def test_without_a_path_nothing_is_kept(tmp_path: Path) -> None:
    assert written(None, {ORIGIN: CONTENT}).get(ORIGIN) is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_grows_too_large_begins_anew_with_what_is_needed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(path, {"没人再要的": b"x" * 300})
    monkeypatch.setattr(kept, "MAX_KEPT_BYTES", 500)
    shelf = Kept(path)
    assert shelf.get(ORIGIN) == CONTENT
    shelf.put("新的", b"y" * 100)
    shelf.write(worth=0)
    fresh = Kept(path)
    assert [fresh.get(name) for name in (ORIGIN, "新的", "没人再要的")] == [CONTENT, b"y" * 100, None]


def test_what_is_too_large_by_itself_is_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MAX_KEPT_BYTES", 500)
    written(path, {"太大": b"z" * 600})
    assert (Kept(path).get("太大"), Kept(path).get(ORIGIN)) == (None, CONTENT)


def test_the_oldest_files_of_other_versions_go_and_what_was_left_half_written(path: Path) -> None:
    for age in range(1, kept.MAX_KEPT_FILES + 3):
        old = path.with_name(f"kept-old{age}.bin")
        old.write_bytes(b"")
        os.utime(old, (1_000_000 - age, 1_000_000 - age))
    part, foreign = path.with_name(".kept-one.bin.123.part"), path.with_name("else.bin")
    for each in (part, foreign):
        each.write_bytes(b"")
        os.utime(each, (1_000_000, 1_000_000))
    written(path, {"乙": b"more"})
    others = {f"kept-old{age}.bin" for age in range(1, kept.MAX_KEPT_FILES + 1)}
    assert {found.name for found in path.parent.iterdir()} == {path.name, foreign.name, *others}


def test_the_user_says_where_things_are_kept_or_that_they_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXTRACTOR_CACHE", str(tmp_path))
    assert cache_folder.cache_folder() == tmp_path
    monkeypatch.setenv("EXTRACTOR_CACHE", cache_folder.OFF)
    assert cache_folder.cache_folder() is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems name it otherwise")
@pytest.mark.parametrize(("variable", "folder"), [("XDG_CACHE_HOME", "extractor"), ("HOME", ".cache/extractor")])
def test_otherwise_the_system_says_so(
    variable: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("EXTRACTOR_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    assert cache_folder.cache_folder() == tmp_path / folder


def test_a_date_in_a_rule_file_is_told_as_ever() -> None:
    text = 'day = 2024-06-30\nwords = ["甲"]\n'
    for shipped in (True, False):
        assert parsed(text, "own.toml", shipped=shipped) == {"day": dt.date(2024, 6, 30), "words": ["甲"]}


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """A shelf of its own for the reader of rule files."""
    found = Kept(tmp_path / "kept-toml.bin")
    monkeypatch.setattr("extractor.rules.reading.toml_text.kept", lambda: found)
    return found


FILE = '[[rule]]\nid = "甲.乙"\nshown = true\ncounts = [1, -2, 1.5]\nquoted = \'\'\'\\d\u3000"\'\'\'\n'


def test_what_a_shipped_file_says_is_the_same_read_once_or_twice(shelf: Kept) -> None:
    once, twice = parsed(FILE, "own.toml", shipped=True), parsed(FILE, "own.toml", shipped=True)
    assert shelf.get(f"toml {FILE}")
    assert once == twice == tomllib.loads(FILE)
    assert list(once["rule"][0]) == list(twice["rule"][0]) == ["id", "shown", "counts", "quoted"]


def test_what_users_write_stays_in_their_own_files(shelf: Kept, tmp_path: Path) -> None:
    """Names that were accepted come from notices."""
    parsed(FILE, "names.toml")
    shelf.write(worth=0)
    assert shelf.get(f"toml {FILE}") is None
    assert list(tmp_path.iterdir()) == []
