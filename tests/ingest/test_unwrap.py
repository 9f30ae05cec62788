"""Lines become paragraphs again, and only those that belong together."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.ingest.read import read_bytes

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

LONG = (
    "各单位要把安全检查作为近期的重点工作，由主要负责人亲自部署、亲自督促，逐项对照清单查找隐患，"
    "能当场整改的当场整改"
)

ARTICLE = (
    "第三条 各学院应在第二学期的第十六周之前收齐全部毕业作品",
    "（样稿）和说明材料，逐件登记，由专人保管，并在答辩以前统一交",
    "资料室编目存放，任何人不得外借，确因工作需要查看的，应当经学",
    "院负责人同意。",
)

JOINED = [
    pytest.param("\n".join(ARTICLE), ["".join(ARTICLE)], id="折行后以括号开头"),
    pytest.param(
        " 1\n 、各学校应做好检查。\n 2\n 、各学校应做好值守。\n 安全科\n 2024\n 年3月1日",
        ["1、各学校应做好检查。", "2、各学校应做好值守。", "安全科", "2024年3月1日"],
        id="编号和年份折在行末",
    ),
    pytest.param(
        f"一、开展检查。{LONG}，确保不漏一\n\n处、不留死角。\n二、做好值守。",
        [f"一、开展检查。{LONG}，确保不漏一处、不留死角。", "二、做好值守。"],
        id="分页断句",
    ),
    pytest.param(
        f"一、开展检查。{LONG}，并认真开展走\n\n走访慰问活动。",
        [f"一、开展检查。{LONG}，并认真开展走访慰问活动。"],
        id="分页处重印一字",
    ),
    pytest.param(
        f"一、开展检查。{LONG}，努力做到人\n\n人有责、事事有主。",
        [f"一、开展检查。{LONG}，努力做到人人有责、事事有主。"],
        id="叠字不是重印",
    ),
    pytest.param(
        "关于印发《云海市安全生产\n\n“百日行动”\n\n实施方案》的通知\n\n各县区：",
        ["关于印发《云海市安全生产“百日行动”实施方案》的通知", "各县区："],
        id="标题分行",
    ),
    *(
        pytest.param(f"{above}\n\u3000\u3000{below}\n各县区：", [above + below, "各县区："], id=f"标题末行：{below}")
        for above, below in (
            ("云海市教育局关于开展校园安全隐患排查工作的通", "知"),
            ("关于印发《云海市校园安全管理办法》", "的通知"),
            ("转发省教育厅关于做好校车安全管理工作的", "紧急通知"),
            ("关于校园安全专项整治", "工作方案（试行）"),
        )
    ),
    pytest.param(
        "各县、区人民政府，\n市政府各部门：\n请认真执行。",
        ["各县、区人民政府，市政府各部门：", "请认真执行。"],
        id="主送机关分行",
    ),
    pytest.param(
        "第一行写到这里还没有写完，后面的话转到下\n一行继续往下写，一直写到了这一行的末尾还\n没有结束，到这里才算是写完了。\n\n"
        "另一段也从这里写起，它同样会超过一行的长\n度。",
        [
            "第一行写到这里还没有写完，后面的话转到下一行继续往下写，一直写到了这一行的末尾还没有结束，到这里才算是写完了。",
            "另一段也从这里写起，它同样会超过一行的长度。",
        ],
        id="定宽折行",
    ),
    pytest.param(
        "　　各单位要认真组织学习，把学习同检查、同整改\n结合起来，做到有计划、有记录、有结果、有反馈，\n"
        "防止走过场。\n"
        "　　学习情况由办公室汇总，并在每月例会上通报，\n通报结果计入年度考核。",
        [
            "各单位要认真组织学习，把学习同检查、同整改结合起来，做到有计划、有记录、有结果、有反馈，防止走过场。",
            "学习情况由办公室汇总，并在每月例会上通报，通报结果计入年度考核。",
        ],
        id="首行缩进",
    ),
    pytest.param(
        f"一、开展检查。{LONG}，材料发至邮箱\n(office@example.com)。",
        [f"一、开展检查。{LONG}，材料发至邮箱(office@example.com)。"],
        id="邮箱另起一行",
    ),
    pytest.param(
        "整改率比上年提高12.\n6%，完成报送的有98.\n5万户。",
        ["整改率比上年提高12.6%，完成报送的有98.5万户。"],
        id="小数断开",
    ),
    pytest.param(
        "请发至邮箱office@example.\ncn，逾期不候。",
        ["请发至邮箱office@example.cn，逾期不候。"],
        id="网址断开",
    ),
    pytest.param("请于2025年\n\n3月底前报送总结。", ["请于2025年3月底前报送总结。"], id="日期断开"),
    pytest.param(
        "　　1.完成届满党支部换届。责任单位：党委组织部、党校。\n完成时限：2025年4月底前。\n"
        "　　2.举办党支部书记培训班，参训人员由各学院党总支推\n"
        "荐，每期不少于三十人，具体名额由党委组织部统筹安排，\n于开班前一周报送。",
        [
            "1.完成届满党支部换届。责任单位：党委组织部、党校。完成时限：2025年4月底前。",
            "2.举办党支部书记培训班，参训人员由各学院党总支推荐，每期不少于三十人，具体名额由党委组织部统筹安排，于开班前一周报送。",
        ],
        id="行内的标签恰在行首",
    ),
]
APART = [
    pytest.param(
        "请各单位报送以下材料：\n申报表，一式三份\n执照复印件，加盖公章\n身份证明，原件\n以上材料于5月底前报送。",
        id="材料各占一行",
    ),
    pytest.param("一、总体要求\n各单位要提高认识，加强领导。", id="标题与正文"),
    pytest.param("提高认识，加强领导\n各单位要把工作做实做细。", id="无编号标题与正文"),
    pytest.param(f"（一）开展检查。{LONG}\n责任部门：安全处\n完成时限：6月底前", id="责任部门另起"),
    pytest.param(f"{LONG}，请认真执行\n云海市教育局\n2025年3月4日", id="署名和日期"),
    pytest.param("云海市教育局文件\n云教发〔2025〕3号\n关于开展检查的通知\n各县区教育局：", id="文头各行"),
    pytest.param("1.检查清单\n2.整改台账\n3.联系人名单", id="材料清单"),
    pytest.param("关于开展检查的通知\n工作方案\n各县区：", id="标题完整，下一行是另一份的标题"),
    pytest.param("云海市教育局\n通知\n各县区：", id="机关名下面的文种"),
    pytest.param("附件：1.关于检查的\n2.通知\n各县区：", id="附件说明里的标题"),
    pytest.param(f"1，{LONG}网址https://a.example\n2，{LONG}，请登录查看。", id="编号后用逗号"),
    pytest.param(
        "张三　云海大学　教授，博士\n李四　云海学院　讲师，硕士\n王五　青山大学　教授，博士\n",
        id="名单",
    ),
    pytest.param("附件：\n1.检查清单\n2.整改台账\n云海市教育局\n2025年3月4日", id="附件说明"),
    pytest.param(f"{LONG}，具体安排如下\n（一）自查。各单位自查。\n（二）抽查。", id="后接编号"),
]


def paragraphs(text: str, book: RuleBook) -> list[str]:
    return read_bytes(text.encode(), "a.txt", book).text.splitlines()


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_torn_lines_are_joined(text: str, expected: list[str], book: RuleBook) -> None:
    assert paragraphs(text, book) == expected


@pytest.mark.parametrize("text", APART)
def test_what_stands_alone_stays_alone(text: str, book: RuleBook) -> None:
    assert [line.replace(" ", "") for line in paragraphs(text, book)] == text.replace("　", "").splitlines()


CLAUSES = st.sampled_from([
    "各单位要认真组织学习", "按照清单逐项检查", "对发现的问题立即整改", "建立台账",
    "把责任落实到每个岗位和每名人员", "形成横向到边纵向到底的工作格局", "做到有计划有记录有反馈",
    "主要负责人要亲自部署亲自督促亲自检查亲自验收",
])  # fmt: skip


@given(clauses=st.lists(CLAUSES, min_size=14, max_size=30), width=st.integers(20, 60))
def test_a_paragraph_wrapped_at_any_width_comes_back(clauses: list[str], width: int, book: RuleBook) -> None:
    paragraph = "，".join(clauses) + "。"
    wrapped = "\n".join(textwrap.wrap(paragraph, width))
    if wrapped.count("\n") >= 3:
        assert paragraphs(wrapped, book) == [paragraph]


def test_each_part_of_a_joined_paragraph_keeps_its_line(book: RuleBook) -> None:
    text = f"标题\n\n一、开展检查。{LONG}，确保不漏一\n\n处、不留死角。"
    source = read_bytes(text.encode(), "a.txt", book)
    assert [source.place_at(source.text.index(words)) for words in ("标题", "开展", "处、不留")] == [
        source.places[0], source.places[1], source.places[2],
    ]  # fmt: skip
    assert [place.line for place in source.places] == [1, 3, 5]


def test_lines_in_the_middle_or_at_the_right_do_not_hide_that_the_text_is_wrapped(book: RuleBook) -> None:
    words = f"一、开展检查。{LONG}，并在月底前把检查结果书面报送市教育局办公室。"
    rows = ["\u3000\u3000" + words[:22], *(words[start : start + 24] for start in range(22, len(words), 24))]
    contacts = [f"{' ' * 20}联系人{number}：周某 0571-8600000{number} zhou{number}@a.example" for number in range(8)]
    found = paragraphs("\n".join(["\u3000" * 8 + "云海市教育局", *rows, *contacts]), book)
    assert found[:2] == ["云海市教育局", words]
