"""One file, several documents: the notice and what it prints or forwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import outline, parts, read, values

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

PLAN = "一、排查隐患。各校要逐栋排查。\n二、整改隐患。各校要限期整改。\n"
SIGNED = "云州市教育局\n2024年3月1日\n"
PRINTS = (
    "云州市教育局关于印发《校园安全工作方案》的通知\n各学校：\n"
    f"现将《校园安全工作方案》印发给你们，请认真贯彻执行。\n{SIGNED}"
)
PRINTING = "notice 云州市教育局关于印发《校园安全工作方案》的通知"
PRINTED = "enclosure 校园安全工作方案"
FORWARDS = (
    "云州市教育局关于转发《关于做好防汛工作的通知》的通知\n各学校：\n"
    f"现将《关于做好防汛工作的通知》转发给你们，请遵照执行。\n{SIGNED}"
)
FORWARDING = "notice 云州市教育局关于转发《关于做好防汛工作的通知》的通知"
ABOVE = (
    "云江省教育厅文件\n云江教发〔2024〕12号\n关于做好防汛工作的通知\n各市教育局：\n"
    f"{PLAN}云江省教育厅\n2024年2月20日\n"
)
FORWARDED = "enclosure 关于做好防汛工作的通知"

FILES = [
    pytest.param(f"关于做好防汛工作的通知\n各学校：\n{PLAN}{SIGNED}", ["notice 关于做好防汛工作的通知"], id="只有通知"),
    pytest.param(f"校园安全工作方案\n{PLAN}", ["notice 校园安全工作方案"], id="只有方案"),
    pytest.param(f"{PRINTS}校园安全工作方案\n{PLAN}", [PRINTING, PRINTED], id="印发"),
    pytest.param(f"{PRINTS}校园安全\n工作方案\n{PLAN}", [PRINTING, PRINTED], id="方案标题断行"),
    pytest.param(f"{PRINTS}附件\n校园安全工作方案\n{PLAN}", [PRINTING, PRINTED], id="印发的方案作为附件"),
    pytest.param(f"{PRINTS}附件1\n校园安全工作方案\n{PLAN}", [PRINTING, PRINTED], id="印发的方案作为附件1"),
    pytest.param(
        f"{PRINTS}附件：校园安全工作方案\n{PLAN}",
        [PRINTING, PRINTED],
        id="附件二字与方案标题同行",
    ),
    pytest.param(
        f"关于印发校园安全工作方案的通知\n各学校：\n现将校园安全工作方案印发给你们。\n{SIGNED}校园安全工作方案\n{PLAN}",
        ["notice 关于印发校园安全工作方案的通知", PRINTED],
        id="印发不带书名号",
    ),
    pytest.param(
        "关于印发《校园安全办法》和《校园安全细则》的通知\n各学校：\n现将《校园安全办法》《校园安全细则》印发给你们。\n"
        f"{SIGNED}校园安全办法\n{PLAN}校园安全细则\n{PLAN}",
        ["notice 关于印发《校园安全办法》和《校园安全细则》的通知", "enclosure 校园安全办法", "enclosure 校园安全细则"],
        id="印发两个文件",
    ),
    pytest.param(
        "关于印发《校园安全办法》等两个文件的通知\n各学校：\n《校园安全办法》《校园安全细则》已经市政府同意，现印发给你们。\n"
        f"{SIGNED}附件1\n校园安全办法\n{PLAN}附件2\n校园安全细则\n{PLAN}附件3\n登记表\n填写说明见背面。",
        [
            "notice 关于印发《校园安全办法》等两个文件的通知",
            "enclosure 校园安全办法",
            "enclosure 校园安全细则",
            "attachment 登记表",
        ],
        id="印发的两个文件作为附件",
    ),
    pytest.param(FORWARDS + ABOVE, [FORWARDING, FORWARDED], id="转发带红头和落款"),
    pytest.param(
        f"{FORWARDS}附件\n{ABOVE}",
        [FORWARDING, FORWARDED],
        id="转发的通知作为附件",
    ),
    pytest.param(
        "云州市教育局转发云江省教育厅关于做好防汛工作的通知\n各学校：\n现转发给你们，请遵照执行。\n"
        f"{SIGNED}云江省教育厅关于做好防汛工作的通知\n各市教育局：\n{PLAN}云江省教育厅\n2024年2月20日",
        ["notice 云州市教育局转发云江省教育厅关于做好防汛工作的通知", "enclosure 云江省教育厅关于做好防汛工作的通知"],
        id="转发不带书名号",
    ),
    pytest.param(
        "关于转发《省教育厅关于印发〈防汛方案〉的通知》的通知\n各学校：\n现转发给你们，请遵照执行。\n"
        f"{SIGNED}省教育厅关于印发《防汛方案》的通知\n各市教育局：\n现将《防汛方案》印发给你们。\n"
        f"云江省教育厅\n2024年2月20日\n防汛方案\n{PLAN}",
        [
            "notice 关于转发《省教育厅关于印发〈防汛方案〉的通知》的通知",
            "enclosure 省教育厅关于印发《防汛方案》的通知",
            "enclosure 防汛方案",
        ],
        id="转发的通知又印发方案",
    ),
    pytest.param(
        "云州市教育局转发省教育厅关于印发《防汛方案》的通知\n各学校：\n现转发给你们，请遵照执行。\n"
        f"{SIGNED}云江省教育厅关于印发《防汛方案》的通知\n各市教育局：\n现将《防汛方案》印发给你们。\n"
        f"云江省教育厅\n2024年2月20日\n防汛方案\n{PLAN}",
        [
            "notice 云州市教育局转发省教育厅关于印发《防汛方案》的通知",
            "enclosure 云江省教育厅关于印发《防汛方案》的通知",
            "enclosure 防汛方案",
        ],
        id="转发的通知只点方案的名",
        marks=pytest.mark.xfail(strict=True, reason="only the plan is in 《》, so the notice before it is passed over"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FILES)
def test_a_file_is_cut_into_its_documents(book: RuleBook, text: str, expected: list[str]) -> None:
    assert parts(read(book, text)) == expected


def test_signature_and_date_of_the_notice_stand_in_the_middle_of_the_file(book: RuleBook) -> None:
    notice, plan = read(book, f"{PRINTS}校园安全工作方案\n{PLAN}").documents
    assert (values(notice.frame.issuers), str(notice.frame.date and notice.frame.date.value)) == (
        "云州市教育局",
        "2024-03-01",
    )
    assert plan.frame.date is None
    assert outline(notice) == []
    assert outline(plan) == ["1 一、排查隐患", "1 二、整改隐患"]


def test_a_forwarded_notice_keeps_its_own_head_and_signature(book: RuleBook) -> None:
    notice, forwarded = read(book, FORWARDS + ABOVE).documents
    assert values(notice.frame.numbers) == ""
    assert values(notice.frame.issuers) == "云州市教育局"
    assert values(forwarded.frame.numbers) == "云江教发〔2024〕12号"
    assert values(forwarded.frame.issuers) == "云江省教育厅"
    assert values(forwarded.frame.recipients) == "各市教育局"
    assert str(forwarded.frame.date and forwarded.frame.date.value) == "2024-02-20"


def test_parents_are_the_documents_that_enclose_or_attach(book: RuleBook) -> None:
    text = f"{PRINTS}校园安全工作方案\n{PLAN}附件1\n隐患台账\n| 序号 | 隐患 |\n附件2\n安全责任书\n本校承诺如下。"
    notice, plan, first, second = read(book, text).documents
    assert [notice.parent, plan.parent, first.parent, second.parent] == [None, notice.id, plan.id, plan.id]
