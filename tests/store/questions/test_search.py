"""Words are found where they stand, one character or many, and nowhere else."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.store.passages import Passage, forget, index, key
from extractor.store.questions.words.search import counts, search
from extractor.store.schema import DERIVED

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = {
    "甲": "党支部要召开组织生活会，\n会前谈心谈话。",
    "乙": "各党委（党组）报送ABC-12号表。",
    "丙": "工 会负责；ｗｐｓ表格也行。",
}


def connected() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.executescript(DERIVED)
    return connection


@pytest.fixture
def ledger() -> Iterator[sqlite3.Connection]:
    connection = connected()
    for name, text in TEXTS.items():
        put(connection, name, text)
    yield connection
    connection.close()


def put(connection: sqlite3.Connection, name: str, text: str) -> None:
    """A task of that text, which counts."""
    index(connection, name, [Passage("task", name, text)])
    (passage,) = connection.execute("SELECT key FROM passages WHERE file = ?", (name,)).fetchone()
    connection.execute("INSERT INTO tasks VALUES (NULL, ?, 0, 'task', NULL, '', 0, 0, '', 1, ?)", (name, passage))


def found(ledger: sqlite3.Connection, words: str) -> list[str]:
    return [hit.id for hit in search(ledger, words, "task", None)]


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        pytest.param("会", ["甲", "丙"], id="一个字"),
        pytest.param("支部", ["甲"], id="两个字"),
        pytest.param("组织生活会", ["甲"], id="五个字"),
        pytest.param("生活会会前", [], id="隔着标点的不算"),
        pytest.param("会，会前", ["甲"], id="标点也算字，换行不算"),
        pytest.param("工会", ["丙"], id="排版的空格不算"),
        pytest.param("党 会", ["甲"], id="几处都要有"),
        pytest.param("党 表", ["乙"], id="不论次序"),
        pytest.param("abc-12", ["乙"], id="不分大小写"),
        pytest.param("abc－12", ["乙"], id="不分全角半角"),
        pytest.param("(党组)", ["乙"], id="括号不分全角半角"),
        pytest.param("。", ["甲", "乙", "丙"], id="文末一个字"),
        pytest.param("支书", [], id="没有"),
        pytest.param("", [], id="什么也没写"),
        pytest.param('"', [], id="引号"),
        pytest.param("党 NOT 会", [], id="不是查询语言"),
        pytest.param("党*", [], id="星号只是星号"),
    ],
)
def test_words_are_found_where_they_stand(ledger: sqlite3.Connection, words: str, texts: list[str]) -> None:
    assert found(ledger, words) == texts
    assert counts(ledger, words)["task"] == len(texts)


def test_the_words_are_shown_with_what_stands_around_them(ledger: sqlite3.Connection) -> None:
    (hit,) = search(ledger, "生活会", "task", 1)
    assert (hit.before, hit.words, hit.after) == ("党支部要召开组织", "生活会", "， 会前谈心谈话。")


def test_what_is_forgotten_is_found_no_more(ledger: sqlite3.Connection) -> None:
    forget(ledger, "甲")
    assert found(ledger, "会") == ["丙"]
    put(ledger, "丙", "换了内容")
    assert (found(ledger, "会"), found(ledger, "内容")) == ([], ["丙"])


def test_versions_that_do_not_count_are_not_found(ledger: sqlite3.Connection) -> None:
    ledger.execute("UPDATE tasks SET held = 0 WHERE id = '甲'")
    assert (found(ledger, "会"), counts(ledger, "会")["task"]) == (["丙"], 1)


SOME = st.text(st.sampled_from('党委会组织部aA1（(。,-*" \n'), max_size=12)


@given(SOME, SOME)
def test_a_word_is_found_exactly_where_it_stands(text: str, word: str) -> None:
    connection = connected()
    put(connection, "一", text)
    wanted = bool(word.split()) and all(key(each) in key(text) for each in word.split())
    assert found(connection, word) == (["一"] if wanted else [])
    connection.close()
