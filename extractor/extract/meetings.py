"""Meetings and events that the addressees have to attend (T4): which documents call to one, and where they say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.extract.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.extract.meeting_words import MeetingWords
    from extractor.model.draft import Draft, Paragraph
    from extractor.model.span import Span

_ENOUGH = 2  # headings on one meeting that need no sentence to say that it is called


def calls_meeting(draft: Draft, meetings: MeetingWords) -> bool:
    """Whether a document calls to a meeting, be it without a title that says so.

    ::

        关于召开推进会的通知                                     its title
        学校定于6月3日召开推进会，… 一、会议时间 二、参会人员      its opening, and a section on it or 请……参加
    第二次会议于6月3日在市区举行。… 一、出席会议人员           … said the other way round, and a section on it
        一、会议时间 二、会议地点                                two such sections
    """
    title = draft.frame.title
    if title is not None and meetings.is_meeting(title.value):
        return True
    about = sum(meetings.is_on_meeting(section.title) for section in draft.outline)
    if about >= _ENOUGH:
        return True
    opening = "\n".join(paragraph.text for paragraph in _opening(draft))
    if about and meetings.holds(opening):
        return True
    return meetings.convenes(opening, (), called=False) and (about > 0 or meetings.invites(opening))


def _opening(draft: Draft) -> Iterator[Paragraph]:
    """What stands above the first section."""
    first = draft.outline[0].span.start if draft.outline else draft.span.end
    return (paragraph for paragraph in draft.body if paragraph.span.start < first and not paragraph.table)


def convening(folded: str, paragraphs: Iterable[Paragraph], meetings: MeetingWords) -> Iterator[Span]:
    """The sentences that convene without asking anybody: 定于4月10日上午9时召开推进会。."""
    for paragraph in paragraphs:
        for sentence in sentences(folded, paragraph.span):
            words = sentence.quote(folded)
            if meetings.convenes(words, (), called=False) or meetings.holds(words):
                yield sentence
