"""Where the records lie that messages are about: in buckets, each read by whoever is at its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.model.record import Record


class Shelf(Protocol):
    """The records of all files, dealt out to buckets; it can be sent to another process."""

    @property
    def buckets(self) -> int:
        """How many there are."""

    def bucket(self, file: str) -> int:
        """The bucket that a file's record lies in."""

    def records(self, bucket: int) -> Iterator[Record]:
        """The records of a bucket by file name, one at a time."""


def key_of(bucket: int) -> str:
    """The key of messages to a bucket."""
    return f"bucket {bucket}"


def number_in(key: str) -> int | None:
    """The bucket that a message goes to; None when it goes elsewhere."""
    head, _, number = key.partition(" ")
    return int(number) if head == "bucket" and number.isdigit() else None
