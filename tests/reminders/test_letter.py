"""The letter, read back: its words, its order, and the form that GB/T 9704-2012 asks for."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table

from extractor.export.letter.content import Letter, letter
from extractor.export.letter.page import letter_bytes
from extractor.export.letter.wording import signature_indents
from extractor.store.questions.tasks.duties import Issue
from tests.reminders.given import ISSUED, duty, every, on, task, time

if TYPE_CHECKING:
    from docx.document import Document

    from extractor.model.notice import Role
    from extractor.model.record import DeadlineRecord
    from extractor.store.questions.tasks.duties import Duty

DAY = dt.date(2024, 7, 3)
DUTIES = [
    duty(task(on("2024-06-30", "6月底前"), name="a1"), status="进行中"),
    duty(task(on("2024-07-10", "7月10日前"), name="a2")),
    duty(task(time("ongoing", "长期坚持"), name="a3")),
    duty(task(name="a4")),
    duty(task(on("2024-06-01"), name="a5"), status="已完成"),
    duty(task(every("month", "25", "每月25日前"), name="a6")),
    duty(task(on("2024-08-31", "8月底前"), on("2024-06-15", "6月15日前"), name="a7")),
    duty(task(on("2024-06-01"), name="b1")),
]
ROLES: dict[str, list[Role]] = {
    "a1": ["lead"], "a2": ["support"], "a3": ["responsible"], "a4": ["actor"], "a5": ["lead"],
    "a6": ["lead", "person"], "a7": ["responsible"],
}  # fmt: skip


def written(within: dt.date | None = None, duties: list[Duty] | None = None) -> Letter:
    return letter("组织部", DUTIES if duties is None else duties, ROLES, DAY, within)


def opened(one: Letter, issuer: str = "") -> Document:
    return docx.Document(io.BytesIO(letter_bytes(one, issuer)))


def words(document: Document) -> list[str]:
    """Paragraphs and rows in the order of the page."""
    found = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            found += ["|".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            found.append(block.text)
    return found


SOURCE = "《关于开展清理工作的通知》（甲校〔2024〕3号）一、（二）"


def test_the_whole_letter() -> None:
    assert words(opened(written(), "甲校党委办公室")) == [
        "关于抓紧办理未办结任务的提醒函",
        "组织部：",
        (
            "经梳理任务台账，截至2024年7月3日，你单位有6项任务尚未办结，"
            "其中已超过时限2项，2024年7月17日前到期1项。现提醒如下。"
        ),
        "一、未办结的任务",
        "（一）已超过时限的任务（2项）",
        "序号|任务事项|角色|完成时限|依据文件|当前状态",
        f"1|事项a7|负责|6月15日前（2024年6月15日）|{SOURCE}|已超期18天",
        f"2|事项a1|牵头|6月底前（2024年6月30日）|{SOURCE}|已超期3天，进行中",
        "（二）即将到期的任务（1项）",
        "序号|任务事项|角色|完成时限|依据文件|当前状态",
        f"1|事项a2|配合|7月10日前（2024年7月10日）|{SOURCE}|还有7天",
        "（三）其他未办结的任务（3项）",
        "序号|任务事项|角色|完成时限|依据文件|当前状态",
        f"1|事项a3|负责|长期坚持|{SOURCE}|",
        f"2|事项a4|承办|未写明|{SOURCE}|",
        f"3|事项a6|牵头、责任人|每月25日前（2024年7月25日）|{SOURCE}|还有22天",
        "二、有关要求",
        (
            "请对照上表逐项核实。已经办结的，请反馈办结时间和结果；尚未办结的，请明确责任人和完成时间，抓紧办理；"
            "确需调整时限或者责任单位的，请说明理由。"
        ),
        "",
        "甲校党委办公室",
        "2024年7月3日",
    ]


def test_within_a_time_only_what_presses() -> None:
    one = written(dt.date(2024, 7, 25))
    titles = [line.title for line in (*one.overdue, *one.due_soon, *one.other)]
    assert titles == ["事项a7", "事项a1", "事项a2", "事项a6"]


def test_nothing_left_to_do_is_no_letter() -> None:
    assert written(duties=[DUTIES[4], DUTIES[7]]).total == 0


@pytest.mark.parametrize(
    ("given_time", "issue", "shown"),
    [
        pytest.param(on("2024-07-10", "2024年7月10日前"), Issue(ISSUED, "", "甲"), "2024年7月10日前", id="已写明"),
        pytest.param(time("relative", "印发后130日内", after="印发", within="130d"), Issue(ISSUED, "", "甲"),
                     "印发后130日内（2024年7月9日）", id="算出的日期"),
        pytest.param(time("relative", "会后3日内", after="会", within="3d"), Issue(ISSUED, "", "甲"), "会后3日内",
                     id="算不出的"),
    ],
)  # fmt: skip
def test_a_time_is_shown_with_its_day(given_time: DeadlineRecord, issue: Issue, shown: str) -> None:
    one = written(duties=[duty(task(given_time, name="a1"), issue)])
    assert [line.time for line in (*one.due_soon, *one.other)] == [shown]


def test_without_a_title_the_file_is_the_source() -> None:
    (line,) = written(duties=[duty(task(on("2024-06-30"), name="a1"), Issue())]).overdue
    assert line.source == "2024/清理.txt一、（二）"


def test_paper_and_margins() -> None:
    document = opened(written())
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.bottom_margin,
             section.left_margin, section.right_margin)  # fmt: skip
    # Word keeps lengths in twentieths of a point: less than a hundredth of a millimetre is lost.
    assert [round(each.mm) for each in sizes if each] == [210, 297, 37, 35, 28, 26]
    widths = [column.width for column in document.tables[0].columns]
    assert sum(each for each in widths if each) == pytest.approx(Mm(156), abs=Mm(1) / 10)


@pytest.mark.parametrize(
    ("text", "family", "size", "line"),
    [
        pytest.param("关于抓紧办理", "方正小标宋简体", 22, 32, id="标题"),
        pytest.param("组织部：", "仿宋_GB2312", 16, 28, id="主送"),
        pytest.param("经梳理", "仿宋_GB2312", 16, 28, id="正文"),
        pytest.param("一、", "黑体", 16, 28, id="一级标题"),
        pytest.param("（一）", "楷体_GB2312", 16, 28, id="二级标题"),
        pytest.param("2024年7月3日", "仿宋_GB2312", 16, 28, id="成文日期"),
    ],
)
def test_fonts_and_sizes(text: str, family: str, size: int, line: int) -> None:
    paragraph = next(each for each in opened(written()).paragraphs if each.text.startswith(text))
    (run,) = paragraph.runs
    (fonts,) = run._r.iter(qn("w:rFonts"))  # noqa: SLF001 - python-docx shows no East Asian font
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia")} == {family}
    assert (run.font.size, paragraph.paragraph_format.line_spacing) == (Pt(size), Pt(line))


def test_the_title_is_in_the_middle_and_paragraphs_begin_two_characters_in() -> None:
    title, recipient, opening, *_ = opened(written()).paragraphs
    assert title.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert [each.paragraph_format.first_line_indent for each in (recipient, opening)] == [Pt(0), Pt(32)]


def test_page_numbers_stand_at_the_outer_edge() -> None:
    document = opened(written())
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    footers = (section.footer, WD_ALIGN_PARAGRAPH.RIGHT), (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)
    for footer, side in footers:
        (paragraph,) = footer.paragraphs
        (field,) = paragraph._p.findall(qn("w:fldSimple"))  # noqa: SLF001 - python-docx has no fields
        assert "".join(text.text or "" for text in paragraph._p.iter(qn("w:t"))) == "— 1 —"  # noqa: SLF001
        assert (field.get(qn("w:instr")), paragraph.alignment) == (" PAGE ", side)


def test_the_head_of_a_table_comes_again_and_no_row_is_broken() -> None:
    head, *rows = opened(written()).tables[0].rows
    assert list(head._tr.iter(qn("w:tblHeader")))  # noqa: SLF001 - python-docx knows no such marks
    assert all(list(row._tr.iter(qn("w:cantSplit"))) for row in (head, *rows))  # noqa: SLF001


@pytest.mark.parametrize(
    ("issuer", "day", "indents"),
    [
        pytest.param("甲市人民政府办公室", "2024年7月3日", (2, 3), id="单位长：日期右移二字"),
        pytest.param("组织部", "2024年12月31日", (8, 2), id="单位短：日期右空二字"),
        pytest.param("甲" * 7, "2024年7月3日", (3, 2), id="只差一字"),
    ],
)
def test_signature_and_date_stand_as_the_standard_says(issuer: str, day: str, indents: tuple[float, float]) -> None:
    assert signature_indents(issuer, day) == indents
    starts = [indent + sum(0.5 if each.isascii() else 1 for each in text)
              for indent, text in zip(indents, (issuer, day), strict=True)]  # fmt: skip
    assert starts[0] - starts[1] == 2


def test_who_signs_may_be_left_open() -> None:
    assert words(opened(written()))[-2] == "\u00d7\u00d7\u00d7"


def test_no_words_of_a_notice_break_the_file() -> None:
    hostile = "甲\x00\x0b\x1b[2J\ud800\ufffe<b>&\r\n乙"
    record = task(on("2024-06-30", hostile), name="a1")
    record["title"] = hostile
    one = letter(hostile, [duty(record, Issue(None, hostile, hostile), status=hostile)], {"a1": ["lead"]}, DAY, None)
    text = words(opened(one, hostile))
    assert text[1] == "甲 [2J<b>& 乙："
    assert text[6].split("|")[1] == "甲 [2J<b>& 乙"


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert letter_bytes(written(), "甲") == letter_bytes(written(), "甲")
    properties = opened(written(), "甲").core_properties
    assert (properties.title, properties.author, properties.created) == (
        "关于抓紧办理未办结任务的提醒函", "甲", dt.datetime(2024, 7, 3, 9, tzinfo=dt.UTC),
    )  # fmt: skip
