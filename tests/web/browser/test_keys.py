"""Keys on every page: rows, pages, search, and the switch that turns them off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.commands.sample_ledger import sample
from tests.web.browser.conftest import serving

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


def test_the_workbench_is_walked_through_by_keys_alone(tab: Page, tmp_path: Path) -> None:
    sample(tmp_path / "outputs")
    with serving(tmp_path) as address:
        tab.goto(f"{address}/bodies")
        tab.keyboard.press("j")
        tab.keyboard.press("j")
        tab.keyboard.press("k")
        assert tab.locator("[data-row]:focus").inner_text().startswith("人事处")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/bodies/*")
        tab.keyboard.press("/")
        tab.keyboard.type("jk? g材料")
        assert tab.locator("#seek").input_value() == "jk? g材料"
        tab.locator("#seek").fill("材料")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/search?*")
        tab.keyboard.press("g")
        tab.keyboard.press("t")
        tab.wait_for_url("**/tasks")
        tab.keyboard.press("j")
        tab.keyboard.press("x")
        assert tab.locator("tr[data-task] .pick").first.is_checked()
        tab.keyboard.press("e")
        assert tab.locator("tr[data-task]").first.locator("input:focus, select:focus, textarea:focus").count() == 1


def test_keys_can_be_seen_and_turned_off_for_good(tab: Page, tmp_path: Path) -> None:
    sample(tmp_path / "outputs")
    with serving(tmp_path) as address:
        tab.goto(f"{address}/bodies")
        tab.keyboard.press("?")
        assert tab.get_by_role("dialog", name="快捷键").is_visible()
        tab.get_by_label("使用单键快捷键").uncheck()
        tab.get_by_role("button", name="关上").click()
        tab.reload()
        for key in ("j", "?", "g", "t"):
            tab.keyboard.press(key)
        assert tab.locator("[data-row]:focus").count() == 0
        assert not tab.get_by_role("dialog").is_visible()
        assert tab.url.endswith("/bodies")
        tab.get_by_role("button", name="快捷键").click()
        tab.get_by_label("使用单键快捷键").check()
        tab.keyboard.press("Escape")
        tab.keyboard.press("j")
        assert tab.locator("[data-row]:focus").count() == 1
