"""What of a paragraph's XML is printed, and what is not."""

from __future__ import annotations

import pytest

from extractor.ingest.docx.file import read_docx
from tests.ingest.docx_files import (
    FIELD,
    WORD,
    field,
    instruction,
    lines,
    package,
    paragraph,
    part,
    run,
    style,
    wrapped,
)


def box(*texts: str) -> str:
    return f"<w:txbxContent>{''.join(paragraph(text) for text in texts)}</w:txbxContent>"


def alternative(new: str, old: str) -> str:
    return (
        '<mc:AlternateContent><mc:Choice Requires="x">'
        f"<w:drawing><x:shape>{new}</x:shape></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><x:rect>{old}</x:rect></w:pict></mc:Fallback></mc:AlternateContent>"
    )


PRINTED = [
    pytest.param(run("关于") + run("报送总结的通知"), ["关于报送总结的通知"], id="分段的文字"),
    pytest.param(run("请于") + "<w:r><w:br/></w:r>" + run("周五前报送"), ["请于", "周五前报送"], id="软回车"),
    pytest.param(run("请于") + "<w:r><w:cr/></w:r>" + run("周五前报送"), ["请于", "周五前报送"], id="回车符"),
    pytest.param(
        run("市文旅局") + "<w:r><w:tab/></w:r>" + run("市教育局"), ["市文旅局 市教育局"], id="制表符"
    ),
    pytest.param(
        run("2024") + "<w:r><w:noBreakHyphen/></w:r>" + run("2026"), ["2024-2026"], id="不间断连字符"
    ),
    pytest.param(run("通") + "<w:r><w:softHyphen/></w:r>" + run("知"), ["通知"], id="软连字符"),
    pytest.param(
        '<w:r><w:sym w:font="Wingdings" w:char="F082"/></w:r>' + run("报名"), ["②报名"], id="符号字体带圈数字"
    ),
    pytest.param(
        '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>' + run("已办结"),
        ["☑已办结"],
        id="符号字体方框",
    ),
    pytest.param(
        '<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>' + run("报名"), ["①报名"], id="普通字体符号"
    ),
    pytest.param(
        '<w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r>' + run("报名"), ["报名"], id="无对应字符"
    ),
    pytest.param('<w:r><w:sym w:font="Wingdings" w:char="zz"/></w:r>' + run("报名"), ["报名"], id="错误代码"),
    pytest.param(run("保留") + wrapped("ins", run("新增")), ["保留新增"], id="修订插入"),
    pytest.param(
        run("保留") + wrapped("del", "<w:r><w:delText>删去</w:delText></w:r>"), ["保留"], id="修订删除"
    ),
    pytest.param(run("保留") + wrapped("moveFrom", run("移走")), ["保留"], id="修订移出"),
    pytest.param(run("保留") + wrapped("moveTo", run("移来")), ["保留移来"], id="修订移入"),
    pytest.param(run("保留") + run("隐藏", "<w:vanish/>"), ["保留"], id="隐藏文字"),
    pytest.param(run("保留") + run("不隐藏", '<w:vanish w:val="0"/>'), ["保留不隐藏"], id="取消隐藏"),
    pytest.param(wrapped("hyperlink", run("见附件")), ["见附件"], id="超链接"),
    pytest.param(wrapped("smartTag", "<w:smartTagPr/>" + run("北山市")), ["北山市"], id="智能标记"),
    pytest.param(
        wrapped("sdt", "<w:sdtPr/>" + wrapped("sdtContent", run("2024年5月"))), ["2024年5月"], id="内容控件"
    ),
    pytest.param(
        wrapped("r", wrapped("ruby", wrapped("rt", run("běi")) + wrapped("rubyBase", run("北")))) + run("山"),
        ["北山"],
        id="拼音指南",
    ),
    pytest.param(field(instruction("PAGE"), run("3")) + run("页"), ["3页"], id="域结果"),
    pytest.param(field(instruction("PAGE"), None) + run("正文"), ["正文"], id="无结果的域"),
    pytest.param(
        field(instruction("IF ") + field(instruction("PAGE"), run("1")) + instruction(" = 1"), run("首页")),
        ["首页"],
        id="指令中的域",
    ),
    pytest.param(
        field(instruction("HYPERLINK"), run("见") + field(instruction("PAGE"), run("7")) + run("页")),
        ["见7页"],
        id="结果中的域",
    ),
    pytest.param('<w:fldSimple w:instr="DATE">' + run("5月6日") + "</w:fldSimple>", ["5月6日"], id="简单域"),
    pytest.param(field(instruction(r"eq \o\ac(○,3)"), None) + run("报名"), ["③报名"], id="带圈字符"),
    pytest.param(field(instruction(r"EQ \o\ac(○,") + instruction("31)"), None), ["㉛"], id="带圈字符31"),
    pytest.param(field(instruction(r"EQ \o\ac(○,甲)"), None) + run("方"), ["甲方"], id="带圈汉字"),
    pytest.param(field(instruction(r"EQ \f(1,2)"), None) + run("以上"), ["以上"], id="分数域"),
    pytest.param(run("见") + FIELD["end"] + run("下文"), ["见下文"], id="多余的域结束"),
    pytest.param(alternative(box("新版"), box("旧版")), ["新版"], id="文本框只取一次"),
    pytest.param(alternative("", box("旧版")), ["旧版"], id="新版无文字取旧版"),
    pytest.param(
        run("正文") + alternative(box("框一", "框二"), ""), ["正文", "框一", "框二"], id="文后文本框"
    ),
    pytest.param(alternative(box("框"), "") + run("正文"), ["框", "正文"], id="文前文本框"),
    pytest.param(run("&#x2F64;\u6237") + run("须知"), ["用户须知"], id="部首"),
    pytest.param("", [], id="空段"),
]


@pytest.mark.parametrize(("content", "expected"), PRINTED)
def test_a_paragraph_reads_as_printed(content: str, expected: list[str]) -> None:
    assert lines(paragraph("起") + paragraph(content))[1:] == expected


def test_content_controls_around_paragraphs_are_transparent() -> None:
    body = wrapped("sdt", "<w:sdtPr/>" + wrapped("sdtContent", paragraph("一段") + paragraph("二段")))
    assert lines(body) == ["一段", "二段"]


def test_a_field_that_is_never_closed_swallows_only_its_paragraph() -> None:
    assert lines(paragraph(FIELD["begin"] + run("指令")) + paragraph("下一段")) == ["下一段"]


def test_a_deleted_paragraph_end_joins_the_next_paragraph() -> None:
    ended = paragraph("前半句，", '<w:rPr><w:del w:id="1"/></w:rPr>')
    assert lines(ended + paragraph("后半句。") + paragraph("另一段")) == ["前半句，后半句。", "另一段"]


def test_a_deleted_end_before_nothing_keeps_its_words() -> None:
    assert lines(paragraph("末段", "<w:rPr><w:del/></w:rPr>")) == ["末段"]


def test_styles_hide_text_and_runs_may_show_it_again() -> None:
    styles = style("h", "<w:rPr><w:vanish/></w:rPr>") + style("d", based_on="h", kind="character")
    body = paragraph(run("隐") + run("显", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="h"/>') + paragraph(
        run("正文") + run("暗", '<w:rStyle w:val="d"/>')
    )
    assert lines(body, styles=styles) == ["显", "正文"]


def test_the_strict_namespace_is_read() -> None:
    data = part("document", f"<w:body>{paragraph('正文')}</w:body>")
    strict = data.replace(WORD.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read_docx(package({"word/document.xml": strict}), "甲.docx", "").text == "正文\n"


TITLES = [
    pytest.param(["关于开展校园食堂", "安全检查的通知"], ["关于开展校园食堂安全检查的通知"], id="两行"),
    pytest.param(
        ["云山县教育局", "关于印发《校园食堂", "管理办法（试行）》", "的通知"],
        ["云山县教育局", "关于印发《校园食堂管理办法（试行）》的通知"],
        id="机关名另起一行",
    ),
    pytest.param(["关于食堂的通知", "关于宿舍的通知"], ["关于食堂的通知", "关于宿舍的通知"], id="两个标题"),
    pytest.param(["联系人：周某", "电话：8600"], ["联系人：周某", "电话：8600"], id="没有标题"),
    pytest.param(["关于食堂：", "见所附通知"], ["关于食堂：", "见所附通知"], id="一句话"),
    pytest.param(["关于开展检查", "各学校"], ["关于开展检查", "各学校"], id="不以文种结尾"),
]


@pytest.mark.parametrize(("parts", "found"), TITLES)
def test_a_title_parted_by_soft_line_breaks_is_one_line(parts: list[str], found: list[str]) -> None:
    assert lines(paragraph("<w:r><w:br/></w:r>".join(map(run, parts)))) == found
