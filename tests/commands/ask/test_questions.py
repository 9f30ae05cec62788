"""Questions to the ledger: exact answers, as tables, CSV and JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from extractor.commands.program import program
from extractor.model.record import load_record
from extractor.store.analyses import records as read
from tests.commands.sample_ledger import sample
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return sample(tmp_path / "outputs")


def asked(out: Path, *words: str) -> Result:
    return CliRunner().invoke(program, [*words, "--out", str(out)])


def lines(out: Path, *words: str) -> list[str]:
    result = asked(out, *words)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def found(out: Path, *conditions: str) -> list[str]:
    """The ids of the tasks that meet the conditions."""
    result = asked(out, "tasks", "--format", "json", *conditions)
    assert result.exit_code == 0
    return [task["id"] for task in json.loads(result.stdout)]


PLAN, LEDGER, MEETING = "aaa111", "aab222", "bbb333"


@pytest.mark.parametrize(
    ("conditions", "tasks"),
    [
        pytest.param([], [PLAN, LEDGER, MEETING], id="全部"),
        pytest.param(["--department", "人事处"], [PLAN, MEETING], id="部门"),
        pytest.param(["--department", "组织部"], [PLAN], id="部门简称"),
        pytest.param(["--department", "财务处"], [], id="没有任务的部门"),
        pytest.param(["--role", "actor"], [MEETING], id="角色"),
        pytest.param(["--department", "组织部", "--role", "actor"], [], id="部门和角色要同一个责任主体"),
        pytest.param(["--kind", "submission"], [LEDGER], id="类别"),
        pytest.param(["--document", "推进会"], [MEETING], id="标题"),
        pytest.param(["--document", "3号"], [PLAN, LEDGER], id="文号"),
        pytest.param(["--document", "2024/清理"], [PLAN, LEDGER], id="文件名"),
        pytest.param(["--due-before", "2024-06-30"], [PLAN], id="不晚于当日"),
        pytest.param(["--due-before", "2024-06-29"], [], id="早一天就没有"),
        pytest.param(["--due-after", "2024-07-01"], [MEETING], id="不早于"),
        pytest.param(["--due-after", "2024-06-30", "--due-before", "2024-07-04"], [PLAN], id="期"),
        pytest.param(["--doubtful"], [MEETING], id="年份靠基准日期推断"),
        pytest.param(["--document", "甲校[2024]003号"], [PLAN, LEDGER], id="文号的另一种写法"),
        pytest.param(["--overdue", "--as-of", "2024-06-30"], [], id="到期当日没有过期"),
        pytest.param(["--overdue", "--as-of", "2024-07-01"], [PLAN], id="过期"),
        pytest.param(["--recurring"], [LEDGER], id="周期"),
        pytest.param(["--ongoing"], [], id="长期"),
        pytest.param(["--words", "台账"], [LEDGER], id="原文里的字"),
        pytest.param(["--words", "账"], [LEDGER], id="一个字"),
        pytest.param(["--words", "台账 办公室"], [LEDGER], id="两处都有"),
        pytest.param(["--words", "台账 材料"], [], id="不在一项里"),
        pytest.param(["--words", "帐"], [], id="没有的字"),
        pytest.param(["--words", "。"], [PLAN, LEDGER, MEETING], id="标点"),
        pytest.param(["--words", " "], [], id="空白"),
        pytest.param(["--limit", "1"], [PLAN], id="只要一行"),
    ],
)
def test_tasks_meet_all_conditions(out: Path, conditions: list[str], tasks: list[str]) -> None:
    assert found(out, *conditions) == tasks


def test_tasks_as_a_table(out: Path) -> None:
    assert lines(out, "tasks", "--department", "人事处") == [
        "任务编号  任务事项      责任主体                            完成时限       截止日期    文件",
        (
            "aaa111    梳理现行制度  党委组织部（责任）、人事处（责任）  "
            "2024年6月底前  2024-06-30  2024/清理.txt"
        ),
        "bbb333    准备材料      人事处（主体）                      7月5日前       2024-07-05  推进会.txt",
    ]


def test_an_hour_is_shown_as_in_the_ledger(out: Path) -> None:
    records = [load_record(json.dumps(each).replace('"2024-07-05"', '"2024-07-05T17:00"')) for each in read(out)]
    keep(records, out)
    assert lines(out, "tasks", "--role", "actor", "--format", "csv")[1:] == [
        "bbb333,准备材料,人事处（主体）,7月5日前,2024-07-05 17:00,推进会.txt"
    ]
    assert "        时限 7月5日前 → 2024-07-05 17:00（推断）" in lines(out, "show", "推进会")


def test_an_empty_answer_says_so(out: Path) -> None:
    assert lines(out, "tasks", "--department", "财务处") == ["没有符合条件的内容。"]
    assert lines(out, "tasks", "--department", "财务处", "--format", "json") == ["[]"]


def test_tasks_as_csv(out: Path) -> None:
    assert lines(out, "tasks", "--kind", "submission", "--format", "csv") == [
        "任务编号,任务事项,责任主体,完成时限,截止日期,文件",
        "aab222,建立台账,,每月25日前,,2024/清理.txt",
    ]


def test_tasks_as_json_hold_the_whole_record(out: Path) -> None:
    (task,) = json.loads(asked(out, "tasks", "--kind", "meeting", "--format", "json").stdout)
    assert (task["file"], task["document"], task["text"]) == (
        "推进会.txt", "关于召开推进会的通知", "请人事处于7月5日前准备材料。",
    )  # fmt: skip
    assert task["deadline"]["due"] == "2024-07-05"


def test_departments_the_busiest_first(out: Path) -> None:
    assert lines(out, "departments", "--as-of", "2024-07-01") == [
        "部门        任务  牵头  责任  配合  责任人  主体  最近时限    已过期",
        "人事处      2     0     1     0     0       1     2024-07-05  1",
        "党委组织部  1     0     1     0     0       0                 1",
    ]


def test_a_deadline_of_the_day_itself_is_the_next(out: Path) -> None:
    rows = json.loads(asked(out, "departments", "--as-of", "2024-06-30", "--format", "json").stdout)
    assert [row["next_due"] for row in rows] == ["2024-06-30", "2024-06-30"]


def test_notices_with_those_that_could_not_be_read(out: Path) -> None:
    assert lines(out, "notices") == [
        "文件           部分  标题                    发文字号         成文日期    任务  引用  状态",
        "2024/清理.txt  正文  关于开展清理工作的通知  甲校〔2024〕3号  2024-03-01  2     1     完整",
        "坏文件.pdf                                                                0     0     失败",
        "推进会.txt     正文  关于召开推进会的通知                                 1     0     完整",
    ]


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        pytest.param(["--relation", "based-on"], ["《档案管理规定》"], id="关系"),
        pytest.param(["--body", "组织部"], ["党委组织部"], id="单位"),
        pytest.param(["--document", "档案管理"], ["《档案管理规定》"], id="引用的文件"),
        pytest.param(["--document", "推进会"], ["请人事处于7月5日前准备材料。"], id="语料中的文件"),
        pytest.param(["--relation", "repeals"], [], id="没有"),
    ],
)
def test_links_meet_all_conditions(out: Path, conditions: list[str], words: list[str]) -> None:
    rows = json.loads(asked(out, "links", *conditions, "--format", "json").stdout)
    assert [row["words"] for row in rows] == words


def test_links_as_a_table(out: Path) -> None:
    assert lines(out, "links", "--relation", "acts-on") == [
        "起点    关系  终点      起点类型  终点类型  依据原文  来源文件",
        "人事处  承办  准备材料  单位      任务      人事处    推进会.txt",
    ]


def test_a_notice_on_a_page(out: Path) -> None:
    assert lines(out, "show", "清理") == [
        "2024/清理.txt（txt，99字）",
        "",
        "【正文】关于开展清理工作的通知",
        "  发文字号：甲校〔2024〕3号",
        "  成文日期：2024-03-01",
        "  主送机关：各科室",
        "  一、清理制度",
        "    ▸ 任务 aaa111 梳理现行制度",
        "        党委组织部（责任）、人事处（责任）",
        "        时限 2024年6月底前 → 2024-06-30",
        "    ▸ 报送 aab222 建立台账",
        "        时限 每月25日前",
        "  依据：《档案管理规定》",
    ]


def test_a_file_that_was_not_read_shows_why(out: Path) -> None:
    assert lines(out, "show", "坏文件.pdf") == [
        "坏文件.pdf（未读，0字）",
        "",
        "疑点",
        "  坏文件.pdf：文件设有打开密码，未能读取。请用密码打开后另存为不加密的文件，再重新运行。",
    ]


def test_a_task_is_explained_value_by_value(out: Path) -> None:
    assert lines(out, "explain", "aaa") == [
        "梳理现行制度（2024/清理.txt，位置 27–34）",
        "  任务  task.marked  marked",
        "  责任  owner.listed  “党委组织部” → 党委组织部",
        "  责任  owner.listed  “人事处” → 人事处",
        "  时限  deadline.read  “2024年6月底前” → date 2024-06-30",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(
            ["show", "没有"],
            "没有：没有这份公文。请检查名称是否写对；可先运行 extractor notices 查看已有的公文。",
            id="没有这份公文",
        ),
        pytest.param(
            ["show", "通知"],
            "“通知”对应不止一个：2024/清理.txt、推进会.txt。请写全名称。",
            id="不止一份公文",
        ),
        pytest.param(
            ["explain", "zzz"],
            "zzz：没有这项任务。"
            "任务编号见 extractor tasks，写开头几位即可；"
            "要查一份公文里的某处，用 extractor explain 文件 --words 文字。",
            id="没有这项任务",
        ),
        pytest.param(["explain", "aa"], "“aa”对应不止一个：aaa111、aab222。请写全名称。", id="不止一项任务"),
    ],
)
def test_what_is_not_there_is_said(out: Path, words: list[str], message: str) -> None:
    result = asked(out, *words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message + "\n")


@pytest.mark.parametrize(
    "words",
    [["tasks"], ["departments"], ["notices"], ["links"], ["show", "x"], ["explain", "x"]],
    ids=" ".join,
)
def test_without_a_run_there_is_nothing_to_ask(tmp_path: Path, words: list[str]) -> None:
    result = CliRunner().invoke(program, [*words, "--out", str(tmp_path / "没有")])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"{(tmp_path / '没有').as_posix()}：还没有结果：请先运行 extractor run。"
        "结果若在别的文件夹，请用 --out 指明。\n"
    )


def test_the_same_in_english(tmp_path: Path) -> None:
    result = CliRunner().invoke(program, ["tasks", "--lang", "en", "--out", str(tmp_path)])
    assert result.stderr == (
        f"{tmp_path.as_posix()}: no results yet: please run extractor run first. "
        "If they are in another folder, name it with --out.\n"
    )
