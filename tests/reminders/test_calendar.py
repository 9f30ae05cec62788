"""The calendar: exact bytes for a small one, and read back by two libraries that did not write it."""

from __future__ import annotations

import datetime as dt
import json
from itertools import islice
from typing import TYPE_CHECKING, Any

import icalendar
import pytest
import vobject
from dateutil.rrule import rrulestr

from extractor.export.calendar.events import events
from extractor.export.calendar.file import calendar_bytes
from extractor.export.schedule.occurrences import occurrences
from extractor.model.record import load_record
from extractor.store.analyses import records
from extractor.store.database import reading, writing
from extractor.store.questions.tasks.duties import Issue, duties
from extractor.store.questions.tasks.question import TaskQuestion
from tests.commands.sample_ledger import sample
from tests.ledger.kept import keep
from tests.reminders.given import ISSUED, PLAIN, duty, every, on, task, time

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.notice import Role, TaskKind
    from extractor.model.record import DeadlineRecord

SMALL = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//extractor//task ledger//ZH
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:任务台账
X-WR-TIMEZONE:Asia/Shanghai
BEGIN:VTIMEZONE
TZID:Asia/Shanghai
BEGIN:STANDARD
DTSTART:19700101T000000
TZNAME:CST
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
SUMMARY:【组织部】事项a1
DTSTART;VALUE=DATE:20240630
DTEND;VALUE=DATE:20240701
DTSTAMP:20240301T000002Z
UID:a1@tasks.extractor
SEQUENCE:2
CATEGORIES:任务
DESCRIPTION:完成时限：6月底前\\n责任主体：组织部\\n依据：
 《关于开展清理工作的通知》（甲校〔2024〕3号）\\n条款
 ：一、（二） 第2页\\n文件：2024/清理.txt\\n任务编号：a1\\n
 原文：做好事项a1。
LAST-MODIFIED:20240301T000002Z
STATUS:CONFIRMED
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:【组织部】事项a1
TRIGGER:-P2DT15H
END:VALARM
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:【组织部】事项a1
TRIGGER:-PT15H
END:VALARM
END:VEVENT
BEGIN:VEVENT
SUMMARY:【组织部】事项a1（7月5日16时）
DTSTART;TZID=Asia/Shanghai:20240705T160000
DTSTAMP:20240301T000002Z
UID:a1-m1@tasks.extractor
SEQUENCE:2
CATEGORIES:任务
DESCRIPTION:完成时限：7月5日16时\\n责任主体：组织部\\n依据
 ：《关于开展清理工作的通知》（甲校〔2024〕3号）\\n条
 款：一、（二） 第2页\\n文件：2024/清理.txt\\n任务编号：a1
 \\n原文：做好事项a1。
LAST-MODIFIED:20240301T000002Z
STATUS:CONFIRMED
TRANSP:TRANSPARENT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:【组织部】事项a1（7月5日16时）
TRIGGER:-P3D
END:VALARM
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:【组织部】事项a1（7月5日16时）
TRIGGER:-P1D
END:VALARM
END:VEVENT
END:VCALENDAR
"""


def parsed(data: bytes) -> list[Any]:
    """The events, as icalendar reads them; its values have many types, so they are looked at untyped."""
    found: list[Any] = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    assert all(not each.errors for each in found)
    return found


def read_back(
    *times: DeadlineRecord, issue: Issue = PLAIN, status: str = "", kind: TaskKind = "task", **owners: Role
) -> list[Any]:
    """The events of one task."""
    return parsed(calendar_bytes(events([duty(task(*times, kind=kind, **owners), issue, status)])))


def test_a_small_calendar_byte_by_byte() -> None:
    one = duty(task(on("2024-06-30", "6月底前"), on("2024-07-05T16:00", "7月5日16时"), 组织部="lead"), revision=2)
    assert calendar_bytes(events([one])) == SMALL.replace("\n", "\r\n").encode()


def test_a_calendar_without_days_is_still_one() -> None:
    data = calendar_bytes(events([duty(task(time("ongoing"))), duty(task())]), "甲部")
    assert data.endswith(b"END:VTIMEZONE\r\nEND:VCALENDAR\r\n")
    assert icalendar.Calendar.from_ical(data)["X-WR-CALNAME"] == "甲部"


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        pytest.param([on("2024-06-30")], ["a1 2024-06-30 2024-07-01"], id="全天，止日不含"),
        pytest.param([on("9999-12-31")], ["a1 9999-12-31 -"], id="最后一天没有次日"),
        pytest.param([time("period", start="2024-05-01", due="2024-06-30")],
                     ["a1-start 2024-05-01 2024-05-02", "a1 2024-06-30 2024-07-01"], id="起止各一条"),
        pytest.param([time("vague"), on("2024-06-30"), on("2024-07-31")],
                     ["a1-m1 2024-06-30 2024-07-01", "a1-m2 2024-07-31 2024-08-01"], id="阶段"),
        pytest.param([time("relative", after="印发", within="30d")], ["a1 2024-03-31 2024-04-01"], id="印发后30日"),
        pytest.param([every("month", "25")], ["a1 2024-03-25 2024-03-26"], id="印发后的第一次"),
        pytest.param([every("month", "10,25")], ["a1 2024-03-10 2024-03-11", "a1-2 2024-03-25 2024-03-26"], id="两条"),
    ],
)  # fmt: skip
def test_days_and_names_of_events(times: list[DeadlineRecord], expected: list[str]) -> None:
    found = [(each["UID"].removesuffix("@tasks.extractor"), each) for each in read_back(*times)]
    ends = [each.decoded("DTEND") if "DTEND" in each else "-" for _, each in found]
    assert [
        f"{uid} {each.decoded('DTSTART')} {end}" for (uid, each), end in zip(found, ends, strict=True)
    ] == expected


@pytest.mark.parametrize(
    ("given_time", "rules"),
    [
        pytest.param(every("year", "01-31", "1月底"), ["FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=1"], id="每年1月底"),
        pytest.param(every("half-year"), ["FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"], id="每半年"),
        pytest.param(every("quarter"), ["FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"], id="每季度"),
        pytest.param(every("month", "31"), ["FREQ=MONTHLY;BYMONTHDAY=-1"], id="每月底"),
        pytest.param(every("month", "25"), ["FREQ=MONTHLY;BYMONTHDAY=25"], id="每月25日"),
        pytest.param(every("month", "30"), ["FREQ=MONTHLY;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2"],
                     id="每月30日"),
        pytest.param(every("half-month"), ["FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;BYMONTHDAY=-1"], id="每半月"),
        pytest.param(every("week", "mon,fri"), ["FREQ=WEEKLY;BYDAY=MO,FR"], id="每周一、五"),
        pytest.param(every("day"), ["FREQ=DAILY"], id="每天"),
    ],
)  # fmt: skip
def test_recurring_times_are_rules_that_outlook_imports(given_time: DeadlineRecord, rules: list[str]) -> None:
    data = calendar_bytes(events([duty(task(given_time))])).decode()
    assert [line.removeprefix("RRULE:") for line in data.splitlines() if line.startswith("RRULE")] == rules


@pytest.mark.parametrize(
    "given_time",
    [
        every("year", "01-31", "1月底"), every("year", "02-28", "2月底"), every("year", "02-28", "2月28日"),
        every("half-year"), every("quarter"), every("quarter", "01-10,04-10,07-10,10-10"), every("month", "31"),
        every("month", "30"), every("month", "29"), every("month", "10,25"), every("half-month"), every("week"),
        every("week", "mon,fri"), every("day"),
    ],
    ids=lambda each: f"{each['every']} {each['on']} {each['text']}",
)  # fmt: skip
def test_the_rules_give_the_days_of_the_schedule(given_time: DeadlineRecord) -> None:
    """dateutil expands the RRULE; the schedule counts for itself; over three years both agree."""
    until = dt.date(2027, 3, 1)
    expanded = {
        moment.date()
        for each in read_back(given_time)
        for moment in rrulestr(
            each["RRULE"].to_ical().decode(), dtstart=dt.datetime.combine(each.decoded("DTSTART"), dt.time())
        ).between(dt.datetime(2024, 1, 1), dt.datetime.combine(until, dt.time()), inc=True)  # noqa: DTZ001 - days
    }
    assert sorted(expanded) == [each.day for each in occurrences(given_time, PLAIN, ISSUED, until)]


def test_rules_end_with_the_plan() -> None:
    (only,) = read_back(every("quarter"), issue=Issue(ISSUED, "", "2024年工作要点"))
    assert only["RRULE"].to_ical() == b"FREQ=MONTHLY;UNTIL=20241231;INTERVAL=3;BYMONTHDAY=-1"
    assert read_back(every("quarter"), issue=Issue(dt.date(2024, 12, 31), "", "2024年工作要点")) == []


def test_without_a_date_of_issue_recurring_days_begin_at_a_fixed_day() -> None:
    (only,) = read_back(every("month", "25"), issue=Issue())
    assert (only.decoded("DTSTART"), only.decoded("DTSTAMP")) == (
        dt.date(2000, 1, 25), dt.datetime(2000, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip


def test_an_hour_is_one_in_china_and_the_file_says_what_that_is() -> None:
    (only,) = read_back(on("2024-07-05T16:00"))
    start = only.decoded("DTSTART")
    assert (start.replace(tzinfo=None), start.utcoffset()) == (dt.datetime(2024, 7, 5, 16), dt.timedelta(hours=8))  # noqa: DTZ001
    assert "DTEND" not in only


def test_a_meeting_takes_up_its_time_and_a_long_one_is_one_event() -> None:
    (timed,) = read_back(on("2024-07-05T16:00"), kind="meeting")
    (long,) = read_back(time("period", start="2024-05-06", due="2024-05-08T17:00"), kind="meeting")
    assert (timed["TRANSP"], long["TRANSP"]) == ("OPAQUE", "TRANSPARENT")
    assert (long.decoded("DTSTART"), long.decoded("DTEND")) == (dt.date(2024, 5, 6), dt.date(2024, 5, 9))


@pytest.mark.parametrize(
    ("given_time", "hours"),
    [
        pytest.param(on("2024-06-30"), [63, 15], id="全天的在早上9点"),
        pytest.param(on("2024-06-30T16:00"), [72, 24], id="有钟点的整三天、整一天"),
        pytest.param(every("month", "25"), [63, 15], id="每月"),
        pytest.param(every("week", "fri"), [15], id="每周只提前一天"),
        pytest.param(every("day"), [], id="每天不提醒"),
    ],
)
def test_alarms_ring_three_days_and_one_day_before(given_time: DeadlineRecord, hours: list[int]) -> None:
    (only,) = read_back(given_time)
    rings = [alarm.decoded("TRIGGER") for alarm in only.walk("VALARM")]
    assert rings == [-dt.timedelta(hours=each) for each in hours]


@pytest.mark.parametrize(
    ("status", "summary", "state"),
    [
        pytest.param("进行中", "事项a1", "CONFIRMED", id="进行中"),
        pytest.param("已完成", "〔已完成〕事项a1", "CONFIRMED", id="已完成"),
        pytest.param("已销号", "〔已销号〕事项a1", "CONFIRMED", id="已销号"),
        pytest.param("中止", "〔中止〕事项a1", "CANCELLED", id="中止"),
    ],
)
def test_what_is_done_stays_without_alarms_and_comes_no_more(status: str, summary: str, state: str) -> None:
    (only,) = read_back(every("month", "25"), status=status)
    assert (only["SUMMARY"], only["STATUS"]) == (summary, state)
    open_still = status == "进行中"
    assert ("RRULE" in only, len(only.walk("VALARM"))) == (open_still, 2 if open_still else 0)


def test_many_bodies_are_three_and_more_in_the_summary() -> None:
    (only,) = read_back(on("2024-06-30"), 甲局="lead", 乙局="support", 丙局="support", 丁局="support")
    assert only["SUMMARY"] == "【甲局、乙局、丙局等】事项a1"
    assert "责任主体：甲局、乙局、丙局、丁局" in only["DESCRIPTION"]


HOSTILE = "甲；乙;丙,丁\\n戊\\己\x00\x07\u202e\ud800\r\nBEGIN:VEVENT\r\n" + "长" * 100


@pytest.mark.parametrize("library", ["icalendar", "vobject"])
def test_no_words_of_a_notice_break_the_calendar(library: str) -> None:
    record = task(on("2024-06-30", HOSTILE), 甲="lead")
    record["title"] = record["text"] = record["owners"][0]["canonical"] = HOSTILE
    data = calendar_bytes(events([duty(record, Issue(ISSUED, "", HOSTILE))]), HOSTILE)
    plain = "甲；乙;丙,丁\\n戊\\己 BEGIN:VEVENT " + "长" * 100
    if library == "icalendar":
        (only,) = parsed(data)
        assert only["DESCRIPTION"].endswith(f"原文：{plain}")
    else:
        read = vobject.readOne(data.decode())
        assert len(read.vevent_list) == 1
        assert read.vevent.description.value.endswith(f"原文：{plain}")


@pytest.mark.parametrize("title", ["长" * 100, "a" * 200, "长a；" * 60], ids=["汉字", "字母", "夹杂"])
def test_lines_are_folded_at_75_octets_between_characters(title: str) -> None:
    lines = calendar_bytes(events([duty(task(on("2024-06-30", title)))])).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])


def test_the_run_writes_the_calendar_and_both_libraries_read_it(tmp_path: Path) -> None:
    data = (sample(tmp_path) / "calendar.ics").read_bytes()
    names = [each["UID"].removesuffix("@tasks.extractor") for each in parsed(data)]
    assert names == ["aaa111", "aab222", "bbb333"]
    assert [each.summary.value for each in vobject.readOne(data.decode()).vevent_list] == [
        "【党委组织部、人事处】梳理现行制度", "建立台账", "【人事处】准备材料",
    ]  # fmt: skip


def test_the_same_ledger_gives_the_same_calendar(tmp_path: Path) -> None:
    assert (sample(tmp_path / "a") / "calendar.ics").read_bytes() == (
        sample(tmp_path / "b") / "calendar.ics"
    ).read_bytes()


def test_a_changed_deadline_replaces_the_old_event(tmp_path: Path) -> None:
    """The same UID, a higher SEQUENCE, a later DTSTAMP: what RFC 5546 asks of an update."""

    def plan() -> Any:  # noqa: ANN401 - an event of icalendar
        found = parsed((tmp_path / "calendar.ics").read_bytes())
        return next(each for each in found if each["UID"] == "aaa111@tasks.extractor")

    before = (sample(tmp_path), plan())[1]
    changed = [load_record(json.dumps(each).replace("2024-06-30", "2024-07-10")) for each in records(tmp_path)]
    keep(changed, tmp_path)
    after = plan()
    assert (before.decoded("DTSTART"), after.decoded("DTSTART")) == (dt.date(2024, 6, 30), dt.date(2024, 7, 10))
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert before.decoded("DTSTAMP") < after.decoded("DTSTAMP")


def test_a_task_in_two_files_is_one_event(tmp_path: Path) -> None:
    sample(tmp_path)
    given_records = list(records(tmp_path))
    copy = load_record(json.dumps(given_records[0]).replace("2024/清理.txt", "2024/清理副本.txt"))
    keep([*given_records, copy], tmp_path)
    names = [each["UID"] for each in parsed((tmp_path / "calendar.ics").read_bytes())]
    assert len(names) == len(set(names)) == 3


def test_an_enclosure_has_day_and_number_of_its_notice(tmp_path: Path) -> None:
    from tests.export.analysed import sample as enclosed  # noqa: PLC0415 - needed here only

    keep([enclosed()], tmp_path)
    with reading(tmp_path) as ledger:
        found = duties(ledger, TaskQuestion(), timed=False)
    assert found
    assert {(each.issue.day, each.issue.numbers) for each in found} == {(dt.date(2026, 3, 2), "甲教发〔2026〕12号")}


def test_a_day_is_asked_of_no_clock(tmp_path: Path) -> None:
    """The calendar depends on the ledger alone, so that unchanged notices leave the file untouched."""
    path = sample(tmp_path) / "calendar.ics"
    before = path.stat().st_mtime_ns
    with writing(tmp_path):
        pass
    keep(records(tmp_path), tmp_path)
    assert path.stat().st_mtime_ns == before


def test_the_first_days_of_a_rule_lie_on_the_rule() -> None:
    """Thunderbird shows DTSTART even where the RRULE leaves it out: it must be one of its days."""
    for interval, days in (("quarter", None), ("month", "30"), ("week", "mon,fri"), ("half-month", None)):
        for each in read_back(every(interval, days)):
            start = dt.datetime.combine(each.decoded("DTSTART"), dt.time())
            assert next(islice(rrulestr(each["RRULE"].to_ical().decode(), dtstart=start), 1)) == start
