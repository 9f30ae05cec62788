"""The page 台账 in a browser: filtering by form, paging and sorting by links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.commands.sample_ledger import sample
from tests.web.browser.conftest import serving

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


def test_a_department_is_found_by_the_form_and_the_address_keeps_it(tab: Page, tmp_path: Path) -> None:
    sample(tmp_path / "outputs")
    with serving(tmp_path) as address:
        tab.goto(f"{address}/tasks")
        tab.get_by_label("部门", exact=True).fill("党委组织部")
        tab.get_by_role("button", name="筛选").click()
        assert tab.locator("tr[data-task]").count() == 1
        assert "department=" in tab.url
        tab.get_by_title("去掉这个条件").click()
        assert tab.locator("tr[data-task]").count() == 3
