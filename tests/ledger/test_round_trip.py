"""There and back: the workbook goes out, is filled in with other programs, and comes home with every edit."""

from __future__ import annotations

import csv
import random
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from extractor.commands.program import program

EDITS = 200
STAFF = ("状态", "责任人", "进展情况", "备注")
STATES = ("未启动", "进行中", "已完成", "已销号", "中止")
WORDS = ("已部署", "=1+1", "待办\n第二行", "“五一”后催办", "@某人", "王某、李某", "-", "2024/6/30", "　")
ROOT = Path(__file__).resolve().parents[2]


def asked(*words: str) -> str:
    result = CliRunner().invoke(program, words)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of all real notices with gold, where there are any; else of the samples."""
    out = tmp_path_factory.mktemp("ledger") / "outputs"
    shared = ROOT.parent / "shared"
    notices = [path for path in (shared / "notices").glob("*") if (shared / "gold" / f"{path.stem}.json").exists()]
    CliRunner().invoke(program, ["run", *map(str, notices or [ROOT / "corpus"]), "--out", str(out)])
    return out


@pytest.fixture
def out(ledger: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(ledger, tmp_path / "outputs"))


def rows(out: Path) -> dict[str, dict[str, str]]:
    with (out / "tasks.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["任务编号"]: row for row in csv.DictReader(file)}


def fill_in(path: Path, chance: random.Random) -> dict[tuple[str, str], str]:
    """Edit random cells of staff's columns; returns them by task and column."""
    book = openpyxl.load_workbook(path)
    sheet = book["全部任务"]
    columns = {str(cell.value): at for at, cell in enumerate(sheet[1], 1)}
    edits: dict[tuple[str, str], str] = {}
    for _ in range(EDITS):
        row, column = chance.randrange(2, sheet.max_row + 1), chance.choice(STAFF)
        words = chance.choice(STATES if column == "状态" else WORDS)
        cell = sheet.cell(row, columns[column])
        cell.value, cell.data_type = words, "s"
        edits[str(sheet.cell(row, columns["任务编号"]).value), column] = words
    book.save(path)
    return edits


def shuffle(path: Path, chance: random.Random) -> None:
    """Rows in another order, columns moved, those that staff do not fill in dropped."""
    book = openpyxl.load_workbook(path)
    sheet = book["全部任务"]
    header, *lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    chance.shuffle(lines)
    kept = [at for at, name in enumerate(header) if name in {*STAFF, "任务编号", "任务事项"}]
    chance.shuffle(kept)
    sheet.delete_rows(1, sheet.max_row)
    for line in (header, *lines):
        sheet.append([line[at] for at in kept])
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    book.save(path)


def saved_by_libreoffice(path: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "saved"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "saved" / path.name


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_every_edit_comes_home_and_nothing_else_changes(out: Path, tmp_path: Path) -> None:
    chance = random.Random(20260302)  # noqa: S311 - cells, not secrets
    before = rows(out)
    file = tmp_path / "填好.xlsx"
    shutil.copy(out / "tasks.xlsx", file)
    edits = fill_in(file, chance)
    file = saved_by_libreoffice(file, tmp_path)
    shuffle(file, chance)
    asked("import", str(file), "--out", str(out))
    wanted = {task: dict(row) for task, row in before.items()}
    for (task, column), words in edits.items():
        wanted[task][column] = guarded(words)
    assert rows(out) == wanted
    once = outputs(out)
    asked("import", str(file), "--out", str(out))
    assert outputs(out) == once


def guarded(words: str) -> str:
    """A cell as the CSV file shows it."""
    plain = words.strip()
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@")) else plain


def outputs(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.stem != "ledger"}


def test_an_edited_workbook_is_taken_over_by_the_next_command(out: Path) -> None:
    edits = fill_in(out / "tasks.xlsx", random.Random(1))  # noqa: S311 - cells, not secrets
    (task, column), words = next(iter(edits.items()))
    asked("done", next(iter(rows(out))), "--out", str(out))
    assert rows(out)[task][column] in {guarded(words), "已完成"}
    assert all(rows(out)[task][column] == guarded(words) for (task, column), words in edits.items() if column != "状态")


def test_an_old_workbook_does_not_undo_what_was_done_since(out: Path, tmp_path: Path) -> None:
    file = tmp_path / "旧.xlsx"
    shutil.copy(out / "tasks.xlsx", file)
    task = next(iter(rows(out)))
    asked("done", task, "--out", str(out))
    told = asked("import", str(file), "--out", str(out))
    assert told.startswith("旧.xlsx：填写 0 处、更正 0 处、新增任务 0 项；没有采用 0 处")
    assert rows(out)[task]["状态"] == "已完成"
