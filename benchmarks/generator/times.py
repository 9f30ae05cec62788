"""Times in all the ways in which notices write them, each with what it means."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from benchmarks.generator.days import Time, between, in_characters, last, on

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_WEEKDAYS = "一二三四五六日"


class Times:
    """Times after the day on which a notice is issued, drawn by chance; all lie in the same year or say theirs."""

    def __init__(self, draw: Random, issued: dt.date) -> None:
        """Draw for a notice of that day."""
        self._draw = draw
        self._issued = issued
        self._year = issued.year

    def by(self) -> Time:
        """A day by which something is done, as it stands in a sentence: 6月底前."""
        days = self._day, self._dated, self._weekday
        return self._of(*days, self._end, self._part, self._month_before, self._close, self._quarter)

    def clock(self) -> Time:
        """A day with its hour, for what is handed in: 3月4日17:00前."""
        day = self._later()
        hours = (("17:00前", "T17:00"), ("下午4:00前", "T16:00"), ("12时前", "T12:00"), ("下班前", ""))
        words, hour = self._draw.choice(hours)
        return on(f"{day.month}月{day.day}日{words}", f"{day.isoformat()}{hour}")

    def session(self) -> Time:
        """When a meeting begins."""
        day = self._later()
        return on(f"{day.year}年{day.month}月{day.day}日上午9:00", f"{day.isoformat()}T09:00")

    def marked(self) -> Time:
        """What stands behind 完成时限： - anything."""
        days = (self.by, self.by, self.by, self._month, self._and_ongoing, self._era)
        return self._of(*days, self.period, self.recurring, self._ongoing, self.relative, self._vague)

    def told(self) -> Time:
        """What stands in a sentence that directs: a day mostly, sometimes an interval or a period from an event."""
        return self._of(self.by, self.by, self.by, self.by, self.relative, self.recurring)

    def period(self) -> Time:
        """From – to."""
        return self._of(self._months, self._days, self._from_now)

    def recurring(self) -> Time:
        """Every so often."""
        words, every, on = self._draw.choice((
            ("每季度", "quarter", None), ("每月25日前", "month", "25"), ("每年1月底前", "year", "01-31"),
            ("每半年至少一次", "half-year", None), ("每月5日前", "month", "05"),
            ("每年6月、12月底前", "year", "06-30,12-31"), ("每季度末", "quarter", "03-31,06-30,09-30,12-31"),
        ))  # fmt: skip
        return Time(words, {"text": words, "kind": "recurring", "every": every, "on": on})

    def relative(self) -> Time:
        """So long after an event."""
        days = self._draw.choice((10, 15, 20, 30, 60))
        due = (self._issued + dt.timedelta(days)).isoformat()
        event, span, within = self._draw.choice((
            ("印发", f"自印发之日起{days}日内", f"{days}d"), ("收到通知", "收到通知后一周内", "7d"),
            ("收到本通知", f"收到本通知后{days}个工作日内", f"{days}wd"),
            ("印发", f"本通知印发之日起{days}日内", f"{days}d"),
        ))  # fmt: skip
        known = {"due": due} if event == "印发" else {}
        return Time(span, {"text": span, "kind": "relative", "after": event, "within": within, **known})

    def after(self, time: Time) -> Time:
        """A day later than another one, for a milestone."""
        day = dt.date.fromisoformat(str(time.gold["due"])[:10]) + dt.timedelta(self._draw.randint(5, 80))
        return on(f"{day.year}年{day.month}月{day.day}日前", day.isoformat())

    def _of(self, *makers: Callable[[], Time]) -> Time:
        return self._draw.choice(makers)()

    def _later(self, at_least: int = 1) -> dt.date:
        month = self._draw.randint(self._issued.month + at_least, 12)
        return dt.date(self._year, month, self._draw.randint(1, 28))

    def _named(self) -> str:
        return self._draw.choice(("", "", f"{self._year}年"))

    def _day(self) -> Time:
        day = self._later()
        return on(f"{day.month}月{day.day}日前", day.isoformat())

    def _dated(self) -> Time:
        day = self._later()
        return on(f"{day.year}年{day.month}月{day.day}日前", day.isoformat())

    def _weekday(self) -> Time:
        day = self._later()
        return on(f"{day.month}月{day.day}日（星期{_WEEKDAYS[day.weekday()]}）前", day.isoformat())

    def _end(self) -> Time:
        day = last(self._later())
        month = f"{self._named()}{day.month}"
        words = self._draw.choice((f"{month}月底前", f"{month}月末前", in_characters(day)))
        return on(words, day.isoformat())

    def _part(self) -> Time:
        day = self._later()
        ends = (("上旬", day.replace(day=10)), ("中旬", day.replace(day=20)), ("下旬", last(day)))
        part, due = self._draw.choice(ends)
        return on(f"{self._named()}{day.month}月{part}前", due.isoformat())

    def _month_before(self) -> Time:
        month = self._later(2).replace(day=1)
        return on(f"{self._named()}{month.month}月前", (month - dt.timedelta(1)).isoformat())

    def _close(self) -> Time:
        words = self._draw.choice(("年底前", f"{self._year}年底前", "年内"))
        return on(words, f"{self._year}-12-31")

    def _quarter(self) -> Time:
        quarter = self._draw.randint((self._issued.month + 2) // 3, 4)
        due = last(dt.date(self._year, quarter * 3, 1))
        return on(f"{self._named()}{'一二三四'[quarter - 1]}季度末前", due.isoformat())

    def _month(self) -> Time:
        day = last(self._later())
        return on(f"{self._named()}{day.month}月", day.isoformat())

    def _era(self) -> Time:
        return on("“十五五”末", "2030-12-31")

    def _ongoing(self) -> Time:
        words = self._draw.choice(("长期坚持", "持续推进", "常态化推进"))
        return Time(words, {"text": words, "kind": "ongoing"})

    def _and_ongoing(self) -> Time:
        time = self._end()
        return Time(f"{time.words}，长期坚持", {**time.gold, "ongoing": True})

    def _vague(self) -> Time:
        words = self._draw.choice(("按进度推进", "适时", "近期"))
        return Time(words, {"text": words, "kind": "vague"})

    def _months(self) -> Time:
        start = self._later().replace(day=1)
        due = last(start.replace(month=self._draw.randint(start.month, 12)))
        if start.month == due.month:
            return self._days()
        sign = self._draw.choice(("月至", "月-", "月—"))
        return between(f"{self._named()}{start.month}{sign}{due.month}月", start, due)

    def _days(self) -> Time:
        start = self._later()
        due = start + dt.timedelta(self._draw.randint(3, 40))
        year = f"{due.year}年" if due.year != start.year else ""
        sign = self._draw.choice(("至", "~", "—"))
        return between(f"{self._named()}{start.month}月{start.day}日{sign}{year}{due.month}月{due.day}日", start, due)

    def _from_now(self) -> Time:
        day = self._later()
        return between(f"即日起至{day.month}月{day.day}日", self._issued, day)
