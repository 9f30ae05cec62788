"""The head of a notice on one line: red head, marks, document number; what stands on one line with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.ingest.read import read_bytes

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

ITEM = "各分公司要逐项核对设备台账，落实巡检安排，完善值班制度，备足抢修物资，发现缺陷立即登记并限期消除，责任到人。"
BODY = f"为保障安全，现将有关事项通知如下：一、核对台账。{ITEM * 3}二、落实巡检。{ITEM * 3}"
TITLE = "云州电网设备部关于做好线路巡检工作的通知"

HEADS = [
    pytest.param(
        "内部事项云州电网有限公司部门文件设备线路〔2024〕7号",
        ["内部事项", "云州电网有限公司部门文件", "设备线路〔2024〕7号"],
        id="标志、红头、字号",
    ),
    pytest.param("云州市林业局文件云林发〔2024〕7号", ["云州市林业局文件", "云林发〔2024〕7号"], id="红头、字号"),
    pytest.param("云州市林业局云林函〔2024〕7号", ["云州市林业局", "云林函〔2024〕7号"], id="红头无文件二字"),
    pytest.param(
        "云州市人民政府办公厅发电等级特急·明电云政办明电〔2024〕7号云机发31号",
        ["云州市人民政府办公厅发电等级", "特急·明电", "云政办明电〔2024〕7号云机发31号"],
        id="明电",
    ),
    pytest.param(
        "云州市委办公厅等级特急·明电云机发532号",
        ["云州市委办公厅等级", "特急·明电", "云机发532号"],
        id="没有年份的机发号",
    ),
    pytest.param("云州市疫情防控组通知第21号（总第31号）", ["云州市疫情防控组通知第21号（总第31号）"], id="通知第几号"),
    pytest.param("云州电网有限公司内部事项加急", ["云州电网有限公司", "内部事项", "加急"], id="只有标志"),
    pytest.param("", [], id="没有版头"),
]


@pytest.mark.parametrize(("head", "lines"), HEADS)
def test_red_head_marks_and_number_stand_on_lines_of_their_own(book: RuleBook, head: str, lines: list[str]) -> None:
    text = read_bytes(f"{head}{TITLE}各分公司：{BODY}".encode(), "a.txt", book).text.split("\n")
    assert text[: len(lines) + 2] == [*lines, TITLE, "各分公司："]


TAILS = [
    pytest.param(
        "云州电网设备部2024年3月5日（此件不公开发布，发至收文单位本部。）",
        ["云州电网设备部", "2024年3月5日", "（此件不公开发布，发至收文单位本部。）"],
        id="落款之后有附注",
    ),
    pytest.param(
        "云州电网设备部2024年3月5日云州电网有限公司办公室2024年3月6日印发",
        ["云州电网设备部", "2024年3月5日", "云州电网有限公司办公室2024年3月6日印发"],
        id="落款之后有印发",
    ),
    pytest.param(
        "联系人：李明，电话：0999-1234567设备管理处2024年3月5日",
        ["联系人：李明，电话：0999-1234567", "设备管理处", "2024年3月5日"],
        id="电话之后的落款，不是标题里的机关",
    ),
    pytest.param(
        "附件：1.缺陷登记表2.巡检安排表设备管理处2024年3月5日缺陷登记表",
        ["附件：1.缺陷登记表", "2.巡检安排表", "设备管理处", "2024年3月5日", "缺陷登记表"],
        id="日期之后是附件的标题",
    ),
    pytest.param(
        "云州电网设备部2024年3月5日附件人选推荐表填报说明：请据实填写。",
        ["云州电网设备部", "2024年3月5日", "附件", "人选推荐表", "填报说明：请据实填写。"],
        id="附件二字之后就是标题",
    ),
    pytest.param(
        "云州电网设备部2024年3月5日会议回执单位：姓名：",
        ["云州电网设备部", "2024年3月5日", "会议回执", "单位：姓名："],
        id="日期之后的回执",
    ),
    pytest.param(
        "云州电网设备部2024年3月5日《线路改造实施方案》为加强管理，制定本方案。",
        ["云州电网设备部", "2024年3月5日", "《线路改造实施方案》", "为加强管理，制定本方案。"],
        id="日期之后的印发件",
    ),
    pytest.param(
        "附件：1.缺陷登记表2.巡检安排表云州电网设备部2024年3月5日印发",
        ["附件：1.缺陷登记表", "2.巡检安排表", "云州电网设备部2024年3月5日印发"],
        id="只有印发日期",
    ),
]


@pytest.mark.parametrize(("tail", "lines"), TAILS)
def test_signature_date_and_notes_stand_on_lines_of_their_own(book: RuleBook, tail: str, lines: list[str]) -> None:
    text = read_bytes(f"{TITLE}各分公司：{BODY}{tail}".encode(), "a.txt", book).text.rstrip("\n").split("\n")
    assert text[-len(lines) :] == lines


HEADINGS = [
    pytest.param(
        "强化隐患排查各县（市、区）供电公司要主动对接林业部门。",
        ["强化隐患排查", "各县（市、区）供电公司要主动对接林业部门。"],
        id="各……要",
    ),
    pytest.param(
        "加强沟通各供电公司在办理手续时，应提前告知。",
        ["加强沟通", "各供电公司在办理手续时，应提前告知。"],
        id="各……时，应",
    ),
    pytest.param("线路产权维护所有用户应落实清障。", ["线路产权维护", "所有用户应落实清障。"], id="所有……应"),
    pytest.param("做好方案编制3月15日前，各分公司完成。", ["做好方案编制", "3月15日前，各分公司完成。"], id="日期"),
    pytest.param("各单位要于3月15日前报送总结。", ["各单位要于3月15日前报送总结。"], id="句中的日期"),
    pytest.param("总体要求以安全生产为主线，统筹推进。", ["总体要求", "以安全生产为主线，统筹推进。"], id="标题词"),
    pytest.param("规范协议管理供电企业要加强管理。", ["规范协议管理", "供电企业要加强管理。"], id="别处也有的主体"),
    pytest.param("加强各单位协同配合，供电企业要带头。", ["加强各单位协同配合，供电企业要带头。"], id="各单位是宾语"),
    pytest.param("工作要求落实到位，不走过场。", ["工作要求落实到位，不走过场。"], id="词在句中"),
    pytest.param("压实各级责任。供电企业要负责。", ["压实各级责任。供电企业要负责。"], id="标题有句号"),
]


@pytest.mark.parametrize(("words", "lines"), HEADINGS)
def test_a_heading_with_no_mark_before_its_text(book: RuleBook, words: str, lines: list[str]) -> None:
    whole = f"{TITLE}各分公司：为保障安全，现通知如下：一、{words}二、落实巡检。{ITEM * 6}供电企业要按期检修。"
    text = read_bytes(whole.encode(), "a.txt", book).text.split("\n")
    assert text[3 : 3 + len(lines)] == [f"一、{lines[0]}", *lines[1:]]


def test_bracketed_numbers_and_odd_marks_go_on_in_a_text_without_line_breaks(book: RuleBook) -> None:
    first = ["一、配电设施", "（1）配电室应上锁。", "（2）开关应挂牌。"]
    items = [*first, "二、其他事项", "1.请按时报送。", "2.请核对数据。", "3·请指定专人。"]
    whole = f"{TITLE}各分公司：{ITEM * 7}现通知如下：{''.join(items)}4.请妥善保管。"
    text = read_bytes(whole.encode(), "a.txt", book).text.split("\n")
    assert text[3:10] == items


def test_numbers_that_run_on_below_a_heading_of_several_clauses(book: RuleBook) -> None:
    items = [
        "一、完善机制，压实责任，形成合力",
        f"（一）健全制度。{ITEM * 3}",
        f"（二）明确分工。{ITEM * 2}",
        "二、坚持导向，消除隐患",
        f"（三）排查隐患。{ITEM * 3}",
        "（四）限期整改。立行立改。",
    ]
    text = read_bytes(f"为保障安全，提出以下意见。{''.join(items)}".encode(), "a.txt", book).text.split("\n")
    assert [line for line in text if line][1:] == items


def test_a_short_notice_on_one_line_opens_with_title_and_recipients(book: RuleBook) -> None:
    whole = (
        "云州市档案馆关于报送年报的通知各县区档案馆：现将有关事项通知如下。"
        "1.请认真填报报表，逐项核对，确保数据真实。2.请指定一名联络员，负责日常沟通。请于3月5日前报送。"
        "云州市档案馆2024年2月1日"
    )
    text = read_bytes(f"{whole}\n".encode(), "a.txt", book).text.split("\n")
    assert [line[:9] for line in text if line] == [
        "云州市档案馆关于报",
        "各县区档案馆：",
        "现将有关事项通知如",
        "1.请认真填报报表",
        "2.请指定一名联络",
        "云州市档案馆",
        "2024年2月1日",
    ]


GLUED = [
    pytest.param(
        "各区县水务局，各直属单位：为做好防汛准备，请立即开展一次全面检查，并按要求报送情况。",
        ["各区县水务局，各直属单位：", "为做好防汛准备，请立即开展一次全面检查，并按要求报送情况。"],
        id="主送与正文",
    ),
    pytest.param(
        "请认真贯彻执行。云州市人民政府办公室2024年3月5日（此件公开发布）",
        ["请认真贯彻执行。", "云州市人民政府办公室", "2024年3月5日", "（此件公开发布）"],
        id="末句与落款",
    ),
    pytest.param(
        "云州市人民政府关于加强水库管理的意见云政发〔2024〕7号",
        ["云州市人民政府关于加强水库管理的意见", "云政发〔2024〕7号"],
        id="标题与字号",
    ),
    pytest.param("各单位要做到：认真学习，深入讨论，广泛宣传，确保人人知晓。", None, id="不是主送"),
    pytest.param("该办法由云州市水务局2024年3月5日印发。", None, id="句中的日期"),
]


@pytest.mark.parametrize(("line", "parts"), GLUED)
def test_elements_that_stand_on_one_line_with_the_text(book: RuleBook, line: str, parts: list[str] | None) -> None:
    text = read_bytes(f"{line}\n".encode(), "a.txt", book).text
    assert [each for each in text.split("\n") if each] == (parts or [line])


def test_recipients_stand_behind_a_title_that_is_one_word(book: RuleBook) -> None:
    whole = "通知市直各部门各单位：根据安排，请于4月1日前报送报告。云州市档案馆2024年3月5日\n"
    text = read_bytes(whole.encode(), "a.txt", book)
    assert [line for line in text.text.split("\n") if line] == [
        "通知",
        "市直各部门各单位：",
        "根据安排，请于4月1日前报送报告。",
        "云州市档案馆",
        "2024年3月5日",
    ]


def test_blanks_stand_for_the_lost_line_breaks(book: RuleBook) -> None:
    whole = (
        "　　云办发〔2024〕5号　　云州镇党政办公室　　关于印发《云州镇2024年禁渔期　　巡河工作方案》　　的通知"
        "　　各村、镇直有关单位：　　现将《云州镇2024年禁渔期巡河工作方案》印发给你们，请认真贯彻执行。"
        "　　云州镇党政办公室　　2024年3月1日　　云州镇2024年禁渔期　　巡河工作方案　　为保护鱼类资源，制定本方案。"
        "　　一、巡河时间。3月1日至6月30日。　　二、巡河要求。各村要每天巡河。\n"
    )
    text = read_bytes(whole.encode(), "a.txt", book).text.split("\n")
    assert [line.replace(" ", "")[:12] for line in text if line] == [
        "云办发〔2024〕5号",
        "云州镇党政办公室关于印发",
        "各村、镇直有关单位：",
        "现将《云州镇2024年禁",
        "云州镇党政办公室",
        "2024年3月1日",
        "云州镇2024年禁渔期巡",
        "为保护鱼类资源，制定本方",
        "一、巡河时间。3月1日至",
        "二、巡河要求。各村要每天",
    ]


def test_the_number_may_stand_between_title_and_recipients(book: RuleBook) -> None:
    whole = (
        "关于印发《禁渔期巡河办法》的通知 云渔发〔2024〕7号 各县区人民政府，各直属单位： 为保护鱼类资源，现将办法印发，"
        "请认真执行。 一、巡河时间。3月1日至6月30日。 二、巡河要求。各村要每天巡河。 2024年3月1日\n"
    )
    text = read_bytes(whole.encode(), "a.txt", book).text.split("\n")
    assert [line for line in text if line][:3] == [
        "关于印发《禁渔期巡河办法》的通知",
        "云渔发〔2024〕7号",
        "各县区人民政府，各直属单位：",
    ]
