"""When two ways of naming a document mean the same one, and when they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.graph.build import build, resolve
from extractor.graph.names import number_key, number_keys, title_key, without_issuer
from extractor.graph.wrappers import printed_title
from tests.export.analysed import sample

if TYPE_CHECKING:
    from extractor.graph.elements import Graph
    from extractor.model.notice import Part
    from extractor.model.record import DocumentRecord, EvidenceRecord, Record, ReferenceRecord

NUMBERS = [
    pytest.param("甲教发〔2026〕12号", id="规范"),
    pytest.param("甲教发[2026]12号", id="方括号"),
    pytest.param("甲教发【2026】12号", id="黑括号"),
    pytest.param("甲教发（2026）12号", id="圆括号"),
    pytest.param("甲教发(2026)012号", id="半角并补零"),
    pytest.param("甲 教发﹝\uff12\uff10\uff12\uff16﹞ 第12 号", id="全角数字和空格"),
    pytest.param("第甲教发〔2026〕12号", id="前有第字"),
    pytest.param("甲教发〔2026]12号", id="括号不成对"),
    pytest.param("甲教发〔2026〕12", id="缺号字"),
    pytest.param("甲教发2026年第12号", id="没有括号"),
    pytest.param("甲教发2026-12号", id="连字符"),
    pytest.param("甲教发《2026》12号", id="书名号"),
    pytest.param("甲教发〔2026年〕12号", id="括号里有年"),
    pytest.param("甲教发〔二〇二六〕12号", id="汉字年份"),
    pytest.param("甲教发〔2026〕12号文件", id="后有文件二字"),
    pytest.param("甲市教育局办公室甲教发〔2026〕12号", id="前有发文机关"),
    pytest.param("中共甲市委教育工作委员会 甲教发〔2026〕12号", id="前有党委机关"),
]
TITLES = [
    pytest.param("关于转发《乙市〈节水条例〉》的通知", "关于转发乙市节水条例的通知", id="嵌套书名号"),
    pytest.param("关于 开展\u3000检查的\n通知", "关于开展检查的通知", id="空格和换行"),
    pytest.param("“十五五”规划（草案）", "十五五规划（草案）", id="引号"),
    pytest.param("ＡＩ应用指南", "AI应用指南", id="全角字母"),
]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_the_same_however_it_is_written(number: str) -> None:
    assert number_key(number) == "甲教发〔2026〕12号"


@pytest.mark.parametrize(
    "number", ["甲教发〔2025〕12号", "甲教发〔2026〕1号", "乙教发〔2026〕12号", "甲教发〔2026〕120号"]
)
def test_another_number_stays_another(number: str) -> None:
    assert number_key(number) != "甲教发〔2026〕12号"


def test_an_unusual_number_is_its_own_key() -> None:
    assert number_key("第３１ 号令") == "31号令"
    assert number_key("乙教局办发〔2026〕3号") == "乙教局办发〔2026〕3号"


def test_a_joint_notice_has_all_its_numbers() -> None:
    joint = ("甲财发〔2026〕1号", "乙教发〔2026〕2号")
    assert number_keys(["甲财发[2026]1号、乙教发[2026]02号"]) == joint
    assert number_keys(list(joint)) == joint


WRAPPERS = [
    pytest.param("甲市水务局关于印发《节约用水管理办法》的通知", "节约用水管理办法", id="印发"),
    pytest.param("甲市水务局印发关于节约用水的若干措施的通知", "关于节约用水的若干措施", id="省略关于"),
    pytest.param("关于修订印发《节约用水管理办法》的通知", "节约用水管理办法", id="修订印发"),
    pytest.param("关于公布节约用水示范单位名单的公告", "节约用水示范单位名单", id="公布"),
    pytest.param("关于转发《节约用水管理办法》的通知", None, id="转发的是别人的"),
    pytest.param("关于做好文件印发工作的通知", None, id="不是印发文件"),
    pytest.param("关于印发《方案》的通知", None, id="泛称"),
]


@pytest.mark.parametrize(("title", "printed"), WRAPPERS)
def test_a_title_may_name_what_the_notice_prints(title: str, printed: str | None) -> None:
    assert printed_title(title_key(title)) == printed


@pytest.mark.parametrize(("title", "key"), TITLES)
def test_a_title_is_the_same_however_it_is_set(title: str, key: str) -> None:
    assert title_key(title) == key


def test_the_issuer_stands_before_the_subject() -> None:
    assert without_issuer("甲市教育局关于开展检查的通知") == ("甲市教育局", "关于开展检查的通知")
    assert without_issuer("关于开展检查的通知") == ("", "关于开展检查的通知")
    assert without_issuer("校园安全工作方案") == ("", "校园安全工作方案")


def document(title: str, *, number: str = "", issuer: str = "", part: Part = "notice") -> DocumentRecord:
    """A document without tasks; its id is its title and number."""
    place: EvidenceRecord = {"span": [0, 2], "rule": "r"}
    return {
        **sample()["documents"][0],
        "id": f"{title}/{number}",
        "part": part,
        "title": title,
        "numbers": [number] if number else [],
        "issuers": [issuer] if issuer else [],
        "recipients": [],
        "tasks": [],
        "references": [],
        "evidence": {"numbers": [place] if number else [], "issuers": [place] if issuer else []},
    }


def named(title: str | None, *numbers: str) -> ReferenceRecord:
    """A mention."""
    return {
        "title": title,
        "numbers": list(numbers),
        "relation": "cites",
        "text": title or "".join(numbers),
        "span": [0, 3],
        "rule": "reference.test",
        "target": "left over from an earlier run",
    }


def file(name: str, *documents: DocumentRecord) -> Record:
    return {**sample(name), "documents": list(documents)}


def citing(*references: ReferenceRecord, name: str = "z.txt", number: str = "") -> Record:
    """A file with a notice that names others."""
    notice = document("关于引用文件的通知", number=number)
    notice["references"] = list(references)
    return file(name, notice)


def targets(*records: Record) -> list[str | None]:
    """What the references of the citing file mean."""
    return [each["target"] for each in resolve(records)[-1]["documents"][0]["references"]]


SAFETY = document("甲市教育局关于开展安全检查的通知", number="甲教发〔2026〕3号", issuer="甲市教育局")
RULES = document("甲市学校安全管理办法", issuer="甲市教育局")
THERE = SAFETY["id"]
MENTIONS = [
    pytest.param(named(None, "甲教发[2026]3号"), THERE, id="只有文号"),
    pytest.param(named("另一个题目的通知", "甲教发〔2026〕3号"), THERE, id="文号说了算"),
    pytest.param(named("甲市教育局关于安全的通知", "甲教发〔2026〕3号"), THERE, id="文号说了算，机关也合"),
    pytest.param(named("甲山县教育局关于节水的通知", "甲教发〔2026〕3号"), None, id="机关代字相同的别处文件"),
    pytest.param(named("甲市教育局关于开展安全检查的通知"), THERE, id="全称"),
    pytest.param(named("关于开展安全检查的通知"), THERE, id="省略机关"),
    pytest.param(named("关于开展“安全检查”的通知"), THERE, id="引号不算"),
    pytest.param(named("乙市教育局关于开展安全检查的通知"), None, id="别的机关"),
    pytest.param(named("关于开展安全检查的通知", "甲教发〔2025〕9号"), None, id="同题不同文号"),
    pytest.param(named("关于开展安全检查工作的通知"), None, id="题目不同"),
    pytest.param(named("关于开展安全检查通知"), THERE, id="省略的字"),
    pytest.param(named("市教育局关于开展安全检查的通知"), THERE, id="机关简称"),
    pytest.param(named("甲市教育局等部门关于开展安全检查的通知"), THERE, id="等部门"),
    pytest.param(named("关于印发甲市学校安全管理办法的通知"), RULES["id"], id="印发通知指印发件"),
    pytest.param(named("乙市教育局关于印发甲市学校安全管理办法的通知"), None, id="别人印发的"),
    pytest.param(named("甲市教育局关于开展安全检查的通知", "丁发〔2026〕3号"), None, id="全称而文号不同"),
    pytest.param(named("学校安全管理办法"), None, id="缺少地名"),
    pytest.param(named("甲市教育局甲市学校安全管理办法"), RULES["id"], id="前加机关"),
    pytest.param(named("管理办法"), None, id="泛称"),
    pytest.param(named("关于引用文件的通知"), None, id="本文件自己"),
    pytest.param(named(None, "丙发〔2026〕1号"), None, id="不在库中"),
]


@pytest.mark.parametrize(("mention", "target"), MENTIONS)
def test_a_mention_means_the_document_that_bears_its_number_or_title(
    mention: ReferenceRecord, target: str | None
) -> None:
    assert targets(file("a.txt", SAFETY), file("b.txt", RULES), citing(mention)) == [target]


def test_a_document_without_the_issuer_in_its_title_is_found_with_it() -> None:
    bare = document("关于开展用电检查的通知", issuer="甲市教育局")
    mentions = [named("甲市教育局关于开展用电检查的通知"), named("乙市供电局关于开展用电检查的通知")]
    assert targets(file("a.txt", bare), citing(*mentions)) == [bare["id"], None]


def test_a_title_that_two_documents_bear_means_neither() -> None:
    one = document("关于报送年度总结的通知", number="甲发〔2025〕1号")
    two = document("关于报送年度总结的通知", number="甲发〔2026〕1号")
    mentions = [named("关于报送年度总结的通知"), named("关于报送年度总结的通知", "甲发〔2025〕1号")]
    assert targets(file("a.txt", one), file("b.txt", two), citing(*mentions)) == [None, one["id"]]


def test_a_generic_title_means_the_enclosure_of_the_same_file() -> None:
    notice = document("关于印发方案的通知")
    notice["references"] = [named("实施方案")]
    mine = document("甲市节水试点实施方案", part="enclosure")
    records = resolve([file("a.txt", document("实施方案")), file("b.txt", notice, mine)])
    assert records[1]["documents"][0]["references"][0]["target"] == mine["id"]


def test_the_records_given_stay_as_they_are() -> None:
    record = citing(named("关于某事的通知"))
    resolve([record])
    assert record["documents"][0]["references"][0]["target"] == "left over from an earlier run"


CITED = [
    pytest.param(
        [named("甲市城市节水办法"), named("甲市城市 节水办法")], ["甲市城市节水办法"], id="同题"
    ),
    pytest.param([named("实施方案"), named("实施方案")], ["实施方案"] * 2, id="泛称各是各的"),
    pytest.param(
        [named("管理办法"), named("管理办法", "甲发〔2020〕5号")], ["管理办法"] * 2, id="泛称不随文号"
    ),
    pytest.param([named("节约用水法"), named("节约用水法")], ["节约用水法"], id="法律名短"),
    pytest.param(
        [named(None, "甲发[2020]5号"), named("甲市节水办法", "甲发〔2020〕5号")], ["甲市节水办法"], id="同号"
    ),
    pytest.param(
        [
            named(None, "甲发〔2020〕5号"),
            named("甲市城市节水办法", "甲发〔2020〕5号"),
            named("甲市城市节水办法"),
        ],
        ["甲市城市节水办法"],
        id="题和号连起来",
    ),
    pytest.param(
        [
            named("关于节约用水的通知", "甲发〔2020〕5号"),
            named("关于节约用水的通知", "甲发〔2021〕5号"),
            named("关于节约用水的通知"),
        ],
        ["关于节约用水的通知"] * 3,
        id="年年同题",
    ),
    pytest.param(
        [named("甲市水务局关于节约用水的通知"), named("关于节约用水的通知")],
        ["甲市水务局关于节约用水的通知"],
        id="省略机关",
    ),
    pytest.param(
        [
            named("甲市水务局关于节约用水的通知"),
            named("乙市水务局关于节约用水的通知"),
            named("关于节约用水的通知"),
        ],
        ["乙市水务局关于节约用水的通知", "关于节约用水的通知", "甲市水务局关于节约用水的通知"],
        id="两个机关",
    ),
    pytest.param(
        [named("甲市水务局关于印发《城市节约用水办法》的通知"), named("城市节约用水办法")],
        ["甲市水务局关于印发《城市节约用水办法》的通知"],
        id="印发通知和印发件",
    ),
    pytest.param(
        [named("甲市水务局关于节约用水的通知"), named("市水务局关于节约用水的通知")],
        ["甲市水务局关于节约用水的通知"],
        id="机关简称",
    ),
    pytest.param(
        [named("联合通知", "甲发〔2020〕5号", "乙发〔2020〕7号"), named(None, "乙发〔2020〕7号")],
        ["联合通知"],
        id="联合发文",
    ),
]


@pytest.mark.parametrize(("mentions", "labels"), CITED)
def test_all_mentions_of_a_document_are_one_node(
    mentions: list[ReferenceRecord], labels: list[str]
) -> None:
    for order in (mentions, mentions[::-1]):
        numbered = [(mention, f"丁发〔2026〕{index}号") for index, mention in enumerate(order)]
        files = [citing(mention, name=number, number=number) for mention, number in numbered]
        assert sorted(cited(build(resolve(files)))) == sorted(labels)


def cited(graph: Graph) -> list[str]:
    return [node.label for node in graph.nodes if node.kind == "cited"]


def dated(each: DocumentRecord, day: str) -> DocumentRecord:
    return {**each, "date": day}


def test_nobody_names_what_was_issued_later() -> None:
    old = dated(document("关于报送年度总结的通知", number="甲发〔2024〕1号"), "2024-12-01")
    new = dated(document("关于报送年度总结的通知", number="甲发〔2025〕1号"), "2025-12-01")
    notice = dated(document("关于总结报送情况的通报"), "2025-03-01")
    notice["references"] = [named("关于报送年度总结的通知")]
    records = resolve([file("a.txt", old), file("b.txt", new), file("c.txt", notice)])
    assert records[2]["documents"][0]["references"][0]["target"] == old["id"]


def printed(title: str, parent: DocumentRecord) -> DocumentRecord:
    return {**document(title, part="enclosure"), "id": f"{title} in {parent['id']}", "parent": parent["id"]}


def test_an_enclosure_goes_by_the_number_of_its_notice() -> None:
    notice = document("关于印发《甲大学勤工助学办法》的通知", number="甲学〔2019〕6号")
    rules = printed("甲大学勤工助学办法", notice)
    old, new = named("甲大学勤工助学办法", "甲学〔2014〕5号"), named("甲大学勤工助学办法")
    records = resolve([file("a.txt", notice, rules), citing(old, new)])
    found = [each["target"] for each in records[1]["documents"][0]["references"]]
    assert found == [None, rules["id"]]


def test_what_a_notice_repeals_is_not_what_it_prints() -> None:
    notice = document("关于印发《甲大学勤工助学办法》的通知", number="甲学〔2019〕6号")
    old: ReferenceRecord = {**named("甲大学勤工助学办法"), "relation": "repeals"}
    notice["references"] = [old]
    (record,) = resolve([file("a.txt", notice, printed("甲大学勤工助学办法", notice))])
    assert record["documents"][0]["references"][0]["target"] is None


def test_a_mistyped_number_of_what_lies_in_the_same_file_does_no_harm() -> None:
    notice = document("关于转发防汛通知的通知", number="乙水〔2008〕107号")
    notice["references"] = [{**named("甲省水利厅关于做好防汛的通知", "甲水〔2008〕23号"), "relation": "forwards"}]
    there = document("甲省水利厅关于做好防汛的通知", number="甲水〔2008〕53号", part="enclosure")
    (record,) = resolve([file("a.txt", notice, there)])
    assert record["documents"][0]["references"][0]["target"] == there["id"]


LEARNT = [
    pytest.param(named(None, "甲政〔2020〕5号"), id="号"),
    pytest.param(named("甲市关于城市节水的若干规定", "甲政〔2020〕5号"), id="号和另一个题目"),
]


@pytest.mark.parametrize("mention", LEARNT)
def test_one_mention_tells_the_others_what_a_number_means(mention: ReferenceRecord) -> None:
    rules = document("甲市城市节约用水办法")
    teacher = citing(named("甲市城市节约用水办法", "甲政〔2020〕5号"), name="t.txt", number="丙发〔2026〕1号")
    for name in ("a.txt", "z.txt"):  # read before and after the one that knows
        pupil = citing(mention, name=name, number="丙发〔2026〕2号")
        records = resolve([file("m.txt", rules), teacher, pupil])
        found = {each["file"]: each["documents"][0]["references"] for each in records}
        assert found[name][0]["target"] == rules["id"]


def test_a_notice_whose_enclosure_is_missing_is_meant_by_the_title_of_the_enclosure() -> None:
    notice = document("甲市水务局关于印发《甲市城市节约用水办法》的通知", number="甲水〔2020〕5号", issuer="甲市水务局")
    assert targets(file("a.txt", notice), citing(named("甲市城市节约用水办法"))) == [notice["id"]]
