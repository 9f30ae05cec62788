"""What stands in a page is read as the page shows it: paragraphs, lines, numbers of lists, nothing hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes
from extractor.model.problem import Problem
from tests.ingest.html_pages import lines_of

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

PARAGRAPHS = [
    pytest.param("<p>甲。</p><p>乙。</p>", ["甲。", "乙。"], id="段落"),
    pytest.param("<p>甲。<p>乙。<p>丙。", ["甲。", "乙。", "丙。"], id="没有结束标签"),
    pytest.param("<div>甲。<div>乙。</div>丙。</div>丁。", ["甲。", "乙。", "丙。", "丁。"], id="块之间的文字"),
    pytest.param("甲。<br>乙。<br/><br />丙。", ["甲。", "乙。", "丙。"], id="换行标签"),
    pytest.param("<h2>一、总则</h2>正文。<h3>（一）原则</h3>", ["一、总则", "正文。", "（一）原则"], id="标题"),
    pytest.param("<center>通知</center><blockquote>甲。</blockquote>", ["通知", "甲。"], id="居中和引用"),
    pytest.param("<dl><dt>时间<dd>6月4日</dl>", ["时间", "6月4日"], id="定义列表"),
    pytest.param("<pre>各单位：\n一、自查\n二、抽查</pre>", ["各单位：", "一、自查", "二、抽查"], id="预排文字"),
    pytest.param(
        "<div style='white-space: pre-wrap'>一、自查。\n二、抽查。</div>",
        ["一、自查。", "二、抽查。"],
        id="样式保留换行",
    ),
    pytest.param("<span style='display:block'>甲。</span>乙。", ["甲。", "乙。"], id="行内元素显示为块"),
    pytest.param("<p>开展<div style='display:inline'>自查</div>工作。", ["开展", "自查工作。"], id="块显示为行内"),
]
INLINE = [
    pytest.param("<p><span>2</span><span lang=EN-US>025</span>年<b>6</b>月</p>", "2025年6月", id="逐字加标签"),
    pytest.param("<p>开展<a href=x>自查</a><ins>、抽查</ins><font>。</font></p>", "开展自查、抽查。", id="链接和字体"),
    pytest.param("<p>自查。<span>（责任单位：<em>安全处</em>）</span></p>", "自查。（责任单位：安全处）", id="括号"),
    pytest.param("<p><o:p></o:p>自<st1:x w:st=on>查</st1:x></p>", "自查", id="文字处理软件的标签"),
    pytest.param("<p><a name=top>开展<p>自查", "开展|自查", id="没有结束的锚点"),
    pytest.param("<p>6月底&shy;前&nbsp;报送&ldquo;总结&rdquo;&#x3002;", "6月底前 报送“总结”。", id="实体"),
    pytest.param("<p>&#12288;&emsp;教&nbsp;育&nbsp;局", "教育局", id="全角空格"),
    pytest.param("<p>甲局&nbsp;&nbsp;&nbsp;乙局", "甲局 乙局", id="并列署名"),
    pytest.param("<p>**一、加强领导。**要重视。", "一、加强领导。要重视。", id="残留的加粗"),
    pytest.param("<p>##paidbegin##要重视。&lt;br&gt;要落实。", "要重视。|要落实。", id="残留的标签"),
    pytest.param("<![if !supportLists]><p>1.<![endif]>自查。", "1.自查。", id="条件注释中的编号"),
]


@pytest.mark.parametrize(("page", "lines"), PARAGRAPHS)
def test_block_elements_and_breaks_part_the_text(page: str, lines: list[str], book: RuleBook) -> None:
    assert lines_of(page, book) == lines


@pytest.mark.parametrize(("page", "line"), INLINE)
def test_inline_elements_never_part_the_text(page: str, line: str, book: RuleBook) -> None:
    assert lines_of(page, book) == line.split("|")


def test_a_bracket_in_a_block_of_its_own_is_a_paragraph(book: RuleBook) -> None:
    page = "<p>1.自查。</p><p>（责任单位：安全处）</p>"
    assert lines_of(page, book) == ["1.自查。", "（责任单位：安全处）"]


FILE_LINES = [
    pytest.param("<p>各单位要认真\n  贯彻落实\n各项要求。", ["各单位要认真贯彻落实各项要求。"], id="任意断行"),
    pytest.param("<p>Annual\nReport 要求", ["Annual Report要求"], id="外文之间"),
    pytest.param(
        "<p>一、时间\n6月1日起。</p><p>二、要求\n1.自查。\n2.抽查。\n办公室：\n1.汇总。</p>",
        ["一、时间", "6月1日起。", "二、要求", "1.自查。", "2.抽查。", "办公室：", "1.汇总。"],
        id="忘了标签",
    ),
    pytest.param("<p>一、自查。逐项检查。二、报送。", ["一、自查。逐项检查。", "二、报送。"], id="不断行的条目"),
]


@pytest.mark.parametrize(("page", "lines"), FILE_LINES)
def test_line_breaks_of_the_file_count_where_they_are_meant(
    page: str, lines: list[str], book: RuleBook
) -> None:
    assert lines_of(page, book) == lines


def test_a_page_wrapped_at_a_width_gets_its_paragraphs_back(book: RuleBook) -> None:
    text = "各县区要高度重视安全检查工作，主要负责人亲自研究部署，分管负责人靠前指挥，" * 5 + "确保实效。"
    page = "".join(f"<p>{text[start : start + 30]}</p>" for start in range(0, len(text), 30))
    assert lines_of(page, book) == [text]


LISTS = [
    pytest.param("<ol><li>自查<li>抽查</ol>", ["1.自查", "2.抽查"], id="数字"),
    pytest.param("<ol><li><p>自查</p><p>要求</p></li></ol>", ["1.自查", "要求"], id="条目内有段落"),
    pytest.param("<ol start=3><li>自查<li value=7>抽查<li>汇总</ol>", ["3.自查", "7.抽查", "8.汇总"], id="起始值"),
    pytest.param("<ol reversed><li>自查<li>抽查</ol>", ["2.自查", "1.抽查"], id="倒数"),
    pytest.param("<ol type=A><li>自查</ol><ol type=i><li>抽查</ol>", ["A.自查", "i.抽查"], id="字母和罗马数字"),
    pytest.param("<ol style='list-style:cjk-ideographic'><li>自查</ol>", ["一、自查"], id="中文数字"),
    pytest.param("<ol><li>1.自查<li>补充说明</ol>", ["1.自查", "补充说明"], id="自带编号"),
    pytest.param("<ol style='list-style: none'><li>自查</ol>", ["自查"], id="不显示编号"),
    pytest.param("<ol><li style='list-style-type:disc'>自查<li>抽查</ol>", ["自查", "2.抽查"], id="一条改用圆点"),
    pytest.param("<style>ul,OL{list-style:none}</style><ol><li>自查</ol>", ["自查"], id="样式表不显示"),
    pytest.param("<style>.menu ol{list-style:none}</style><ol><li>自查</ol>", ["1.自查"], id="别处的样式"),
    pytest.param("<ul><li>自查<ol><li>校内</ol><li>抽查</ul>", ["自查", "1.校内", "抽查"], id="嵌套"),
    pytest.param("<li>自查", ["自查"], id="没有列表的条目"),
]


@pytest.mark.parametrize(("page", "lines"), LISTS)
def test_lists_have_the_numbers_that_the_page_shows(page: str, lines: list[str], book: RuleBook) -> None:
    assert lines_of(page, book) == lines


UNSEEN = [
    pytest.param("<script>alert('各单位')</script>", id="脚本"),
    pytest.param("<style>p::before{content:'各单位'}</style>", id="样式"),
    pytest.param("<template><p>模板</p></template>", id="模板"),
    pytest.param("<noscript>请开启脚本</noscript>", id="脚本关闭时的文字"),
    pytest.param("<!-- <p>旧稿</p> -->", id="注释"),
    pytest.param("<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->", id="条件注释"),
    pytest.param("<form><input value=甲><select><option>乙</select><textarea>丙</textarea></form>", id="表单"),
    pytest.param("<button>打印</button><svg><text>图</text></svg><iframe>框架</iframe>", id="按钮和图形"),
    pytest.param("<nav><p>首页</p></nav>", id="导航元素"),
    pytest.param("<%-- 说明 --%><% if (a > b) { %><?php echo '各单位'; ?>", id="服务器标签"),
    pytest.param("${title}{{ title }}#{count}", id="模板变量"),
]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_no_reader_of_the_page_sees_is_no_text(unseen: str, book: RuleBook) -> None:
    source = read_bytes(f"<html><p>请执行。</p>{unseen}<p>请落实。</p>".encode(), "a.html", book)
    assert (source.text, source.problems) == ("请执行。\n请落实。\n", ())


HIDDEN = [
    pytest.param("<p style='color:red; DISPLAY : NONE !important'>甲", "hidden-left-out", id="不显示"),
    pytest.param("<p hidden>甲", "hidden-left-out", id="隐藏属性"),
    pytest.param("<p>乙<span style='visibility:hidden'>甲</span>", "hidden-left-out", id="不可见"),
    pytest.param("<p>乙<span style='mso-hide:all'>甲</span>", "hidden-left-out", id="文字处理软件的隐藏"),
    pytest.param("<p>乙<del>甲</del><ins>乙</ins>", "changes-left-out", id="修订中删除"),
]


@pytest.mark.parametrize(("page", "code"), HIDDEN)
def test_hidden_and_deleted_words_are_left_out_and_said_so(page: str, code: str, book: RuleBook) -> None:
    source = read_bytes(f"<html><p>请执行。</p>{page}".encode(), "a.html", book)
    assert "甲" not in source.text
    assert source.problems == (Problem(code, None, "info", (("count", "1"),)),)
