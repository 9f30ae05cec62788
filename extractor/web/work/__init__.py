"""Reading the files of the corpus folder beside the pages: one job at a time, in a process of its own."""

from extractor.web.work.readings import Readings
from extractor.web.work.state import Wish

__all__ = ["Readings", "Wish"]
