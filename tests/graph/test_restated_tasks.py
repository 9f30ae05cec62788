"""A task that repeats a task of a higher document is linked to it, with the words that both share."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from extractor.export.record import record
from extractor.graph.build import build, resolve
from extractor.ingest.plain.text import read_text
from extractor.pipeline import analyse

if TYPE_CHECKING:
    from extractor.graph.elements import Edge
    from extractor.model.record import Record
    from extractor.rules.book import RuleBook


def notice(
    book: RuleBook, name: str, title: str, number: str, *paragraphs: str, body: str = "北原省林业局"
) -> Record:
    """A notice with these paragraphs; its first paragraph names the ground it rests on."""
    text = "\n\n".join((f"{body}文件", number, title, "各有关单位：", *paragraphs, body, "2025年3月5日"))
    return record(analyse(read_text(text.encode(), name, "sha", book), book), digest="d1")


PROVINCE, COUNTY = "关于加强森林防火工作的通知", "关于做好今春护林防火的通知"
RANGERS = "一、配齐护林队伍。各县要按每三千亩山林一名的标准配备专职护林员，逐人划定巡护路线。"
GROUND = "根据省林业局《关于加强森林防火工作的通知》（北林发〔2025〕2号）要求，现就有关事项通知如下。"


def restated(book: RuleBook, higher: str, lower: str, ground: str = GROUND) -> list[str]:
    """The words of the restates edges from a county's notice to the province's."""
    paragraphs = ("现就有关事项通知如下。", higher, "二、做好值班。各县要落实领导带班。")
    above = notice(book, "省.txt", PROVINCE, "北林发〔2025〕2号", *paragraphs)
    below = notice(book, "县.txt", COUNTY, "清林发〔2025〕8号", ground, lower, body="清水县林业局")
    return [edge.because.words for edge in edges(above, below)]


def edges(*records: Record) -> list[Edge]:
    return [edge for edge in build(resolve(records)).edges if edge.relation == "restates"]


CASES = [
    pytest.param(
        RANGERS,
        "一、配齐护林队伍。各乡镇要按每三千亩山林一名的标准配备专职护林员，逐人划定巡护路线，5月底前到位。",
        ["要按每三千亩山林一名的标准配备专职护林员，逐人划定巡护路线"],
        id="原话",
    ),
    pytest.param(
        RANGERS,
        "一、加强队伍建设。各乡镇应按照每三千亩山林一名的标准配备专职护林员，并签订巡护责任书。",
        ["每三千亩山林一名的标准配备专职护林员"],
        id="改了几处",
    ),
    pytest.param(
        RANGERS,
        "一、配齐护林队伍。各乡镇要按每三千亩山林一名的标准\n配备专职护林员，逐人划定巡护路线。",
        ["要按每三千亩山林一名的标准配备专职护林员，逐人划定巡护路线"],
        id="换行不算",
    ),
    pytest.param(RANGERS, "一、落实防火责任。各乡镇要与村组、林场层层签订责任状。", [], id="别的事"),
    pytest.param(
        "一、开展宣传教育。各县要充分利用广播、电视、网络等多种形式开展宣传。",
        "一、推广良种苗木。各乡镇要充分利用广播、电视、网络等多种形式介绍良种油茶、楠木的栽培办法，"
        "组织林农到省级苗圃参观，帮助林农联系苗木供应和技术指导，年底前新造良种林两千亩。",
        [],
        id="套话",
    ),
    pytest.param(
        "一、整治坟边用火。（责任单位：省民政厅、省林业局、省公安厅森林警察总队）",
        "一、清查林区电线。（责任单位：省民政厅、省林业局、省公安厅森林警察总队）",
        [],
        id="责任单位相同不算",
    ),
    pytest.param(
        "一、各县要落实《北原省森林草原防火灭火工作责任追究暂行办法》，通报典型案例。",
        "一、各乡镇要学习《北原省森林草原防火灭火工作责任追究暂行办法》。",
        [],
        id="引同一份文件不算",
    ),
]


@pytest.mark.parametrize(("higher", "lower", "words"), CASES)
def test_shared_words_say_whether_a_task_is_repeated(
    book: RuleBook, higher: str, lower: str, words: list[str]
) -> None:
    assert restated(book, higher, lower) == words


def test_only_what_a_document_rests_on_is_compared(book: RuleBook) -> None:
    assert restated(book, RANGERS, RANGERS, "为做好防火工作，现就有关事项通知如下。") == []


def test_what_is_repealed_stands_not_above(book: RuleBook) -> None:
    ground = "现就有关事项通知如下，《关于加强森林防火工作的通知》（北林发〔2025〕2号）同时废止。"
    assert restated(book, RANGERS, RANGERS, ground) == []


def chain(book: RuleBook) -> list[Record]:
    """Three levels: the town does not name the province, only the county, which does."""
    town = "按照县林业局通知（清林发〔2025〕8号）要求，现就有关事项通知如下。"
    return [
        notice(book, "省.txt", PROVINCE, "北林发〔2025〕2号", "现就有关事项通知如下。", RANGERS),
        notice(book, "县.txt", COUNTY, "清林发〔2025〕8号", GROUND, "一、各乡镇要储备灭火弹。"),
        notice(book, "镇.txt", "关于落实护林防火的通知", "柳镇〔2025〕3号", town, RANGERS.replace("各县", "各村")),
    ]


def test_a_task_is_found_again_two_steps_above(book: RuleBook) -> None:
    (edge,) = edges(*chain(book))
    assert edge.there is not None
    assert (edge.because.file, edge.there.file) == ("镇.txt", "省.txt")


def test_both_places_hold_the_same_words(book: RuleBook) -> None:
    records = chain(book)
    texts = {each["file"]: each["text"] for each in records}
    (edge,) = edges(*records)
    for because in (edge.because, edge.there):
        assert because is not None
        assert " ".join(texts[because.file][because.start : because.end].split()) == because.words
    spoken = [re.sub(r"\W", "", because.words) for because in (edge.because, edge.there) if because]
    assert spoken[0] == spoken[1]
    assert len(spoken[0]) > 12


def test_the_order_of_the_files_does_not_matter(book: RuleBook) -> None:
    records = chain(book)
    known = edges(*records)
    for seed in range(6):
        random.Random(seed).shuffle(records)  # noqa: S311 - an order, no secret
        assert edges(*records) == known


def test_documents_that_rest_on_each_other_end_the_search(book: RuleBook) -> None:
    records = chain(book)
    back = "根据《关于落实护林防火的通知》（柳镇〔2025〕3号），现就有关事项通知如下。"
    records[0] = notice(book, "省.txt", PROVINCE, "北林发〔2025〕2号", back, RANGERS)
    assert {edge.because.file for edge in edges(*records)} == {"省.txt", "镇.txt"}
