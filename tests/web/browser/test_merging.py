"""Two bodies made one in the browser: shown before, followed by the ledger while the page waits, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.commands.sample_ledger import sample
from tests.web.browser.conftest import serving

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

PATIENCE = 60_000  # milliseconds: the outputs are written by a process of their own, when it is quiet


def test_two_bodies_become_one_while_the_page_waits(tab: Page, tmp_path: Path) -> None:
    sample(tmp_path / "outputs")
    with serving(tmp_path) as address:
        tab.goto(f"{address}/bodies/党委组织部")
        expect(tab.get_by_text("1 项任务")).to_be_visible()
        tab.get_by_label("和另一个单位其实是一个？").fill("人事处")
        tab.get_by_role("button", name="合并").click()
        tab.get_by_role("button", name="是一个，合并").click()
        expect(tab.get_by_text("“人事处”和这里算一个单位")).to_be_visible()
        expect(tab.get_by_text("台账正在按它重新整理")).to_have_count(0, timeout=PATIENCE)
        expect(tab.get_by_text("2 项任务")).to_be_visible()
        tab.get_by_role("button", name="撤回关于“人事处”的取舍").first.click()
        expect(tab.get_by_text("还没有取舍")).to_be_visible()
