"""Words of a notice on one line, for files that bear no line breaks and no control characters."""

from __future__ import annotations

_CUT = "……"


def one_line(text: str, longest: int | None = None) -> str:
    """``text`` with blanks and line breaks as one blank each, and nothing that cannot be printed.

    Longer than ``longest`` characters, it is cut off and says so: ……
    """
    line = " ".join(text.split())  # first, because the ideographic space is not printable either
    if not line.isprintable():
        line = "".join(each for each in line if each.isprintable())
    return line if longest is None or len(line) <= longest else line[: longest - len(_CUT)] + _CUT


def shortened(words: str, longest: int) -> str:
    """``words`` on one line, for messages and answers; one longer than ``longest`` ends in an ellipsis."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
