"""Whether words tell somebody to do something, and of what kind the demand is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.extract.headings import Framing, Headings
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.notice import TaskKind
    from extractor.rules.book import RuleBook

_LIST_OF_TITLES = own(
    r"(?P<before>[^。；，]{0,16}?)《[^《》]*(?:《[^《》]*》[^《》]*)*》"
    r"[ \n]?(?:（[^（）]{1,40}）|\([^()]{1,40}\))?[。；]?$"
)
# 为加强领导，确保实效，学校成立…… tells why, not what to do; 为做好登记，建立台账 goes on to tell it.
_PURPOSE = own(
    r"^(?:为了?|为着)(?![期主本先首])[^。；：，]{2,60}，(?:(?:确保|保证|保障|推动|促进|防止)[^。；：，]{1,40}，)*"
)
_ASKS = own(r"(?<![申邀聘提])请(?![示假求])|[将把]")
_DEFINES = own(  # 检查内容以进度为主
    r"本(?:意见|办法|通知|方案|规定|细则|制度|预案|条例)(?:所称|适用)|[^，。；]{2,16}，?是指"
    r"|[^，。；：]{0,20}(?:平台|网址|网站|系统|邮箱|地址|入口)：[^，。；\n]{0,80}$"
    r"|[^，。；：的]{2,6}(?:对象|内容|范围|形式)(?:为|是(?!否)|以(?=[^，。；]{2,60}为主))[^，。；]{1,80}(?:[。；\n]|$)"
)
_IN_FORCE = own(r"本(?:意见|办法|通[知告]|公告|规定|细则)[^，。；]{0,12}自[^，。；]{2,24}(?:施行|执行|实施|生效)")
_STAGE = own(r"阶段|步骤|时间安排|工作安排|进度安排")
_TIME_ENDS = ("日", "月", "年", "周", "旬", "底", "内", "前", "期间", "）")
_HANDS = own(r"[交报送填签]$|[前内后][^，。；]{0,8}$")  # 结束后一周内交《…》 is no entry of a list
_END = own(r"[。；\n]")
_FILE = own(r"\.(?:pdf|PDF|docx?|xlsx?|wps|ofd|zip|rar|jpe?g|png)$")  # 1.申报表.docx: what a page offers to download
MAX_HEADING = 40


class Directives:
    """Tests on folded words, by the vocabulary of ``patterns/tasks.toml`` and ``patterns/actors.toml``."""

    def __init__(self, book: RuleBook) -> None:
        """Compile the vocabulary."""
        words, shape = book.words, book.compile
        self._modal, self._clause, self._permit = shape("{task-modal}"), shape("{task-clause}"), shape("{task-permit}")
        self._choice, self._list_lead = shape("{task-choice}"), shape("{list-lead}")
        self._content_lead, self._state = shape("{content-lead}"), shape("{state}")
        self._submission = shape("{submission}")
        self._empty, self._condition = shape("{task-empty}"), shape("{task.condition}")
        self._reference_only = shape("{document.no-tasks}")
        self._framing = Framing(words("section.framing"), alternation(words("task.verb")))
        self._requirement = Headings(words("section.requirement"))
        self._submission_heading = shape("^[^，。]{0,6}{section.submission}")
        self._submission_section = shape("^{section.submission}")

    def directs(self, words: str) -> bool:
        """Whether the words hold a modal (要, 应, 须, 请) or a clause that opens with a verb of doing."""
        return bool(self._modal.search(words) or self._clause.search(words))

    def demands(self, words: str) -> bool:
        """Whether the words hold a modal: stricter than ``directs``, for running text."""
        return bool(self._modal.search(words))

    def is_empty(self, words: str) -> bool:
        """Whether a sentence is 特此通知, 请认真贯彻执行 or the like, without any other demand."""
        return bool(self._empty.search(words)) and not self.demands(self._empty.sub("", words))

    def tells(self, words: str) -> bool:
        """Whether a sentence tells to do something: it directs, and more than permits or sets a condition."""
        words = _PURPOSE.sub("", words)
        if self._defines(words) or self._asks_whether(words) or self._is_state(words) or self.is_empty(words):
            return False
        plain = self._condition.sub("", words)
        if self._permit.search(words) and not self._modal.search(plain):
            return False
        return self.directs(plain) if self._condition.search(words) is None else self.demands(plain)

    def _defines(self, words: str) -> bool:
        """本办法所称…是指…, 本通告自…起执行: what a word means, from when a document holds, 检查范围为…."""
        return _IN_FORCE.match(words) is not None or (_DEFINES.match(words) is not None and not self.demands(words))

    def _is_state(self, words: str) -> bool:
        """建设单位落实制度情况，…执行标准情况等: a list of what is looked at."""
        return words.endswith(("情况", "情况等")) and self._state.match(words) is not None and not self.demands(words)

    def _asks_whether(self, words: str) -> bool:
        """运行是否正常，是否落实制度: what is looked at, where nothing is told before the first 是否."""
        at = words.find("是否")
        return at >= 0 and not self._clause.search(words[:at]) and not self._modal.search(words)

    def only_permits(self, words: str) -> bool:
        """可…, 允许…, 应为…: what somebody may do or has to be, without a demand to do something."""
        plain = self._condition.sub("", words)
        return not self.demands(plain) and bool(self._permit.search(words) or plain != words)

    def is_reference_only(self, title: str) -> bool:
        """Whether a document under this title is there to choose from or to look up, and holds no tasks."""
        return bool(self._reference_only.search(title))

    def is_framing(self, titles: Sequence[str]) -> bool:
        """Whether one of the headings on the way down opens a section of aims, scope, criteria or contacts."""
        return any(self._framing.opens(title) for title in titles if len(title) <= MAX_HEADING)

    def is_requirement(self, titles: Sequence[str]) -> bool:
        """Whether the item stands in a section on how to carry the work out."""
        return any(self._requirement.have(title.rstrip("。：: ")) for title in titles)

    def lists(self, words: str) -> bool:
        """Whether a lead-in lists materials, cases or criteria, so that the items below it are no tasks."""
        return bool(self._list_lead.search(words)) or self.offers_choice(words)

    def lists_content(self, words: str) -> bool:
        """Whether a lead-in lists what something is about: 主要检查内容包括：."""
        return bool(self._content_lead.search(words))

    def offers_choice(self, words: str) -> bool:
        """Whether the lead-in of a section offers its items for choice."""
        return bool(self._choice.search(words))

    def is_title_list(self, words: str) -> bool:
        """Whether an item is nothing but the title of a document, or the name of a file."""
        if _FILE.search(words):
            return True
        match = _LIST_OF_TITLES.match(words)
        return match is not None and not self.directs(match["before"]) and not _HANDS.search(match["before"])

    def submits(self, words: str) -> bool:
        """Whether something has to be reported, handed in, sent, registered or applied for."""
        return bool(self._submission.search(words))

    def hands_in(self, words: str) -> bool:
        """Whether somebody is asked to hand something in: 请于3月4日前将名单报办公室, not 应于上月底前报名."""
        return bool(_ASKS.search(words)) and self.submits(words) and not self._condition.search(words)

    def kind(self, titles: Sequence[str], words: str, *, stated: bool = False) -> TaskKind:
        """The kind of a task under the headings ``titles`` with the text ``words``."""
        heading = titles[-1] if titles else ""
        below = _END.split(words.removeprefix(heading).lstrip("。：\n "), maxsplit=1)[0]
        if self._names_submission(titles):
            return "submission"
        if stated or not self.is_requirement(titles):
            told = words if stated else f"{heading}。{below}"
            if self.submits(_first_act(told) if any(_STAGE.search(title) for title in titles) else told):
                return "submission"
            if not stated or not self.is_requirement(titles):
                return "task"
        return "requirement"

    def _names_submission(self, titles: Sequence[str]) -> bool:
        """Whether the item's own short heading is about handing in, or a section above opens with such a word."""
        short = [title for title in titles if len(title) <= MAX_HEADING // 2]
        own = bool(short) and short[-1] == titles[-1] and self._submission_heading.search(short[-1]) is not None
        return own or any(self._submission_section.match(title) for title in short)


def _first_act(words: str) -> str:
    """What a stage of the work begins with, behind its name and its time: 4月1日至30日，各校自查，将情况上报."""
    clauses = [clause for clause in re.split(r"[，。；：]", words) if clause]
    return next((clause for clause in clauses if not (_STAGE.search(clause) or clause.endswith(_TIME_ENDS))), words)
