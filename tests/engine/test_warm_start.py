"""Patterns that an earlier process compiled spare time and change nothing, whatever state they are in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ("03-支部强基实施方案.txt", "04-托育服务行动方案.docx")
WRITTEN = ("tasks.csv", "links.csv", "problems.csv", "notices.csv", "graph.json")


def started(out: Path, cache: str | Path) -> subprocess.Popen[bytes]:
    """A run over a notice that is read in the process itself, and one that a worker reads."""
    words = [sys.executable, "-m", "extractor", "run", *(f"corpus/{name}" for name in SAMPLES), "--out", str(out)]
    environment = {**os.environ, "EXTRACTOR_CACHE": str(cache), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def outputs(run: subprocess.Popen[bytes], out: Path) -> dict[str, bytes]:
    """What it wrote."""
    _, said = run.communicate()
    assert run.returncode == 0, said.decode("utf-8")
    return {name: (out / name).read_bytes() for name in WRITTEN}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The outputs of a run that keeps nothing."""
    out = tmp_path_factory.mktemp("plain")
    return outputs(started(out, "off"), out)


def test_two_first_runs_at_once_and_the_one_behind_them_find_the_same(plain: dict[str, bytes], tmp_path: Path) -> None:
    cache, outs = tmp_path / "cache", [tmp_path / name for name in ("one", "two", "three")]
    both = [started(out, cache) for out in outs[:2]]
    assert [outputs(run, out) for run, out in zip(both, outs, strict=False)] == [plain, plain]
    (kept,) = cache.iterdir()
    before = kept.read_bytes()
    assert outputs(started(outs[2], cache), outs[2]) == plain
    assert kept.read_bytes() == before


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1000])


def spoilt(path: Path) -> None:
    path.write_bytes(bytes(byte ^ (at % 97 == 0) for at, byte in enumerate(path.read_bytes())))


def replaced(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [cut, spoilt, replaced])
def test_a_file_in_disorder_changes_nothing(
    harm: Callable[[Path], None], plain: dict[str, bytes], tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    outputs(started(tmp_path / "first", cache), tmp_path / "first")
    (kept,) = cache.iterdir()
    harm(kept)
    assert outputs(started(tmp_path / "second", cache), tmp_path / "second") == plain
    assert [found.name for found in cache.iterdir()] == [kept.name]
