"""Files that hold one document are known as its versions; notices that only look alike are not."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from extractor.export.record import record
from extractor.export.versions import version_details, version_status
from extractor.graph.build import build, resolve
from extractor.graph.versions.found import versions_of
from extractor.graph.versions.merged import held
from extractor.graph.versions.repeats import repeated_tasks
from extractor.ingest.plain.text import read_text
from extractor.pipeline import analyse

if TYPE_CHECKING:
    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record
    from extractor.rules.book import RuleBook

NOTICE = """
南屏市水务局文件

南水发〔2025〕7号

南屏市水务局
关于开展供水管网巡查的通知

各县（区）水务局，各供水公司：

为保障夏季供水安全，决定开展供水管网巡查，现就有关事项通知如下。

一、巡查主干管网。各供水公司要对口径三百毫米以上的主干管网逐段巡查，登记漏点和锈蚀管段，2025年5月20日前完成。

二、检修加压泵站。各供水公司要对加压泵站的水泵、阀门和备用电源逐台检修，2025年6月10日前完成。

三、报送总结。请各县（区）水务局于2025年6月25日前将巡查总结报市水务局供水科。

南屏市水务局
2025年4月15日
"""
UNNUMBERED = NOTICE.replace("南水发〔2025〕7号\n", "")
LAYOUT = NOTICE.replace("各供水公司要对", "各供水公司\n要对").replace("〔2025〕7号", "[2025]07号")


def file(book: RuleBook, name: str, text: str) -> Record:
    """The record of a file; its format is the one that its name says."""
    analysis = analyse(read_text(text.encode(), name, "sha", book), book)
    return {**record(analysis, digest="d1"), "reader": name.rpartition(".")[2]}


def groups(versions: Versions) -> list[list[str]]:
    """The names of the files of every document that has versions, the one that holds first."""
    return [[name for name, _ in places] for places in versions.several()]


PAIRS = [
    pytest.param(NOTICE, NOTICE, 1, id="一字不差"),
    pytest.param(NOTICE, LAYOUT, 1, id="换行和括号不同"),
    pytest.param(UNNUMBERED, UNNUMBERED, 1, id="没有文号"),
    pytest.param(NOTICE, UNNUMBERED, 1, id="一份缺文号"),
    pytest.param(NOTICE, NOTICE.replace("6月10日前", "6月12日前"), 1, id="同号改了时限"),
    pytest.param(
        UNNUMBERED,
        UNNUMBERED.replace("巡查的通知", "巡查的通知（更正）").replace("4月15日", "4月18日"),
        1,
        id="更正件日期较晚",
    ),
    pytest.param(
        NOTICE, NOTICE.replace("〔2025〕7号", "〔2024〕9号").replace("2025", "2024"), 0, id="去年的同题通知"
    ),
    pytest.param(UNNUMBERED, UNNUMBERED.replace("2025", "2024"), 0, id="去年的没有文号"),
    pytest.param(NOTICE, NOTICE.replace("〔2025〕7号", "〔2025〕8号"), 0, id="文号不同"),
    pytest.param(
        UNNUMBERED, UNNUMBERED.replace("南屏市水务局", "北岭市水务局"), 0, id="别的机关同日同题"
    ),
    pytest.param(NOTICE, NOTICE.replace("南屏市", "南陵市").replace("供水", "排水"), 0, id="机关代字相同的两市"),
    pytest.param(
        NOTICE,
        "南水发〔2025〕7号\n\n关于成立防汛领导小组的通知\n\n各科室：\n\n现成立防汛领导小组，由局长任组长，"
        "请各科室于2025年5月6日前报联络员名单。\n\n南屏市水务局\n2025年4月20日\n",
        0,
        id="误用同一文号的两份通知",
    ),
]


@pytest.mark.parametrize(("one", "other", "groups_of_two"), PAIRS)
def test_files_are_versions_of_one_document_or_not(
    book: RuleBook, one: str, other: str, groups_of_two: int
) -> None:
    versions = versions_of([file(book, "甲.txt", one), file(book, "乙.txt", other)])
    assert len(versions.several()) == groups_of_two


THIN = NOTICE[: NOTICE.index("二、检修")] + NOTICE[NOTICE.index("三、报送") :]
LATER = NOTICE.replace("4月15日", "4月18日")
CORRECTED = NOTICE.replace("的通知\n", "的通知（更正）\n")
PUT_UP = NOTICE.replace("各县（区）水务局，各供水公司：", "2025-04-20 09:12\n\n各县（区）水务局，各供水公司：").replace(
    "\n2025年4月15日\n", "\n"
)
HOLDING = [
    pytest.param({"甲.txt": NOTICE, "乙.docx": NOTICE}, "乙.docx", "format", id="DOCX先于TXT"),
    pytest.param({"甲.pdf": NOTICE, "乙.html": NOTICE}, "乙.html", "format", id="HTML先于PDF"),
    pytest.param({"甲.txt": NOTICE, "乙.txt": NOTICE}, "乙.txt", "name", id="文件名"),
    pytest.param({"甲.docx": THIN, "乙.pdf": NOTICE}, "乙.pdf", "fuller", id="较全的"),
    pytest.param({"甲.docx": NOTICE, "乙.txt": LATER}, "乙.txt", "later", id="同号后发的"),
    pytest.param({"甲.docx": NOTICE, "乙.txt": CORRECTED}, "乙.txt", "corrected", id="更正件"),
    pytest.param({"甲.docx": NOTICE, "乙.html": PUT_UP}, "甲.docx", "format", id="网页的发布时间不算"),
]


@pytest.mark.parametrize(("files", "holds", "reason"), HOLDING)
def test_which_version_holds_is_always_the_same(
    book: RuleBook, files: dict[str, str], holds: str, reason: str
) -> None:
    records = [file(book, name, text) for name, text in files.items()]
    for order in (records, records[::-1]):
        versions = versions_of(order)
        assert [names[0] for names in groups(versions)] == [holds]
        assert list(versions.reasons.values()) == [reason]


def test_tasks_of_versions_are_counted_once(book: RuleBook) -> None:
    corrected = CORRECTED.replace("6月10日前", "6月12日前")
    records = [file(book, "甲.txt", NOTICE), file(book, "乙.txt", corrected), file(book, "丙.docx", NOTICE)]
    versions = versions_of(records)
    counted = [
        (each["file"], len(document["tasks"]))
        for each in held(records, versions)
        for document in each["documents"]
    ]
    assert counted == [("甲.txt", 0), ("乙.txt", 3), ("丙.docx", 0)]
    assert groups(versions) == [["乙.txt", "丙.docx", "甲.txt"]]


def test_every_task_not_counted_names_the_one_that_stands_for_it(book: RuleBook) -> None:
    corrected = CORRECTED.replace("6月10日前", "6月12日前")
    corrected = corrected[: corrected.index("三、报送")] + corrected[corrected.index("南屏市水务局\n2025年") :]
    records = [file(book, "甲.txt", NOTICE), file(book, "乙.txt", corrected)]
    versions = versions_of(records)
    first, second, report = records[0]["documents"][0]["tasks"]
    one, two = records[1]["documents"][0]["tasks"]
    assert repeated_tasks(records, versions) == {
        ("甲.txt", first["id"]): ("乙.txt", one["id"]),
        ("甲.txt", second["id"]): ("乙.txt", two["id"]),
        ("甲.txt", report["id"]): None,
    }
    assert list(version_details(records, versions)) == [
        (
            "甲.txt",
            {
                "title": "南屏市水务局关于开展供水管网巡查的通知",
                "other": "乙.txt",
                "reason": "更正件",
                "count": "1",
            },
        )
    ]
    names = [(each["file"], each["documents"][0]["id"]) for each in records]
    assert [version_status(versions, *name) for name in names] == [
        "以 乙.txt 为准（更正件）", "计入台账（另有 1 个版本）",
    ]  # fmt: skip


def test_versions_are_one_node_with_all_their_files(book: RuleBook) -> None:
    records = [file(book, "甲.txt", NOTICE), file(book, "乙.docx", UNNUMBERED)]
    graph = build(resolve(records))
    (node,) = [node for node in graph.nodes if node.kind == "document"]
    assert (dict(node.attributes)["versions"], dict(node.attributes)["files"]) == (2, "乙.docx、甲.txt")
    triples = [(edge.subject, edge.relation, edge.object) for edge in graph.edges]
    assert len(triples) == len(set(triples))
    assert {edge.because.file for edge in graph.edges} == {"乙.docx"}


ENCLOSING = """
北岭县水务局文件

北水发〔2025〕3号

北岭县水务局
关于转发《南屏市水务局关于开展供水管网巡查的通知》的通知

各供水公司：

现将《南屏市水务局关于开展供水管网巡查的通知》（南水发〔2025〕7号）转发给你们，请遵照执行。

北岭县水务局
2025年4月21日
"""


def test_a_notice_and_its_print_in_a_forwarding_notice_are_one(book: RuleBook) -> None:
    records = [file(book, "县.txt", ENCLOSING + NOTICE), file(book, "市.txt", NOTICE)]
    versions = versions_of(records)
    assert groups(versions) == [["市.txt", "县.txt"]]
    assert list(versions.reasons.values()) == ["by-itself"]
    graph = build(resolve(records))
    forwarded = [edge.object for edge in graph.edges if edge.relation == "forwards"]
    assert forwarded == [f"document:{records[1]['documents'][0]['id']}"]


def test_plans_of_two_years_stay_two_though_their_words_are_the_same(book: RuleBook) -> None:
    def issued(number: str, year: str) -> str:
        return (
            f"南屏市水务局文件\n\n{number}\n\n南屏市水务局\n关于印发《节水宣传实施方案》的通知\n\n各科室：\n\n"
            f"现将《节水宣传实施方案》印发给你们，请认真执行。\n\n南屏市水务局\n{year}年3月1日\n\n"
            "节水宣传实施方案\n\n一、进社区宣传。各科室要到联系社区发放节水手册，讲解阶梯水价和节水器具补贴政策。\n\n"
            "二、进学校宣传。各科室要到联系学校开设节水课堂，组织学生参观自来水厂和污水处理厂。\n"
        )

    one, two = issued("南水发〔2024〕5号", "2024"), issued("南水发〔2025〕4号", "2025")
    assert versions_of([file(book, "旧.txt", one), file(book, "新.txt", two)]).several() == ()


def test_the_same_versions_whatever_the_order_of_the_files(book: RuleBook) -> None:
    texts = [NOTICE, LAYOUT, UNNUMBERED, ENCLOSING + NOTICE, NOTICE.replace("2025", "2024"), ENCLOSING]
    records = [file(book, f"{number}.txt", text) for number, text in enumerate(texts)]
    known, graph = versions_of(records), build(resolve(records))
    for seed in range(12):
        random.Random(seed).shuffle(records)  # noqa: S311 - an order, no secret
        assert versions_of(records) == known
        assert build(resolve(records)) == graph


def test_documents_of_one_id_that_differ_have_two_nodes(book: RuleBook) -> None:
    one = UNNUMBERED.replace("南屏市水务局\n关于", "关于")
    other = one.replace("南屏市水务局", "北岭县文化和旅游局").replace("供水", "文化馆")
    other = other.replace("文化馆管网巡查的通知", "供水管网巡查的通知")
    records = [file(book, "甲.txt", one), file(book, "乙.txt", other)]
    assert records[0]["documents"][0]["id"] == records[1]["documents"][0]["id"]
    nodes = [node.id for node in build(resolve(records)).nodes if node.kind == "document"]
    identifier = records[0]["documents"][0]["id"]
    assert nodes == [f"document:{identifier}", f"document:{identifier}~2"]
