"""An edited table against the ledger: every cell, with what stood there when it was shown, now, and in the file."""

from __future__ import annotations

import pytest

from extractor.store.days import day_within, iso_day
from extractor.store.merge import merge

FIXED = {"原文"}


@pytest.mark.parametrize(
    ("column", "shown", "ours", "theirs", "result"),
    [
        pytest.param("状态", "", "", "进行中", "改为 进行中", id="填写"),
        pytest.param("状态", "进行中", "进行中", "", "改为 ", id="清空"),
        pytest.param("状态", "进行中", "已完成", "进行中", "不变", id="文件没动，台账动了"),
        pytest.param("状态", "", "已完成", "已完成", "不变", id="两边改得一样"),
        pytest.param("状态", "", "进行中", "已完成", "冲突 edited-on-both-sides", id="两边改得不一样"),
        pytest.param("备注", "甲 乙", "甲 乙", "甲\n乙", "不变", id="只是换行"),
        pytest.param("备注", "（1）", "（1）", "(1)", "不变", id="只是半角"),
        pytest.param("责任单位", "甲科、乙科", "甲科、乙科", "甲科，乙科", "不变", id="只是标点"),
        pytest.param("责任单位", "甲科", "甲科", "甲科；丙科", "改为 甲科、丙科", id="更正单位"),
        pytest.param("截止日期", "2026-06-05", "2026-06-05", "2026/6/5", "不变", id="表格软件改写的日期"),
        pytest.param("截止日期", "2026-06-05", "2026-06-05", "2026年6月8日", "改为 2026-06-08", id="更正日期"),
        pytest.param("截止日期", "2026-06-05", "2026-06-05", "六月", "冲突 invalid-date", id="不是日期"),
        pytest.param("截止日期", "2026-06-05", "2026-06-05", "", "改为 ", id="去掉日期"),
        pytest.param("原文", "甲", "甲", "乙", "不收", id="程序填写的栏"),
        pytest.param("成文日期", "2026-06-05", "2026-06-05", "2026/6/5", "不变", id="程序填写的日期被改写"),
        pytest.param("任务类别", "任务", "任务", "会 议", "改为 会议", id="更正类别"),
        pytest.param("任务类别", "任务", "任务", "重点", "冲突 invalid-kind", id="没有这种类别"),
        pytest.param("序号", "1", "1", "7", "不变", id="重新编了序号"),
        pytest.param("督办领导", "", "", "赵某", "改为 赵某", id="单位自己加的栏"),
    ],
)
def test_a_cell_is_taken_left_or_told(column: str, shown: str, ours: str, theirs: str, result: str) -> None:
    merged = merge(
        [{"任务编号": "a1", column: theirs}], {"a1": {column: shown}}, {"a1": {column: ours}}, FIXED
    )
    said = [f"改为 {edit.after}" for edit in merged.edits]
    said += [f"冲突 {conflict.reason}" for conflict in merged.conflicts]
    said += ["不收" for _ in merged.ignored]
    assert (said or ["不变"]) == [result]


def test_columns_that_the_file_lacks_stay_as_they_are() -> None:
    row = {"状态": "进行中", "备注": "急"}
    assert merge([{"任务编号": "a1"}], {"a1": row}, {"a1": row}).edits == ()


def test_rows_that_the_file_lacks_are_named_and_kept() -> None:
    assert merge([], {"a1": {}}, {"a1": {}}).absent == ("a1",)


def test_an_unknown_task_is_told() -> None:
    (conflict,) = merge([{"任务编号": "z9", "任务事项": "甲"}], {}, {}).conflicts
    assert (conflict.reason, conflict.task, conflict.theirs) == ("unknown-task", "z9", "甲")


def test_a_row_without_number_is_a_task_of_its_own_once() -> None:
    row = {"任务编号": "", "任务事项": "电话通知的事", "截止日期": "2026/4/1", "备注": "急"}
    (first, values), (second, _) = merge([row, {**row, "备注": "不急"}], {}, {}).added
    assert first == second
    assert values["截止日期"] == "2026-04-01"
    assert merge([{"任务编号": "", "备注": "只有备注"}], {}, {}).added == ()


def test_a_day_in_words_goes_to_the_time_of_a_new_task() -> None:
    ((_, row),) = merge([{"任务编号": "", "任务事项": "甲", "截止日期": "月底"}], {}, {}).added
    assert (row["截止日期"], row["完成时限"]) == ("", "月底")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-06-05", "2026-06-05"),
        ("2026/6/5", "2026-06-05"),
        ("2026.6.5", "2026-06-05"),
        ("2026年6月5日", "2026-06-05"),
        ("２０２６年６月５日", "2026-06-05"),
        ("2026-06-05 00:00:00", "2026-06-05"),
        ("2026-06-05 16:00", "2026-06-05 16:00"),
        ("2026/6/5 9:30:00", "2026-06-05 09:30"),
        ("2026-02-30", None),
        ("6月5日", None),
        ("2026年6月", None),
        ("", None),
    ],
)
def test_days_as_people_write_them(words: str, day: str | None) -> None:
    assert iso_day(words) == day


@pytest.mark.parametrize(
    ("cells", "edits", "told"),
    [
        pytest.param(["甲", "甲"], [], [], id="两行都没改"),
        pytest.param(["甲", "乙"], ["乙"], [], id="改在第二行"),
        pytest.param(["", "甲"], [], [], id="抄来的一行没有填"),
        pytest.param(["", ""], [""], [], id="两行都清空"),
        pytest.param(["乙", "丙"], ["乙"], [("乙", "丙")], id="改得不一样"),
    ],
)
def test_a_task_that_has_two_rows(cells: list[str], edits: list[str], told: list[tuple[str, str]]) -> None:
    rows = [{"任务编号": "a1", "备注": cell} for cell in cells]
    merged = merge(rows, {"a1": {"备注": "甲"}}, {"a1": {"备注": "甲"}})
    assert [edit.after for edit in merged.edits] == edits
    assert [(each.ours, each.theirs) for each in merged.conflicts] == told


def test_a_row_with_neither_number_nor_task_is_told() -> None:
    (conflict,) = merge([{"任务编号": "", "序号": "9", "备注": "急"}, {"任务编号": "", "序号": "10"}], {}, {}).conflicts
    assert (conflict.reason, conflict.theirs) == ("row-without-task", "急")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("2025年12月1日前", "2025-12-01", id="之前"),
        pytest.param("最迟2025年12月1日16:30报送", "2025-12-01 16:30", id="带钟点"),
        pytest.param("2025年12月底前", None, id="没有日"),
        pytest.param("2025年6月1日、2025年12月1日前", None, id="两个日期"),
        pytest.param("2025年2月30日前", None, id="没有这一天"),
        pytest.param("尽快", None, id="没有日期"),
    ],
)
def test_words_of_a_time_that_name_one_day(words: str, day: str | None) -> None:
    assert day_within(words) == day
