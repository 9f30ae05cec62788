r"""RTF as tokens: groups, control words with their numbers, bytes of text.

::

    {\rtf1\ansicpg936 \b \'b9\'ab\'b8\'e6\b0\par}   open, rtf 1, ansicpg 936, b, bytes B9 AB B8 E6, b 0, par, close

Source: Rich Text Format Specification 1.9.1, Microsoft, 2008.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    rb"\\(?:'(?P<byte>[0-9A-Fa-f]{2})|(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?|(?P<sign>[^A-Za-z]))"
    rb"|(?P<group>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_ESCAPED = (b"{", b"}", b"\\")  # signs of the text itself


class Token(NamedTuple):
    """``word`` is a control word, a sign, ``{`` or ``}``; empty for text, whose bytes are in ``data``."""

    word: str
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file; what follows ``bin`` is passed over."""
    position = 0
    while match := _TOKEN.match(data, position):
        position = match.end()
        if match["word"]:
            number = int(match["number"]) if match["number"] else None
            word = match["word"].decode()
            if word == "bin":
                position += max(0, number or 0)
            else:
                yield Token(word, number)
        elif match["byte"]:
            yield Token("", None, bytes.fromhex(match["byte"].decode()))
        elif match["text"] or match["sign"] in _ESCAPED:
            yield Token("", None, match["text"] or match["sign"])
        elif match["group"] or match["sign"]:
            yield Token((match["group"] or match["sign"]).decode("latin-1"))
