"""Bodies whose names are made of verbs (申报企业, 处理厂), or end as few do (村集体, 旅行社)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.notices import owners, read_body

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

BODIES = [
    "申报企业",
    "各申报企业",
    "推荐学校",
    "牵头企业",
    "登记企业",
    "合作单位",
    "校企合作单位",
    "委托单位",
    "农民合作社",
    "申报主体",
    "承担主体",
    "村集体",
    "污水处理厂",
    "垃圾处理企业",
    "旅行社",
    "电商平台",
    "许可持有人",
    "持证人",
    "认可机构",
    "保障组",
    "服务中心",
]
SENTENCES = ["{}要按时提交材料。", "{}需在3日内补正材料。", "{}须对材料真实性负责。"]
PLAIN = [
    pytest.param("由县总工会组织验收。", "县总工会", id="工会组织验收"),
    pytest.param("由高新区管委会组织评审。", "高新区管委会", id="管委会组织评审"),
    pytest.param("工会组织要发挥作用。", "工会组织", id="工会组织是一个名称"),
    pytest.param("各镇、县税务局要建立台账。", "各镇、县税务局", id="镇之后的县不是一类"),
    pytest.param("各县、乡、镇要建立台账。", "各县、乡、镇", id="县乡镇是各类"),
    pytest.param("委托第三方机构开展评估，各县要配合。", "各县", id="委托谁"),
    pytest.param("依托企业建设基地，各校要落实。", "各校", id="依托谁"),
    pytest.param("如发现造假，申报企业列入失信名单；各镇要严格审核。", "各镇", id="列入名单的不是主体"),
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("body", BODIES)
def test_a_body_is_the_subject(book: RuleBook, body: str, sentence: str) -> None:
    task = read_body(book, f"一、{sentence.format(body)}").tasks[0]
    assert owners(task.owners) == f"actor {body}"


@pytest.mark.parametrize(("sentence", "expected"), PLAIN)
def test_who_has_to_do_it(book: RuleBook, sentence: str, expected: str) -> None:
    assert owners(read_body(book, f"一、{sentence}").tasks[0].owners) == f"actor {expected}"
