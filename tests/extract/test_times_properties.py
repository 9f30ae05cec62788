"""Whatever the text, spans lie inside and apart; whatever the day, each way of writing it reads back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.extract.times import TimeContext, short_form
from extractor.extract.times.lengths import within
from extractor.extract.times.numbers import number
from extractor.extract.times.read import READERS
from extractor.model.fold import fold
from tests.extract.time_tables import read

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

ISSUED = TimeContext(issued=dt.date(2024, 3, 1))
PIECES = [
    "2024", "年", "月", "日", "6", "12", "31", "底", "前", "之前", "每", "季度", "上半年", "至", "-", "~",
    "（", "）", "星期四", "下午", "17：00", "印发", "之日起", "内", "工作日", "个", "十", "二", "长期坚持",
    "，", "。", "\n", " ", "《", "》", "周", "完成",
    "截至", "到", "春节", "十四五", "末", "后", "提前", "即日起", "次", "本", "下", "半", "元", ".",
]  # fmt: skip
WAYS = [
    "{y}年{m}月{d}日", "{y}年{m:02}月{d:02}日前", "{y}-{m:02}-{d:02}", "{y}.{m}.{d}", "{y}/{m}/{d}前",
    " {y} 年 {m} 月 {d} 日 ", "{cy}年{cm}月{cd}日", "{y}年{m}月{d}号之前", "{y}－{m:02}－{d:02}",
]  # fmt: skip


@given(text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join), marked=st.booleans())
def test_times_of_any_text_lie_inside_it_and_apart(book: RuleBook, text: str, *, marked: bool) -> None:
    times = read(book, text, ISSUED, marked=marked).times
    ends = [0, *(found.span.end for found in times)]
    assert all(start <= found.span.start for start, found in zip(ends, times, strict=False))
    assert ends[-1] <= len(text)
    assert all(short_form(found.value) for found in times)


def chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    signs = "〇一二三四五六七八九"
    return ("" if tens < 2 else signs[tens]) + "十" * (tens > 0) + (signs[ones] if ones else "")


@pytest.mark.parametrize("way", WAYS)
@given(day=st.dates(dt.date(1949, 10, 1), dt.date(2099, 12, 31)))
def test_every_day_written_in_any_way_reads_back(book: RuleBook, way: str, day: dt.date) -> None:
    year = "".join("〇一二三四五六七八九"[int(sign)] for sign in str(day.year))
    month, date = chinese(day.month), chinese(day.day)
    text = way.format(y=day.year, m=day.month, d=day.day, cy=year, cm=month, cd=date)
    times = read(book, text, ISSUED, marked=True).times
    assert [short_form(found.value) for found in times] == [day.isoformat()]


@given(st.integers(1, 99))
def test_numbers_read_back(value: int) -> None:
    assert number(chinese(value)) == number(str(value)) == value


LENGTHS = [
    ("30日", "30d"), ("三十日", "30d"), ("5天", "5d"), ("15个工作日", "15wd"), ("两个工作日", "2wd"),
    ("一周", "7d"), ("两周", "14d"), ("3个月", "3m"), ("半年", "6m"), ("一年半", "18m"), ("两年", "2y"),
    ("48小时", "48h"), ("60分钟", "60min"), ("半小时", "30min"), ("半个月", "15d"), ("一个半月", "45d"),
    ("3-5个工作日", "5wd"), ("一百二十日", "120d"), ("两个季度", "6m"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "code"), [pytest.param(*row, id=row[0]) for row in LENGTHS])
def test_lengths_are_counted_in_their_unit(words: str, code: str) -> None:
    assert within(words).code == code


@pytest.mark.parametrize("words", ["", "几", "年", "3x"])
def test_what_is_no_number_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        number(words)


def test_every_rule_that_reads_names_a_known_reader(book: RuleBook) -> None:
    assert {rule.reads for rule in book.rules("deadlines")} == set(READERS)


def test_folding_first_or_later_makes_no_difference(book: RuleBook) -> None:
    wide = "请于２０２４年６月３０日(星期日）17:00前报送"
    assert read(book, wide, ISSUED, marked=False) == read(book, fold(wide), ISSUED, marked=False)
