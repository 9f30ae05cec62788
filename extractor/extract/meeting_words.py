"""Whether words call to a meeting, or say when it is and who comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.rules.book import RuleBook

_SITTING_HEAD = own(r"(?:会议|开会)时间(?:[及和与、]?地点)?$")
_SITTING = own(r"(?:会议|开会)时间(?:[及和与、]?地点)?[ ]?(?:：|(?=\d))")


class MeetingWords:
    """Tests on folded words, by the vocabulary of meetings in ``patterns/tasks.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Compile the vocabulary."""
        shape = book.compile
        self._called, self._convenes = shape("{meeting-called}"), shape("{meeting-convened}")
        self._held, self._when = shape("{meeting-held}"), shape("{meeting-when}")
        self._on_meeting, self._invites = shape("^{meeting.section}"), shape("{meeting-invites}")

    def is_meeting(self, words: str) -> bool:
        """Whether the words call to a meeting or event."""
        return bool(self._called.search(words))

    def convenes(self, words: str, titles: Sequence[str], *, called: bool) -> bool:
        """Whether a task is the meeting itself: 定于…召开…会, or 会议时间 in a notice that calls to a meeting."""
        heading = titles[-1] if titles else words[:8]
        if self._convenes.search(words) or _SITTING.match(words.removeprefix(heading).lstrip("：\n ")):
            return True
        return bool(_SITTING_HEAD.match(heading)) or (called and bool(self._when.match(heading)))

    def holds(self, words: str) -> bool:
        """Whether a sentence says when a meeting takes place: 第二次会议于1月14日在市区举行."""
        return bool(self._held.search(words))

    def is_on_meeting(self, heading: str) -> bool:
        """Whether a section says when and where a meeting is, or who comes: 会议时间, 参会人员."""
        return bool(self._on_meeting.search(heading))

    def invites(self, words: str) -> bool:
        """Whether somebody is asked to come: 请各镇镇长准时参加."""
        return bool(self._invites.search(words))
