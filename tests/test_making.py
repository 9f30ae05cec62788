"""The makers of other tests do what they say: labels are counted as Word counts, pages have the measure."""

from __future__ import annotations

import io
import re
import zipfile

import pypdfium2
import pytest

from tests.making import page, word
from tests.making.labels import Listed, Lists, labelled

LABELS = [
    pytest.param(["一、甲", "二、乙"], [(0, 0), (0, 0)], id="顺序"),
    pytest.param(
        ["一、甲", "（一）乙", "二、丙", "（一）丁"], [(0, 0), (0, 1), (0, 0), (0, 1)], id="下级重新开始"
    ),
    pytest.param(["一、甲", "1.乙", "2.丙"], [(0, 0), (0, 2), (0, 2)], id="跳级"),
    pytest.param(
        ["一、甲", "（一）乙", "二、丙", "（二）丁"], [(0, 0), (0, 1), (0, 0), (1, 0)], id="跨章连续"
    ),
    pytest.param(["三、甲", "四、乙"], [(1, 0), (1, 0)], id="不从一开始"),
    pytest.param(["1.甲", "2、乙", "2.丙"], [(0, 2), (1, 0), (0, 2)], id="写法不同"),
]


@pytest.mark.parametrize(("texts", "places"), LABELS)
def test_a_label_goes_to_the_list_that_prints_it(texts: list[str], places: list[tuple[int, int]]) -> None:
    lists = Lists()
    assert [lists.place(labelled(words)) for words in texts] == [Listed(*place) for place in places]


@pytest.mark.parametrize(
    "words", ["1.5万元", "2020.6.30", "（一、甲", "第一条 甲", "一是要快", "（见附件1）"]
)
def test_what_is_no_label_stays_in_the_words(words: str) -> None:
    assert labelled(words).words == words


@pytest.mark.parametrize(
    ("numeral", "value"), [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("二十一", 21)]
)
def test_chinese_labels_have_their_value(numeral: str, value: int) -> None:
    assert labelled(f"（{numeral}）甲").value == value


def test_automatic_numbers_are_not_in_the_words() -> None:
    assert b"<w:t>" in document_xml(word.typed(["一、甲"]))
    assert "一、" not in document_xml(word.automatic(["一、甲"])).decode()


def test_a_page_has_22_lines_of_28_characters_and_a_number() -> None:
    pages = printed(page.pdf(["一、" + "甲乙丙，丁。" * 200]))
    assert len(pages[0]) == page.LINES + 1
    assert pages[0][1].rstrip("，。") == ("一、" + "甲乙丙，丁。" * 200)[26 : 26 + 28].rstrip("，。")
    assert [lines[-1] for lines in pages] == [f"— {number} —" for number in range(1, len(pages) + 1)]


def document_xml(data: bytes) -> bytes:

    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


def printed(data: bytes) -> list[list[str]]:
    with pypdfium2.PdfDocument(data) as document:
        return [re.split(r"\r?\n", leaf.get_textpage().get_text_range()) for leaf in document]
