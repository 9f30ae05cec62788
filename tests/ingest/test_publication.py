"""When a page was published is the date of a notice that bears no other; it stays in the text then."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from extractor.extract.times.short import short_form
from extractor.ingest.plain.published import is_signed_day, is_stamp, publication, states_publication
from extractor.ingest.read import read_bytes
from extractor.pipeline import analyse
from tests import notices
from tests.ingest.html_pages import lines_of

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

TITLE = "关于开展实训室清查的通知"
BODY = "<p>各系部：</p><p>为摸清家底，现将有关事项通知如下。</p><p>一、各系部应于5月20日前完成清查。</p>"
SIGNED = "<p>云湖学院实训处</p><p>2025年3月12日</p>"
OTHERS = "<ul><li><a href=x>关于放假的通知</a> 2024-01-02</li><li><a href=y>关于比赛的通知</a> 2024-01-03</li></ul>"


def page(info: str, end: str = "") -> str:
    return f"<div><h1>{TITLE}</h1><div>{info}</div><div>{BODY}{end}</div></div>{OTHERS}"


@pytest.mark.parametrize(
    "info",
    [
        pytest.param("发布时间：2025-03-14 浏览次数：20", id="发布时间"),
        pytest.param("来源：实训处 发布日期：2025/03/14 点击量：", id="来源在前"),
        pytest.param("添加时间：2025-03-14 lxh 点击次数：", id="添加时间"),
        pytest.param("时间：2025-03-14来源：实训处点击：26", id="时间与来源"),
        pytest.param("2025-03-14 15:42:00来源：实训处", id="时刻与来源"),
        pytest.param("2025-03-14 15:42:00", id="只有时刻"),
        pytest.param("发布者：实训处发布时间：2025年03月14日浏览次数：3", id="年月日"),
    ],
)
def test_a_page_without_a_signature_is_dated_by_its_publication(book: RuleBook, info: str) -> None:
    source = read_bytes(f"<html><meta charset=utf-8><body>{page(info)}".encode(), "a.html", book)
    frame = analyse(source, book).documents[0].frame
    assert frame.date is not None
    assert (frame.date.value, frame.title.value if frame.title else None) == (dt.date(2025, 3, 14), TITLE)
    assert frame.date.span.quote(source.text) in info


def test_a_signed_page_keeps_its_own_date_only(book: RuleBook) -> None:
    lines = lines_of(page("发布时间：2025-03-14 浏览次数：20", SIGNED), book)
    assert not [line for line in lines if "2025-03-14" in line]


def test_a_copied_page_in_plain_text_is_dated_by_its_publication(book: RuleBook) -> None:
    stated = "通讯员：；发布时间：2025-03-14 点击数："
    text = f"{TITLE}\n{stated}\n各系部：\n现将有关事项通知如下。\n一、各系部应于5月20日前完成清查。\n"
    frame = notices.read(book, text).documents[0].frame
    assert frame.date is not None
    assert frame.date.value == dt.date(2025, 3, 14)
    assert [name.value for name in frame.recipients] == ["各系部"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("成绩发布时间另行通知", id="没有日期"),
        pytest.param("报名时间：2025-03-14至2025-03-20", id="报名时间"),
        pytest.param("考试时间：2025年3月14日9：00", id="考试时间"),
        pytest.param("各系部于2025年3月14日发布", id="句中日期"),
    ],
)
def test_other_days_are_no_publication(words: str) -> None:
    assert not states_publication(words)


def test_a_bare_stamp_counts_below_the_title_only() -> None:
    assert publication(["首页", "2024-01-02", TITLE, "2025-03-14 08：00"], (TITLE,)) == "2025-03-14 08：00"
    assert not publication(["首页", "2024-01-02", "其他"], (TITLE,))


def test_a_day_alone_or_behind_a_body_signs() -> None:
    assert is_signed_day("云湖学院实训处 2025年3月14日")
    assert is_signed_day("2025年3月14日")
    assert not is_signed_day("定于2025年3月14日举行，请准时参加")
    assert is_stamp("2025-03-14 15：42：00.733")


def test_a_page_published_again_long_after_dates_nothing(book: RuleBook) -> None:
    text = f"{TITLE}\n发布时间：2025-03-14 点击数：3\n各系部：\n一、各系部应于2022年5月20日前完成清查。\n"
    document = notices.read(book, text).documents[0]
    assert document.frame.date is None
    assert [short_form(task.deadline.value) for task in document.tasks if task.deadline] == ["2022-05-20"]
