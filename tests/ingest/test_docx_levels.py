"""What a level of a list prints, as its XML defines it."""

from __future__ import annotations

import pytest

from tests.ingest.docx_files import definition, level, lines, number, numbered

LEVELS = [
    pytest.param(level(0, "decimal", "%1.", start=None), "0.甲", id="没有起始值"),
    pytest.param(level(0, "decimal", "%1.", more='<w:suff w:val="space"/>'), "1.甲", id="空格后缀"),
    pytest.param(level(0, "decimal", "第%1条"), "第1条 甲", id="制表符后缀"),
    pytest.param(level(0, "decimal", "第%1条", more='<w:suff w:val="nothing"/>'), "第1条甲", id="无后缀"),
    pytest.param(level(0, "chineseCounting", "%1-", more="<w:isLgl/>"), "1- 甲", id="正规编号"),
    pytest.param(level(0, "bullet", "●"), "● 甲", id="字符项目符号"),
    pytest.param(level(0, "bullet", "\uf06c"), "甲", id="私用区符号"),
    pytest.param(
        level(0, "bullet", "\uf06c", more="<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr>"),
        "● 甲",
        id="可换算的符号",
    ),
    pytest.param(level(0, "bullet", "o"), "甲", id="充作符号的字母"),
    pytest.param(level(0, "bullet", "●", more='<w:lvlPicBulletId w:val="0"/>'), "甲", id="图片符号"),
    pytest.param(level(0, "none", ""), "甲", id="无编号"),
    pytest.param(
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice></mc:AlternateContent>'
        '<w:lvlText w:val="%1号"/></w:lvl>',
        "007号 甲",
        id="自定义格式",
    ),
    pytest.param(
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>', "1.甲", id="没有格式"
    ),
    pytest.param('<w:lvl w:ilvl="x"><w:lvlText w:val="%1."/></w:lvl>', "甲", id="级别写错"),
]


@pytest.mark.parametrize(("defined", "expected"), LEVELS)
def test_a_level_prints_its_label(defined: str, expected: str) -> None:
    assert lines(numbered("甲"), numbering=definition(0, defined) + number(1, 0)) == [expected]
