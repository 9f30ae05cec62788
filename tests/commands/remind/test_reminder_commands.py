"""``due``, ``schedule`` and ``letter``: exact answers, files and messages."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import docx
import icalendar
import pytest
from click.testing import CliRunner, Result

from extractor.commands.program import program
from extractor.model.record import load_record
from extractor.store.analyses import records
from tests.commands.sample_ledger import sample
from tests.commands.test_program import HEAVY, loaded
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return sample(tmp_path / "outputs")


def asked(out: Path, *words: str, day: str = "2024-07-03") -> Result:
    return CliRunner().invoke(program, [*words, "--as-of", day, "--out", str(out)])


def lines(out: Path, *words: str, day: str = "2024-07-03") -> list[str]:
    result = asked(out, *words, day=day)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def found(out: Path, *words: str, day: str = "2024-07-03") -> list[str]:
    """Day and task of each row."""
    rows = json.loads(asked(out, *words, "--format", "json", day=day).stdout)
    return [f"{row['date']} {row['task'][0:2]}" for row in rows]


def changed(out: Path, *pairs: tuple[str, str]) -> None:
    """The same ledger with other words in its records."""
    texts = [json.dumps(each, ensure_ascii=False) for each in records(out)]
    for old, new in pairs:
        assert any(old in text for text in texts)
        texts = [text.replace(old, new) for text in texts]
    keep([load_record(text) for text in texts], out)


def renamed(out: Path, old: str, name: str, home: str = "") -> None:
    """The same ledger, in which a body has another name."""
    connection = sqlite3.connect(out / "ledger.db")
    with connection:
        connection.execute("UPDATE bodies SET name = ?, home = ? WHERE name = ?", (name, home, old))
        connection.execute("UPDATE OR REPLACE body_names SET name = ? WHERE name = ?", (name, old))
    connection.close()


def noted(out: Path, task: str, status: str) -> None:
    """Staff write a status into ``tasks.csv``, and the next run takes it over."""
    path = out / "tasks.csv"
    rows = path.read_bytes().decode().split("\r\n")
    path.write_bytes("\r\n".join(row[:-5] + f",{status},,,," if task in row else row for row in rows).encode())
    keep(records(out), out)


def retimed(out: Path, due: str, /, **fields: str) -> None:
    """The same ledger with other fields where a deadline is due on that day."""
    given = list(records(out))
    times = [task["deadline"] for record in given for document in record["documents"] for task in document["tasks"]]
    (found,) = (each for each in times if each and each.get("due") == due)
    found.pop("due")
    found.update(fields)  # type: ignore[typeddict-item]
    keep(given, out)


def test_due_as_a_table(out: Path) -> None:
    assert lines(out, "due") == [
        "日期        星期    剩余       任务编号  任务事项      责任主体            次序  完成时限       文件",
        (
            "2024-06-30  星期日  已超期3天  aaa111    梳理现行制度  党委组织部、人事处        "
            "2024年6月底前  2024/清理.txt"
        ),
        "2024-07-05  星期五  还有2天    bbb333    准备材料      人事处                    7月5日前       推进会.txt",
    ]


@pytest.mark.parametrize(
    ("words", "day", "rows"),
    [
        pytest.param([], "2024-07-03", ["2024-06-30 aa", "2024-07-05 bb"], id="已超期的和14天内的"),
        pytest.param(["--within", "22d"], "2024-07-03", ["2024-07-05 bb", "2024-07-25 aa"], id="22天"),
        pytest.param(["--within", "21d"], "2024-07-03", ["2024-07-05 bb"], id="差一天"),
        pytest.param(["--within", "2d"], "2024-07-03", ["2024-07-05 bb"], id="当天算在内"),
        pytest.param(["--within", "1d"], "2024-07-03", [], id="一天内没有"),
        pytest.param(["--within", "4W"], "2024-07-03", ["2024-07-05 bb", "2024-07-25 aa"], id="4周"),
        pytest.param(["--within", "1m"], "2024-07-03", ["2024-07-05 bb", "2024-07-25 aa"], id="1月，周期的只列下一次"),
        pytest.param(["--within", "9999y"], "2024-07-03", ["2024-07-05 bb", "2024-07-25 aa"], id="到日历尽头"),
        pytest.param(["--overdue"], "2024-07-03", ["2024-06-30 aa"], id="已超期的"),
        pytest.param(["--overdue"], "2024-06-30", [], id="当天没有超期"),
        pytest.param(["--overdue", "--within", "2d"], "2024-07-03", ["2024-06-30 aa", "2024-07-05 bb"], id="两样都要"),
        pytest.param(["--all"], "2024-07-03", ["2024-06-30 aa", "2024-07-05 bb", "2024-07-25 aa"], id="全部"),
        pytest.param(["--all", "--department", "组织部"], "2024-07-03", ["2024-06-30 aa"], id="部门"),
        pytest.param(["--all", "--role", "actor"], "2024-07-03", ["2024-07-05 bb"], id="角色"),
        pytest.param(["--all", "--kind", "submission"], "2024-07-03", ["2024-07-25 aa"], id="类别"),
        pytest.param(["--all", "--document", "3号"], "2024-07-03", ["2024-06-30 aa", "2024-07-25 aa"], id="公文"),
        pytest.param(["--all", "--words", "台账"], "2024-07-03", ["2024-07-25 aa"], id="原文"),
        pytest.param(["--all", "--limit", "1"], "2024-07-03", ["2024-06-30 aa"], id="只要一行"),
    ],
)
def test_what_is_due(out: Path, words: list[str], day: str, rows: list[str]) -> None:
    assert found(out, "due", *words, day=day) == rows


@pytest.mark.parametrize("status", ["已完成", "已销号", "中止"])
def test_what_is_done_is_not_due(out: Path, status: str) -> None:
    noted(out, "aaa111", status)
    assert found(out, "due", "--all") == ["2024-07-05 bb", "2024-07-25 aa"]
    assert found(out, "schedule", "--until", "2024-07-31", day="2024-06-30") == ["2024-07-05 bb", "2024-07-25 aa"]


def test_what_is_being_done_is_still_due(out: Path) -> None:
    noted(out, "aaa111", "进行中")
    (row,) = json.loads(asked(out, "due", "--overdue", "--format", "json").stdout)
    assert (row["status"], row["days_left"], row["task"]) == ("进行中", -3, "aaa111")


def test_due_by_department(out: Path) -> None:
    assert lines(out, "due", "--by", "department", "--format", "csv") == [
        "部门,日期,星期,剩余,任务编号,任务事项,责任主体,次序,完成时限,文件",
        "人事处,2024-06-30,星期日,已超期3天,aaa111,梳理现行制度,党委组织部、人事处,,2024年6月底前,2024/清理.txt",
        "人事处,2024-07-05,星期五,还有2天,bbb333,准备材料,人事处,,7月5日前,推进会.txt",
        "党委组织部,2024-06-30,星期日,已超期3天,aaa111,梳理现行制度,党委组织部、人事处,,2024年6月底前,2024/清理.txt",
    ]


def test_tasks_of_nobody_come_last_and_one_department_stands_alone(out: Path) -> None:
    def departments(*words: str) -> list[str]:
        rows = json.loads(asked(out, "due", "--all", "--by", "department", "--format", "json", *words).stdout)
        return [row["department"] for row in rows]

    assert departments() == ["人事处", "人事处", "党委组织部", ""]
    assert departments("--department", "组织部") == ["党委组织部"]


def test_a_milestone_is_due_too_and_says_which_it_is(out: Path) -> None:
    stage = '{"text": "7月10日前", "kind": "date", "due": "2024-07-10", "span": [0, 1], "rule": "r", "assumptions": []}'
    changed(out, ('"milestones": []', f'"milestones": [{stage}]'))
    rows = json.loads(asked(out, "due", "--within", "7d", "--format", "json").stdout)
    assert [(row["date"], row["milestone"], row["text"]) for row in rows] == [
        ("2024-07-05", 0, "7月5日前"), *[("2024-07-10", 1, "7月10日前")] * 3,
    ]  # fmt: skip


def test_a_meeting_of_several_days_is_due_on_its_first(out: Path) -> None:
    retimed(out, "2024-07-05", kind="period", start="2024-07-04", due="2024-07-05")
    assert found(out, "due", "--within", "7d") == ["2024-07-04 bb"]
    assert found(out, "due", "--within", "7d", day="2024-07-05") == ["2024-07-05 bb"]
    assert "bb" not in "".join(found(out, "due", "--overdue", day="2024-07-05"))


def test_an_empty_answer_says_so_and_what_is_not_listed(out: Path) -> None:
    retimed(out, "2024-06-30", kind="ongoing")
    result = asked(out, "due", "--within", "1d")
    assert (result.exit_code, result.stdout) == (0, "没有符合条件的内容。\n")
    assert result.stderr == (
        "另有 1 处时限没有确定的日期（长期、适时，或者从某件事算起），没有列出。"
        "可用 extractor tasks 查看；知道日期的，请在台账中补上。\n"
    )


def test_plans_of_former_years_are_over_and_it_is_said(out: Path) -> None:
    changed(out, ("关于开展清理工作的通知", "2024年清理工作方案"))
    result = asked(out, "schedule", "--until", "2025-12-31", day="2025-01-01")
    assert result.stderr == (
        "另有 1 处周期要求属于已经结束的年度计划（按标题中的年份），没有列出。仍要执行的，请在台账中写明新的时限。\n"
    )


def test_the_schedule_is_turn_by_turn(out: Path) -> None:
    assert lines(out, "schedule", "--until", "2024-08-31", day="2024-06-30") == [
        "日期        星期    任务编号  任务事项      责任主体            次序        文件",
        "2024-06-30  星期日  aaa111    梳理现行制度  党委组织部、人事处              2024/清理.txt",
        "2024-07-05  星期五  bbb333    准备材料      人事处                          推进会.txt",
        "2024-07-25  星期四  aab222    建立台账                          每月 第5次  2024/清理.txt",
        "2024-08-25  星期日  aab222    建立台账                          每月 第6次  2024/清理.txt",
    ]


def test_the_schedule_as_json(out: Path) -> None:
    (row,) = json.loads(
        asked(out, "schedule", "--until", "2024-07-31", "--words", "台账", "--format", "json").stdout
    )
    assert row == {
        "date": "2024-07-25", "days_left": 22, "task": "aab222", "title": "建立台账", "kind": "submission",
        "owners": [], "what": "due", "milestone": 0, "every": "month", "number": 5, "text": "每月25日前",
        "assumptions": [], "status": "", "document": "关于开展清理工作的通知", "numbers": ["甲校〔2024〕3号"],
        "file": "2024/清理.txt",
    }  # fmt: skip


def test_estimated_working_days_are_said_in_the_row(out: Path) -> None:
    retimed(out, "2024-06-30", kind="relative", after="印发", within="5wd")
    changed(out, ('"date": "2024-03-01"', '"date": "2091-01-01"'))
    rows = lines(out, "schedule", "--until", "2091-01-31", "--format", "csv", day="2091-01-01")
    assert rows[1] == (
        "2091-01-08,星期一,aaa111,梳理现行制度,党委组织部、人事处,工作日按周一至周五推算,2024/清理.txt"
    )


def test_asking_changes_nothing(out: Path) -> None:
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.suffix in {".csv", ".ics", ".jsonl"}}
    lines(out, "schedule", "--until", "2030-12-31", "--limit", "0")
    lines(out, "due", "--all")
    assert before == {name: (out / name).read_bytes() for name in before}


def test_a_department_gets_a_calendar_of_its_own(out: Path, tmp_path: Path) -> None:
    path = tmp_path / "人事处.ics"
    lines(out, "due", "--all", "--department", "人事处", "--ics", str(path))
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert calendar["X-WR-CALNAME"] == "任务台账（人事处）"
    assert [event["UID"] for event in calendar.walk("VEVENT")] == ["aaa111@tasks.extractor", "bbb333@tasks.extractor"]
    assert b"aaa111" in (out / "calendar.ics").read_bytes()


def letters(out: Path, *words: str, day: str = "2024-07-03") -> Result:
    return asked(out, "letter", *words, day=day)


def test_a_letter_to_a_department_lies_with_the_outputs(out: Path) -> None:
    result = letters(out, "--department", "组织部", "--issuer", "甲校党委办公室")
    path = out / "letters" / "提醒函-党委组织部.docx"
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "部门        未办结  已超期  即将到期  文件",
        f"党委组织部  1       1       0         {path.as_posix()}",
    ]
    texts = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert (texts[1], texts[-2:]) == ("党委组织部：", ["甲校党委办公室", "2024年7月3日"])


def test_a_letter_each_for_all_departments_with_open_tasks(out: Path, tmp_path: Path) -> None:
    noted(out, "aaa111", "已完成")
    assert letters(out, "--folder", str(tmp_path / "函")).exit_code == 0
    assert [path.name for path in (tmp_path / "函").iterdir()] == ["提醒函-人事处.docx"]


def test_a_person_gets_a_letter_only_when_named(out: Path, tmp_path: Path) -> None:
    changed(out, ('"role": "actor"', '"role": "person"'), ('"role": "responsible"', '"role": "person"'))
    assert letters(out, "--folder", str(tmp_path / "函")).stdout == "没有符合条件的内容。\n"
    assert letters(out, "--department", "人事处").exit_code == 0


def test_bodies_of_the_same_name_get_a_letter_each(out: Path, tmp_path: Path) -> None:
    renamed(out, "人事处", "组织部", "甲校")
    renamed(out, "党委组织部", "组织部", "乙校/")
    letters(out, "--folder", str(tmp_path / "函"))
    names = sorted(path.name for path in (tmp_path / "函").iterdir())
    assert names == ["提醒函-乙校_组织部.docx", "提醒函-甲校组织部.docx"]
    assert letters(out, "--department", "组织部", "--home", "甲校").exit_code == 0
    assert letters(out, "--department", "组织部").stderr.startswith("“组织部”对应不止一个：")


def test_a_letter_within_a_time(out: Path, tmp_path: Path) -> None:
    path = tmp_path / "函.docx"
    letters(out, "--department", "人事处", "--within", "1d", "--out-file", str(path))
    (table,) = docx.Document(str(path)).tables
    assert [row.cells[1].text for row in table.rows] == ["任务事项", "梳理现行制度"]


def test_without_open_tasks_no_letter_is_written(out: Path) -> None:
    noted(out, "aaa111", "已销号")
    result = letters(out, "--department", "组织部")
    assert (result.exit_code, result.stdout) == (0, "没有符合条件的内容。\n")
    assert not (out / "letters").exists()


def test_a_letter_that_somebody_edited_is_not_overwritten(out: Path, tmp_path: Path) -> None:
    path = tmp_path / "函.docx"
    words = ("--department", "组织部", "--out-file", str(path))
    assert [letters(out, *words).exit_code for _ in range(2)] == [0, 0]
    path.write_bytes(b"edited")
    result = letters(out, *words)
    assert (result.exit_code, result.stdout, path.read_bytes()) == (1, "", b"edited")
    assert result.stderr == (
        f"{path.as_posix()}：文件已经存在，内容不同，没有覆盖。"
        "如果没有人修改过，请加 --force 再运行一次；否则请先改名或移走。\n"
    )
    assert letters(out, *words, "--force").exit_code == 0
    assert path.read_bytes() != b"edited"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(
            [], "letter：没有说明写给谁。请用 --department 写明部门，或用 --folder 写明文件夹，给每个部门各写一份。",
            id="没有写给谁",
        ),
        pytest.param(
            ["--folder", "x", "--out-file", "y"],
            "letter：没有说明写给谁。请用 --department 写明部门，或用 --folder 写明文件夹，给每个部门各写一份。",
            id="一个文件装不下各部门",
        ),
        pytest.param(
            ["--department", "财务处"],
            "财务处：台账里没有叫这个名称的部门。"
            "请检查名称是否写对；可先运行 extractor departments 查看有哪些部门。",
            id="没有这个部门",
        ),
        pytest.param(["--department", "部"], "“部”对应不止一个：人事部、党委组织部。请写全名称。", id="不止一个部门"),
    ],
)  # fmt: skip
def test_to_whom_a_letter_goes_must_be_clear(out: Path, words: list[str], message: str) -> None:
    renamed(out, "人事处", "人事部")
    result = letters(out, *words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message + "\n")


def test_the_whole_name_goes_before_names_that_hold_it(out: Path) -> None:
    renamed(out, "人事处", "组织部")
    result = letters(out, "--department", "组织部")
    assert (result.exit_code, result.stdout.splitlines()[1].split()[0]) == (0, "组织部")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["due", "--within", "两周"], "“两周”不是期限，请写成 14d（天）、2w（周）、1m（月）或", id="期限"),
        pytest.param(["schedule", "--until", "年底"], "“年底”不是日期，请写成 2024-06-30 的样子", id="日期"),
    ],
)
def test_a_wrong_word_is_told_how_it_is_written(out: Path, words: list[str], message: str) -> None:
    result = asked(out, *words)
    assert result.exit_code == 2
    assert message in result.stderr


@pytest.mark.parametrize("words", [["due"], ["schedule", "--until", "2024-12-31"]], ids=" ".join)
def test_questions_load_nothing_heavy(out: Path, words: list[str]) -> None:
    assert loaded(*words, "--out", str(out)).isdisjoint({*HEAVY, "docx", "icalendar"})


@pytest.mark.parametrize("name", ["due", "schedule", "letter"])
def test_help_is_in_both_languages_and_loads_nothing_heavy(name: str) -> None:
    text = CliRunner().invoke(program, [name, "--help"]).stdout
    assert any("\u4e00" <= each <= "\u9fff" for each in text)
    assert any(word.isascii() and len(word) > 5 for word in text.split())
    assert loaded(name, "--help").isdisjoint({*HEAVY, "docx", "tomllib"})


def test_the_same_in_english(out: Path) -> None:
    result = letters(out, "--department", "财务处", "--lang", "en")
    assert result.stderr == (
        "财务处: no department of the ledger is called so. Please check the name; extractor departments lists them.\n"
    )
