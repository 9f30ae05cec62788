"""Rule folders for tests: a small shipped book, and folders of a user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.rules.load import load

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.rules.book import RuleBook

SHIPPED = r"""# 一份小的规则书
[fragments]
month = '(?<![0-9])(?:1[0-2]|[1-9])(?![0-9])'
edge = '[底末]'

[[words]]
id = "label.owner"
means = "责任标签"
words = ["责任单位", "牵头单位"]

[[rule]]
id = "deadline.month-end"
means = "某月底以前。"
regex = '''(?P<when>{month}月{edge})前'''
reads = "by"
examples = [
  { text = "请于6月底前报送。", found = "6月底前", value = "06-30" },
  { text = "12月末前完成。", found = "12月末前" },
]
counterexamples = [{ text = "截至6月底，共办结12件。", why = "统计时段" }]

[[rule]]
id = "deadline.month"
means = "某月以前。"
regex = '''{month}月前'''
reads = "vague"
examples = [{ text = "6月前", found = "6月前" }, { text = "请在11月前交。", found = "11月前" }]
counterexamples = [{ text = "6月前景", why = "前景", taken-by = "deadline.prospect" }]

[[rule]]
id = "deadline.prospect"
means = "前景，不是时限。"
regex = '''月前景'''
reads = "none"
examples = [{ text = "6月前景", found = "月前景" }, { text = "7月前景好", found = "月前景" }]
counterexamples = [{ text = "6月前", why = "没有景" }]
"""

RULE = r"""
[[rule]]
id = "deadline.own"
means = "某月中旬以前。"
regex = '''{month}月中旬前'''
reads = "vague"
examples = [{ text = "6月中旬前", found = "6月中旬前" }, { text = "9月中旬前", found = "9月中旬前" }]
counterexamples = [{ text = "6月底前", why = "月底" }]
"""


def shipped(tmp_path: Path, text: str = SHIPPED) -> Path:
    """A folder that stands for the shipped one, with one file of deadlines."""
    folder = tmp_path / "shipped"
    folder.mkdir(exist_ok=True)
    (folder / "deadlines.toml").write_text(text, "utf-8")
    return folder


def own(tmp_path: Path, text: str, name: str = "deadlines.toml") -> Path:
    """A folder of a user's own rules."""
    folder = tmp_path / "own"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder


def book_of(tmp_path: Path, text: str = "") -> RuleBook:
    """The small shipped book, with the user's rules of ``text`` when there are any."""
    return load([own(tmp_path, text)] if text else [], shipped=shipped(tmp_path))
