"""Changes of properties are told apart by the length of their values, however it is stated."""

from __future__ import annotations

import pytest

from extractor.ingest.doc.sprms import read_sprms
from tests.ingest.doc_files import CELLS, HIDDEN, LEVEL, TABS, sprm

LAST = sprm(LEVEL, 3)
LONG_TABS = b"\x15\xc6\xff" + b"\x01" + bytes(4) + b"\x02" + bytes(6)  # one tab deleted, two added, no length
GROUPS = [
    pytest.param(sprm(HIDDEN), b"\x01", id="一字节"),
    pytest.param(b"\x0b\x46\x05\x00", b"\x05\x00", id="两字节"),
    pytest.param(b"\x4f\x68\x01\x02\x03\x04", b"\x01\x02\x03\x04", id="四字节"),
    pytest.param(b"\x46\xe6\x01\x02\x03", b"\x01\x02\x03", id="三字节"),
    pytest.param(sprm(TABS, b"\0\0"), b"\0\0", id="自带长度"),
    pytest.param(sprm(CELLS, b"\x01\0\0\0\0"), b"\x01\0\0\0\0", id="表格定义"),
    pytest.param(LONG_TABS, LONG_TABS[3:], id="过长的制表位"),
]


@pytest.mark.parametrize(("group", "value"), GROUPS)
def test_the_next_change_begins_where_the_value_ends(group: bytes, value: bytes) -> None:
    (_, first), last = read_sprms(group + LAST)
    assert (first, last) == (value, (LEVEL, b"\x03"))


@pytest.mark.parametrize(("group", "value"), GROUPS)
def test_a_change_that_is_cut_off_is_left_out(group: bytes, value: bytes) -> None:
    assert value
    assert list(read_sprms(LAST + group[:-1])) == [(LEVEL, b"\x03")]
