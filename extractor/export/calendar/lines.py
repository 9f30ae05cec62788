r"""Names and values -> the content lines of an iCalendar file, folded (RFC 5545, 3.1).

Written without a library: to load one takes longer than to read a notice, and each event took half a millisecond.
The tests read every calendar with two libraries, and compare the bytes with those of one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

_MOST = 74  # bytes of a line, and one for the blank before what goes on
_DAY, _HOUR = 24 * 60, 60


def component(name: str, lines: Iterable[bytes], inner: Iterable[bytes] = ()) -> Iterator[bytes]:
    """``lines`` and the components ``inner``, between BEGIN and END."""
    yield line("BEGIN", name)
    yield from lines
    yield from inner
    yield line("END", name)


def line(name: str, value: str) -> bytes:
    """A content line whose value needs no escape: ``SEQUENCE:0``."""
    return _folded(f"{name}:{value}".encode("utf-8", "replace"))


def words(name: str, value: str) -> bytes:
    r"""A line of words (TEXT, 3.3.11): ``甲,乙；丙`` → ``SUMMARY:甲\,乙；丙``."""
    plain = value.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,")
    return line(name, plain.replace("\r\n", r"\n").replace("\n", r"\n").replace("\r", r"\n"))


def day(moment: dt.date) -> str:
    """A day, or a moment without its zone: ``20240630``, ``20240630T093000``."""
    return moment.isoformat().partition(".")[0].partition("+")[0].replace("-", "").replace(":", "")


def before(minutes: int) -> str:
    """How long before the start (3.3.6): 3780 → ``-P2DT15H``."""
    days, rest = divmod(abs(minutes), _DAY)
    hours, rest = divmod(rest, _HOUR)
    clock = (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
    sign = "-" if minutes > 0 else ""
    return f"{sign}P{f'{days}D' if days or not clock else ''}{f'T{clock}' if clock else ''}"


def _folded(raw: bytes) -> bytes:
    """Cut between characters, and not behind the sign of an escape, which some readers would not find again."""
    pieces = []
    while len(raw) > _MOST:
        end = _MOST
        while raw[end] & 0xC0 == 0x80:  # noqa: PLR2004 - a byte that goes on with a character (RFC 3629)
            end -= 1
        end -= raw[end - 1] in b"\\^"
        pieces.append(raw[:end])
        raw = raw[end:]
    return b"\r\n ".join((*pieces, raw)) + b"\r\n"
