"""Of a web page the notice is read, whole and with its title, and what stands around it is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes
from extractor.model.problem import Problem
from tests.ingest.html_pages import BODY, BODY_LINES, TITLE, lines_of

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

WHOLE = [TITLE, *BODY_LINES]
MENU = "<div class=top><ul><li><a href=/>首页</a><li><a href=/a>市情</a><li><a href=/b>政务</a></ul></div>"
PATH = "<div>当前位置：<a href=/>首页</a> &gt; <a href=/a>通知公告</a></div>"
STAMP = "<div class=info>发布时间：2025-03-05 来源：云海市教育局 浏览次数：<script>n()</script>次</div>"
SHARE = "<div>分享到：<a href=x>微信</a></div><div><a href=x>打印本页</a></div>"
SIDE = "<div class=side><h3>热门</h3><ul><li><a href=x>关于放假的通知</a><li><a href=y>关于比赛的通知</a></ul></div>"
FOOT = "<div class=foot>版权所有：云海市教育局 地址：云海市一路1号<br>云ICP备1号</div>"
HEADING = f"<h1>{TITLE}</h1>"

PAGES = [
    pytest.param(f"{MENU}{PATH}<div><h1>{TITLE}</h1>{STAMP}<div>{BODY}</div>{SHARE}</div>{SIDE}{FOOT}", id="网页"),
    pytest.param(f"{MENU}{SIDE}{HEADING}{STAMP}{BODY}{FOOT}", id="没有容器"),
    pytest.param(f"{MENU}<div>{HEADING}</div><div>{STAMP}</div><div><font>{BODY}</font></div>{FOOT}", id="标题在外"),
    pytest.param(f"{MENU}<div><div>{HEADING}{BODY}</div></div>{FOOT}", id="标题在内"),
    pytest.param(f"<div>{HEADING}</div><div>{HEADING}{BODY}</div>{FOOT}", id="标题两遍"),
    pytest.param(f"<meta name=ArticleTitle content={TITLE}>{MENU}<div>{BODY}</div>{FOOT}", id="标题在元数据"),
    pytest.param(f"<title>{TITLE}-云海市教育局</title>{MENU}<div>{BODY}</div>{FOOT}", id="窗口标题"),
    pytest.param(f"<title>通知_云海</title><b class=arc_title>{TITLE}</b><div>{BODY}</div>{FOOT}", id="标题元素"),
    pytest.param(
        f"<table><tr><td colspan=2>{MENU}</td></tr><tr><td>{SIDE}</td><td>{HEADING}{BODY}</td></tr>"
        f"<tr><td colspan=2>{FOOT}</td></tr></table>",
        id="表格排版",
    ),
    pytest.param(
        f"<table><tr><td><table><tr><td align=center>{TITLE}</td></tr><tr><td>{BODY}</td></tr></table>"
        "</td></tr></table>",
        id="嵌套表格排版",
    ),
    pytest.param(
        f"<table><tr><td><a href=/>首页</a></td><td><a href=/a>市情</a></td></tr><tr><td colspan=2>"
        f"{MENU}{HEADING}{BODY}</td></tr></table>",
        id="表格菜单",
    ),
    pytest.param(f"<tbody><tr><td><p>{TITLE}</p>{BODY}</td></tr><tr><td></td></tr></tbody>", id="没有表格的单元格"),
]


@pytest.mark.parametrize("page", PAGES)
def test_the_notice_is_read_without_the_page_around_it(page: str, book: RuleBook) -> None:
    assert lines_of(page, book) == WHOLE


def test_what_is_left_out_is_counted(book: RuleBook) -> None:
    source = read_bytes(f"<html>{MENU}{HEADING}<div>{BODY}</div>{FOOT}".encode(), "a.html", book)
    assert source.problems == (Problem("navigation-left-out", None, "info", (("count", "6"),)),)


BESIDE = [
    pytest.param("", "<p>附件：1.自查报告格式</p>", id="附件在外"),
    pytest.param("", "<p>附件：<br><a href=1>自查报告格式</a><br><a href=2>任务清单</a></p>", id="附件链接"),
    pytest.param("", "<p><a href=1.doc>自查报告格式</a></p><p><a href=2.PDF?v=1>任务清单</a></p>", id="指向文件"),
    pytest.param("", "<p>抄送：市政府办公室</p>", id="抄送在外"),
    pytest.param("<p>云教发〔2025〕3号</p>", "", id="发文字号在外"),
    pytest.param("", "<p>三、加强督查。督查组要逐校检查，发现问题现场交办。</p>", id="一条在外"),
    pytest.param("", "<p>2025年3月6日</p>", id="日期在外"),
]


@pytest.mark.parametrize(("above", "below"), BESIDE)
def test_what_belongs_to_the_notice_is_kept_wherever_it_stands(
    above: str, below: str, book: RuleBook
) -> None:
    page = f"{HEADING}{above}<div>{BODY}</div>{below}"
    before, after = ([words for words in re.split("<[^>]*>", part) if words] for part in (above, below))
    assert lines_of(page, book) == [TITLE, *before, *BODY_LINES, *after]


def test_a_long_table_is_not_taken_for_the_notice(book: RuleBook) -> None:
    row = "<tr><td>开展检查，建立台账，限期整改，按时销号</td><td>安全处</td></tr>"
    page = f"<p>各科室：</p><p>现将清单发给你们，请执行。</p><div><p>清单</p><table>{row * 30}</table></div>"
    assert lines_of(page, book)[:3] == ["各科室：", "现将清单发给你们，请执行。", "清单"]


TITLES = [
    pytest.param("<p>云海局<br>关于做好检查<br>工作的通知</p>", ["云海局", "关于做好检查工作的通知"], id="分行"),
    pytest.param("<p>安全检查实施方案</p>", ["安全检查实施方案"], id="方案"),
]


@pytest.mark.parametrize(("title", "lines"), TITLES)
def test_a_notice_with_a_title_is_given_no_other(title: str, lines: list[str], book: RuleBook) -> None:
    page = f"<title>云海教育</title>{HEADING}<div>{title}{BODY}</div>{MENU}"
    assert lines_of(page.replace(HEADING, ""), book) == [*lines, *BODY_LINES]


NO_TITLES = [
    pytest.param("<title>云海市教育局门户网站</title>", id="网站名"),
    pytest.param("<title>无标题文档</title>", id="编辑器的默认名"),
    pytest.param(f"<title>{TITLE[:8]}...</title>", id="截短的标题"),
    pytest.param(f"<h1 style='display:none'>{TITLE}</h1>", id="隐藏的标题"),
]


@pytest.mark.parametrize("head", NO_TITLES)
def test_what_is_no_title_is_not_made_one(head: str, book: RuleBook) -> None:
    assert lines_of(f"{head}<div>{BODY}</div>", book) == BODY_LINES


def test_the_record_of_a_page_is_left_out(book: RuleBook) -> None:
    record = (
        "<table><tr><td>索引号：</td><td>01-2025</td><td>主题分类：</td><td>教育</td></tr>"
        "<tr><td>发布机构：</td><td>教育局</td><td>发布日期：</td><td>2025-03-05</td></tr></table>"
    )
    source = read_bytes(f"<html>{record}{HEADING}{BODY}".encode(), "a.html", book)
    assert (source.text.splitlines(), source.tables) == (WHOLE, ())
    assert source.problems == (Problem("navigation-left-out", None, "info", (("count", "2"),)),)


def test_a_title_that_an_attachment_is_named_after_stays(book: RuleBook) -> None:
    named = f"1.{TITLE}.docx"
    assert lines_of(f"<p>{TITLE}</p>{BODY}<p>附件：</p><p>{named}</p>", book)[0] == TITLE


def test_a_sentence_that_ends_as_titles_do_is_no_title(book: RuleBook) -> None:
    page = "<p>桥梁安全研讨班</p><p>时间：6月3日。</p><p>形式：线上会议，学员作报告</p>"
    assert lines_of(page, book)[0] == "桥梁安全研讨班"


def test_a_line_break_in_a_page_of_libreoffice_is_a_blank(book: RuleBook) -> None:
    page = (
        '<html><head><meta name="generator" content="LibreOffice 24.2"/></head>'
        "<body><p>甲市教育局\n乙市财政局</p></body>"
    )
    assert lines_of(page, book) == ["甲市教育局 乙市财政局"]
    assert lines_of(page.replace("LibreOffice", "手写"), book) == ["甲市教育局乙市财政局"]
