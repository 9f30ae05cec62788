"""One line of text is mended: blanks of the layout go, blanks that part words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.ingest.repair import clean_line

REPAIRED = [
    pytest.param("各部门在 2025 年 3 月底前完成", "各部门在2025年3月底前完成", id="数字两边的空格"),
    pytest.param("2 0 2 2 年 5 月 1 2 日", "2022年5月12日", id="逐字隔开的日期"),
    pytest.param("20 25 年", "2025年", id="年份断开"),
    pytest.param("\uff13 月 底前报送", "\uff13月底前报送", id="全角数字"),
    pytest.param("2020 . 6 . 30", "2020.6.30", id="点分日期"),
    pytest.param("下午 4 : 30 前", "下午4:30前", id="钟点"),
    pytest.param("附  件 1", "附件1", id="附件"),
    pytest.param("通 知", "通知", id="两字文种"),
    pytest.param("云 海 市 人 民 政 府 文 件", "云海市人民政府文件", id="红头拉开"),
    pytest.param("档案 总馆 办 公室", "档案总馆办公室", id="夹单字的红头"),
    pytest.param("云 海 市  青 山 县", "云海市 青山县", id="宽窄两种间隔"),
    pytest.param("二 〇 二 五 年 一 月 六 日", "二〇二五年一月六日", id="汉字日期"),
    pytest.param("二〇二五年 一月 六日", "二〇二五年一月六日", id="汉字日期分段"),
    pytest.param(
        " 云办发〔2020〕6号              签发人：马  远",
        "云办发〔2020〕6号 签发人：马远",
        id="签发人",
    ),
    pytest.param("王小明  马  远", "王小明 马远", id="两字姓名与三字姓名"),
    pytest.param("市教育局   市财政局", "市教育局 市财政局", id="两个署名"),
    pytest.param("市教育局､市财政局负责｡", "市教育局、市财政局负责。", id="半角句号和顿号"),
    pytest.param("市教育局　　　　2020年6月4日", "市教育局 2020年6月4日", id="署名与日期同行"),
    pytest.param("联系人：张三 010-12345678", "联系人：张三 010-12345678", id="姓名与电话"),
    pytest.param("传　　真： 010-12345678", "传真：010-12345678", id="冒号后的电话"),
    pytest.param("1. 加强管理", "1.加强管理", id="编号后的空格"),
    pytest.param("1. 2023年工作", "1. 2023年工作", id="编号后是年份"),
    pytest.param("（ 一 ） 总体要求", "（一）总体要求", id="括号编号"),
    pytest.param("责任部门: 组织处，办公室 ", "责任部门:组织处，办公室", id="半角冒号"),
    pytest.param("第一章　总　则", "第一章 总则", id="章名"),
    pytest.param("关于做好报送工作的 通 知", "关于做好报送工作的通知", id="标题换行处"),
    pytest.param("使用 Open Source 软件", "使用Open Source软件", id="英文词间"),
    pytest.param("⾰命⽂物⻔户", "革命文物门户", id="部首字"),
    pytest.param("工\u00ad作\u200b要\ufeff求", "工作要求", id="看不见的字符"),
    pytest.param("\u00a0\u3000工作要求\t", "工作要求", id="各种空格"),
    pytest.param("工作\x07要求\x00", "工作要求", id="控制字符"),
    pytest.param("", "", id="空行"),
]


@pytest.mark.parametrize(("raw", "repaired"), REPAIRED)
def test_a_line_reads_as_it_was_meant(raw: str, repaired: str) -> None:
    assert clean_line(raw) == repaired


LINES = st.text(alphabet="市办通知张三一十年月日的（）。：，、〔〕2016.-: \u3000\u00ad Ab⾰", max_size=40)


@given(LINES)
def test_cleaning_a_clean_line_changes_nothing(raw: str) -> None:
    assert clean_line(clean_line(raw)) == clean_line(raw)


@given(LINES)
def test_only_blanks_and_invisible_characters_are_lost(raw: str) -> None:
    lost = str.maketrans("⾰", "革", " \u3000\u00ad")
    assert clean_line(raw).replace(" ", "") == raw.translate(lost)


@pytest.mark.parametrize("unit", ["1-", "1 2 ", "工 作 ", "办 公厅 ", "汉", "王小明 马 远 "])
def test_a_very_long_line_is_cleaned_in_no_time(unit: str) -> None:
    assert len(clean_line("电话 " + unit * 50_000)) > 50_000
