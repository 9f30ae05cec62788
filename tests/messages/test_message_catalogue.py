"""Every code that the program uses has a message and an advice, in both languages, with the same blanks."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.messages import Language, say
from extractor.messages.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = Path(__file__).parents[2] / "extractor"
FINDERS = {"ingest", "segment"}
"""Rooms where every word with hyphens is the code of a problem, also where codes are keys of a table."""
STYLE_SHEETS = {"elements.py", "lists.py"}
"""Files whose words with hyphens are those of HTML and CSS (``list-style-type``), not codes."""
CODE = re.compile(r"[a-z]+(-[a-z]+)+")
DETAILS_AT = {"Problem": 3, "Oddity": 2, "say": 2}
LANGUAGES: tuple[Language, ...] = ("zh", "en")
MESSAGES = [
    pytest.param(
        "encoding-guessed",
        {"encoding": "gb18030"},
        "zh",
        "甲.txt 第1行：文本编码是推测的（gb18030）",
        id="中文",
    ),
    pytest.param(
        "encoding-guessed",
        {"encoding": "gb18030"},
        "en",
        "甲.txt 第1行: the encoding of the text is a guess (gb18030)",
        id="英文",
    ),
    pytest.param("limit-pages", {"found": "3,001", "most": "3,000"}, "zh",
                 "甲.txt 第1行：页数太多（3,001 页，最多 3,000 页）", id="上限"),
    pytest.param("encoding-guessed", {}, "zh", "甲.txt 第1行：文本编码是推测的（…）", id="缺内容不出错"),
    pytest.param(
        "impossible-date",
        {"words": "{0}{where}"},
        "zh",
        "甲.txt 第1行：“{0}{where}”不是一个存在的日期",
        id="原文有花括号",
    ),
]


ADVICE = [
    pytest.param("unsupported-image",
                 "请安装文字识别组件（pip install -e '.[ocr]'）后重新运行；"
                 "或者用文字识别（OCR）软件识别后，另存为 DOCX 或 TXT 再放入。"),
    pytest.param("unsupported-archive", "请先解压，再把里面的文件放入。"),
    pytest.param("unsupported-format", "请用 WPS 或 Word 打开，另存为 DOCX、PDF 或 TXT 后再放入。"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "advice"), ADVICE)
def test_every_kind_of_file_that_is_not_read_has_its_advice(code: str, advice: str) -> None:
    assert say(code, "甲", {"format": "X"}).advice == advice


def test_every_message_is_used() -> None:
    sources = "".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    built = tuple(re.findall(r'f"([a-z]+-)\{', sources))
    idle = [code for code in catalogue("zh") if f'"{code}"' not in sources and not code.startswith(built)]
    assert idle == []


@pytest.mark.parametrize(("code", "details", "lang", "text"), MESSAGES)
def test_a_message_says_where_and_what(code: str, details: dict[str, str], lang: Language, text: str) -> None:
    assert say(code, "甲.txt 第1行", details, lang).text == text


def test_an_unknown_code_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError, match="no-such-code"):
        say("no-such-code", "甲.txt", {})


def test_both_languages_have_the_same_codes_in_the_same_order() -> None:
    assert list(catalogue("zh")) == list(catalogue("en"))


def test_both_languages_have_the_same_blanks() -> None:
    assert {code: blanks(code, "zh") for code in catalogue("zh")} == {
        code: blanks(code, "en") for code in catalogue("en")
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_problem_says_where_first_and_advises_in_a_sentence(lang: Language) -> None:
    end = {"zh": "。", "en": "."}[lang]
    odd = [code for code, entry in catalogue(lang).items() if set(entry) != {"says", "advice"}]
    codes = {code for code, _, given in codes_in_use() if given is not None}
    problems = {code: entry for code, entry in catalogue(lang).items() if code in codes}
    mute = [code for code, entry in problems.items() if not entry["says"].startswith("{where}")]
    loose = [code for code, entry in problems.items() if not entry["advice"].endswith(end)]
    assert (odd, mute, loose) == ([], [], [])


def test_every_code_in_the_program_has_a_message() -> None:
    used = {code: where for code, where, _ in codes_in_use()}
    assert "heading-out-of-order" in catalogue("zh")
    assert {code: where for code, where in used.items() if code not in catalogue("zh")} == {}


def test_every_blank_is_filled_where_the_details_are_written_out() -> None:
    missing = [
        (where, code, sorted(blanks(code, "zh") - given))
        for code, where, given in codes_in_use()
        if given is not None and code in catalogue("zh") and not blanks(code, "zh") <= given
    ]
    assert missing == []


def blanks(code: str, lang: Language) -> set[str]:
    """Names of the blanks of an entry, apart from the place and the words there, which are always known."""
    entry = catalogue(lang)[code]
    fields = string.Formatter().parse(entry["says"] + entry["advice"])
    return {name for _, name, _, _ in fields if name} - {"where", "words"}


def codes_in_use() -> Iterator[tuple[str, str, set[str] | None]]:
    """Code, file and line, and the details given there (None where they are not written out)."""
    for path in sorted(SOURCES.rglob("*.py")):
        finder = bool(FINDERS & set(path.parts)) and not ("html" in path.parts and path.name in STYLE_SHEETS)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            where = f"{path.name}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call) and _called(node) in DETAILS_AT and _literal(node):
                yield str(ast.literal_eval(node.args[0])), where, _details(node)
            if finder and isinstance(node, ast.Constant) and CODE.fullmatch(str(node.value)):
                yield str(node.value), where, None
            if isinstance(node, ast.ClassDef):
                yield from ((code, where, None) for code in _class_code(node))


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _literal(node: ast.Call) -> bool:
    return bool(node.args) and isinstance(node.args[0], ast.Constant)


def _class_code(node: ast.ClassDef) -> Iterator[str]:
    for line in node.body:
        if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "code":
            yield str(ast.literal_eval(line.value))


def _details(node: ast.Call) -> set[str] | None:
    """Names in ``(("name", value), …)``; an absent argument names nothing."""
    at = DETAILS_AT[_called(node)]
    given = node.args[at] if len(node.args) > at else None
    given = next((keyword.value for keyword in node.keywords if keyword.arg == "details"), given)
    if given is None:
        return set() if _called(node) != "say" else None
    pairs = given.elts if isinstance(given, ast.Tuple) else []
    names = [pair.elts[0] for pair in pairs if isinstance(pair, ast.Tuple)]
    literal = [name.value for name in names if isinstance(name, ast.Constant)]
    return {str(name) for name in literal} if literal and len(literal) == len(pairs) else None
