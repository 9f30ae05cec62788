"""Events -> the bytes of an iCalendar file (RFC 5545).

Written here and not by a library: the ledger's whole calendar is made anew by every run, and tens of thousands of
events would cost more than reading the notices. What is written is read back by two libraries in the tests.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from extractor.export.one_line import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.export.calendar.event import Event, Moment

ZONE = "Asia/Shanghai"
NAME = "任务台账"
_HEAD = f"""\
BEGIN:VCALENDAR
PRODID:-//extractor//task ledger//ZH
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:{{name}}
X-WR-TIMEZONE:{ZONE}
BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
END:VTIMEZONE"""
_OCTETS = 75  # of a line, its line break aside
_SPECIAL = re.compile(r"[\\;,\n]")
_CONTINUES = 0b10  # how the later bytes of a character begin in UTF-8


def calendar_bytes(events: Iterable[Event], name: str = NAME) -> bytes:
    """An iCalendar file named ``name``: lines of at most 75 octets, CRLF, UTF-8; the same events, the same bytes.

    A time of day is one in China, without daylight saving: the zone is defined in the file itself.
    """
    lines = [*_HEAD.format(name=escaped(one_line(name))).split("\n")]
    for event in events:
        lines += _lines(event)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """A value of the type TEXT: backslash, semicolon, comma and line break with a backslash before them."""
    if not _SPECIAL.search(text):
        return text
    return _SPECIAL.sub(lambda sign: "\\n" if sign[0] == "\n" else "\\" + sign[0], text)


def folded(line: str) -> bytes:
    """A content line with its line breaks: what is longer than 75 octets goes on after CRLF and a blank.

    No character is torn apart: a Chinese one has three octets.
    """
    data = line.encode("utf-8", "replace")
    if len(data) <= _OCTETS:
        return data + b"\r\n"
    parts, start, room = [], 0, _OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] >> 6 == _CONTINUES:
            end -= 1
        parts.append(data[start:end])
        start, room = end, _OCTETS - 1  # the blank counts
    return b"\r\n ".join([*parts, data[start:]]) + b"\r\n"


def _lines(event: Event) -> Iterator[str]:
    stamp, summary = f"{_compact(event.stamp)}T{event.stamp:%H%M%S}Z", escaped(event.summary)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{event.revision}"
    yield f"DTSTART{_moment(event.start)}"
    if event.end:
        yield f"DTEND{_moment(event.end)}"
    if event.repeat:
        yield "RRULE:" + ";".join(f"{key}={_part(value)}" for key, value in event.repeat)
    yield f"SUMMARY:{summary}"
    yield f"DESCRIPTION:{escaped(event.description)}"
    yield f"CATEGORIES:{escaped(event.category)}"
    yield f"STATUS:{event.status}"
    yield f"TRANSP:{'OPAQUE' if event.busy else 'TRANSPARENT'}"
    for minutes in event.alarms:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}")
        yield from (f"TRIGGER:-PT{minutes}M", "END:VALARM")
    yield "END:VEVENT"


def _moment(moment: Moment) -> str:
    if isinstance(moment, dt.datetime):
        return f";TZID={ZONE}:{_compact(moment)}T{moment:%H%M%S}"
    return f";VALUE=DATE:{_compact(moment)}"


def _compact(day: dt.date) -> str:
    return day.isoformat()[:10].replace("-", "")


def _part(value: str | int | tuple[str, ...] | dt.date) -> str:
    if isinstance(value, tuple):
        return ",".join(value)
    return _compact(value) if isinstance(value, dt.date) else str(value)
