"""Whether words mean the body that issues the notice: what it announces to do is no task of the addressees."""

from __future__ import annotations

from extractor.rules.pattern.own import own

MIN_SHORT = 3
_BESIDES = own(r"[（(][^（）()]*[）)]$")
_SHORT_ENDS = (("委员会", "委"), ("协会", "协"), ("联合会", "联"), ("办公室", "办"), ("办公厅", "办"), ("大学", "大"))


def is_issuer(words: str, issuers: tuple[str, ...]) -> bool:
    """Whether the words name the issuing body itself: what it announces to do is no task of the addressees.

    Of several bodies that issue a notice together, one named in full is told to do its part.
    """
    issuers = tuple(map(_plain, issuers))
    if words in issuers:
        return len(issuers) == 1
    return any(_is_short_form(words, body) for issuer in issuers for body in _speaks_for(issuer))


def _speaks_for(issuer: str) -> tuple[str, ...]:
    """The issuing body, and the government or committee whose office it is: 云州市人民政府 for its 办公室."""
    body = issuer.removesuffix("办公室").removesuffix("办公厅")
    return (issuer, body) if body != issuer and body.endswith(("政府", "委员会")) else (issuer,)


def _plain(issuer: str) -> str:
    """本科生院 for 本科生院（招生办公室、教师教学发展中心）: without what it is besides."""
    return _BESIDES.sub("", issuer) or issuer


def _is_short_form(words: str, issuer: str) -> bool:
    """省工信厅 for 云江省工业和信息化厅, 市科协 for 云江市科学技术协会: in order, one end for the other."""
    ends = {issuer[-1], *(short for long, short in _SHORT_ENDS if issuer.endswith(long))}
    if len(words) < MIN_SHORT or words[-1] not in ends:
        return False
    rest = iter(issuer)
    return all(character in rest for character in words)
