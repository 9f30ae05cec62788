"""The workbook on paper, as LibreOffice prints it: nothing cut off, no ####, no empty page."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from extractor.export.workbook.contents import WorkbookContents
from extractor.export.workbook.heights import height, lines
from tests.export.workbook.rows import notice, owned, task, written

if TYPE_CHECKING:
    from pathlib import Path

LONG = "组织各县区和市直学校逐校开展隐患排查，对发现的问题建立清单、明确责任人和整改时限，逐项整改到位并报送结果。"
TITLE = "甲市教育局关于印发《中小学校园安全隐患排查整治专项行动实施方案（2026—2028年）》的通知"
ROWS = [
    task(number, 任务事项=f"{LONG}（{number}）", 责任单位="安全科、基础教育科、职业教育与成人教育科、发展规划科",
         截止日期="2026-06-30 16:00" if number % 2 else "2020-06-30", 文件标题=TITLE, 进展情况=LONG * 4)
    for number in range(1, 31)
]  # fmt: skip
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each page, without layout."""
    folder = tmp_path_factory.mktemp("printed")
    contents = WorkbookContents(ROWS, [notice(标题=TITLE)], {"a00001": ("assumed",)}, owned(ROWS))
    (folder / "tasks.xlsx").write_bytes(written(contents)[0])
    return printed(folder / "tasks.xlsx")


def printed(path: Path) -> list[str]:
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, timeout=180, capture_output=True)
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as document:
        return [re.sub(r"\s+", "", page.get_textpage().get_text_bounded()) for page in document]


@needs_office
def test_no_page_is_empty_and_each_has_its_number(pages: list[str]) -> None:
    assert len(pages) >= 7
    for number, page in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in page
        assert len(page) > 60


@needs_office
def test_nothing_is_printed_as_number_signs(pages: list[str]) -> None:
    assert [page for page in pages if "###" in page] == []


@needs_office
def test_every_word_of_a_task_is_printed_whole(pages: list[str]) -> None:
    text = "".join(pages)
    assert [row["序号"] for row in ROWS if f"{LONG}（{row['序号']}）" not in text] == []
    assert text.count(LONG * 4) >= 2 * len(ROWS)


@needs_office
def test_every_page_of_a_sheet_bears_its_header(pages: list[str]) -> None:
    ledger = [page for page in pages if page.startswith("任务台账全部任务") or "任务台账全部任务" in page]
    assert len(ledger) > 1
    assert all("序号任务事项牵头单位" in page for page in ledger)


@needs_office
def test_what_is_overdue_is_worked_out_when_the_workbook_is_opened(pages: list[str]) -> None:
    (progress,) = [page for page in pages if "全部任务300300" in page]
    counted = re.search(r"全部任务300300(\d+)0\.0%", progress)
    assert counted
    assert int(counted[1]) in {15, 30}  # half of the tasks were due in 2020, the other half is due in 2026


HEIGHTS = [
    pytest.param([("甲", 10.0)], 17.7, id="一行"),
    pytest.param([("甲" * 5, 10.0)], 32.4, id="两行"),
    pytest.param([("甲\n乙\n丙", 10.0)], 47.1, id="换行"),
    pytest.param([("甲", 10.0), ("甲" * 30, 20.0)], 61.8, id="最高的一格"),
    pytest.param([("甲" * 9999, 10.0)], 409.0, id="最高"),
    pytest.param([("", 10.0)], 17.7, id="空"),
]


@pytest.mark.parametrize(("cells", "points"), HEIGHTS)
def test_a_row_is_as_high_as_its_longest_words(cells: list[tuple[str, float]], points: float) -> None:
    assert height(cells) == pytest.approx(points)


def test_a_wider_column_takes_no_more_lines() -> None:
    taken = [lines(LONG, width) for width in range(4, 60)]
    assert taken == sorted(taken, reverse=True)


def test_a_row_fits_itself_anew_when_somebody_edits_it() -> None:
    with zipfile.ZipFile(io.BytesIO(written(WorkbookContents(ROWS))[0])) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r'<row r="2" ht="[0-9.]+">', sheet)
    assert "customHeight" not in sheet
