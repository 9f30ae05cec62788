"""The grammar of time: which words demand something by when, and the day or interval that they mean."""

from extractor.extract.times.context import TimeContext, TimesRead
from extractor.extract.times.read import read_times
from extractor.extract.times.short import short_form

__all__ = ["TimeContext", "TimesRead", "read_times", "short_form"]
