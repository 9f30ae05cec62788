"""What stands around the title: red head and issuers, document numbers, signatory, recipients."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read, values

if TYPE_CHECKING:
    from extractor.model.notice import Frame
    from extractor.rules.book import RuleBook

BODY = "为做好今年工作，现将有关事项通知如下。\n一、排查隐患。各校要逐栋排查。\n二、整改隐患。各校要限期整改。\n"
SIGNED = "云州市教育局\n2024年3月1日"


def frame(book: RuleBook, head: str, tail: str = SIGNED) -> Frame:
    return read(book, f"{head}\n{BODY}{tail}").documents[0].frame


ISSUERS = [
    pytest.param("会议纪要\n（第7期）\n云州市教育局 2024年3月1日\n关于防汛的会议纪要", "", "云州市教育局", id="纪要"),
    pytest.param("云州市教育局文件\n关于做好防汛工作的通知", SIGNED, "云州市教育局", id="文件二字去掉"),
    pytest.param("关于做好防汛工作的通知", SIGNED, "云州市教育局", id="只有落款"),
    pytest.param("云州市教育局文件\n关于做好防汛工作的通知", "2024年3月1日", "云州市教育局", id="只有红头"),
    pytest.param("云州市教育局关于做好防汛工作的通知", "2024年3月1日", "云州市教育局", id="只在标题里"),
    pytest.param("关于做好防汛工作的通知", "2024年3月1日", "", id="没有写明"),
    pytest.param("关于防汛的通知", "中共云州学院委员会办公室云州学院院长办公室\n2024年3月1日",
                 "中共云州学院委员会办公室 | 云州学院院长办公室", id="中共不是地名"),
    pytest.param(
        "云州市教育局 云州市水利局\n关于做好防汛工作的通知",
        "云州市教育局  云州市水利局\n2024年3月1日",
        "云州市教育局 | 云州市水利局",
        id="两家并排",
    ),
    pytest.param(
        "云州市教育局\n云州市水利局\n关于做好防汛工作的通知",
        "云州市教育局\n云州市水利局\n2024年3月1日",
        "云州市教育局 | 云州市水利局",
        id="两家上下",
    ),
    pytest.param(
        "中共云州市委员会组织部文件\n关于做好换届工作的通知",
        "云州市委员会组织部\n2024年3月1日",
        "中共云州市委员会组织部",
        id="取全称",
    ),
    pytest.param("关于做好防汛工作的通知", "云 州 市 教 育 局\n2024年3月1日", "云州市教育局", id="字间空格"),
    pytest.param(
        "关于做好防汛工作的通知",
        "云州市人民政府办 公室\n2024年3月1日",
        "云州市人民政府办公室",
        id="名称中间断开",
        marks=pytest.mark.xfail(strict=True, reason="办 and 公室 both end as bodies do and pass for two"),
    ),
    pytest.param(
        "关于做好防汛工作的通知", "云州市教育局（代章）\n2024年3月1日", "云州市教育局", id="代章"
    ),
    pytest.param(
        "关于做好防汛工作的通知",
        "云州市防汛抗旱指挥部办公室（章）\n2024年3月1日",
        "云州市防汛抗旱指挥部办公室",
        id="盖章",
    ),
]


def test_the_issue_of_minutes_under_their_title_hides_neither_body_nor_date(book: RuleBook) -> None:
    read = frame(book, "云州市人民政府专题会议纪要\n〔2024〕第12期\n云州市政府办　　2024年3月1日", "会议听取汇报。")
    assert values(read.issuers) == "云州市政府办"
    assert str(read.date and read.date.value) == "2024-03-01"


def test_minutes_are_dated_in_their_head(book: RuleBook) -> None:
    day = frame(book, "专题会议纪要\n（第7期）\n云州市教育局  2024年3月1日\n关于防汛工作的会议纪要", "").date
    assert day is not None
    assert day.value.isoformat() == "2024-03-01"


@pytest.mark.parametrize(("head", "tail", "issuers"), ISSUERS)
def test_issuers_are_the_bodies_that_sign(book: RuleBook, head: str, tail: str, issuers: str) -> None:
    assert values(frame(book, f"{head}\n各学校：", tail).issuers) == issuers


NUMBERS = [
    pytest.param("云教发〔2024〕5号", "云教发〔2024〕5号", id="六角"),
    pytest.param("云教发﹝2024﹞5号", "云教发〔2024〕5号", id="小六角"),
    pytest.param("云教发[2024]5号", "云教发〔2024〕5号", id="方括号"),
    pytest.param("云教发【2024】5号", "云教发〔2024〕5号", id="方头"),
    pytest.param("云教发（2024）5号", "云教发〔2024〕5号", id="圆括号"),
    pytest.param("云教发(2024)5号", "云教发〔2024〕5号", id="半角圆括号"),
    pytest.param("云教发〔2024]5号", "云教发〔2024〕5号", id="左右不一"),
    pytest.param("云教发〔2024〕第5号", "云教发〔2024〕5号", id="第"),
    pytest.param("云教发 〔 2024 〕 5 号", "云教发〔2024〕5号", id="有空格"),
    pytest.param("云教发〔２０２４〕５号", "云教发〔2024〕5号", id="全角数字"),  # noqa: RUF001 - printed full-width
    pytest.param("云教发〔2024〕5号 云水发〔2024〕7号", "云教发〔2024〕5号 | 云水发〔2024〕7号", id="两个并排"),
    pytest.param("云教发〔2024〕5号\n云水发〔2024〕7号", "云教发〔2024〕5号 | 云水发〔2024〕7号", id="两个上下"),
    pytest.param("（云教发〔2024〕5号）", "云教发〔2024〕5号", id="整行在括号里"),
    pytest.param("云教发〔2024〕5号        签发人：陆一鸣", "云教发〔2024〕5号", id="与签发人同行"),
]


@pytest.mark.parametrize(("line", "numbers"), NUMBERS)
def test_document_numbers_are_normalised(book: RuleBook, line: str, numbers: str) -> None:
    above = frame(book, f"云州市教育局文件\n{line}\n关于做好防汛工作的通知\n各学校：")
    assert values(above.numbers) == numbers


@pytest.mark.parametrize("line", ["云教发〔2024〕5号", "（云教发（2024）5号）"])
def test_a_number_may_stand_below_the_title(book: RuleBook, line: str) -> None:
    found = frame(book, f"关于做好防汛工作的通知\n{line}\n各学校：")
    assert (values(found.numbers), values(found.recipients)) == ("云教发〔2024〕5号", "各学校")


def test_the_number_of_a_cited_document_is_not_its_own(book: RuleBook) -> None:
    cited = "关于做好防汛工作的通知\n各学校：\n根据《防汛工作方案》（云政发〔2023〕9号），现通知如下。"
    assert frame(book, cited).numbers == ()


SIGNATORIES = [
    pytest.param("云教请〔2024〕5号 签发人：陆一鸣", "陆一鸣", id="与文号同行"),
    pytest.param("签发人：陆一鸣\n云教请〔2024〕5号", "陆一鸣", id="单独一行"),
    pytest.param("云教请〔2024〕5号 签发人：陆一鸣 赵启明", "陆一鸣 | 赵启明", id="两人空格"),
    pytest.param(
        "云教请〔2024〕5号 签发人：陆一鸣、赵启明",
        "陆一鸣 | 赵启明",
        id="两人顿号",
    ),
]


@pytest.mark.parametrize(("line", "names"), SIGNATORIES)
def test_signatories_are_single_names(book: RuleBook, line: str, names: str) -> None:
    assert values(frame(book, f"云州市教育局文件\n{line}\n关于增设学校的请示\n市政府：").signatories) == names


RECIPIENTS = [
    pytest.param("各学校：", "各学校", id="一个"),
    pytest.param("各县（区）教育局，市属各学校：", "各县（区）教育局 | 市属各学校", id="逗号"),
    pytest.param(
        "各县、区教育局;市属各学校,局机关各科室:",
        "各县 | 区教育局 | 市属各学校 | 局机关各科室",
        id="混用分隔符",
    ),
    pytest.param("各县（市、区）教育局：", "各县（市、区）教育局", id="括号内不分"),
    pytest.param(
        "各乡镇党委、政府，各街道办事处，县直各单位：",
        "各乡镇党委 | 政府 | 各街道办事处 | 县直各单位",
        id="省略主语",
    ),
    pytest.param(
        "各县（区）教育局，各市属高校，\n市直各有关单位，局机关各科室：",
        "各县（区）教育局 | 各市属高校 | 市直各有关单位 | 局机关各科室",
        id="两行",
    ),
    pytest.param("校内各单位：", "校内各单位", id="校内"),
    pytest.param("各党总支、直属党支部：", "各党总支 | 直属党支部", id="党总支"),
]


@pytest.mark.parametrize(("line", "recipients"), RECIPIENTS)
def test_recipients_are_split_outside_brackets(book: RuleBook, line: str, recipients: str) -> None:
    assert values(frame(book, f"关于做好防汛工作的通知\n{line}").recipients) == recipients


@pytest.mark.parametrize("line", ["现将有关事项通知如下：", "具体要求：", "一、各单位："])
def test_a_line_that_leads_in_is_no_recipient(book: RuleBook, line: str) -> None:
    assert frame(book, f"关于做好防汛工作的通知\n{line}").recipients == ()


def test_security_and_urgency_marks_belong_to_nothing(book: RuleBook) -> None:
    found = frame(book, "000123\n机密★1年\n特急\n云州市教育局文件\n云教发〔2024〕5号\n关于做好防汛工作的通知\n各学校：")
    assert found.title
    assert found.title.value == "关于做好防汛工作的通知"
    assert values(found.issuers) == "云州市教育局"
