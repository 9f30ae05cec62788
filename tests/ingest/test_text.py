"""Text files: web pages around a notice, repeated titles, lost line breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes
from extractor.model.problem import Problem

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

BODY = (
    "各县区教育局：\n请各单位于6月底前报送自查报告，联系电话另行通知，逾期不再受理。\n"
    "云海市教育局\n2025年3月4日\n"
)
TITLE = "云海市教育局关于开展检查的通知\n"

PAGES = [
    pytest.param(
        f"设为首页\n网站地图\n通知公告\n来源：办公室\n{TITLE}{BODY}",
        TITLE + BODY,
        4,
        id="页首导航",
    ),
    pytest.param(f"首页\n机构\n信息公开\n专题专栏\n{TITLE}{BODY}", TITLE + BODY, 4, id="栏目之间的短行"),
    pytest.param(
        f"{TITLE}2025-03-05 10:20\n来源：办公室\n字体：\n大\n中\n小\n{BODY}",
        TITLE + BODY,
        6,
        id="发布时间",
    ),
    pytest.param(
        f"{TITLE}{BODY}责任编辑：张三\n扫一扫在手机打开\n联系我们\n京ICP备1号",
        TITLE + BODY,
        4,
        id="页脚",
    ),
    pytest.param(f"{TITLE}{BODY}上一篇：关于放假的通知\n版权所有：云海市", TITLE + BODY, 2, id="上一篇"),
    pytest.param(
        f"{TITLE}{BODY}责任编辑：张三\n附件：\n1.清单.doc",
        f"{TITLE}{BODY}附件：\n1.清单.doc\n",
        1,
        id="夹在附件前",
    ),
    pytest.param(f"{TITLE}{TITLE}{TITLE}{BODY}", TITLE + BODY, 2, id="标题印三遍"),
    pytest.param(
        "关于〈甲〉(试行)的通知\n关于〈甲〉（试行）的通知\n" + BODY,
        "关于〈甲〉（试行）的通知\n" + BODY,
        1,
        id="标题括号不同",
    ),
    pytest.param(f"{TITLE}{BODY}— 1 —\n", TITLE + BODY, 1, id="页码"),
]
NOTICES = [
    pytest.param(TITLE + BODY, id="没有导航"),
    pytest.param("各科室：\n风险分三级：\n大\n中\n小\n请执行。\n", id="表格里的大中小"),
    pytest.param(
        "各科室：\n请提供作品来源：本人原创或者合作完成，来源不明的不予受理，一经发现取消资格。\n",
        id="正文里的来源",
    ),
    pytest.param("完成时限：2025年12月底前\n完成时限：2025年12月底前\n", id="标签相同"),
    pytest.param("各科室：\n12\n请执行。\n", id="单独的数字"),
]


@pytest.mark.parametrize(("raw", "text", "left_out"), PAGES)
def test_what_belongs_to_the_page_is_left_out(raw: str, text: str, left_out: int, book: RuleBook) -> None:
    source = read_bytes(raw.encode(), "a.txt", book)
    assert source.text == text
    assert source.problems == (Problem("navigation-left-out", None, "info", (("count", str(left_out)),)),)


@pytest.mark.parametrize("text", NOTICES)
def test_a_notice_loses_nothing(text: str, book: RuleBook) -> None:
    source = read_bytes(text.encode(), "a.txt", book)
    assert (source.text, source.problems) == (text, ())


def test_the_only_date_of_a_page_is_kept(book: RuleBook) -> None:
    raw = f"{TITLE}2025-03-05 10:20\n来源：办公室\n附件：\n1.通知.doc\n"
    assert read_bytes(raw.encode(), "a.txt", book).text == f"{TITLE}2025-03-05 10:20\n附件：\n1.通知.doc\n"


def test_a_page_number_parts_no_sentence(book: RuleBook) -> None:
    raw = "一、开展检查。各单位要把隐患\n\n— 1 —\n\n排查清楚，逐项整改。\n"
    source = read_bytes(raw.encode(), "a.txt", book)
    assert source.text == "一、开展检查。各单位要把隐患排查清楚，逐项整改。\n"


ONE_LINE = (
    "云海市教育局关于开展检查的通知各县区教育局，市直学校:为消除安全隐患，现就有关事项通知如下。一、检查范围1.各县区教育局负责本行政区域内的"
    "检查，检查情况汇总后报送。2.市直学校要对照《学校安全检查办法》(见附件1，以下简称《办法》)逐项自查，经费不超过1.5万元。3.2025年3月11日前，"
    "请各单位报送自查报告(包括1.基本情况、2.存在问题)。二、检查要求（一）压实责任。一、二级响应期间要专人值守，主要负责人要亲自部署。（二）严肃纪律。"
    + "检查人员要严格遵守纪律，不得向被检查单位提出与检查无关的要求，检查结果要客观、真实、完整。" * 5
    + "附件:1.学校安全检查办法2.自查报告格式云海市教育局2025年3月4日附件1学校安全检查办法为规范检查，"
    "制定本办法。附件2自查报告格式填写说明1.单位名称要填全称。2.联系人要填姓名。"
)


def test_a_text_without_line_breaks_gets_them_back(book: RuleBook) -> None:
    beginnings = [line[:12] for line in read_bytes(ONE_LINE.encode(), "a.txt", book).text.splitlines()]
    assert beginnings == [
        "云海市教育局关于开展检查", "各县区教育局，市直学校:", "为消除安全隐患，现就有关",
        "一、检查范围", "1.各县区教育局负责本行", "2.市直学校要对照《学校", "3.2025年3月11日",
        "二、检查要求", "（一）压实责任。一、二级", "（二）严肃纪律。检查人员",
        "附件:1.学校安全检查办", "2.自查报告格式", "云海市教育局", "2025年3月4日",
        "附件1学校安全检查办法", "为规范检查，制定本办法。", "附件2自查报告格式",
        "填写说明", "1.单位名称要填全称。", "2.联系人要填姓名。",
    ]  # fmt: skip


RUN_TOGETHER = [
    pytest.param(
        "1.开展自查。（责任单位：安全处）2.开展抽查。",
        ["1.开展自查。（责任单位：安全处）", "2.开展抽查。"],
        id="标注之后",
    ),
    pytest.param(
        "（一）自查。各单位自查。（二）抽查。",
        ["（一）自查。各单位自查。", "（二）抽查。"],
        id="接着编号",
    ),
    pytest.param(
        "二、重点任务（一）扩大供给1.建设机构。2.推动办托。\n（二）提高质量",
        ["二、重点任务", "（一）扩大供给", "1.建设机构。", "2.推动办托。", "（二）提高质量"],
        id="标题之后",
    ),
    pytest.param(
        "任务艰巨，须加强领导。（一）各局要带头。（二）各科要落实。",
        ["任务艰巨，须加强领导。", "（一）各局要带头。", "（二）各科要落实。"],
        id="句号之后的列举",
    ),
    pytest.param(
        "一、规范管理\n（一）建章。\n（二）立制。\n二、加强监督（三）巡察。\n（四）审计。",
        ["一、规范管理", "（一）建章。", "（二）立制。", "二、加强监督", "（三）巡察。", "（四）审计。"],
        id="编号跨节连续",
    ),
    pytest.param(
        "2.5月20日前分组。3.6月3日前答辩。4.上报成绩。",
        ["2.5月20日前分组。", "3.6月3日前答辩。", "4.上报成绩。"],
        id="编号后是日期",
    ),
    pytest.param(
        "有关事项如下： 一、时间 下午三点。 二、参会人员 （一）各局领导； （二）各科科长。 三、其他 准时到会。",
        [
            "有关事项如下：", "一、时间 下午三点。", "二、参会人员",
            "（一）各局领导；", "（二）各科科长。", "三、其他 准时到会。",
        ],
        id="整份通知成一行",
    ),
    pytest.param("1.开展自查。投入1.5万元。3.开展抽查。", None, id="编号不连续"),
    pytest.param("二、第三轮巡察（一）组", None, id="括号里的数不是编号"),
    pytest.param("主要任务：1.自查。2.抽查。", None, id="短段内的列举"),
    pytest.param("1.执行《办法》（见1.总则。2.分则）。", None, id="括号之内"),
]


@pytest.mark.parametrize(("raw", "parts"), RUN_TOGETHER)
def test_an_item_that_runs_on_is_broken_off(raw: str, parts: list[str] | None, book: RuleBook) -> None:
    assert read_bytes(raw.encode(), "a.txt", book).text.splitlines() == (parts or [raw])


BREAKS = [
    pytest.param("甲。\r\n乙。\r丙。\n丁。", [1, 2, 3, 4], id="三种换行"),
    pytest.param("甲。\v乙。\u2028丙。\x85丁。", [1, 1, 1, 1], id="行内换行"),
]


@pytest.mark.parametrize(("raw", "lines"), BREAKS)
def test_lines_have_the_numbers_of_the_file(raw: str, lines: list[int], book: RuleBook) -> None:
    source = read_bytes(raw.encode(), "a.txt", book)
    assert source.text == "甲。\n乙。\n丙。\n丁。\n"
    assert [(source.place_at(offset) or source.places[0]).line for offset in (0, 3, 6, 9)] == lines


def test_a_form_feed_begins_a_page(book: RuleBook) -> None:
    source = read_bytes("甲。\f乙。\n\f丙。".encode(), "a.txt", book)
    assert [source.page_at(offset) for offset in (0, 3, 6)] == [1, 2, 3]
