"""A command line that cannot be meant is answered in Chinese, with what to do, and exit status 2."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from extractor.commands.program import program


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--xyz"], "extractor：没有 --xyz 这个选项。用法见 extractor --help。", id="选项在命令前"),
        pytest.param(
            ["tasks", "--limt", "3"],
            "extractor tasks：没有 --limt 这个选项；是不是 --limit。用法见 extractor tasks --help。",
            id="写错的选项",
        ),
        pytest.param(["schedule"], "extractor schedule：还缺 --until。用法见 extractor schedule --help。", id="缺选项"),
        pytest.param(["history"], "extractor history：还缺 任务编号。用法见 extractor history --help。", id="缺参数"),
        pytest.param(
            ["tasks", "--format", "xml"],
            "extractor tasks：--format 只能写 table、csv、json。用法见 extractor tasks --help。",
            id="选一个",
        ),
        pytest.param(
            ["tasks", "--limit", "-1"],
            "extractor tasks：--limit 要写不小于 0 的整数。用法见 extractor tasks --help。",
            id="数",
        ),
        pytest.param(
            ["tasks", "--due-before", "明天"],
            "extractor tasks：--due-before “明天”不是日期，请写成 2024-06-30 的样子。用法见 extractor tasks --help。",
            id="日期",
        ),
        pytest.param(
            ["import", "没有.xlsx"],
            "extractor import：文件 写的文件或文件夹不存在，或者不是要的那一种。"
            "请检查路径；名称里有空格的，加上英文双引号。",
            id="文件",
        ),
        pytest.param(
            ["tasks", "--out"], "extractor tasks：--out 后面要写内容。用法见 extractor tasks --help。", id="没有写"
        ),
        pytest.param(["xyz"], "extractor：没有 xyz 这个命令。有哪些命令，见 extractor --help。", id="没有的命令"),
        pytest.param(
            ["names", "xyz"], "extractor names：没有 xyz 这个命令。有哪些命令，见 extractor names --help。", id="子命令"
        ),
        pytest.param(
            ["departments", "保卫处"],
            "extractor departments：多写了 保卫处。"
            "名称里有空格的，加上英文双引号；用法见 extractor departments --help。",
            id="多写的",
        ),
    ],
)
def test_a_command_line_that_cannot_be_meant(words: list[str], said: str) -> None:
    told = CliRunner().invoke(program, words, prog_name="extractor")
    assert (told.exit_code, told.stdout, told.stderr) == (2, "", said + "\n")


def test_english_is_left_to_click() -> None:
    told = CliRunner().invoke(program, ["--lang", "en", "schedule"], prog_name="extractor")
    assert (told.exit_code, "Missing option '--until'" in told.stderr) == (2, True)
