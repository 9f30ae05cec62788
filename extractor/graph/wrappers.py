"""Titles of notices that print another document: 关于印发《X》的通知 names X as well."""

from __future__ import annotations

from extractor.graph.names import distinctive, without_issuer
from extractor.rules.pattern.own import own

_PRINTS = own(
    r"(?P<by>.{0,60}?)(?:关于)?(?:修订|重新|联合|公开)?(?P<verb>印发|公布|发布|颁布|下发|制发)"
    r"(?:了)?(?P<printed>.{4,})的?(?:通知|公告|通报|决定|命令|令|函)"
)


def printed_title(key: str) -> str | None:
    """What a notice of this title (a key) prints: ``甲局关于印发乙办法的通知`` gives ``乙办法``; else None.

    What is forwarded (转发) is not printed by the notice: it is a document of somebody else.
    """
    match = _PRINTS.fullmatch(key)
    printed = match["printed"].removesuffix("的") if match else ""
    return printed if distinctive(printed) else None


def issuer_of_wrapper(key: str) -> str:
    """The issuer in front of 关于印发…的通知 or 印发…的通知; empty when the title names none."""
    match = _PRINTS.fullmatch(key)
    return match["by"] if match else without_issuer(key)[0]
