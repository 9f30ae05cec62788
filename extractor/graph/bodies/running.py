"""Names of bodies in running text, by parts of speech: the one module that uses jieba."""

from __future__ import annotations

import logging
import tempfile
import warnings
from typing import TYPE_CHECKING

from extractor.rules.bodies.body import LEVEL, LEVELS, at_level
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.rules.bodies.departments import Departments

_SENTENCE = own(r"[\u4e00-\u9fff]{4,200}")
_SHORTEST, _LONGEST = 4, 24
_INSIDE = ("n", "j", "vn", "an", "b", "s", "l", "z")
"""Tags of words that stand inside names of bodies."""
_BEFORE = ("p", "d", "r", "u", "x")
_VERBS_BEFORE = frozenset("报经请送交由向按")
"""What may stand in front of a name, tagged as a noun or not; behind another verb it may be half of one."""
_JOINING = frozenset({"与", "和", "及", "以及", "暨"})
_NOUNS_TOO = frozenset({"青年", "少年"})
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
        """Runs of nouns up to the last word that ends as a body does, with nothing in front that may belong to them."""
        start = end = last = at
        clear = True
        for word, tag in (*self._cutter.cut(sentence), ("", "")):
            end += len(word)
            if (tag.startswith(_INSIDE) or word in _NOUNS_TOO) and word not in _VERBS_BEFORE:
                last = end if self._ends_a_name(word) else last
                continue
            if clear and last > start:
                yield from _name(sentence, at, start, last)
            start = last = end
            clear = word not in _JOINING and (tag.startswith(_BEFORE) or word in _VERBS_BEFORE)

    def _ends_a_name(self, word: str) -> bool:
        return word.endswith(self._suffix) and word not in self._not


def _name(sentence: str, at: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The name, unless it is too short or long for one, or two names (甲部会同乙部)."""
    if _SHORTEST <= end - start <= _LONGEST and _TWO not in sentence[start - at : end - at]:
        yield start, end


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
