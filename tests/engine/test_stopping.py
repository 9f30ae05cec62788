"""Ctrl-C in a run with workers: it ends at once, leaves nobody behind, keeps what was read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.model.errors import ExtractorError
from extractor.store.database import reading
from extractor.store.files import all_stored
from tests.engine.fake_readers import SLEEPS

if TYPE_CHECKING:
    from collections.abc import Callable

RUN = """
import sys
from pathlib import Path
from extractor.engine.local import Plan, run
from tests.engine.fake_readers import FakeReader

if __name__ == "__main__":
    try:
        run(Plan((Path(sys.argv[1]),), Path(sys.argv[2]), jobs=2), FakeReader())
    except KeyboardInterrupt:
        sys.exit(130)
"""
PATIENCE = 60.0


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are another thing there")
def test_ctrl_c_ends_all_workers_and_keeps_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    for name, text in {"甲": "一", "乙": SLEEPS, "丙": "三"}.items():
        (tmp_path / "corpus" / f"{name}.txt").write_text(text, "utf-8")
    (tmp_path / "run.py").write_text(RUN, "utf-8")
    command = [sys.executable, str(tmp_path / "run.py"), str(tmp_path / "corpus"), str(tmp_path / "out")]
    root = Path(__file__).resolve().parents[2]
    environment = os.environ | {"PYTHONPATH": str(root)}
    with subprocess.Popen(command, env=environment, start_new_session=True) as process:
        wait_until(lambda: len(stored(tmp_path / "out")) == 2)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(PATIENCE) == 130
    wait_until(lambda: not alive(process.pid))
    assert sorted(stored(tmp_path / "out")) == ["一", "三"]
    assert not (tmp_path / "out" / "analysis.jsonl").exists()


def stored(out: Path) -> list[str]:
    """The texts that the ledger holds so far, also while a run writes to it."""
    try:
        with reading(out) as ledger:
            return [record["text"] for record in all_stored(ledger)]
    except ExtractorError:  # not made yet
        return []


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def alive(group: int) -> bool:
    """Whether any process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
