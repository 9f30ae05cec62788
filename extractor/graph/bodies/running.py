"""Names of bodies in running text, by parts of speech: the one module that uses jieba."""

from __future__ import annotations

import logging
import re
import tempfile
import warnings
from typing import TYPE_CHECKING

from extractor.rules.body import LEVEL, LEVELS, at_level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.rules.departments import Departments

_SENTENCE = re.compile(r"[\u4e00-\u9fff]{4,200}")
_SHORTEST, _LONGEST = 4, 24
_INSIDE = ("n", "j", "vn", "an", "b", "s", "l")
"""Tags of words that stand inside names of bodies."""
_BEFORE = ("p", "d", "r", "u", "x")
_VERBS_BEFORE = frozenset("报经请送交由向按")
"""What may stand in front of a name, and be taken for its first sign; behind another verb it may be half a name."""
_JOINING = frozenset({"与", "和", "及", "以及", "暨"})
_TWO = "会同"
_PLACES = frozenset({"省", "市", "县", "区", "州", "镇", "乡", "村", "各地", "地区", "基地"})


class Running:
    """Finds words that end as bodies do, with the nouns in front of them."""

    def __init__(self, names: Departments) -> None:
        """Load the dictionary (about a second), with all listed forms in it."""
        self._suffix = tuple(word for word in names.word_list("body.suffix") if word not in _PLACES)
        lists = ("names.classes", "names.class-nouns", "names.not-bodies")
        self._not = frozenset(word for each in lists for word in names.word_list(each))
        self._cutter = _Cutter(_words(names))

    def names(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand in ``text``: ``(start, end)``."""
        for match in _SENTENCE.finditer(text):
            if any(word in match[0] for word in self._suffix):
                yield from self._in_sentence(match[0], match.start())

    def _in_sentence(self, sentence: str, at: int) -> Iterator[tuple[int, int]]:
        """Runs of nouns whose last word ends as a body does, with nothing in front that they may belong to."""
        start = end = at
        last, clear = "", True
        for word, tag in (*self._cutter.cut(sentence), ("", "")):
            if not tag.startswith(_INSIDE):
                start += sentence[start - at] in _VERBS_BEFORE if start < end else 0
                if clear and self._is_name(last, end - start) and _TWO not in sentence[start - at : end - at]:
                    yield start, end
                start = end + len(word)
                clear = word not in _JOINING and (tag.startswith(_BEFORE) or word in _VERBS_BEFORE)
            end += len(word)
            last = word if tag.startswith(_INSIDE) else ""

    def _is_name(self, last: str, length: int) -> bool:
        return _SHORTEST <= length <= _LONGEST and last.endswith(self._suffix) and last not in self._not


def _words(names: Departments) -> Iterator[str]:
    """All listed forms, at every level."""
    for body in names.bodies:
        for form in body.forms:
            words = ("省", "市", "县", "区") if LEVEL in form else ("",)
            yield from (at_level(form, word, body.of if body.of in LEVELS else "市") for word in words)


class _Cutter:
    """Cuts a sentence into words with their tags."""

    def __init__(self, words: Iterator[str]) -> None:
        """Load jieba's dictionary; its cache goes to a folder of our own that is gone afterwards."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of jieba's own, about regular expressions and packaging
            import jieba  # noqa: PLC0415 - takes a second and 50 MB; only this question needs it
            import jieba.posseg  # noqa: PLC0415
        jieba.setLogLevel(logging.WARNING)
        dictionary = jieba.Tokenizer()
        with tempfile.TemporaryDirectory() as folder:
            dictionary.tmp_dir = folder
            dictionary.initialize()
        for word in words:
            dictionary.add_word(word, tag="nt")
        self._tagger = jieba.posseg.POSTokenizer(dictionary)

    def cut(self, sentence: str) -> Iterator[tuple[str, str]]:
        """Words with their tags, in order, none left out."""
        return ((pair.word, pair.flag) for pair in self._tagger.cut(sentence))
