"""``--within 14d``: how far ahead reminders look."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.commands.manner import Command

_LENGTH = own(r"(\d{1,4})([dwmy])")


class Within(click.ParamType["Callable[[dt.date], dt.date]"]):
    """A length of time, ``14d`` ``2w`` ``1m`` ``1y``, as what turns a day into the last day that it reaches."""

    name = "期限"

    def convert(
        self, value: str | Callable[[dt.date], dt.date], param: click.Parameter | None, ctx: click.Context | None
    ) -> Callable[[dt.date], dt.date]:
        """Read the length, or say how it is written."""
        if not isinstance(value, str):
            return value
        match = _LENGTH.fullmatch(value.strip().lower())
        if not match:
            self.fail(f"“{value}”不是期限，请写成 14d（天）、2w（周）、1m（月）或 1y（年）", param, ctx)
        count, unit = int(match[1]), match[2]
        return lambda day: reached(day, count, unit)


def within(command: Command) -> Command:
    """``--within LENGTH``."""
    return click.option(
        "--within", type=Within(), metavar="期限", help="今后多久以内到期：14d、2w、1m、1y (due so soon)。"
    )(command)


def reached(day: dt.date, count: int, unit: str) -> dt.date:
    """The last day that lies within ``count`` days, weeks, months or years (``d w m y``) of ``day``."""
    from extractor.extract.times.lengths import length_of  # noqa: PLC0415 - --help counts no days

    try:
        return length_of(f"{count * 7}d" if unit == "w" else f"{count}{unit}").after(day)[0]
    except (OverflowError, ValueError):  # beyond the last year of the calendar
        return dt.date.max
