"""Events -> the bytes of an iCalendar file (RFC 5545); the only module that loads icalendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from extractor.export.one_line import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import icalendar

    from extractor.export.calendar.event import Event, Moment

NAME = "任务台账"
ZONE = "Asia/Shanghai"
_HEAD = (
    ("prodid", "-//extractor//task ledger//ZH"),
    ("version", "2.0"),
    ("calscale", "GREGORIAN"),
    ("method", "PUBLISH"),
    ("x-wr-timezone", ZONE),
)
_END = b"END:VCALENDAR"
_CHINA = dt.timedelta(hours=8)


def calendar_bytes(events: Iterable[Event], name: str = NAME) -> bytes:
    """An iCalendar file named ``name``; the same events, the same bytes."""
    return b"".join(calendar_chunks(events, name))


def calendar_chunks(events: Iterable[Event], name: str = NAME) -> Iterator[bytes]:
    """The same, event by event.

    A time of day is one in China, without daylight saving: the zone is defined in the file itself.
    """
    from icalendar import Calendar  # noqa: PLC0415 - loads when a calendar is written

    calendar = Calendar()
    for key, value in (*_HEAD, ("x-wr-calname", _plain(one_line(name)))):
        calendar.add(key, value)
    calendar.add_component(_zone())
    head, end, rest = calendar.to_ical().rpartition(_END)
    yield head
    for event in events:
        yield _component(event).to_ical()
    yield end + rest


def _zone() -> icalendar.Timezone:
    from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415

    standard = TimezoneStandard()
    standard.add("dtstart", dt.datetime(1970, 1, 1))  # noqa: DTZ001 - zones begin at local time
    standard.add("tzoffsetfrom", _CHINA)
    standard.add("tzoffsetto", _CHINA)
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    return zone


def _component(event: Event) -> icalendar.Event:
    from icalendar import Event as Component  # noqa: PLC0415

    found = Component()
    found.add("uid", event.uid)
    found.add("dtstamp", event.stamp)
    found.add("last-modified", event.stamp)
    found.add("sequence", event.revision)
    found.add("dtstart", _moment(event.start))
    if event.end:
        found.add("dtend", event.end)
    if event.repeat:
        found.add("rrule", {key: list(value) if isinstance(value, tuple) else value for key, value in event.repeat})
    found.add("summary", _plain(event.summary))
    found.add("description", _plain(event.description))
    found.add("categories", [_plain(event.category)])
    found.add("status", event.status)
    found.add("transp", "OPAQUE" if event.busy else "TRANSPARENT")
    for minutes in event.alarms:
        found.add_component(_alarm(event.summary, minutes))
    return found


def _alarm(summary: str, minutes: int) -> icalendar.Alarm:
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _plain(summary))
    alarm.add("trigger", -dt.timedelta(minutes=minutes))
    return alarm


def _moment(moment: Moment) -> Moment:
    return moment.replace(tzinfo=ZoneInfo(ZONE)) if isinstance(moment, dt.datetime) else moment


def _plain(words: str) -> str:
    """``words`` without the characters that UTF-8 cannot hold."""
    return words.encode("utf-8", "replace").decode()
