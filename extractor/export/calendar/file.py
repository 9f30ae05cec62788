"""Events -> the bytes of an iCalendar file (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from extractor.export.calendar.lines import before, component, day, line, words
from extractor.export.one_line import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.export.calendar.event import Event, Moment
    from extractor.export.calendar.repeat import Parts

NAME = "任务台账"
ZONE = "Asia/Shanghai"
_ORDER = ("FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH")
_ZONE = (
    ("DTSTART", "19700101T000000"),
    ("TZNAME", "CST"),
    ("TZOFFSETFROM", "+0800"),
    ("TZOFFSETTO", "+0800"),
)
_HEAD = (
    ("VERSION", "2.0"),
    ("PRODID", "-//extractor//task ledger//ZH"),
    ("CALSCALE", "GREGORIAN"),
    ("METHOD", "PUBLISH"),
)


def calendar_bytes(events: Iterable[Event], name: str = NAME) -> bytes:
    """An iCalendar file named ``name``; the same events, the same bytes."""
    return b"".join(calendar_chunks(events, name))


def calendar_chunks(events: Iterable[Event], name: str = NAME) -> Iterator[bytes]:
    """The same, event by event.

    A time of day is one in China, without daylight saving: the zone is defined in the file itself.
    """
    head = (*(line(*each) for each in _HEAD), line("X-WR-CALNAME", one_line(name)), line("X-WR-TIMEZONE", ZONE))
    standard = component("STANDARD", (line(*each) for each in _ZONE))
    zone = component("VTIMEZONE", (line("TZID", ZONE),), standard)
    inside = (b"".join(_component(event)) for event in events)
    yield from component("VCALENDAR", (*head, *zone), inside)


def _component(event: Event) -> Iterator[bytes]:
    alarms = (piece for minutes in event.alarms for piece in _alarm(event.summary, minutes))
    return component("VEVENT", _lines(event), alarms)


def _lines(event: Event) -> Iterator[bytes]:
    stamp = day(event.stamp) + "Z"
    yield words("SUMMARY", event.summary)
    yield line(*_moment("DTSTART", event.start))
    if event.end:
        yield line(*_moment("DTEND", event.end))
    yield line("DTSTAMP", stamp)
    yield words("UID", event.uid)
    yield line("SEQUENCE", str(event.revision))
    if event.repeat:
        yield line("RRULE", _rule(event.repeat))
    yield words("CATEGORIES", event.category)
    yield words("DESCRIPTION", event.description)
    yield line("LAST-MODIFIED", stamp)
    yield line("STATUS", event.status)
    yield line("TRANSP", "OPAQUE" if event.busy else "TRANSPARENT")


def _alarm(summary: str, minutes: int) -> Iterator[bytes]:
    lines = (line("ACTION", "DISPLAY"), words("DESCRIPTION", summary), line("TRIGGER", before(minutes)))
    return component("VALARM", lines)


def _moment(name: str, moment: Moment) -> tuple[str, str]:
    timed = isinstance(moment, dt.datetime)
    return f"{name};TZID={ZONE}" if timed else f"{name};VALUE=DATE", day(moment)


def _rule(parts: Parts) -> str:
    return ";".join(f"{key}={_part(value)}" for key, value in sorted(parts, key=lambda part: _ORDER.index(part[0])))


def _part(value: str | int | tuple[str, ...] | dt.date) -> str:
    if isinstance(value, tuple):
        return ",".join(value)
    return day(value) if isinstance(value, dt.date) else str(value)
