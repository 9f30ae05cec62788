"""A newcomer's whole way: an empty page, three files dropped, a department's tasks, a correction, done, exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from playwright.sync_api import expect

from tests.web.browser.conftest import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

CORPUS = Path(__file__).parents[3] / "corpus"
THREE = [next(CORPUS.glob(f"0{number}-*")) for number in (3, 4, 5)]
PATIENCE = 40_000  # milliseconds until three files are read on a busy machine


def test_from_the_empty_page_to_the_workbook(tab: Page, tmp_path: Path) -> None:
    with serving(tmp_path) as address:
        tab.goto(address)
        tab.get_by_role("link", name="去收文").click()
        tab.locator("#pick-files").set_input_files(THREE)
        expect(tab.get_by_text("读完了。")).to_be_visible(timeout=PATIENCE)
        tab.get_by_label("主菜单").get_by_role("link", name="台账").click()
        tab.get_by_label("部门", exact=True).fill("党委组织部")
        tab.get_by_role("button", name="筛选", exact=True).click()
        expect(tab.locator("tr[data-task]")).to_have_count(6)
        row = tab.locator("tr[data-task]", has_text="摸清支部底数")
        row.get_by_role("button", name="更正").click()
        tab.get_by_role("dialog").get_by_label("截止日期").fill("2025-04-30")
        tab.get_by_role("dialog").get_by_role("button", name="保存").click()
        expect(tab.get_by_text("“2025-04-20”→“2025-04-30”")).to_be_visible()
        tab.wait_for_load_state("networkidle")  # the row is put anew behind the message
        tab.get_by_label("状态：摸清支部底数").select_option("已完成")
        expect(tab.locator("tr.done", has_text="摸清支部底数")).to_be_visible()
        with tab.expect_download() as download:
            tab.get_by_role("link", name="Excel").click()
        download.value.save_as(tmp_path / "导出.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "导出.xlsx")["全部任务"]
    header, *rows = list(sheet.iter_rows(values_only=True))
    tasks = {str(found["任务事项"]): found for found in (dict(zip(header, row, strict=True)) for row in rows)}
    assert len(tasks) == 6
    done = tasks["摸清支部底数"]
    assert (str(done["截止日期"])[:10], done["状态"]) == ("2025-04-30", "已完成")
