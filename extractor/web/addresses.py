"""Where bodies and notices have their pages, for whatever names one."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def body_address(name: str, home: str = "") -> str:
    """``/bodies/党委组织部?home=甲学院``, with everything that is no plain letter in its % form; on one line."""
    query = f"?{urlencode({'home': home})}" if home else ""
    return f"/bodies/{quote(' '.join(name.split()))}{query}"


def notice_address(file: str, words: str = "") -> str:
    """``/notices/2024/清理.txt``; with ``words`` browsers that can scroll to them do.

    Source: WICG, URL Fragment Text Directives.
    """
    plain = quote(" ".join(words.split()), safe="").replace("-", "%2D")
    return f"/notices/{quote(file)}#:~:text={plain}" if plain else f"/notices/{quote(file)}"
