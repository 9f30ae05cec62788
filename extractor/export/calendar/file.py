"""Events -> the bytes of an iCalendar file (RFC 5545); the only module that loads icalendar."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from extractor.export.one_line import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
_REMEMBERED = 10_000  # lines: the days and hours of a few years
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
        yield _event(event)
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


def _event(event: Event) -> bytes:
    """The lines of an event, in the order of icalendar; its words are its own, all else recurs from day to day."""
    lines = {
        "UID": _words("UID", event.uid),
        "DTSTAMP": _line("DTSTAMP", event.stamp),
        "LAST-MODIFIED": _line("LAST-MODIFIED", event.stamp),
        "SEQUENCE": _line("SEQUENCE", event.revision),
        "DTSTART": _line("DTSTART", _moment(event.start)),
        "SUMMARY": _words("SUMMARY", event.summary),
        "DESCRIPTION": _words("DESCRIPTION", event.description),
        "CATEGORIES": _line("CATEGORIES", (_plain(event.category),)),
        "STATUS": _line("STATUS", event.status),
        "TRANSP": _line("TRANSP", "OPAQUE" if event.busy else "TRANSPARENT"),
    }
    if event.end:
        lines["DTEND"] = _line("DTEND", event.end)
    if event.repeat:
        lines["RRULE"] = _line("RRULE", _Rule(event.repeat))
    said = _words("DESCRIPTION", event.summary) if event.alarms else b""
    alarms = (_alarm(said, minutes) for minutes in event.alarms)
    return b"".join((b"BEGIN:VEVENT\r\n", *_ordered("Event", lines), *alarms, b"END:VEVENT\r\n"))


def _alarm(said: bytes, minutes: int) -> bytes:
    lines = {
        "ACTION": _line("ACTION", "DISPLAY"),
        "DESCRIPTION": said,
        "TRIGGER": _line("TRIGGER", -dt.timedelta(minutes=minutes)),
    }
    return b"".join((b"BEGIN:VALARM\r\n", *_ordered("Alarm", lines), b"END:VALARM\r\n"))


class _Rule(tuple[tuple[str, Any], ...]):
    """The parts of an RRULE, to be told from other tuples."""

    __slots__ = ()


@lru_cache(_REMEMBERED, typed=True)
def _line(name: str, value: object) -> bytes:
    """The line of a property as icalendar checks, encodes and folds it."""
    from icalendar import Component  # noqa: PLC0415 - loads when a calendar is written

    component = Component()
    given: Any = list(value) if isinstance(value, tuple) else value
    if isinstance(value, _Rule):
        given = {key: list(part) if isinstance(part, tuple) else part for key, part in value}
    component.add(name, given)
    return _encoded(component.content_line(name, component[name]))


def _words(name: str, words: str) -> bytes:
    """The line of a property that holds words, escaped and folded by icalendar."""
    from icalendar import Component, vText  # noqa: PLC0415 - as above

    return _encoded(Component().content_line(name, vText(_plain(words))))


def _encoded(line: Any) -> bytes:  # noqa: ANN401 - icalendar exports no type for it
    return bytes(line.to_ical()) + b"\r\n"


def _ordered(kind: str, lines: Mapping[str, bytes]) -> Iterator[bytes]:
    return (lines[name] for name in _order(kind, tuple(lines)))


@lru_cache
def _order(kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The order in which icalendar writes these properties of a component."""
    import icalendar  # noqa: PLC0415 - as above

    component = getattr(icalendar, kind)()
    for name in names:
        component[name] = ""
    return tuple(component.sorted_keys())


def _moment(moment: Moment) -> Moment:
    return moment.replace(tzinfo=ZoneInfo(ZONE)) if isinstance(moment, dt.datetime) else moment


def _plain(words: str) -> str:
    """``words`` without the characters that UTF-8 cannot hold."""
    return words.encode("utf-8", "replace").decode()
