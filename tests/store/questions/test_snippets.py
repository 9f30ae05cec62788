"""What a search shows of a text: all words that were found, with their neighbourhood, in the order of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.store.questions.words.snippets import _pattern, _pieces

LONG = "一" * 60


def shown(text: str, words: str) -> str:
    """The snippet with the found words in brackets."""
    return "".join(f"[{each.words}]" if each.found else each.words for each in _pieces(text, _pattern(words)))


@pytest.mark.parametrize(
    ("text", "words", "snippet"),
    [
        pytest.param("排查隐患，建立台账。", "隐患", "排查[隐患]，建立台账。", id="整段"),
        pytest.param("排查隐患，建立台账。", "台账 隐患", "排查[隐患]，建立[台账]。", id="两个词都标出"),
        pytest.param("隐 患\n排查", "隐患", "[隐 患]排查", id="中间有空格"),
        pytest.param("\uff21\uff22表", "ab", "[\uff21\uff22]表", id="全角"),
        pytest.param(f"{LONG}隐患{LONG}", "隐患", f"…{'一' * 16}[隐患]{'一' * 50}…", id="两头省略"),
        pytest.param(f"隐患{LONG * 2}台账", "隐患 台账", f"[隐患]{'一' * 50}…{'一' * 16}[台账]", id="隔得远"),
        pytest.param("没有那个词", "隐患", "没有那个词", id="只有标点不同而找到的"),
        pytest.param("排查隐患排查", "隐患 患排", "排查[隐患]排查", id="交错的词"),
        pytest.param("a.b", ".", "a[.]b", id="点就是点"),
    ],
)
def test_words_are_shown_where_they_stand(text: str, words: str, snippet: str) -> None:
    assert shown(text, words) == snippet


@given(st.text("隐患台账一二 \n", max_size=300), st.sampled_from(["隐", "隐患", "患 台", "台账 隐患 一"]))
def test_nothing_is_shown_twice_or_that_the_text_lacks(text: str, words: str) -> None:
    plain, at = "".join(text.split()), 0
    for piece in _pieces(text, _pattern(words)):
        part = "".join(piece.words.split())
        if piece.words != "…":
            at = plain.index(part, at) + len(part)
