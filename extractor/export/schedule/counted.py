"""Times counted from the date of issue: 印发之日起15个工作日内 is a day as soon as that date is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


def counted(after: str, within: str | None, issued: dt.date | None) -> tuple[dt.date, tuple[str, ...]] | None:
    """The day that lies ``within`` after the event ``after``, and the assumptions made.

    None when the event is no issue of the document itself, or that date is not known.

    Args:
        after: the event as printed, e.g. 印发之日.
        within: ``30d``, ``15wd``, ``3m``, ``1y``, ``48h``, ``60min``; negative: before the event.
        issued: the date of issue.
    """
    if issued is None or not within:
        return None
    # The grammar of time comes with all its rules: few questions need it.
    from extractor.extract.times.lengths import length_of  # noqa: PLC0415
    from extractor.extract.times.relative import is_issue  # noqa: PLC0415

    if not is_issue(after):
        return None
    try:
        return length_of(within).after(issued)
    except (OverflowError, ValueError):  # no length, or beyond the calendar's last year
        return None
