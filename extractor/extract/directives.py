"""Whether words tell somebody to do something, and of what kind the demand is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.rules.splice import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.notice import TaskKind
    from extractor.rules.rule import RuleBook

_LIST_OF_TITLES = re.compile(
    r"(?P<before>[^。；，]{0,16}?)《[^《》]*(?:《[^《》]*》[^《》]*)*》(?:（[^（）]{1,40}）|\([^()]{1,40}\))?[。；]?$"
)
MAX_HEADING = 40


class Directives:
    """Tests on folded words, by the vocabulary of ``patterns/tasks.toml`` and ``patterns/actors.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Compile the vocabulary."""
        words = book.words
        self._modal = book.compile("{modal}|(?<![申邀聘提])请(?!示|假|求)")
        verbs = alternation(words("task.verb"))
        self._verb = re.compile(
            rf"(?:(?<=[。；！？，、：\n ”])|^)(?:{alternation(words('actor.adverb'))}|要|应|须|需|请){{0,3}}(?:{verbs}|对[^，。；\n]{{1,40}}?(?:予以|进行|给予|责令|开展|实施|加强|做到))"
        )
        self._title_verb = re.compile(rf"{alternation(words('task.title'))}(?:阶段|工作|环节)?$")
        self._empty = re.compile(alternation(words("task.empty")))
        self._permit = re.compile(
            rf"{alternation(words('task.permit'))}|^(?:[^，。；：]{{0,16}}。)?(?:支持|鼓励|允许|提倡)"
        )
        self._framing = self._heading(words("section.framing"), verbs)
        self._requirement = self._heading(words("section.requirement"))
        self._submission_heading = re.compile(rf"^[^，。]{{0,6}}{alternation(words('section.submission'))}")
        self._submission_section = re.compile(rf"^{alternation(words('section.submission'))}")
        self._submission = book.compile("{submission}")
        self._choice = re.compile(
            r"可(?:结合|根据|围绕|从|在|自行|选择|自选|任选)[^。]{0,40}(?:选择|选取|自行|围绕|设计|主题|选题|确定)|(?:自选|任选|参考)(?:主题|选题|方向|内容)"
        )
        self._condition = re.compile(alternation(words("task.condition")))
        self._reference_only = re.compile(alternation(words("document.no-tasks")))
        meeting = alternation(words("meeting.noun"))
        self._meeting = re.compile(
            rf"(?:召开|举行|举办|参加|出席)[^。；]{{0,60}}?{meeting}|{meeting}[^。；]{{0,8}}(?:的预?通知|安排)"
        )
        self._convenes = re.compile(
            rf"(?:定于|拟于|将于|兹于|决定于)[^。；]{{0,60}}?(?:召开|举行|举办)[^。；]{{0,60}}?{meeting}"
        )
        self._when = re.compile(r"^(?:会议|培训|活动|报到|举办|召开|论坛|开班)?[^，。]{0,4}(?:时间|日期|安排)")

    @staticmethod
    def _heading(words: Sequence[str], verbs: str = "[^一-龥]") -> re.Pattern[str]:
        return re.compile(
            rf"^(?:(?!{verbs}[^，。]{{5}})[^，。]{{0,10}}[、和及与]?|[^，。]{{1,24}}的)?{alternation(words)}(?:和[^，。]{{1,8}}|及[^，。]{{1,8}})?$"
        )

    def directs(self, words: str) -> bool:
        """Whether the words hold a modal (要, 应, 须, 请) or a clause that opens with a verb of doing."""
        return bool(self._modal.search(words) or self._verb.search(words))

    def demands(self, words: str) -> bool:
        """Whether the words hold a modal: stricter than ``directs``, for running text."""
        return bool(self._modal.search(words))

    def is_empty(self, words: str) -> bool:
        """特此通知, 请认真贯彻执行 and no other demand."""
        return bool(self._empty.search(words)) and not self.demands(self._empty.sub("", words))

    def tells(self, words: str) -> bool:
        """Whether a sentence tells to do something: it directs, and more than permits or sets a condition."""
        plain = self._condition.sub("", words)
        if self._permit.search(words) and not self._modal.search(plain):
            return False
        return self.directs(plain) if self._condition.search(words) is None else self.demands(plain)

    def only_permits(self, words: str) -> bool:
        """可…, 允许…, 应为…: what somebody may do or has to be, without a demand to do something."""
        plain = self._condition.sub("", words)
        return not self.demands(plain) and bool(self._permit.search(words) or plain != words)

    def is_reference_only(self, title: str) -> bool:
        """Whether a document under this title is there to choose from or to look up, and holds no tasks."""
        return bool(self._reference_only.search(title))

    def is_framing(self, titles: Sequence[str]) -> bool:
        """Whether one of the headings on the way down opens a section of aims, scope, criteria or contacts."""
        return any(self._framing.search(title.rstrip("。：: ")) for title in titles if len(title) <= MAX_HEADING)

    def is_requirement(self, titles: Sequence[str]) -> bool:
        """Whether the item stands in a section on how to carry the work out."""
        return any(self._requirement.search(title.rstrip("。：: ")) for title in titles)

    def offers_choice(self, words: str) -> bool:
        """Whether the lead-in of a section offers its items for choice."""
        return bool(self._choice.search(words))

    def is_title_list(self, words: str) -> bool:
        """Whether an item is nothing but the title of a document."""
        match = _LIST_OF_TITLES.match(words)
        return match is not None and not self.directs(match["before"])

    def is_meeting(self, words: str) -> bool:
        """Whether the words call to a meeting or event."""
        return bool(self._meeting.search(words))

    def convenes(self, words: str, titles: Sequence[str], *, called: bool) -> bool:
        """Whether a task is the meeting itself: 定于…召开…会, or 会议时间 in a notice that calls to a meeting."""
        heading = titles[-1] if titles else words[:8]
        return bool(self._convenes.search(words)) or (called and bool(self._when.match(heading)))

    def submits(self, words: str) -> bool:
        """Whether something has to be reported, handed in, sent, registered or applied for."""
        return bool(self._submission.search(words))

    def kind(self, titles: Sequence[str], words: str, *, stated: bool = False) -> TaskKind:
        """The kind of a task under the headings ``titles`` with the text ``words``."""
        heading = titles[-1] if titles else ""
        below = re.split(r"[。；\n]", words.removeprefix(heading).lstrip("。：\n "), maxsplit=1)[0]
        if self._names_submission(titles):
            return "submission"
        if stated or not self.is_requirement(titles):
            if self.submits(words if stated else f"{heading}。{below}"):
                return "submission"
            if not stated or not self.is_requirement(titles):
                return "task"
        return "requirement"

    def _names_submission(self, titles: Sequence[str]) -> bool:
        """Whether the item's own short heading is about handing in, or a section above opens with such a word."""
        short = [title for title in titles if len(title) <= MAX_HEADING // 2]
        own = bool(short) and short[-1] == titles[-1] and self._submission_heading.search(short[-1]) is not None
        return own or any(self._submission_section.match(title) for title in short)
