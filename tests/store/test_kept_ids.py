"""A notice read again keeps its ids: whatever was corrected in it, a task is known by what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.export.record import record
from extractor.store.kept_ids import keep_ids
from tests import notices

if TYPE_CHECKING:
    from extractor.model.record import Record
    from extractor.rules.book import RuleBook

NOTICE = """\
甲市教育局关于开展校园安全检查的通知
甲教发〔2026〕12号
各县（区）教育局：
一、全面排查隐患。各校要逐楼排查消防设施，登记在册。（责任单位：安全科；完成时限：2026年5月底前）
二、建立整改台账。各校要逐项登记隐患，每月25日前报送安全科。（责任单位：基教科）
三、开展应急演练。各校要在2026年6月10日前组织一次疏散演练。（责任单位：保卫科）
甲市教育局
2026年3月2日
"""
NAMES = ("排查消防", "逐项登记", "疏散演练")
"""Words that each task keeps in all corrections below."""


def read(book: RuleBook, text: str) -> Record:
    return record(notices.read(book, text))


def ids(found: Record) -> dict[str, str]:
    """Words of a task → its id."""
    tasks = [task for document in found["documents"] for task in document["tasks"]]
    return {name: task["id"] for name in NAMES for task in tasks if name in task["text"]}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("甲教发〔2026〕12号", "甲教发〔2026〕21号", id="文号更正"),
        pytest.param("校园安全检查的通知", "校园安全大检查的通知", id="标题更正"),
        pytest.param("全面排查隐患。", "全面细致排查各类隐患。", id="任务开头改了"),
        pytest.param("2026年5月底前", "2026年6月底前", id="时限改了"),
        pytest.param("责任单位：基教科", "责任单位：基础教育科", id="责任单位改了"),
        pytest.param("一、全面", "一、加强领导。各校要成立专班，每周调度一次。\n二、全面", id="前面加了一项"),
        pytest.param("各县（区）教育局：", "各县（区）教育局，市直各学校：", id="主送改了"),
        pytest.param("逐项登记隐患，", "逐项登记隐患、逐条销号，", id="任务中间加了几个字"),
    ],
)
def test_a_correction_changes_no_id(book: RuleBook, old: str, new: str) -> None:
    before, after = read(book, NOTICE), read(book, NOTICE.replace(old, new))
    assert ids(keep_ids(before, after)) == ids(before)


def test_tasks_that_changed_places_keep_their_ids(book: RuleBook) -> None:
    lines = NOTICE.split("\n")
    lines[3], lines[5] = lines[5].replace("三", "一", 1), lines[3].replace("一", "三", 1)
    before = read(book, NOTICE)
    assert ids(keep_ids(before, read(book, "\n".join(lines)))) == ids(before)


def test_another_notice_under_the_name_of_an_old_one_has_ids_of_its_own(book: RuleBook) -> None:
    other = """\
乙县财政局关于报送预算执行情况的通知
乙财〔2025〕3号
各乡镇财政所：
一、核对账目。各所要核对专户余额，2025年11月底前完成。（责任单位：国库股）
乙县财政局
2025年10月8日
"""
    before, after = read(book, NOTICE), read(book, other)
    assert keep_ids(before, after) == after


def test_no_id_comes_twice_when_a_task_is_split(book: RuleBook) -> None:
    split = NOTICE.replace("\n二、", "\n二、全面排查隐患。各校要逐楼排查消防设施。（责任单位：安全科）\n三、")
    kept = keep_ids(read(book, NOTICE), read(book, split))
    found = [task["id"] for document in kept["documents"] for task in document["tasks"]]
    assert len(found) == len(set(found)) == 4


def test_what_was_kept_is_kept_again(book: RuleBook) -> None:
    before = read(book, NOTICE)
    after = keep_ids(before, read(book, NOTICE.replace("安全检查", "安全大检查")))
    assert keep_ids(after, read(book, NOTICE.replace("安全检查", "安全大检查"))) == after


def test_an_attachment_found_only_now_hangs_under_the_id_that_its_notice_kept(book: RuleBook) -> None:
    before = read(book, NOTICE)
    after = read(book, NOTICE.replace("安全检查的通知", "安全大检查的通知") + "附件1\n检查汇总表\n学校 隐患数\n")
    kept = keep_ids(before, after)["documents"]
    assert [document["part"] for document in kept] == ["notice", "attachment"]
    assert kept[1]["parent"] == kept[0]["id"] == before["documents"][0]["id"]
