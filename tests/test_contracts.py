"""The house keeps its own rules: who imports whom, lint, types, sizes. One test command says all of it."""

from __future__ import annotations

import ast
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import grimp
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "extractor").rglob("*.py"))
FILE_AT_MOST, FUNCTION_AT_MOST, NINE_OF_TEN_AT_MOST, MEDIAN_AT_MOST = 180, 50, 25, 6
HEAVY = (
    "chinese_calendar", "cv2", "docx", "duckdb", "icalendar", "jieba", "jinja2", "lunar_python", "lxml", "networkx",
    "numpy", "olefile", "openpyxl", "PIL", "pyarrow", "pypdfium2", "rapidocr", "ray", "rich", "uvicorn", "watchfiles",
    "xlrd",
    "xlsxwriter",
)  # fmt: skip


def run(*arguments: str) -> str:
    """What a tool has to complain about; empty when it is content."""
    utf8 = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=utf8)
    return "" if done.returncode == 0 else (done.stdout + done.stderr).decode()


def test_imports_point_one_way_and_stages_do_not_know_each_other() -> None:
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    """Who imports whom, libraries included."""
    return grimp.build_graph("extractor", include_external_packages=True, cache_dir=None)


READ_AND_WRITTEN = ("openpyxl",)
"""One module reads what staff filled in, another fills in the office's own template."""


@pytest.mark.parametrize("library", HEAVY)
def test_a_heavy_library_is_imported_by_one_module_only(imports: grimp.ImportGraph, library: str) -> None:
    importers = imports.find_modules_that_directly_import(library)
    assert len(importers) == (2 if library in READ_AND_WRITTEN else 1), sorted(importers)


def test_model_and_rules_need_little_beside_the_standard_library(imports: grimp.ImportGraph) -> None:
    rooms = {"extractor.model", "extractor.rules"}
    modules = {module for room in rooms for module in {room, *imports.find_descendants(room)}}
    outside = {
        target.partition(".")[0]
        for module in modules
        for target in imports.find_modules_directly_imported_by(module)
    }
    assert outside - sys.stdlib_module_names - {"extractor"} <= {"platformdirs", "regex"}


def test_every_lint_rule_holds() -> None:
    assert run("ruff", "check", "--no-cache", "--output-format", "concise", ".") == ""


def test_every_type_is_stated_and_right() -> None:
    assert run("mypy") == ""


def _functions() -> list[tuple[int, str]]:
    """Length and place of every function, docstrings included."""
    found = []
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                found.append((length, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"))
    return sorted(found)


def test_files_fit_on_a_few_screens() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert {name: lines for name, lines in lengths.items() if lines > FILE_AT_MOST} == {}


def test_functions_are_short() -> None:
    functions = _functions()
    assert [place for length, place in functions if length > FUNCTION_AT_MOST] == []
    long = [place for length, place in functions if length > NINE_OF_TEN_AT_MOST]
    assert len(long) <= len(functions) / 10, long
    assert statistics.median(length for length, _ in functions) <= MEDIAN_AT_MOST


def _compiled_while_loading(path: Path) -> Iterator[str]:
    """Patterns of text without flags that a module compiles before anybody asks for one."""
    for node in ast.parse(path.read_text("utf-8")).body:
        match getattr(node, "value", None):
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr="compile"), args=[words]):
                if not (isinstance(words, ast.Constant) and isinstance(words.value, bytes)):
                    yield f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"


def test_patterns_of_the_code_are_compiled_when_they_are_first_asked() -> None:
    beneath = {ROOT / "extractor" / "model", ROOT / "extractor" / "rules"}  # ``own`` stands on these
    files = [path for path in FILES if not beneath & set(path.parents)]
    assert [place for path in files for place in _compiled_while_loading(path)] == []
