"""Rule files become a book: what replaces what, in which order, at which cost."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from extractor.rules.load import load
from tests.rules.folders import RULE, SHIPPED, book_of, own, shipped

if TYPE_CHECKING:
    from pathlib import Path


def test_windows_editors_may_leave_a_mark_and_their_line_ends(tmp_path: Path) -> None:
    folder = own(tmp_path, "")
    (folder / "deadlines.toml").write_bytes(b"\xef\xbb\xbf" + RULE.replace("\n", "\r\n").encode())
    book = load([folder], shipped=shipped(tmp_path))
    assert book.rule("deadline.own").where.endswith("/deadlines.toml:2")


def test_headers_and_keys_inside_strings_and_comments_are_no_landmarks(tmp_path: Path) -> None:
    means = "means = '''\n[[rule]]\nx = 1'''"
    odd = "# [[rule]]\n" + RULE.replace('means = "某月中旬以前。"', means)
    assert book_of(tmp_path, odd).rule("deadline.own").where.endswith(":3")


def test_a_rule_of_the_same_id_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    book = book_of(tmp_path, RULE.replace("deadline.own", "deadline.month-end"))
    assert [rule.id for rule in book.rules("deadlines")] == [
        "deadline.month-end", "deadline.month", "deadline.prospect",
    ]  # fmt: skip
    assert list(book.rule("deadline.month-end").matches("9月中旬前"))


def test_a_new_rule_comes_after_the_shipped_ones(tmp_path: Path) -> None:
    assert book_of(tmp_path, RULE).entries[-1].id == "deadline.own"


def test_a_rule_switched_off_is_gone(tmp_path: Path) -> None:
    book = book_of(tmp_path, '[[off]]\nid = "deadline.month"\nwhy = "本单位不用"\n')
    assert [rule.id for rule in book.entries] == ["deadline.month-end", "deadline.prospect"]


WORDS = [
    pytest.param("add = ['主办单位', '责任单位']", ("责任单位", "牵头单位", "主办单位"), id="加词不重复"),
    pytest.param("words = ['主办单位']", ("主办单位",), id="整表换掉"),
    pytest.param("remove = ['责任单位']", ("牵头单位",), id="去词"),
    pytest.param("words = ['甲', '乙']\nadd = ['丙']\nremove = ['甲']", ("乙", "丙"), id="先换，再加，再去"),
    pytest.param("add = ['责任单位(人)']", ("责任单位", "牵头单位", "责任单位（人）"), id="存归一后的字"),
]


@pytest.mark.parametrize(("change", "words"), WORDS)
def test_word_lists_are_extended_replaced_and_cut(
    tmp_path: Path, change: str, words: tuple[str, ...]
) -> None:
    book = book_of(tmp_path, f"[[words]]\nid = 'label.owner'\n{change}\n")
    assert book.words("label.owner") == words


def test_a_fragment_of_ones_own_replaces_the_shipped_one_in_every_rule(tmp_path: Path) -> None:
    book = book_of(tmp_path, "[fragments]\nedge = '终'\n")
    assert list(book.rule("deadline.month-end").matches("6月终前"))
    assert not list(book.rule("deadline.month-end").matches("6月底前"))


def test_later_folders_win_over_earlier_ones(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for folder, words in ((first, "甲"), (second, "乙")):
        folder.mkdir()
        (folder / "w.toml").write_text(f"[[words]]\nid = 'label.owner'\nwords = ['{words}']\n", "utf-8")
    assert load([first, second], shipped=shipped(tmp_path)).words("label.owner") == ("乙",)
    assert load([second, first], shipped=shipped(tmp_path)).words("label.owner") == ("甲",)


def test_further_fields_of_a_kind_are_kept_as_words(tmp_path: Path) -> None:
    further = 'reads = "by"\nmode = "marked"\nwith = "年 月"\nholds = "{month}月"'
    text = SHIPPED.replace('reads = "by"', further)
    fields = load(shipped=shipped(tmp_path, text)).rule("deadline.month-end").fields
    assert fields == {"mode": "marked", "with": "年 月", "holds": "(?:(?<![0-9])(?:1[0-2]|[1-9])(?![0-9]))月"}


def test_the_digest_changes_with_every_file_and_folder_and_with_nothing_else(tmp_path: Path) -> None:
    plain = book_of(tmp_path).digest
    assert book_of(tmp_path).digest == plain
    assert book_of(tmp_path, RULE).digest != plain
    assert load(shipped=shipped(tmp_path, SHIPPED + "\n")).digest != plain


def test_loading_does_not_load_the_regex_library() -> None:
    program = "import sys; from extractor.rules.load import load; load(); print('regex' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_hundred_and_fifty_rules_load_in_120_milliseconds(tmp_path: Path) -> None:
    rules = "".join(RULE.replace("deadline.own", f"deadline.own-{number}") for number in range(150))
    folder = shipped(tmp_path, SHIPPED + rules)
    took = []
    for _ in range(3):
        start = time.process_time()
        load(shipped=folder)
        took.append(time.process_time() - start)
    assert min(took) < 0.12
