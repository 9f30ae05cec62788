"""Every page of the menu for everybody: axe finds nothing serious, and no page scrolls sideways on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe

from extractor.web.rendering import PAGES
from tests.commands.sample_ledger import sample
from tests.web.browser.conftest import serving
from tests.web.hostile import NAMES, hostile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

BEYOND_THE_MENU = (
    "/notices/推进会.txt", "/names", "/bodies/人事处", "/time?day=2024-07-05&month=2024-07", "/search?q=制度",
    "/graph?body=人事处",
)  # fmt: skip
HOSTILE = ("/bodies", f"/bodies/{quote(NAMES[3])}", "/time?month=2024-07", "/search?q=通知", "/graph?q=关于")
GRAVE = {"serious", "critical"}
SIZES = [pytest.param(1366, 768, id="电脑"), pytest.param(390, 800, id="手机")]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One workbench for all these tests, which only look."""
    folder: Path = tmp_path_factory.mktemp("everybody")
    sample(folder / "outputs")
    with serving(folder) as found:
        yield found


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_axe_finds_nothing_serious(tab: Page, address: str, width: int, height: int) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    grave = []
    for path in (*(path for path, _ in PAGES), *BEYOND_THE_MENU):
        tab.goto(address + path)
        found = Axe().run(tab).response["violations"]
        grave += [(path, each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in GRAVE]
    assert grave == []


def test_no_page_scrolls_sideways_on_a_phone(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 800})
    wide = []
    for path in (*(path for path, _ in PAGES), *BEYOND_THE_MENU):
        tab.goto(address + path)
        width = tab.evaluate("document.documentElement.scrollWidth")
        wide += [(path, width)] if width > 390 else []
    assert wide == []


def test_hostile_words_run_nothing_and_stay_in_their_columns(tab: Page, tmp_path: Path) -> None:
    hostile(tmp_path / "outputs")
    tab.on("dialog", lambda dialog: pytest.fail(dialog.message))
    wide = []
    with serving(tmp_path) as found:
        for width in (1366, 390):
            tab.set_viewport_size({"width": width, "height": 800})
            for path in HOSTILE:
                tab.goto(found + path)
                shown = tab.evaluate("document.documentElement.scrollWidth")
                wide += [(path, width, shown)] if shown > width else []
        tab.goto(f"{found}/graph/picture?body={quote(NAMES[0])}")
        tab.locator("body[data-ready=true]").wait_for()
    assert wide == []
