"""Take out of a page what the server would have worked on: ``<%…%>``, ``<?php…?>``, ``${…}``."""

from __future__ import annotations

from extractor.rules.pattern.own import own

_TAGS = (("<%", "%>"), ("<?php", "?>"), ("<?=", "?>"), ("<?xml", "?>"))
_EXPRESSION = own(r"[$#]\{[^{}\n]{0,200}\}|\{\{[^{}\n]{0,200}\}\}")


def without_server_tags(text: str) -> str:
    """``text`` without the tags of ASP, JSP and PHP and without expressions; an unclosed tag stays.

    Example: ``点击：<%=count%>次`` → ``点击：次``.
    """
    for opening, closing in _TAGS:
        text = _without(text, opening, closing)
    return _EXPRESSION.sub("", text)


def _without(text: str, opening: str, closing: str) -> str:
    first, *rest = text.split(opening)
    kept = [first]
    for part in rest:
        _, closed, after = part.partition(closing)
        kept.append(after if closed else opening + part)
    return "".join(kept)
