"""The title: joined from its lines, without what stands above it; its last noun is the type (文种)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import read, values

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

BODY = "一、排查隐患。各校要逐栋排查。\n二、整改隐患。各校要限期整改。\n云州市教育局\n2024年3月1日"

TITLES = [
    pytest.param("关于做好校园安全工作的通知\n各学校：", "关于做好校园安全工作的通知", "通知", id="一行"),
    pytest.param("关于做好校园安全\n工作的通知\n各学校：", "关于做好校园安全工作的通知", "通知", id="词语断行"),
    pytest.param(
        "云州市教育局关于做好\n2024年春季学期校园安全\n和防汛工作的通知\n各学校：",
        "云州市教育局关于做好2024年春季学期校园安全和防汛工作的通知",
        "通知",
        id="三行带机关名",
    ),
    pytest.param(
        "云教发〔2024〕5号\n云州市教育局\n关于做好校园安全工作的通知\n各学校：",
        "云州市教育局关于做好校园安全工作的通知",
        "通知",
        id="文号下面的机关名属于标题",
    ),
    pytest.param(
        "云州市教育局文件\n云教发〔2024〕5号\n关于做好校园安全工作的通知\n各学校：",
        "关于做好校园安全工作的通知",
        "通知",
        id="红头不属于标题",
    ),
    pytest.param(
        "云州市教育局关于印发《校园安全‹三防›工作方案》的通知\n各学校：",
        "云州市教育局关于印发《校园安全‹三防›工作方案》的通知",
        "通知",
        id="套书名号",
    ),
    pytest.param(
        "云州市教育局关于转发《省教育厅关于印发〈校园\n安全工作方案〉的通知》的通知\n各学校：",
        "云州市教育局关于转发《省教育厅关于印发〈校园安全工作方案〉的通知》的通知",
        "通知",
        id="书名号内断行",
    ),
    pytest.param(
        "云州市教育局文件\n云教发〔2024〕5号\n云州市教育局\n关于印发《校园安全工作方案》的\n通知\n各学校：",
        "云州市教育局关于印发《校园安全工作方案》的通知",
        "通知",
        id="文种单独一行",
    ),
    pytest.param(
        "云州市教育局  云州市公安局\n关于做好护学岗工作的通知\n云教发〔2024〕5号\n各学校：",
        "关于做好护学岗工作的通知",
        "通知",
        id="并排的红头不属于标题",
    ),
    pytest.param(
        "云州市教育局关于\n印发校园安全办法的通知\n各学校：",
        "云州市教育局关于印发校园安全办法的通知",
        "通知",
        id="断在关于之后",
    ),
    pytest.param(
        "云州市教育局关于做好防汛工作的通知（云教〔2024〕5号）\n各学校：",
        "云州市教育局关于做好防汛工作的通知",
        "通知",
        id="标题末尾的文号",
    ),
    pytest.param(
        "云州市校园安全提质\n行动方案（2024-2026年）\n为抓好校园安全，夯实基础，特制定本行动方案",
        "云州市校园安全提质行动方案（2024-2026年）",
        "方案",
        id="首句没有句号",
    ),
    pytest.param("云州市教育局印发安全方案的通知\n各学校：", "云州市教育局印发安全方案的通知", "通知", id="没有关于"),
    pytest.param("国务院\n办公厅关于防汛的通知\n各学校：", "国务院办公厅关于防汛的通知", "通知", id="机关名断行"),
    pytest.param(
        "云州市教育局关于落实省委省政府\n关于加快推进校园安全工作\n若干意见分工的通知\n各学校：",
        "云州市教育局关于落实省委省政府关于加快推进校园安全工作若干意见分工的通知",
        "通知",
        id="关于里面有关于",
    ),
    pytest.param("校园安全工作方案（试行）", "校园安全工作方案（试行）", "方案", id="带试行"),
    pytest.param(
        "云州市校园安全管理办法\n（征求意见稿）",
        "云州市校园安全管理办法（征求意见稿）",
        "办法",
        id="括号另起一行",
    ),
    pytest.param("关于举办安全培训班的函\n各学校：", "关于举办安全培训班的函", "函", id="函"),
    pytest.param("关于2023年安全检查情况的通报\n各学校：", "关于2023年安全检查情况的通报", "通报", id="通报"),
    pytest.param("2024年校园安全工作要点", "2024年校园安全工作要点", "要点", id="要点"),
    pytest.param("关于进一步加强校园安全工作的意见\n各学校：", "关于进一步加强校园安全工作的意见", "意见", id="意见"),
    pytest.param("关 于 做 好 防 汛 工 作 的 通 知\n各学校：", "关于做好防汛工作的通知", "通知", id="字间空格"),
]


@pytest.mark.parametrize(("head", "title", "kind"), TITLES)
def test_the_title_is_joined_and_its_type_is_its_last_noun(book: RuleBook, head: str, title: str, kind: str) -> None:
    found = read(book, f"{head}\n{BODY}").documents[0].frame
    assert (found.title and found.title.value, found.type and found.type.value) == (title, kind)


def test_a_text_that_opens_with_a_sentence_has_no_title(book: RuleBook) -> None:
    found = read(book, f"为做好防汛工作，现将有关事项通知如下。\n{BODY}").documents[0].frame
    assert (found.title, found.type) == (None, None)


def test_the_span_of_a_title_covers_all_its_lines(book: RuleBook) -> None:
    analysis = read(book, f"云州市教育局文件\n关于做好校园安全\n工作的通知\n各学校：\n{BODY}")
    title = analysis.documents[0].frame.title
    assert title
    assert analysis.source.quote(title.span) == "关于做好校园安全\n工作的通知"


BROKEN = [
    pytest.param(
        "县政府办公室关于全面推行\n执法公示制度执法全过程记录制度\n重大决定审核制度的指导意见\n云政办发〔2024〕5号",
        "县政府办公室关于全面推行执法公示制度执法全过程记录制度重大决定审核制度的指导意见",
        id="中间一行以文种结尾",
    ),
    pytest.param(
        "县政府办公室转发县地震局\n关于1997年地震趋势和防震工作\n意见报告的通知\n云政办发〔1997〕2号",
        "县政府办公室转发县地震局关于1997年地震趋势和防震工作意见报告的通知",
        id="转发某局另起一行",
    ),
    pytest.param(
        "县政府办公室对县十届人大\n四次会议第40号建议的答复\n云政办函〔2006〕7号",
        "县政府办公室对县十届人大四次会议第40号建议的答复",
        id="答复",
    ),
    pytest.param(
        "云州市对外贸易局\n关于做好统计工作的通知\n云贸发〔2024〕5号", "关于做好统计工作的通知", id="对外贸易局是红头"
    ),
]


@pytest.mark.parametrize(("head", "title"), BROKEN)
def test_a_title_broken_after_a_word_for_documents_or_a_body_is_one(book: RuleBook, head: str, title: str) -> None:
    text = f"{head}\n各学校：\n一、排查校舍。各学校要逐栋排查。\n县政府办公室\n2024年3月1日"
    frame = read(book, text).documents[0].frame
    assert frame.title is not None
    assert frame.title.value == title
    assert values(frame.recipients) == "各学校"


def test_the_number_at_the_end_of_a_title_is_the_documents_own(book: RuleBook) -> None:
    text = "云州市教育局关于做好防汛工作的通知（云教〔2024〕5号）\n各学校：\n" + BODY
    assert values(read(book, text).documents[0].frame.numbers) == "云教〔2024〕5号"


def test_recipients_stand_below_a_title_that_is_printed_twice(book: RuleBook) -> None:
    title = "云州银行关于做好防汛工作的通知"
    text = f"{title}\n云银发〔2024〕5号\n云州银行文件\n{title}\n云州银行总部，各分行、营业部，各支行：\n{BODY}"
    frame = read(book, text).documents[0].frame
    assert values(frame.numbers) == "云银发〔2024〕5号"
    assert values(frame.recipients) == "云州银行总部 | 各分行 | 营业部 | 各支行"
