"""OpenDocument: texts with their automatic numbers and tables, sheets, and what a damaged or hostile file does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ingest import limits
from extractor.ingest.identify import identify
from extractor.ingest.odf.sheets import read_ods
from extractor.ingest.odf.text import read_odt
from extractor.ingest.read import read_bytes
from extractor.model.errors import (
    EmptyFile,
    EncryptedFile,
    ExtractorError,
    LimitExceeded,
    ScanWithoutText,
    UnreadableFile,
    UnsupportedFormat,
)
from tests.ingest.odf_files import (
    cell,
    content,
    flat,
    item,
    level,
    list_style,
    listed,
    ods,
    odt,
    package,
    paragraph,
    row,
    table,
)

CHINESE = list_style(
    level(1, "一, 二, 三, ...", after="、"), level(2, "一, 二, 三, ...", "（", "）"), level(3, "1", after="."),
    level(4, "1", "（", "）"), level(5, "①, ②, ③, ..."),
)  # fmt: skip
P = paragraph


def lines(body: str, styles: str = CHINESE) -> list[str]:
    return read_odt(odt(body, styles), "甲.odt", "").text.splitlines()


LISTS = [
    pytest.param(listed(item(P("甲")), item(P("乙"))), ["一、甲", "二、乙"], id="一级"),
    pytest.param(
        listed(item(P("甲") + listed(item(P("乙")), item(P("丙")))), item(P("丁"))),
        ["一、甲", "（一）乙", "（二）丙", "二、丁"],
        id="两级",
    ),
    pytest.param(listed(item(listed(item(listed(item(listed(item(P("甲"))))))))), ["（1）甲"], id="跳到四级"),
    pytest.param(
        listed(item(P("甲"))) + P("正文") + listed(item(P("乙"))), ["一、甲", "正文", "一、乙"], id="重新开始"
    ),
    pytest.param(
        listed(item(P("甲"))) + P("正文") + listed(item(P("乙")), attributes='text:continue-numbering="true"'),
        ["一、甲", "正文", "二、乙"],
        id="接着编",
    ),
    pytest.param(
        listed(item(P("甲")), attributes='xml:id="a"')
        + listed(item(P("乙")), attributes='xml:id="b"')
        + listed(item(P("丙")), attributes='text:continue-list="a"'),
        ["一、甲", "一、乙", "二、丙"],
        id="接指定的",
    ),
    pytest.param(
        "".join(
            listed(item(P(words)), attributes=f'xml:id="{own}" text:continue-list="{before}"')
            for words, own, before in (("甲", "a", ""), ("乙", "b", "a"), ("丙", "c", "b"), ("丁", "d", "c"))
        ),
        ["一、甲", "二、乙", "三、丙", "四、丁"],
        id="接着一个接着别人的列表",
    ),
    pytest.param(listed(item(P("甲"), "5"), item(P("乙"))), ["五、甲", "六、乙"], id="从五开始"),
    pytest.param(listed(item(P("甲") + P("接着说"))), ["一、甲", "接着说"], id="一项两段"),
    pytest.param(f"<text:list><text:list-header>{P('甲')}</text:list-header></text:list>", ["甲"], id="不编号"),
    pytest.param(listed(item(P("甲")), style="没有"), ["甲"], id="没有这种样式"),
]


@pytest.mark.parametrize(("body", "found"), LISTS)
def test_automatic_numbers_stand_before_their_paragraphs(body: str, found: list[str]) -> None:
    assert lines(body) == found


def test_levels_that_are_displayed_together_are_printed_together() -> None:
    two = list_style(level(1, "1"), level(2, "1", attributes='text:display-levels="2"'))
    assert lines(listed(item(P("甲") + listed(item(P("乙"))))), two) == ["1 甲", "1.1 乙"]


def test_numbered_headings_are_counted() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." '
        'style:num-suffix="、"/></text:outline-style>'
    )
    headings = "".join(f'<text:h text:outline-level="1">{words}</text:h>' for words in ("甲", "乙"))
    assert lines(headings, outline) == ["一、甲", "二、乙"]


WORDS = [
    pytest.param(P("水务局<text:s text:c='3'/>财政局"), ["水务局 财政局"], id="空格"),
    pytest.param(P("甲<text:line-break/>乙"), ["甲", "乙"], id="换行"),
    pytest.param(P("甲<text:span>乙<text:a>丙</text:a></text:span>丁"), ["甲乙丙丁"], id="嵌套"),
    pytest.param(P("甲<text:note><text:note-body>注</text:note-body></text:note>乙"), ["甲乙"], id="脚注"),
    pytest.param(P("甲<text:ruby><text:ruby-base>乙</text:ruby-base><text:ruby-text>y</text:ruby-text></text:ruby>"),
                 ["甲乙"], id="拼音"),
    pytest.param(P("甲<office:annotation><text:p>批</text:p></office:annotation>乙"), ["甲乙"], id="批注"),
    pytest.param(P("<draw:frame><draw:text-box><text:p>框</text:p><text:p>内</text:p></draw:text-box></draw:frame>甲"),
                 ["框", "内", "甲"], id="文本框"),
    pytest.param(f"<text:section>{P('甲')}</text:section>", ["甲"], id="节"),
    pytest.param(f"<text:tracked-changes>{P('删')}</text:tracked-changes>{P('甲<text:change/>')}", ["甲"], id="删去的"),
    pytest.param(f"<text:table-of-content>{P('目录 1')}</text:table-of-content>{P('甲')}", ["甲"], id="目录"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "found"), WORDS)
def test_the_words_of_a_paragraph_are_read(body: str, found: list[str]) -> None:
    assert lines(body) == found


def test_what_is_left_out_is_counted() -> None:
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    body = P("隐", "H") + P("甲<text:note>注</text:note><office:annotation>批</office:annotation><text:change/>")
    problems = read_odt(odt(body, hidden), "甲.odt", "").problems
    assert [(each.code, each.details[0][1]) for each in problems] == [
        (code, "1") for code in ("changes-left-out", "comments-left-out", "hidden-left-out", "notes-left-out")
    ]


def test_a_table_is_a_table_with_its_merged_cells() -> None:
    body = table(
        row(cell("任务"), cell("责任", 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>"),
        row(cell("检查", 'table:number-rows-spanned="2"'), cell("甲局"), cell("5月")),
        row("<table:covered-table-cell/>", cell("乙局"), cell("6月")),
    )
    source = read_odt(odt(body), "甲.odt", "")
    assert source.text.splitlines() == ["任务\t责任", "检查\t甲局\t5月", "乙局\t6月"]
    assert [(each.row, each.column, each.rows, each.columns) for each in source.tables[0].cells] == [
        (0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1),
    ]  # fmt: skip


def test_sheets_are_read_as_they_are_shown_and_hidden_ones_named() -> None:
    hidden = '<style:style style:name="H"><style:table-properties table:display="false"/></style:style>'
    far = cell(attributes='table:number-columns-repeated="16000"')
    body = table(
        row(cell("任务"), cell("期限"), far),
        row(cell(attributes='table:number-columns-repeated="2"'), attributes='table:number-rows-repeated="1048000"'),
        row(cell("检查"), cell("<text:span>5月</text:span>底", 'office:date-value="2024-05-31"')),
    ) + table(row(cell("旧")), attributes='table:name="存档" table:style-name="H"')
    source = read_ods(ods(body, hidden), "甲.ods", "")
    assert source.text.splitlines() == ["任务\t期限", "检查\t5月底"]
    assert [(each.code, each.details) for each in source.problems] == [("sheets-left-out", (("names", "存档"),))]


KINDS = [
    pytest.param(odt(P("甲")), "odt", id="ODT"),
    pytest.param(ods(table(row(cell("甲")))), "ods", id="ODS"),
    pytest.param(package({"content.xml": content("", kind="presentation")}, "presentation"), "odp", id="ODP"),
    pytest.param(package({"uof.xml": "<x/>", "content.xml": "<x/>"}, "x"), "uof", id="UOF2"),
    pytest.param(b'<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>', "uof", id="UOF1"),
    pytest.param(b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "officexml", id="Word2003"),
    pytest.param(flat(P("甲")), "odt", id="FODT"),
]


@pytest.mark.parametrize(("data", "kind"), KINDS)
def test_each_format_is_named_truthfully(data: bytes, kind: str) -> None:
    assert identify(data) == kind


def test_formats_that_are_not_read_say_which_they_are() -> None:
    for data, shown in ((KINDS[2].values[0], "ODP"), (KINDS[3].values[0], "UOF 标文通")):
        with pytest.raises(UnsupportedFormat) as caught:
            read_bytes(data, "甲")  # type: ignore[arg-type]
        assert caught.value.details == {"format": shown}


def test_a_document_in_one_xml_file_is_read() -> None:
    assert read_bytes(flat(P("甲")), "甲.fodt").text == "甲\n"
    rows = table(row(cell("甲"), cell("乙")), row(cell("丙"), cell("丁")))
    assert read_bytes(flat(rows, "spreadsheet"), "甲.fods").text == "甲\t乙\n丙\t丁\n"


DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
DEEP = "<text:list><text:list-item>" * 200 + P("甲") + "</text:list-item></text:list>" * 200
REFUSED = [
    pytest.param(package({"content.xml": "<x"}), UnreadableFile, id="坏XML"),
    pytest.param(package({"content.xml": DTD + content(P("&b;"))}), UnreadableFile, id="实体"),
    pytest.param(package({"styles.xml": DTD + "<x/>", "content.xml": content(P("甲"))}), UnreadableFile, id="样式"),
    pytest.param(package({"content.xml": "<x/>"}), UnreadableFile, id="没有正文"),
    pytest.param(package({"other.xml": "<x/>"}), UnreadableFile, id="没有这部分"),
    pytest.param(odt(""), EmptyFile, id="空的"),
    pytest.param(odt(P("<draw:frame><draw:image/></draw:frame>")), ScanWithoutText, id="只有图片"),
    pytest.param(odt(P("甲"), **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), EncryptedFile, id="加密"),
    pytest.param(odt(DEEP), UnreadableFile, id="层层嵌套"),
    pytest.param(odt(table(row(cell("甲", 'table:number-columns-repeated="999999999"')) * 1000)), LimitExceeded,
                 id="重复的格"),
    pytest.param(odt(P("零" * 30_000_000)), LimitExceeded, id="炸弹"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "error"), REFUSED)
def test_what_cannot_be_read_says_why(data: bytes, error: type[ExtractorError]) -> None:
    with pytest.raises(error):
        read_odt(data, "甲.odt", "")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(row(cell("甲", 'table:number-columns-repeated="16384"')) * 20, id="列"),
        pytest.param(row(cell("甲"), attributes='table:number-rows-repeated="1048576"'), id="行"),
    ],
)
def test_a_sheet_that_repeats_its_cells_without_end_ends_at_the_limit(rows: str) -> None:
    with pytest.raises(LimitExceeded) as caught:
        read_ods(ods(table(rows)), "甲.ods", "")
    assert caught.value.details["most"] == f"{limits.MAX_TABLE_CELLS:,}"


GOOD = odt(listed(item(P("甲") + listed(item(P("乙"))))) + table(row(cell("丙"), cell("丁"))), CHINESE)


@settings(max_examples=150, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_changed_bytes_give_a_source_or_a_typed_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    try:
        read_odt(bytes(data), "甲.odt", "")
    except ExtractorError:
        return
