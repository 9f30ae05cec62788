"""The CSV files, byte for byte, and what stands in their columns."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from extractor.export.csv_tables import listed
from extractor.export.record import failed_record, record
from extractor.model.errors import EncryptedFile
from tests.export.analysed import NOTICE_TITLE, analysis, sample
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.record import Record

CHECK, LEDGER, REPORT = (task["id"] for document in sample()["documents"][::-1] for task in document["tasks"])
NOTICE, ENCLOSURE = (document["id"] for document in sample()["documents"])
TASKS = f"""\
序号,任务编号,任务事项,任务类别,牵头单位,责任单位,配合单位,责任主体,完成时限,截止日期,时限类型,其他时间要求,条款,文件标题,发文字号,发文机关,成文日期,页码,原文,来源文件,规则,状态,责任人,进展情况,备注,更正
1,{REPORT},报送总结,报送,,,,（主送）各县（区）教育局、市直各学校,2026年6月30日16:00前,2026-06-30 16:00,日期,,,{NOTICE_TITLE},甲教发〔2026〕12号,甲市教育局,2026-03-02,1,请于2026年6月30日16:00前报送总结。,a.txt,T1,,,,,
2,{CHECK},开展自查,任务,,安全科,基教科、办公室,,2026年5月底前，长期坚持,2026-05-31,日期,,一、,校园安全工作方案,甲教发〔2026〕12号,甲市教育局,2026-03-02,2,"一、开展自查。各校全面排查隐患。⏎（责任单位：安全科；配合单位：基教科、办公室；完成时限：2026年5月底前，长期坚持）",a.txt,T1,,,,,
3,{LEDGER},建立台账,要求,,,,各校,,,,每月25日前,二、,校园安全工作方案,甲教发〔2026〕12号,甲市教育局,2026-03-02,2,二、建立台账。根据《甲市学校安全条例》（甲政发〔2020〕5号），各校每月25日前更新。,a.txt,T1,,,,,
"""  # noqa: E501 - rows of the tables are long
NOTICES = f"""\
序号,文件编号,部分,标题,文种,发文机关,发文字号,成文日期,主送机关,抄送,签发人,附件,联系人,任务数,来源文件,状态,版本
1,{NOTICE},正文,{NOTICE_TITLE},通知,甲市教育局,甲教发〔2026〕12号,2026-03-02,各县（区）教育局、市直各学校,,,,,1,a.txt,完整,
2,{ENCLOSURE},印发件,校园安全工作方案,,,,,,,,,,2,a.txt,完整,
"""
LINKS = f"""\
起点,关系,终点,起点类型,终点类型,依据原文,来源文件
甲市教育局,发文,{NOTICE_TITLE},单位,文件,甲市教育局,a.txt
{NOTICE_TITLE},主送,甲市各县（区）教育局,文件,单位,各县（区）教育局,a.txt
{NOTICE_TITLE},主送,甲市直各学校,文件,单位,市直各学校,a.txt
{NOTICE_TITLE},印发,校园安全工作方案,文件,文件,《校园安全工作方案》,a.txt
{NOTICE_TITLE},含任务,报送总结,文件,任务,请于2026年6月30日16:00前报送总结。,a.txt
{NOTICE_TITLE},含印发件,校园安全工作方案,文件,文件,校园安全工作方案,a.txt
校园安全工作方案,依据,甲市学校安全条例,文件,引用文件,《甲市学校安全条例》（甲政发〔2020〕5号）,a.txt
校园安全工作方案,含任务,开展自查,文件,任务,一、开展自查。各校全面排查隐患。 （责任单位：安全科；配合单位：基教科、办公室；,a.txt
甲市教育局安全科,负责,开展自查,单位,任务,安全科,a.txt
甲市教育局基教科,配合,开展自查,单位,任务,基教科,a.txt
甲市教育局办公室,配合,开展自查,单位,任务,办公室,a.txt
校园安全工作方案,含任务,建立台账,文件,任务,二、建立台账。根据《甲市学校安全条例》（甲政发〔2020〕5号），各校每月25日,a.txt
甲市各校,承办,建立台账,单位,任务,各校,a.txt
"""  # noqa: E501 - rows of the tables are long
PROBLEMS = """\
来源文件,代码,程度,说明,建议,位置
a.txt,heading-out-of-order,警告,a.txt 第2页第8行：编号“二、”与前文不连续,请核对原文是否缺项、重号，或者这一行其实不是标题。,第2页第8行
b.pdf,file-encrypted,错误,b.pdf：文件设有打开密码，未能读取,请用密码打开后另存为不加密的文件，再重新运行。,
"""  # noqa: E501 - rows of the tables are long


def table(out: Path, *records: Record, name: str = "tasks.csv") -> list[dict[str, str]]:
    keep(records, out)
    return list(csv.DictReader(io.StringIO((out / name).read_bytes().decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("tasks.csv", TASKS, id="任务台账"),
        pytest.param("notices.csv", NOTICES, id="文件"),
        pytest.param("links.csv", LINKS, id="关联"),
        pytest.param("problems.csv", PROBLEMS, id="问题"),
    ],
)
def test_a_table_is_written_byte_for_byte(tmp_path: Path, name: str, text: str) -> None:
    keep([failed_record("b.pdf", "", EncryptedFile("b.pdf")), sample()], tmp_path)
    rows = text.replace("\n", "\r\n").replace("⏎", "\n")
    assert (tmp_path / name).read_bytes() == f"\ufeff{rows}".encode()


def written(folder: Path) -> list[Path]:
    """The outputs, without the database."""
    return [path for path in folder.iterdir() if path.stem != "ledger"]


def test_outputs_do_not_depend_on_the_order_of_files_or_on_earlier_runs(tmp_path: Path) -> None:
    records = [sample("a.txt"), sample("b/b.txt"), failed_record("c.pdf", "", EncryptedFile("c.pdf"))]
    for folder, order in (("一", records), ("二", records[::-1]), ("一", records[1:]), ("一", records)):
        keep(order, tmp_path / folder)
    folders = [tmp_path / folder for folder in "一二"]
    one, two = ({path.name: path.read_bytes() for path in written(folder)} for folder in folders)
    assert one == two
    assert sorted(one) == [
        "analysis.jsonl", "calendar.ics", "graph.graphml", "graph.html", "graph.json",
        "links.csv", "notices.csv", "problems.csv", "report.html", "tasks.csv", "tasks.xlsx",
    ]  # fmt: skip


def test_the_summary_counts_what_was_written(tmp_path: Path) -> None:
    summary = keep([sample()], tmp_path)
    assert (summary.documents, summary.tasks, summary.links, summary.problems) == (2, 3, 13, 1)
    assert sorted(summary.files) == sorted(path.name for path in written(tmp_path))


def test_a_notice_that_lies_in_two_files_is_reported(tmp_path: Path) -> None:
    rows = table(tmp_path, sample("a.txt"), sample("副本.txt"), name="problems.csv")
    assert [row["说明"] for row in rows if row["代码"] == "same-document-twice"] == [
        (
            f"副本.txt：与 a.txt 是同一份公文《{NOTICE_TITLE}》，"
            "任务以 a.txt 为准（文件名在前），不重复计入；只见于本文件的任务 0 项"
        )
    ]


def test_without_a_bom_there_is_none(tmp_path: Path) -> None:
    keep([sample()], tmp_path, bom=False)
    assert (tmp_path / "tasks.csv").read_bytes().startswith("序号,".encode())


def test_staff_read_chinese_where_the_text_tries_a_formula(tmp_path: Path) -> None:
    evil = sample()
    task = evil["documents"][1]["tasks"][0]
    task["title"], task["text"] = "=cmd|'/C calc'!A0", "+一\t二\n@三"
    row = table(tmp_path, evil)[1]
    assert (row["任务事项"], row["原文"]) == ("'=cmd|'/C calc'!A0", "'+一 二\n@三")


def test_persons_stand_among_the_responsible_and_names_once(tmp_path: Path) -> None:
    written = sample()
    owners = written["documents"][1]["tasks"][0]["owners"]
    owners[0] = {**owners[0], "role": "person", "name": "李某"}
    owners[1] = {**owners[1], "role": "lead", "name": "基教\n科"}
    owners[2] = {**owners[2], "role": "lead", "name": "基教 科"}
    row = table(tmp_path, written)[1]
    assert (row["责任主体"], row["牵头单位"], row["责任单位"], row["配合单位"]) == (
        "李某（责任人）", "基教 科", "", "",
    )  # fmt: skip


def test_no_row_is_without_somebody_unless_the_notice_names_nobody(tmp_path: Path) -> None:
    written = sample()
    written["documents"][1]["tasks"][1]["owners"] = []
    assert table(tmp_path, written)[2]["责任主体"] == "（主送）各县（区）教育局、市直各学校"
    written["documents"][0]["recipients"] = []
    written["documents"][0]["evidence"].pop("recipients")
    assert table(tmp_path, written)[2]["责任主体"] == ""


def test_a_parent_that_is_not_there_or_goes_round_in_a_circle_does_no_harm(tmp_path: Path) -> None:
    written = sample()
    written["documents"][0]["parent"] = ENCLOSURE
    assert [row["发文字号"] for row in table(tmp_path, written)] == ["甲教发〔2026〕12号"] * 3
    written["documents"][0]["parent"] = None
    written["documents"][1]["parent"] = "nowhere"
    with pytest.raises(KeyError):  # the contract of records: a parent is a document of the same file
        table(tmp_path, written)


def test_listed_words_stand_on_one_line_each_once() -> None:
    assert listed(["甲\n局", "乙局", "甲 局"]) == "甲 局、乙局"


def test_messages_of_the_ledger_are_in_the_language_asked_for(tmp_path: Path) -> None:
    summary = keep([record(analysis("a.txt")), record(analysis("b.txt"))], tmp_path, lang="en")
    assert [problem["message"] for _, problem in summary.ledger_problems] == [
        (
            f"b.txt: the same document 《{NOTICE_TITLE}》 as a.txt, "
            "whose tasks count (its name comes first); 0 tasks stand only here"
        )
    ]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_spreadsheet_program_opens_the_ledger_with_its_chinese(tmp_path: Path) -> None:
    keep([sample()], tmp_path)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    # Without its window LibreOffice passes over the byte order mark: 44 comma, 34 quotation mark, 76 UTF-8.
    command += ["--infilter=CSV:44,34,76,1", "--convert-to", "html:HTML (StarCalc)"]
    command += ["--outdir", str(tmp_path), str(tmp_path / "tasks.csv")]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    page = (tmp_path / "tasks.html").read_text("utf-8")
    assert page.count("<tr>") + page.count("<tr ") == 4
    for words in ("任务编号", CHECK, "（主送）各县（区）教育局、市直各学校", "2026年5月底前，长期坚持"):
        assert words in page
