"""Where a group of a pattern ends: brackets that are escaped, or stand in a set, close nothing."""

from __future__ import annotations

import re

SET = r"\[\^?\]?(?:\\.|[^\]\\])*+\]"
"""A set in a pattern, as a pattern."""
_TOKEN = re.compile(rf"\\.|{SET}|(?P<open>\()|(?P<close>\))", re.DOTALL)


def group_at(expression: str, start: int) -> str:
    """The group that opens at ``start``, with both its brackets; "" when it is not closed.

    Example:
        ``甲(?:乙|[)]丙)丁`` from 1 → ``(?:乙|[)]丙)``.
    """
    depth = 0
    for token in _TOKEN.finditer(expression, start):
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        if not depth:
            return expression[start : token.end()]
    return ""
