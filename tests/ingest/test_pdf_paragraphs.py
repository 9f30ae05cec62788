"""Printed lines become paragraphs by where they stand, on one page and over the page break."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf_files import LEFT, PITCH, RIGHT, SIZE, TOP, body, both, centred, lines, text, wrapped

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

FIRST = "各区县、各有关部门要在年底前完成自查整改，并将整改情况和下一步打算书面报送领导小组办公室汇总。"
SECOND = "领导小组办公室要对报送情况逐项核对，对进度缓慢的单位及时提醒，对弄虚作假的予以通报批评。"
NUMBER = "到年底全市新建改建农村公路要达到一千公里以上，其中一季度完成投资共计12345万元并全部开工。"

JOINED = [
    pytest.param([FIRST], id="一段"),
    pytest.param([FIRST, SECOND], id="两段"),
    pytest.param([FIRST, "一、总体要求", SECOND], id="标题自成一段"),
    pytest.param([FIRST, "（一）强化责任落实", SECOND, "1.第一条", "2.第二条"], id="各级标题"),
    pytest.param([NUMBER, SECOND], id="数字"),
]


@pytest.mark.parametrize("paragraphs", JOINED)
def test_lines_are_joined_into_the_paragraphs_that_were_written(paragraphs: list[str]) -> None:
    rows = [row for paragraph in paragraphs for row in wrapped(paragraph)]
    assert lines(body(*rows)) == paragraphs


def test_a_number_at_the_beginning_of_a_line_is_no_item() -> None:
    words = "各区县自筹资金不足的部分，由市级财政统筹安排，每个村不超过1.5万元，于年底前拨付到位。"
    rows = wrapped(words, 31)
    assert rows[1].startswith("1.5万元")
    assert lines(body(*rows, *wrapped(SECOND, 31))) == [words, SECOND]


@pytest.mark.parametrize("cut", range(1, 6))
def test_a_paragraph_goes_on_over_the_page_break_and_its_number(cut: int) -> None:
    rows = [*wrapped(FIRST), *wrapped(SECOND), *wrapped(FIRST)]

    def number(page: int) -> object:
        return lambda canvas: centred(canvas, 50, f"— {page} —", 14)

    first = both(body(*rows[:cut], top=100 + PITCH * cut), number(1))  # type: ignore[arg-type]
    second = both(body(*rows[cut:]), number(2))  # type: ignore[arg-type]
    assert lines(first, second) == [FIRST, SECOND, FIRST]


def test_a_full_last_line_ends_its_paragraph_before_an_indent() -> None:
    full = "市级各部门要按照职责分工抓好落实，每月底报送一次进展情况和存在的问题并附佐证材料。"
    assert len(wrapped(full)[-1]) < 28
    full = full[:-1] + "的复印件，逾期不报的予以通报。"[: 28 - len(wrapped(full)[-1])] + "。"
    rows = [*wrapped(full), *wrapped(SECOND)]
    assert lines(body(*rows)) == [full, SECOND]


def test_without_indents_a_short_last_line_ends_the_paragraph() -> None:
    def flush(paragraph: str) -> list[str]:
        return [paragraph[start : start + 28] for start in range(0, len(paragraph), 28)]

    rows = [*flush(FIRST), *flush(SECOND), "一、组织领导", *flush(FIRST)]
    assert lines(body(*rows)) == [FIRST, SECOND, "一、组织领导", FIRST]


TITLES = [
    pytest.param(["云山市教育局关于印发《中小学校园", "安全工作方案》的通知"], id="书名号未闭"),
    pytest.param(["关于开展城乡居民生活垃圾", "分类投放和清运情况", "专项检查的通知"], id="三行"),
    pytest.param(["关于做好2024年度农村饮水工程", "2023年度结转项目验收工作的通知"], id="行首年份"),
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("size", [pytest.param(22, id="二号"), pytest.param(SIZE + 2, id="小二")])
def test_a_title_of_several_lines_is_one_line(title: list[str], size: float) -> None:
    def head(canvas: Canvas) -> None:
        for index, row in enumerate(title):
            centred(canvas, TOP - index * 1.4 * size, row, size)

    page = both(head, body("各区教育局：", *wrapped(FIRST), top=620))
    assert lines(page) == ["".join(title), "各区教育局：", FIRST]


def test_title_recipients_signature_and_date_stand_alone() -> None:
    def frame(canvas: Canvas) -> None:
        centred(canvas, TOP, "关于开展安全检查的通知", 22)
        text(canvas, RIGHT - 9 * SIZE, 380, "云山市应急管理局")
        text(canvas, RIGHT - 9 * SIZE, 350, "2024年3月15日")

    page = both(frame, body("各区应急管理局：", *wrapped(FIRST), top=700))
    ends = ["云山市应急管理局", "2024年3月15日"]
    assert lines(page) == ["关于开展安全检查的通知", "各区应急管理局：", FIRST, *ends]


def test_a_hanging_list_of_attachments_keeps_its_items_whole() -> None:
    def page(canvas: Canvas) -> None:
        body(*wrapped(FIRST))(canvas)
        text(canvas, LEFT + 2 * SIZE, 600, "附件：1.云山市农村饮水工程建设和运行管理情况分类统计")
        text(canvas, LEFT + 6 * SIZE, 570, "表")
        text(canvas, LEFT + 5 * SIZE, 540, "2.联系方式")

    assert lines(page) == [FIRST, "附件：1.云山市农村饮水工程建设和运行管理情况分类统计表", "2.联系方式"]


def test_a_signature_close_below_the_last_attachment_stands_alone() -> None:
    def page(canvas: Canvas) -> None:
        body(*wrapped(FIRST))(canvas)
        text(canvas, LEFT + 2 * SIZE, 600, "1.云山市农村饮水工程建设和运行管理情况分类统计")
        text(canvas, RIGHT - 6 * SIZE, 576, "建设处")

    assert lines(page)[1:] == ["1.云山市农村饮水工程建设和运行管理情况分类统计", "建设处"]


def test_an_attachment_begins_a_paragraph_even_after_a_full_line() -> None:
    assert lines(body(*wrapped(FIRST)[:1]), body("附件1", *wrapped(SECOND)))[1:] == ["附件1", SECOND]


def test_latin_words_keep_a_blank_over_the_line_break_and_addresses_none() -> None:
    rows = wrapped("请登录学习平台下载学习资料，软件名称为 Open", 28)
    assert len(rows) == 1
    page = body(rows[0], "Reader 的最新版本，" + "安装后按提示完成注册并学习", "\u3000\u3000完毕。")
    assert lines(page)[0].startswith("请登录学习平台下载学习资料，软件名称为Open Reader的最新版本")


def test_a_footnote_comes_after_the_paragraph_that_it_would_part() -> None:
    rows = [*wrapped(FIRST), *wrapped(SECOND)]

    def note(canvas: Canvas) -> None:
        text(canvas, LEFT, 60, "① 指本市行政区域内的农村公路。", 10)

    first = both(body(*rows[:3], top=200), note)
    assert lines(first, body(*rows[3:])) == [FIRST, SECOND, "①指本市行政区域内的农村公路。"]


def test_a_page_of_two_lines_of_two_sizes_is_read() -> None:
    """The median of their sizes is the size of neither."""

    def draw(canvas: Canvas) -> None:
        text(canvas, 80, 700, "云岭市水务局文件关于检查的通知", 12)
        text(canvas, 80, 600, "请于六月", 45)

    assert lines(draw) == ["云岭市水务局文件关于检查的通知", "请于六月"]


def test_a_last_page_of_few_lines_has_the_margins_of_the_document() -> None:
    def last(canvas: Canvas) -> None:
        text(canvas, LEFT + 2 * SIZE, 760, "联系人：市统计局法规科周某")
        text(canvas, LEFT + 13 * SIZE, 730, "二〇二四年五月三十一日")
        text(canvas, LEFT + 2 * SIZE, 700, "主题词：统计 调查 通知")

    found = lines(body(*wrapped(FIRST), *wrapped(SECOND)), last)
    assert found[-3:] == ["联系人：市统计局法规科周某", "二〇二四年五月三十一日", "主题词：统计 调查 通知"]


def test_an_item_under_a_label_line_that_fills_its_line_is_no_continuation() -> None:
    label = "责任单位：" + "各区教育局、" * 4 + "市体育局"
    assert lines(body(*wrapped(FIRST), *wrapped(label, 30), "二、加强督查。")) == [FIRST, label, "二、加强督查。"]


def test_a_line_ends_early_where_a_bracket_and_what_it_opens_had_no_room() -> None:
    rows = ["督查阶段自四月份起到年底前全部完成，此后每个乡", "（镇）人民政府每季度组织一次检查，做到不留死角。"]

    def page(canvas: Canvas) -> None:
        text(canvas, LEFT + 2.4 * SIZE, TOP, rows[0])
        body(rows[1], *wrapped(FIRST), *wrapped(SECOND), top=TOP - PITCH)(canvas)

    assert lines(page)[0] == "".join(rows)
