"""Task tables in text files, however their cells are parted; and what looks like a table and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.ingest.read import read_bytes
from extractor.model.span import Span
from extractor.rules.load import load

if TYPE_CHECKING:
    from extractor.model.source import Source
    from extractor.rules.book import RuleBook

BOOK = load()
HEADER = ("序号", "重点任务", "牵头单位", "完成时限")
FIRST = ("1", "修订窗口值班规程", "市海岛局", "6月底前")
SECOND = ("2", "编制灯塔巡检预案", "市灯塔局、市渔港局", "长期坚持")
GRID = (HEADER, FIRST, SECOND)


def source(text: str, book: RuleBook = BOOK) -> Source:
    return read_bytes(text.encode(), "a.txt", book)


def grid(text: str) -> list[tuple[str, ...]]:
    """The rows of the only table in ``text``, an empty cell as nothing."""
    read = source(text)
    (table,) = read.tables
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(read.quote(cell.span) if cell.span else "")
    return [tuple(rows[number]) for number in sorted(rows)]


TABLES = [
    pytest.param("\n".join(map("\t".join, GRID)), id="制表符"),
    pytest.param("\n".join(map("  ".join, GRID)), id="两个空格"),
    pytest.param("\n".join(map("　".join, GRID)), id="全角空格"),
    pytest.param(
        "序号  重点任务          牵头单位            完成时限\n"
        "1     修订窗口值班规程  市海岛局            6月底前\n"
        "2     编制灯塔巡检预案  市灯塔局、市渔港局  长期坚持",
        id="对齐",
    ),
    pytest.param(
        "序号  重点任务      牵头单位    完成时限\n"
        "1     修订窗口      市海岛局    6月底前\n"
        "      值班规程\n"
        "2     编制灯塔巡    市灯塔局、  长期坚持\n"
        "      检预案        市渔港局",
        id="格内折行",
    ),
    pytest.param(
        "序号  重点任务  牵头单位  完成时限\n1  修订窗口值\n班规程  市海岛局  6月底前\n"
        "2  编制灯塔巡检预案  市灯塔局、市渔\n港局  长期坚持",
        id="整行折行",
    ),
    pytest.param(
        "序号\t重点任务\t牵头单位\t完成时限\n1\t修订窗口\n值班规程\t市海岛局\t6月底前\n"
        "2\t编制灯塔巡检预案\t市灯塔局、\n市渔港局\t长期坚持",
        id="制表符而格内换行",
    ),
    pytest.param(
        '序号\t重点任务\t牵头单位\t完成时限\n1\t"修订窗口\n值班规程"\t市海岛局\t6月底前\n'
        '2\t"编制灯塔\n巡检预案"\t"市灯塔局、\n市渔港局"\t长期坚持',
        id="电子表格给格内换行加的引号",
    ),
    pytest.param(
        "序  号   重 点 任 务    牵 头 单 位   完 成 时 限\n1  修订窗口值班规程  市海岛局  6月底前\n"
        "2  编制灯塔巡检预案  市灯塔局、市渔港局  长期坚持",
        id="表头字间有空格",
    ),
    pytest.param(
        "序号\t\t重点任务\t\t\t牵头单位\t完成时限\n1\t修订窗口值班规程\t市海岛局\t\t6月底前\n"
        "2\t编制灯塔巡检预案\t市灯塔局、市渔港局\t长期坚持",
        id="几个制表符凑齐",
    ),
    pytest.param("\n".join(map("|".join, GRID)), id="竖线"),
    pytest.param("\n".join(f"| {' | '.join(row)} |" for row in GRID), id="两边也有竖线"),
    pytest.param("\n".join(f"｜{'｜'.join(row)}｜" for row in GRID), id="全角竖线"),
    pytest.param(
        "+------+----------+\n" + "\n+---+---+\n".join(f"| {' | '.join(row)} |" for row in GRID) + "\n+---+---+",
        id="加号减号框",
    ),
    pytest.param(
        "┌──┬────┬────┬────┐\n│序│重点│牵头│完成│\n│号│任务│单位│时限│\n├──┼────┼────┼────┤\n"
        "│1 │修订窗口│市海│6月 │\n│  │值班规程│岛局│底前│\n├──┼────┼────┼────┤\n"
        "│2 │编制灯塔│市灯塔局、│长期│\n│  │巡检预案│市渔港局│坚持│\n└──┴────┴────┴────┘",
        id="制表框，格内折行",
    ),
    pytest.param(
        "┌──┬────┬────┬────┐\n│序号│重点任务│牵头单位│完成时限│\n├──┼────┼────┼────┤\n"
        "│1 │修订窗口│市海岛局│6月底前│\n│  │值班规程│        │    │\n"
        "│2 │编制灯塔│市灯塔局、│长期坚持│\n│  │巡检预案│市渔港局│    │\n└──┴────┴────┴────┘",
        id="只有表头下有横线",
    ),
    pytest.param("\n".join("\n".join(row) for row in GRID), id="一行一格"),
    pytest.param("\n\n".join("\n\n".join(row) for row in GRID), id="一行一格，隔空行"),
]


@pytest.mark.parametrize("text", TABLES)
def test_cells_are_found_however_they_are_parted(text: str) -> None:
    assert grid(f"重点任务分工表\n{text}\n") == list(GRID)


@pytest.mark.parametrize("text", TABLES)
def test_what_stands_around_a_table_stays_text(text: str) -> None:
    read = source(f"重点任务分工表\n{text}\n附件2\n海岛任务说明\n本表由市海岛局解释。\n")
    before, after = read.text[: read.tables[0].span.start], read.text[read.tables[0].span.end :]
    assert before == "重点任务分工表\n"
    assert after == "\n附件2\n海岛任务说明\n本表由市海岛局解释。\n"


HOLES = [
    pytest.param(
        "序号\t重点任务\t牵头单位\t完成时限\n1\t修订规程\t\t6月底前\n2\t编制预案\t市灯塔局",
        [("1", "修订规程", "", "6月底前"), ("2", "编制预案", "市灯塔局", "")],
        id="制表符，缺格",
    ),
    pytest.param(
        "序号  重点任务  牵头单位  完成时限\n1     修订规程            6月底前\n2     编制预案  市灯塔局",
        [("1", "修订规程", "", "6月底前"), ("2", "编制预案", "市灯塔局", "")],
        id="对齐，缺格",
    ),
    pytest.param(
        "序号  重点任务  牵头单位  完成时限\n1  修订规程  6月底前\n2  编制灯塔巡检预案  市灯塔局  年底前",
        [("1", "修订规程", "", "6月底前"), ("2", "编制灯塔巡检预案", "市灯塔局", "年底前")],
        id="不对齐，凭时限的样子",
    ),
    pytest.param(
        "序号  重点任务  牵头单位  完成时限\n1  修订规程  市海岛局  市灯塔局  6月底前\n2  编制预案  市灯塔局  年底前",
        [("1", "修订规程", "市海岛局\n市灯塔局", "6月底前"), ("2", "编制预案", "市灯塔局", "年底前")],
        id="单位之间也是空格",
    ),
    pytest.param(
        "序号\n重点任务\n牵头单位\n完成时限\n1\n修订值班的规程。\n市海岛局\n市灯塔局\n6月底前\n2\n编制全市的预案。\n年底前",
        [("1", "修订值班的规程。", "市海岛局\n市灯塔局", "6月底前"), ("2", "编制全市的预案。", "", "年底前")],
        id="一行一格，多格与缺格",
    ),
    pytest.param(
        "|序号|重点任务|牵头单位|完成时限|\n|1|修订规程|--|6月底前|\n|2|编制预案|市灯塔局|--|",
        [("1", "修订规程", "--", "6月底前"), ("2", "编制预案", "市灯塔局", "--")],
        id="竖线，横线表示空格",
    ),
    pytest.param(
        "序号\t重点任务\t牵头单位\t完成时限\n1\t修订规程\t市海岛局\t6月底前\n\t编制预案\t市灯塔局\t9月底前",
        [("1", "修订规程", "市海岛局", "6月底前"), ("", "编制预案", "市灯塔局", "9月底前")],
        id="序号合并",
    ),
    pytest.param(
        "序号  重点任务  牵头单位\n一  修订规程  市海岛局\n二  编制预案  市灯塔局",
        [("一", "修订规程", "市海岛局"), ("二", "编制预案", "市灯塔局")],
        id="序号是汉字",
    ),
    pytest.param(
        "类别\t具体任务\t责任单位\t时限\n海岛类\t修订规程\t市海岛局\t6月底前\n\t编制预案\t市灯塔局\t9月底前",
        [("海岛类", "修订规程", "市海岛局", "6月底前"), ("", "编制预案", "市灯塔局", "9月底前")],
        id="类别合并，没有序号",
    ),
    pytest.param(
        "序号\t重点任务\t牵头单位\t完成时限\n一、海岛类\n1\t修订规程\t市海岛局\t6月底前\n"
        "二、灯塔类\n2\t编制预案\t市灯塔局\t年底前",
        [
            ("一、海岛类",),
            ("1", "修订规程", "市海岛局", "6月底前"),
            ("二、灯塔类",),
            ("2", "编制预案", "市灯塔局", "年底前"),
        ],
        id="表内小标题",
    ),
    pytest.param(
        "序号\t重点任务\t牵头单位\n一、海岛类\n1\t修订规程\t市海岛局\n"
        "二、渔港类\n三、灯塔类\n1\t编制预案\t市灯塔局",
        [
            ("一、海岛类",),
            ("1", "修订规程", "市海岛局"),
            ("二、渔港类",),
            ("三、灯塔类",),
            ("1", "编制预案", "市灯塔局"),
        ],
        id="小标题下重新编号",
    ),
    pytest.param(
        "序号\n重点任务\n牵头单位\n1\n修订规程\n市海岛局\n二、灯塔类\n1\n编制预案\n市灯塔局",
        [("1", "修订规程", "市海岛局"), ("二、灯塔类",), ("1", "编制预案", "市灯塔局")],
        id="一行一格，小标题下重新编号",
    ),
    pytest.param(
        "序号\n重点任务\n牵头单位\n一、海岛类\n1\n修订规程\n市海岛局\n二、灯塔类\n2\n编制预案\n市灯塔局",
        [("一、海岛类",), ("1", "修订规程", "市海岛局"), ("二、灯塔类",), ("2", "编制预案", "市灯塔局")],
        id="一行一格，表内小标题",
    ),
]


@pytest.mark.parametrize(("text", "rows"), HOLES)
def test_empty_and_crowded_cells_fall_into_their_columns(text: str, rows: list[tuple[str, ...]]) -> None:
    assert grid(text)[1:] == rows


def test_a_merged_cell_of_a_drawn_table_spans_its_rows() -> None:
    read = source(
        "┌──┬────┬────┬───┐\n│序号│重点任务│责任单位│完成时限│\n├──┼────┼────┼───┤\n"
        "│1 │修订规程│市海岛局│6月底│\n├──┼────┤        ├───┤\n│2 │编制预案│        │年底│\n└──┴────┴────┴───┘\n"
    )
    (table,) = read.tables
    merged = [cell for cell in table.cells if cell.rows == 2]
    assert [(cell.row, cell.column, read.quote(cell.span)) for cell in merged if cell.span] == [(1, 2, "市海岛局")]
    assert [cell.column for cell in table.cells if cell.row == 2] == [0, 1, 3]


TEXTS = [
    pytest.param("市海岛局        市灯塔局\n2025年3月4日\n", id="两个落款"),
    pytest.param("市海岛局\t市灯塔局\n主要任务\t牵头单位\n", id="只有表头"),
    pytest.param("云政发〔2025〕3号        签发人：张三\n关于放假的通知\n", id="签发人"),
    pytest.param("联系人：张三    电话：123456\n联系人：李四    电话：123457\n", id="联系人"),
    pytest.param("通  知\n各 单 位  请 遵 照\n", id="字间有空格"),
    pytest.param("责任单位：海岛局    完成时限：6月底\n责任单位：灯塔局    完成时限：7月底\n", id="标签带冒号"),
    pytest.param("姓名  性别  职务\n张三  男  主任\n李四  女  科员\n", id="名单"),
    pytest.param("序号\n姓名\n单位\n1\n张三\n海岛局\n2\n李四\n灯塔局\n", id="一行一格的名单"),
    pytest.param("首页 | 重点工作 | 通知公告\n设为首页\n", id="网站栏目"),
    pytest.param("牵头单位    配合单位\n市海岛局    市灯塔局\n", id="没有任务一列"),
    pytest.param("序号\n1\n2\n3\n", id="只有序号"),
    pytest.param("序号\n单位名称\n重点任务\n1\n海岛局\n修订规程\n2\n灯塔局\n编制预案\n", id="没有责任和时限"),
    pytest.param("序号\n重点任务\n牵头单位\n各单位要抓好落实。\n", id="一行一格而没有行"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_ordinary_text_with_blanks_is_no_table(text: str) -> None:
    assert source(text).tables == ()


BELOW = [
    pytest.param("                    市海岛局\n                    2025年3月4日", id="落款"),
    pytest.param("    注：以上任务由市海岛局解释。", id="缩进的注"),
    pytest.param("联系人：张三    电话：123456", id="联系人"),
    pytest.param("二、工作要求\n（一）各单位要抓好落实。", id="下一节"),
]


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("gap", ["\n", "  ", "\t"], ids=["一行一格", "空格", "制表符"])
def test_a_table_ends_before_what_follows(gap: str, below: str) -> None:
    rows = "\n".join(map(gap.join, GRID))
    read = source(f"{rows}\n{below}\n")
    assert read.text[read.tables[0].span.end :].split() == below.split()


def test_a_signature_below_a_column_of_owners_is_no_owner() -> None:
    read = source(
        "序号\n重点任务\n完成时限\n责任单位\n1\n修订规程\n6月底前\n市海岛局\n市灯塔局\n"
        "2\n编制预案\n年底前\n市灯塔局\n市海岛局\n2025年3月4日\n"
    )
    assert read.text.endswith("2\t编制预案\t年底前\t市灯塔局\n市海岛局\n2025年3月4日\n")
    assert read.quote(read.tables[0].span).endswith("市灯塔局")


def test_a_title_inside_the_frame_is_a_row_of_one_cell() -> None:
    rows = grid("│海岛任务表│\n│重点任务│牵头单位│\n│修订规程│市海岛局│\n")
    assert rows == [("海岛任务表",), ("重点任务", "牵头单位"), ("修订规程", "市海岛局")]


def test_each_row_keeps_its_line() -> None:
    read = source("任务表\n\n" + "\n".join(map("\t".join, GRID)) + "\n毕\n")
    starts = [read.text.index(words) for words in ("任务表", "重点任务", "修订窗口", "市渔港局", "毕")]
    assert [read.describe(Span(start, start + 1)) for start in starts] == ["第1行", "第3行", "第4行", "第5行", "第6行"]


@example("|1|")
@given(st.text(alphabet="序号重点任务牵头单位时限12 \t　|│─\n。、局月", max_size=120))
def test_no_character_of_a_file_is_lost(body: str) -> None:
    text = "序号\t重点任务\t牵头单位\n1\t修订规程\t市海岛局\n" + body
    kept = "".join(char for char in source(text).text if char in "序号重点任务牵头单位时限12、局月")
    assert sorted(kept) == sorted(char for char in text if char in "序号重点任务牵头单位时限12、局月")
