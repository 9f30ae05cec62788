"""The page 台账 filled in as people do it: by mouse, by keyboard, together with somebody else, on a telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.commands.sample_ledger import sample
from tests.web.browser.conftest import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A workbench on the sample ledger."""
    sample(tmp_path / "outputs")
    with serving(tmp_path) as found:
        yield found


def cell(tab: Page, task: str, column: str) -> Locator:
    return tab.locator(f"#task-{task} [data-column='{column}']")


def test_a_deadline_is_corrected_a_task_is_done_and_the_workbook_has_both(
    tab: Page, address: str, tmp_path: Path
) -> None:
    tab.goto(f"{address}/tasks?department=党委组织部")
    tab.get_by_role("button", name="更正").click()
    dialog = tab.get_by_role("dialog")
    dialog.get_by_label("截止日期").fill("月底")
    dialog.get_by_role("button", name="保存").click()
    dialog.get_by_text("不是日期，没有采用").wait_for()
    dialog.get_by_label("截止日期").fill("2024-8-15")
    dialog.get_by_role("button", name="保存").click()
    tab.get_by_text("已保存：截止日期“2024-06-30”→“2024-08-15”").wait_for()
    tab.wait_for_load_state("networkidle")  # the row is put anew behind the message
    tab.get_by_label("状态：梳理现行制度").select_option("已完成")
    tab.locator("tr.done").wait_for()
    with tab.expect_download() as download:
        tab.get_by_role("link", name="Excel").click()
    assert download.value.suggested_filename == "任务台账（党委组织部）.xlsx"
    download.value.save_as(tmp_path / "导出.xlsx")
    header, row = list(openpyxl.load_workbook(tmp_path / "导出.xlsx")["全部任务"].iter_rows(values_only=True))[:2]
    found = dict(zip(header, row, strict=True))
    assert (str(found["截止日期"])[:10], found["状态"]) == ("2024-08-15", "已完成")


def test_everything_is_done_by_keyboard(tab: Page, address: str) -> None:
    tab.goto(f"{address}/tasks")
    press = tab.keyboard.press
    press("j")
    press("j")
    press("e")
    tab.keyboard.type("王某")
    press("Enter")
    tab.get_by_text("已保存：责任人").wait_for()
    assert cell(tab, "aab222", "责任人").inner_text() == "王某"
    press("e")
    tab.keyboard.type("白写")
    press("Escape")
    assert cell(tab, "aab222", "责任人").inner_text() == "王某"
    press("x")
    press("j")
    press("x")
    assert tab.get_by_text("已选 2 项").is_visible()
    press("c")
    tab.get_by_role("dialog").get_by_label("备注").fill("急")
    press("Escape")
    assert tab.get_by_role("dialog").count() == 0
    tab.locator("#several").get_by_label("责任人").focus()
    tab.keyboard.type("李某")
    press("Enter")
    tab.get_by_text("已保存：2 处").wait_for()
    assert [cell(tab, task, "责任人").inner_text() for task in ("aab222", "bbb333")] == ["李某", "李某"]


def test_a_task_is_corrected_where_it_is_read(tab: Page, address: str) -> None:
    tab.goto(f"{address}/notices/2024/%E6%B8%85%E7%90%86.txt#task-aaa111")
    tab.get_by_role("button", name="更正").click()
    dialog = tab.get_by_role("dialog", name="任务")
    dialog.get_by_label("截止日期").fill("2024-08-15")
    dialog.get_by_role("button", name="保存").click()
    tab.get_by_text("已保存：截止日期“2024-06-30”→“2024-08-15”").wait_for()
    tab.get_by_role("button", name="撤销").click()
    tab.get_by_text("已撤销：截止日期“2024-08-15”→“2024-06-30”").wait_for()


def test_of_two_people_the_second_is_told_and_chooses(tab: Page, address: str) -> None:
    other = tab.context.new_page()
    for each in (tab, other):
        each.goto(f"{address}/tasks")
    for each, words in ((other, "甲写的"), (tab, "乙写的")):
        cell(each, "aaa111", "备注").click()
        each.keyboard.type(words)
        each.keyboard.press("Enter")
        each.locator(".said").wait_for()
    clash = tab.get_by_text("刚才被别处改成了“甲写的”，您写的是“乙写的”")
    clash.wait_for()
    assert cell(tab, "aaa111", "备注").inner_text() == "甲写的"
    tab.get_by_role("button", name="用我写的").click()
    tab.get_by_text("已保存：备注“甲写的”→“乙写的”").wait_for()
    tab.get_by_role("button", name="撤销").click()
    tab.get_by_text("已撤销").wait_for()
    assert cell(tab, "aaa111", "备注").inner_text() == "甲写的"


def test_many_rows_and_a_task_by_hand(tab: Page, address: str) -> None:
    tab.goto(f"{address}/tasks")
    tab.locator(".pick").first.click()
    tab.locator(".pick").last.click(modifiers=["Shift"])
    tab.locator("#several").get_by_label("状态").select_option("进行中")
    tab.locator("#several").get_by_role("button", name="填写").click()
    tab.get_by_text("已保存：3 处").wait_for()
    assert [each.input_value() for each in tab.locator("td.state select").all()] == ["进行中"] * 3
    tab.get_by_role("button", name="新增任务").click()
    dialog = tab.get_by_role("dialog")
    dialog.get_by_label("任务事项").fill("<b>电话</b>通知")
    dialog.get_by_role("button", name="列入台账").click()
    tab.locator("tr[data-task]").nth(3).wait_for()
    assert tab.locator("tr[data-task] .title").nth(3).inner_text() == "<b>电话</b>通知"


def test_nothing_runs_out_of_the_window_and_nobody_is_kept_out(tab: Page, address: str) -> None:
    tab.goto(f"{address}/tasks")
    cell(tab, "aaa111", "备注").click()
    tab.keyboard.type("很长的话" * 100)
    tab.keyboard.press("Enter")
    tab.get_by_text("已保存：备注").wait_for()
    for width in (1920, 1366, 390):
        tab.set_viewport_size({"width": width, "height": 844})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    for opened in (False, True):
        if opened:
            tab.get_by_role("button", name="更正").first.click()
            tab.get_by_role("dialog").get_by_role("button", name="保存").wait_for()
        found = Axe().run(tab).response["violations"]
        assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []
