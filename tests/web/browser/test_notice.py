"""A notice in a browser: from a mark to what is said of it and back, keys, the printed page, and who cannot see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from extractor.engine.incoming import collect
from extractor.engine.reading import NoticeReader
from tests.conftest import ROOT
from tests.ingest.ofd_files import package, rows
from tests.ingest.ofd_files import page as ofd_page
from tests.ledger.kept import keep
from tests.web.browser.conftest import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

HOSTILE = '<img src=x onerror=document.title="!"> 100% #1 \'"&\u202e.txt'
SERIOUS = frozenset({"serious", "critical"})


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A workbench on a text, a Word file, a PDF, an OFD and a hostile file."""
    folder = tmp_path_factory.mktemp("工作台")
    corpus = folder / "corpus"
    corpus.mkdir()
    for number in ("03", "04", "05"):
        path = next((ROOT / "corpus").glob(f"{number}-*"))
        (corpus / f"{number}{path.suffix}").write_bytes(path.read_bytes())
    lines = rows("关于报送总结的通知", "请市教育局于2024年6月30日前报送总结。")
    (corpus / "06.ofd").write_bytes(package(ofd_page(lines)))
    (corpus / HOSTILE).write_text(hostile(), "utf-8")
    keep([NoticeReader()(incoming) for incoming in collect([corpus])], folder / "outputs")
    with serving(folder) as where:
        yield where


def hostile() -> str:
    script = "<img src=x onerror=alert(1)>"
    return f"{script}关于报送总结的通知\n各单位：\n请{script}办公室于2024年6月30日前报送{'长' * 5000}。\n"


def serious(tab: Page) -> list[str]:
    """What somebody who cannot see, or has no mouse, would stumble over."""
    found = Axe().run(tab).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in SERIOUS]


def overflow(tab: Page) -> int:
    return int(tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_from_the_list_to_a_mark_and_what_is_said_of_it(tab: Page, address: str) -> None:
    tab.goto(f"{address}/notices?document=支部")
    assert serious(tab) == []
    tab.get_by_role("link", name="关于印发", exact=False).first.click()
    mark = tab.locator(".paper a.owner").first
    mark.click()
    tab.get_by_role("link", name="在台账里看").wait_for()
    assert mark.inner_text() in tab.locator("#fact").inner_text()
    assert "?fact=" in tab.url
    tab.get_by_text("这里还有哪些规则").click()
    tab.locator("#fact .verdict").first.wait_for()
    assert serious(tab) == []
    tab.reload()
    assert tab.locator("#fact blockquote").inner_text() == mark.inner_text()
    tab.keyboard.press("Escape")
    assert tab.locator(".here").count() == 0


def test_keys_lead_from_task_to_task(tab: Page, address: str) -> None:
    tab.goto(f"{address}/notices/03.txt")
    for key, number in (("j", "1"), ("j", "2"), ("j", "3"), ("k", "2")):
        tab.keyboard.press(key)
        assert tab.locator(".rows li.here .number").inner_text() == number
        assert tab.locator(f'.paper .pin.here[data-number="{number}"]').is_visible()
    tab.goto(tab.url.partition("?")[0] + "#" + tab.url.partition("#")[2])
    tab.locator("#fact blockquote").wait_for()
    assert tab.locator(".rows li.here .number").inner_text() == "2"


def test_the_printed_page_and_the_text_point_at_each_other(tab: Page, address: str) -> None:
    tab.goto(f"{address}/notices/05.pdf")
    tab.get_by_role("link", name="对照原件").click()
    picture = tab.get_by_alt_text("原件第 1 页的图")
    picture.evaluate("picture => picture.decode()")
    assert picture.evaluate("picture => picture.naturalWidth") > 900
    tab.locator(".paper td a.owner").first.click()
    box = tab.locator(".original a.here rect.owner")
    box.first.wait_for()
    assert box.first.is_visible()
    other = tab.locator(".original rect.time").first
    other.click()
    key = other.locator("..").get_attribute("data-fact")
    assert tab.locator(f'.paper a.here[data-fact="{key}"]').first.is_visible()
    assert "original=1" in tab.url
    assert serious(tab) == []


def test_the_drawn_page_of_an_ofd_and_the_text_point_at_each_other(tab: Page, address: str) -> None:
    tab.goto(f"{address}/notices/06.ofd")
    tab.get_by_role("link", name="对照版面").click()
    line, box = tab.locator(".original .drawn text").last, tab.locator(".original rect.time")
    words, over = line.bounding_box(), box.bounding_box()
    assert words
    assert over
    assert words["x"] < over["x"]
    assert over["x"] + over["width"] < words["x"] + words["width"]
    assert abs(words["y"] + words["height"] / 2 - over["y"] - over["height"] / 2) < over["height"] / 2
    box.click()
    assert tab.locator(".paper a.here.time").first.is_visible()
    assert "original=1" in tab.url
    assert serious(tab) == []


def test_tables_of_a_word_file_are_tables(tab: Page, address: str) -> None:
    tab.goto(f"{address}/notices/04.docx")
    assert tab.locator(".paper table tr").count() > 3
    assert tab.locator(".paper table").get_by_role("cell").count() > 10


@pytest.mark.parametrize("width", [390, 1366, 1920])
def test_hostile_words_are_shown_and_break_nothing(tab: Page, address: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(f"{address}/notices")
    assert overflow(tab) <= 0
    tab.locator("tr", has_text="报送总结").get_by_role("link").first.click()
    assert tab.title() != "!"
    assert tab.locator(".paper img, .notice-head img").count() == 0
    assert overflow(tab) <= 0
    tab.locator(".paper a.time").first.click()
    tab.get_by_role("link", name="在台账里看").wait_for()
    assert overflow(tab) <= 0
