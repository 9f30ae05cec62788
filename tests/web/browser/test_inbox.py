"""The pages 收文 and 总览 in a browser: a newcomer's way as far as figures, and what goes wrong on it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import pytest
from playwright.sync_api import expect

from extractor.store import files
from extractor.store.database import writing
from tests.web.browser.conftest import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

CORPUS = Path(__file__).parents[3] / "corpus"
THREE = [next(CORPUS.glob(f"0{number}-*")) for number in (3, 4, 5)]
MANY = 600
READ = 40_000  # milliseconds until three files are read on a busy machine
EVIL = "<img src=x onerror=alert(1)>\u202e通知.txt"
WORDS = "关于报送总结的通知\n各科室：\n请人事处于2024年6月30日前报送总结。\n"

DROP = """
([files, folder]) => {
  const transfer = new DataTransfer();
  for (const [name, words] of files) transfer.items.add(new File([words], name));
  document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
}
"""


def drop(tab: Page, *files: tuple[str, str]) -> None:
    """Drop files as a mouse does."""
    tab.evaluate(DROP, [list(files), ""])


def test_a_newcomer_drops_three_files_and_finds_their_figures(tab: Page, tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        tab.goto(address)
        expect(tab.get_by_role("heading", name="还没有台账")).to_be_visible()
        tab.get_by_role("link", name="去收文").click()
        tab.locator("#pick-files").set_input_files(THREE)
        expect(tab.get_by_text("都收完了，已收 3 份。")).to_be_visible()
        sums = tab.locator(".reading-sum")
        expect(sums).to_have_text("共读 3 份文件：公文 9 份、任务 37 项，有时限 33 项、需核对 0 项。", timeout=READ)
        expect(tab.get_by_text("读完了。")).to_be_visible(timeout=READ)
        expect(tab.locator("table.files tr.ok")).to_have_count(3)
        tab.get_by_role("link", name="总览").click()
        for figure in tab.locator(".figures a, .legend a").all():
            shown = figure.locator("strong").inner_text()
            if (figure.get_attribute("href") or "").startswith("/tasks"):
                assert f"{shown} 项任务" in tab.request.get(address + (figure.get_attribute("href") or "")).text()


def test_what_is_dropped_twice_clashes_or_is_unsafe_is_told(tab: Page, tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        tab.goto(f"{address}/inbox")
        drop(tab, ("甲.txt", WORDS), (EVIL, WORDS + "二"))
        rows = tab.locator("#uploads li")
        expect(rows.filter(has_text="甲.txt").locator(".words")).to_have_text("已收")
        expect(rows.filter(has_text="<img").locator(".words")).to_have_text(
            "已收，存为“_img src=x onerror=alert(1)_通知.txt”"
        )
        drop(tab, ("甲.txt", WORDS), ("乙.txt", WORDS), ("甲.TXT", WORDS + "三"))
        expect(rows.filter(has_text="乙.txt").locator(".words")).to_have_text("与“甲.txt”内容相同，未重复收")
        clash = rows.filter(has=tab.get_by_text("甲.TXT", exact=True))
        expect(clash.locator(".words")).to_contain_text("已有同名文件“甲.txt”，内容不同")
        clash.get_by_role("button", name="另存一份").click()
        expect(clash.locator(".words")).to_have_text("已收，存为“甲（2）.TXT”")
        expect(tab.locator("table.files tr.ok")).to_have_count(3, timeout=READ)
        tab.reload()
        expect(tab.locator(".reading-sum")).to_contain_text("共读 3 份文件")
        tab.locator("tr", has_text="甲（2）").get_by_role("link", name="移走").click()
        tab.get_by_role("button", name="移走").click()
        expect(tab.get_by_text("已移走“甲（2）.TXT”")).to_be_visible()
        expect(tab.locator("table.files tr.ok")).to_have_count(2, timeout=READ)
    assert sorted(path.name for path in (tmp_path / "corpus").iterdir() if path.is_file()) == [
        "_img src=x onerror=alert(1)_通知.txt", "甲.txt",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="a process group of Windows is ended otherwise")
def test_ctrl_c_ends_everything(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    for number in range(MANY):
        (tmp_path / "corpus" / f"{number}.txt").write_text(WORDS + str(number), "utf-8")
    command = [sys.executable, "-m", "extractor", "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True
    ) as server:
        assert server.stdout
        address = "http://" + server.stdout.readline().partition("http://")[2].partition("/")[0]
        assert httpx2.post(f"{address}/inbox/reading", timeout=20).status_code == 303
        until = time.monotonic() + 30
        while not (tmp_path / "outputs" / "ledger.db").exists():
            assert time.monotonic() < until
            time.sleep(0.05)
        os.killpg(server.pid, signal.SIGINT)
        server.wait(20)
    with writing(tmp_path / "outputs") as ledger:  # nobody holds the lock any more
        assert len(files.stamps(ledger)) < MANY
    assert not list((tmp_path / "corpus").glob(".*"))
