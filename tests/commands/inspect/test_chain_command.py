"""``show --chain`` and ``links`` on three notices of three levels: exact lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from extractor.commands.program import program

if TYPE_CHECKING:
    from pathlib import Path

PROVINCE = """北原省林业局文件

北林发〔2025〕2号

关于加强森林防火工作的通知

各市林业局：

一、配齐护林队伍。各市要按每三千亩山林一名的标准配备专职护林员，逐人划定巡护路线。

北原省林业局
2025年2月5日
"""
COUNTY = """清水县林业局文件

清林发〔2025〕8号

关于做好今春护林防火的通知

各乡镇林业站：

根据《关于加强森林防火工作的通知》（北林发﹝2025﹞2号）和《北原省森林防火条例》，现就有关事项通知如下。

一、配齐护林队伍。各乡镇林业站要按每三千亩山林一名的标准配备专职护林员，2025年4月底前到位。

清水县林业局
2025年3月5日
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chain")
    (folder / "in").mkdir()
    for name, text in (("省.txt", PROVINCE), ("县.txt", COUNTY), ("县（副本）.txt", COUNTY)):
        (folder / "in" / name).write_text(text, "utf-8")
    done = CliRunner().invoke(program, ["run", str(folder / "in"), "--out", str(folder / "out")])
    assert done.exit_code == 0, done.output
    return folder / "out"


def asked(out: Path, *words: str) -> str:
    done = CliRunner().invoke(program, [*words, "--out", str(out)])
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def at(out: Path, file: str, words: str) -> str:
    """Words of a notice as the chain shows them, with their place in its text."""
    start = str(json.loads(asked(out, "show", file, "--format", "json"))["text"]).index(words)
    return f"{file}，位置 {start}–{start + len(words)}"


GROUND = "《关于加强森林防火工作的通知》（北林发﹝2025﹞2号）"
RANGERS = "要按每三千亩山林一名的标准配备专职护林员"


def test_the_chain_leads_from_the_highest_document_to_the_tasks(out: Path) -> None:
    assert asked(out, "show", "县.txt", "--chain").splitlines() == [
        "北原省森林防火条例［未收录］",
        f"  ↓ 依据：“《北原省森林防火条例》”（{at(out, '县.txt', '《北原省森林防火条例》')}）",
        "关于加强森林防火工作的通知（北林发〔2025〕2号）",
        f"  ↓ 依据：“{GROUND}”（{at(out, '县.txt', GROUND)}）",
        "  关于做好今春护林防火的通知（清林发〔2025〕8号）【本文件正文】",
        "    ▸ 配齐护林队伍  各乡镇林业站（主体）  时限 2025年4月底前",
        (
            f"      重申上级任务“配齐护林队伍”：“{RANGERS}”（{at(out, '县.txt', RANGERS)}），"
            f"原见 {at(out, '省.txt', RANGERS)}"
        ),
    ]


def test_a_version_that_does_not_count_says_which_does(out: Path) -> None:
    page = asked(out, "show", "县（副本）.txt", "--chain")
    assert "【本文件正文，任务以 县.txt 为准】" in page


def test_the_chain_comes_from_the_stored_graph(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.store.files.all_stored", lambda _: pytest.fail("all records were read"))
    assert "重申上级任务" in asked(out, "show", "县.txt", "--chain")


FORWARDING = """青山镇人民政府文件

青政发〔2025〕3号

关于转发《关于做好今春护林防火的通知》的通知

各村民委员会：

现将《关于做好今春护林防火的通知》转发给你们，请认真贯彻执行。

青山镇人民政府
2025年3月10日

"""


def test_a_printed_version_under_the_id_of_another_is_found_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, text in (("省.txt", PROVINCE), ("县.txt", COUNTY), ("镇.txt", FORWARDING + COUNTY)):
        (tmp_path / "in" / name).write_text(text, "utf-8")
    CliRunner().invoke(program, ["run", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    (county,) = json.loads(asked(tmp_path / "out", "show", "县.txt", "--format", "json"))["documents"]
    printed = json.loads(asked(tmp_path / "out", "show", "镇.txt", "--format", "json"))["documents"][-1]
    assert (printed["part"], printed["title"]) == ("enclosure", county["title"])
    assert printed["id"] != county["id"]
    rows = json.loads(asked(tmp_path / "out", "show", "镇.txt", "--chain", "--format", "json"))["chain"]
    assert f"document:{county['id']}" in {row["node"] for row in rows if row["in_file"]}


def test_the_highest_document_shows_who_rests_on_it(out: Path) -> None:
    lines = asked(out, "show", "省.txt", "--chain").splitlines()
    assert lines[0] == "关于加强森林防火工作的通知（北林发〔2025〕2号）【本文件正文】"
    assert lines[-2:] == [
        "下级文件",
        f"  关于做好今春护林防火的通知（清林发〔2025〕8号）  依据：“{GROUND}”（{at(out, '县.txt', GROUND)}）",
    ]


def test_the_chain_as_json_holds_every_place(out: Path) -> None:
    found = json.loads(asked(out, "show", "县.txt", "--chain", "--format", "json"))
    rows = {row["label"]: row for row in found["chain"]}
    lower = rows["关于做好今春护林防火的通知"]
    assert (lower["level"], lower["in_file"], lower["in_ledger"]) == (1, True, True)
    assert rows["北原省森林防火条例"]["in_ledger"] is False
    assert {(step["relation"], step["file"]) for step in lower["above"]} == {("based-on", "县.txt")}
    (task,) = lower["tasks"]
    assert task["deadline"] == {"text": "2025年4月底前", "due": "2025-04-30"}
    assert [(each["file"], each["there_file"]) for each in task["restates"]] == [("县.txt", "省.txt")]


def test_a_page_as_json_is_the_record(out: Path) -> None:
    assert json.loads(asked(out, "show", "县.txt", "--format", "json"))["file"] == "县.txt"


LINKS = [
    pytest.param(["--relation", "restates"], [RANGERS], id="重申"),
    pytest.param(
        ["--relation", "restates", "--relation", "acts-on"], [RANGERS, "各乡镇林业站", "各市"], id="两种关系"
    ),
    pytest.param(["--relation", "based-on", "--document", "北林发[2025]2号"], [GROUND], id="方括号的文号"),
]


@pytest.mark.parametrize(("conditions", "words"), LINKS)
def test_links_are_filtered(out: Path, conditions: list[str], words: list[str]) -> None:
    rows = json.loads(asked(out, "links", *conditions, "--format", "json"))
    assert sorted(row["words"] for row in rows) == sorted(words)
