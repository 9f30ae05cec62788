"""What kind of line a paragraph is: number line, date line, recipients, attachment list or signature."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.model.notice import LABELLED
from extractor.rules.bodies.endings import Endings, without_remark
from extractor.rules.pattern.compile import plain_pattern
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import alternation
from extractor.segment.classification import Markings
from extractor.segment.labels import label_at

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

NUMBER = (
    r"(?:[^\s（）〔〕《》，。：；\d]{2,16}?[ ]?[〔【（][ ]?(?:19|20)\d{2}[春秋上下]?[ ]?[〕】）][ ]?第?"
    r"|^〔(?:19|20)\d{2}〕)"
    r"[ ]?\d{1,5}[ ]?号"
)
_CN = "〇零一二三四五六七八九十Oo\u041e\u043e0"  # Latin and Cyrillic O stand for 〇 in notices
DATE = (
    rf"(?:(?:19|20)\d{{2}}|[{_CN}]{{4}})[ ]?"
    rf"(?:年[ ]?(?:\d{{1,2}}|[{_CN}]{{1,3}}|元)[ ]?月[ ]?(?:\d{{1,2}}|[{_CN}]{{1,3}})[ ]?日"
    r"|[-./]\d{1,2}[-./]\d{1,2})"
)
_ISSUE = own(  # of minutes and bulletins
    r"[〔\[（(]?(?:(?:19|20)\d{2}[〕\])）年][ ]?)?[总第][ ]?第?[ ]?(?:\d{1,4}|[一二三四五六七八九十]{1,4})"
    r"[ ]?[期次](?:[ ]?[（(]总第?[ ]?\d{1,4}[ ]?期[)）])?[)）]?$"
)
_NAMES = own(r"[^，。：；！？\d]{2,64}")
_SHORT = ("工会", "妇联")
_LONGEST = 260  # characters of a line of recipients
_PRINTED = own(rf"(?P<date>{DATE})[ ]?印[发制]?$")
_MAX_PUBLISHED = 120
_ALSO = "来源|作者|点击|浏览|阅读|编辑|访问|人气|字号|字体|分类|分享|打印|发布|责任编辑"
_PUBLISHED = own(  # what a page says above or below the title: 发布时间：2025-03-14 浏览次数：20
    r"(?:(?:.{0,39}[^请于在])?(?:发布|发文|发稿|发表|添加|更新|录入|上传|公布)(?:时间|日期|于)?"
    rf"|(?:时间|日期)(?=.{{8,40}}(?:{_ALSO}))|(?=.{{8,24}}(?:{_ALSO})))[ ]?：?[ ]?(?P<date>{DATE})"
)
# the last words of a first sentence that lacks its full stop: 为做好……，特制定本方案
_MADE = own(r"，(?:特|现|并|兹|经研究，)?(?:制定|制订|拟定|提出)(?:了)?(?:本|如下|以下|此)")


class Lines:
    """Recognises the lines that frame a notice, by the vocabulary of a rule book; all tests take folded words."""

    def __init__(self, book: RuleBook) -> None:
        """Compile the tests for one book."""
        self.types = book.words("frame.type")
        self._owner_labels = frozenset(label for role in LABELLED for label in book.words(f"owner.label.{role}"))
        self.markings = Markings(book, self._is_element)
        issues = alternation((*book.words("frame.print"), *book.words("frame.forward")))
        self._suffixes = Endings(book.words("body.suffix"))
        self._title = plain_pattern(
            rf"[^。；！？]{{2,160}}?{alternation(self.types)}(?:（[^（）]{{1,24}}）|〔[^〔〕]{{1,12}}〕)*$|[^。；！？]{{2,60}}?{issues}《[^。；！？]{{4,120}}》$"
        )
        self._contact = plain_pattern(
            rf"（?(?:\d[.、])?[^，。：；]{{0,12}}?{alternation(book.words('frame.contact'))}"
            r"(?:及[^：]{1,10})?[ ]?[：/ ]"
        )
        self._copy = plain_pattern(rf"(?:{_spaced(book.words('frame.copy'))})(?:机关)?[ ]?：")
        self._verso = plain_pattern(rf"（?(?:{_spaced(book.words('frame.verso'))})(?:[ ：（）]|\d|$)")
        self._note = plain_pattern(rf"（?(?:{alternation(book.words('frame.note'))})")
        self._metadata = plain_pattern(rf"(?:{_spaced(book.words('frame.metadata'))})[ ]{{0,4}}：")
        self._security = plain_pattern(
            rf"{alternation(book.words('frame.security'))}(?:★.{{0,10}})?$|[\u4e00-\u9fff]{{1,2}}机发\d{{0,5}}号$"
        )
        self._each = book.words("body.each")
        self._says = plain_pattern(
            r"(?:如下|通知|现将|情况|要求|事项|意见|方面|做到|措施|内容|条件|以下|工作|目标|任务|问题|要点|注意|时间|地点)：$"
        )
        self._number_line = plain_pattern(
            rf"（?(?P<number>{NUMBER}(?:[ 、，；]{{0,3}}{NUMBER}){{0,2}})）?"
            r"(?:[\u4e00-\u9fff]{2,5}\d{0,5}号)?(?:[ ]{0,20}签发人?[ ]?：.{1,30})?$"
        )
        self._date_line = plain_pattern(
            rf"（?(?P<date>{DATE})）?(?:[ ]?\d{{1,2}}(?:：\d{{2}}(?:：\d{{2}})?|[时点](?:\d{{1,2}}分)?))?"
            r"(?:[ ]?（[^（）]{1,12}）)?$"
        )
        self._title_note = plain_pattern(
            rf"（(?P<before>[^（）]{{0,60}}?)(?P<date>{DATE})(?P<after>[^（）]{{0,60}})）$"
        )
        self._signed_date = plain_pattern(rf"(?P<organs>[^，。：；\d]{{4,80}}?)[ ]?(?P<date>{DATE})$")

    def is_title(self, words: str) -> bool:
        """Whether the line ends with a 文种, as a title does."""
        barred = label_at(words) or self._number_line.match(words) or self._verso.match(words) or _MADE.search(words)
        return bool(self._title.match(words)) and not barred

    def is_organ(self, words: str) -> bool:
        """Whether the whole line can be the name of one or several bodies."""
        plain = without_remark(words)
        named = self._suffixes.end(plain[1:]) and _NAMES.fullmatch(plain) is not None
        return (named or words in _SHORT) and not label_at(words)

    def is_recipients(self, words: str) -> bool:
        """A line of bodies ended by a colon: ``各县（市、区）人民政府，市直各单位：``."""
        return (
            words.endswith("：")
            and "。" not in words
            and len(words) <= _LONGEST
            and not self._says.search(words)
            and (words.startswith(self._each) or self._suffixes.end(without_remark(words.rstrip("："))))
            and not label_at(words)
            and not self.is_contact(words)
        )

    def lacks_colon(self, words: str, below: str) -> bool:
        """Recipients without their colon: ``各二级学院`` alone on a line, over the first sentence."""
        return words.startswith("各") and self.is_organ(words) and "，" in below and not label_at(below)

    def is_contact(self, words: str) -> bool:
        """联系人, 联系电话, 传真 … and what follows them."""
        return bool(self._contact.match(words))

    def is_owner_label(self, words: str) -> bool:
        """牵头单位： and the like, alone on a line: its names stand below."""
        return words.rstrip("： ") in self._owner_labels

    def is_copy(self, words: str) -> bool:
        """A line that opens with 抄送：."""
        return bool(self._copy.match(words))

    def is_note(self, words: str) -> bool:
        """A note such as （此件公开发布）, or what old notices say on their last page: 主题词：…, 打字：…, 共印12份."""
        return bool(self._note.match(words) or self._verso.match(words))

    def is_printed(self, words: str) -> bool:
        """The last line of the 版记: ``云州市人民政府办公室 2024年3月5日印发``."""
        return words.endswith(("印发", "印", "印制")) and bool(re.search(DATE, words)) and len(words) <= 60  # noqa: PLR2004

    def printed_date(self, words: str) -> re.Match[str] | None:
        """The date on the last line of the 版记."""
        return _PRINTED.search(words) if self.is_printed(words) else None

    def published(self, words: str) -> re.Match[str] | None:
        """The line in which a web page says when it was published."""
        return _PUBLISHED.match(words) if len(words) <= _MAX_PUBLISHED else None

    def number_line(self, words: str) -> re.Match[str] | None:
        """A line that is nothing but document numbers (with 签发人 beside them)."""
        return self._number_line.match(words)

    def date_line(self, words: str) -> re.Match[str] | None:
        """A line that is nothing but a date."""
        return self._date_line.match(words)

    def title_note(self, words: str) -> re.Match[str] | None:
        """题注: a bracket under the title with date and body: ``（云州市民政局 一九九七年一月二十八日）``."""
        return self._title_note.match(words)

    def signed_date(self, words: str) -> re.Match[str] | None:
        """A signature and a date on one line."""
        match = self._signed_date.match(words) if words[-1:] == "日" or words[-1:].isdecimal() else None
        return match if match and self.is_organ(match["organs"].strip()) else None

    def is_metadata(self, words: str) -> bool:
        """What stands between title and recipients: ``文号：…``, ``有效性：…``, ``〔2024〕第12期`` of minutes."""
        return bool(self._metadata.match(words) or _ISSUE.match(words) or self.published(words))

    def is_security(self, words: str) -> bool:
        """A line of secrecy or urgency: 机密★1年, 特急."""
        return bool(self._security.match(words)) or self.markings.is_mark(words)

    def _is_element(self, words: str) -> bool:
        """What may stand on one line with a mark of secrecy: red head, document number, signatory."""
        signed = words.startswith("签发")
        return signed or words.endswith("文件") or self.number_line(words) is not None or self.is_organ(words)


def _spaced(words: tuple[str, ...]) -> str:
    """Words that may be spread over the line: 主 题 词."""
    return "|".join("[ ]{0,4}".join(word) for word in words)
