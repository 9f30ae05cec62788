"""Binary Word files that are damaged, encrypted, of other versions, or were made to do harm."""

from __future__ import annotations

import struct
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ingest import limits
from extractor.ingest.doc.document import read_doc
from extractor.ingest.doc.fields import read_fields
from extractor.model.errors import (
    EmptyFile,
    EncryptedFile,
    ExtractorError,
    LimitExceeded,
    ScanWithoutText,
    UnreadableFile,
)
from extractor.model.problem import Problem
from tests.ingest.doc_container import container
from tests.ingest.doc_files import (
    BOXES,
    CLX,
    FONTS,
    LISTS,
    SECTIONS,
    STYLES,
    USED_LISTS,
    Saved,
    doc,
    numbered,
    paragraph,
    row,
    source,
)
from tests.ingest.doc_parts import boxes, definitions, level, lists, style, style_sheet

TABLE, BEHIND = definitions((7, [level(37, "%1、")], []))
PARTS = {LISTS: TABLE, USED_LISTS: lists((7, [])), STYLES: style_sheet(style())}
MADE = doc(
    paragraph("关于检查的通知"), numbered("检查"), *row("任务", "单位"), *row("检查", "应急局"),
    saved=Saved(parts=PARTS, behind_lists=BEHIND, boxes=(paragraph("文件"),), pages=2),
)  # fmt: skip
PIECES = "Word 文件已损坏（片段表（CLX））"
FIB, LENGTHS, DIRECTORY = "Word 文件已损坏（文件头（FIB））", 76, 154
REAL = sorted((Path(__file__).resolve().parents[3] / "shared" / "notices").glob("*.doc"))
SECONDS = 5


def changed(data: bytes, at: int, value: bytes) -> bytes:
    return data[:at] + value + data[at + len(value) :]


def main_at(data: bytes) -> int:
    """Where the main stream begins: it is the first of the file."""
    return data.index(struct.pack("<HH", 0xA5EC, 0xC1))


def old(words: bytes, flags: int = 0, length: int | None = None) -> bytes:
    """A file of Word 95, whose text stands at 2048."""
    made = doc(paragraph("甲"), saved=Saved(ident=0xA5DC, version=0x68, flags=flags))
    at = made.index(struct.pack("<HH", 0xA5DC, 0x68))
    made = changed(made, at + 0x18, struct.pack("<I", 3000))
    made = changed(made, at + 0x34, struct.pack("<I", len(words) if length is None else length))
    return changed(made, at + 3000, words)


UNREADABLE = [
    pytest.param(b"", "Word 文件已损坏（复合文件结构）", id="空文件"),
    pytest.param("通知".encode() * 999, "Word 文件已损坏（复合文件结构）", id="文本"),
    pytest.param(MADE[:900], "Word 文件已损坏（复合文件结构）", id="只有文件头"),
    pytest.param(MADE[: main_at(MADE) + 1024], "Word 文件已损坏（复合文件结构）", id="截断"),
    pytest.param(changed(MADE, 30, b"\xff\xff"), "Word 文件已损坏（复合文件结构）", id="扇区大小"),
    pytest.param(changed(MADE, 44, b"\xff\xff\xff\xff"), "Word 文件已损坏（复合文件结构）", id="扇区表大小"),
    pytest.param(container({"Workbook": b"x"}), "不是 Word 文档（缺少 WordDocument 流）", id="其他文档"),
    pytest.param(container({"WordDocument": b"x"}), FIB, id="不是 Word 文件头"),
    pytest.param(doc(paragraph("甲"), saved=Saved(ident=0xBEEF)), FIB, id="标识"),
    pytest.param(changed(MADE, main_at(MADE) + LENGTHS, b"\xff\xff\xff\x7f"), FIB, id="长度"),
    pytest.param(changed(MADE, main_at(MADE) + LENGTHS, b"\xff\x0f"), PIECES, id="文字不够"),
    pytest.param(changed(MADE, main_at(MADE) + DIRECTORY + 8 * CLX, b"\xff\xff"), PIECES, id="片段表"),
    pytest.param(old(b"", 4), "Word 6/95 快速保存的文件，正文分散存放", id="快速保存的旧版"),
]


@pytest.mark.parametrize(("data", "reason"), UNREADABLE)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_doc(data, "坏.doc", "")
    assert (refused.value.where, refused.value.details) == ("坏.doc", {"reason": reason})


def test_a_file_with_a_password_says_so() -> None:
    with pytest.raises(EncryptedFile) as refused:
        source(paragraph("甲"), saved=Saved(flags=0x0100))
    assert refused.value.where == "通知.doc"


EMPTY = [
    pytest.param("", EmptyFile, id="空正文"),
    pytest.param("　 ", EmptyFile, id="只有空白"),
    pytest.param("\x01", ScanWithoutText, id="只有图片"),
]


@pytest.mark.parametrize(("words", "error"), EMPTY)
def test_a_file_without_words_says_so(words: str, error: type[ExtractorError]) -> None:
    with pytest.raises(error):
        source(paragraph(words))


LOST = [
    pytest.param(STYLES, "样式表", id="样式"),
    pytest.param(USED_LISTS, "编号列表", id="列表"),
    pytest.param(LISTS, "编号定义", id="编号定义"),
    pytest.param(FONTS, "字体表", id="字体"),
    pytest.param(SECTIONS, "分节表", id="分节"),
    pytest.param(BOXES, "文本框表", id="文本框"),
    pytest.param(12, "字符格式表", id="字符格式"),
    pytest.param(13, "段落格式表", id="段落格式"),
]


@pytest.mark.parametrize(("part", "named"), LOST)
def test_a_part_that_is_damaged_is_named_and_the_text_is_read(part: int, named: str) -> None:
    at = main_at(MADE) + DIRECTORY + 8 * part
    read = read_doc(changed(MADE, at, struct.pack("<II", 999_999, 40)), "坏.doc", "")
    assert "关于检查的通知" in read.text
    assert Problem("part-damaged", None, "warning", (("part", named),)) in read.problems


def test_boxes_that_overlap_are_refused_and_named() -> None:
    overlapping = Saved(parts={BOXES: boxes([2, -1, 2], [2050, 2051, 2052])}, boxes=(paragraph("乙"),))
    read = source(paragraph("甲"), saved=overlapping)
    assert (read.text, [problem.code for problem in read.problems]) == ("甲\n", ["part-damaged"])


def test_boxes_beyond_the_end_cost_only_themselves() -> None:
    made = doc(paragraph("甲"), saved=Saved(parts={BOXES: boxes([9], [2050])}, boxes=(paragraph("乙"),)))
    read = read_doc(changed(made, main_at(made) + 100, b"\xff"), "坏.doc", "")
    assert (read.text, [problem.code for problem in read.problems]) == ("甲\n", ["part-damaged"])


def test_the_bare_text_of_word_95_is_read() -> None:
    words = "关于检查的通知\r任务\x07单位\x07\x07\x13PAGE\x143\x15页\x0b末页\r"
    printed = "关于检查的通知\n任务\n单位\n3页\n末页\n"
    assert read_doc(old(words.encode("gb18030")), "旧.doc", "").text == printed
    wide = old(words.encode("utf-16-le"), 0x1000, len(words))
    assert read_doc(wide, "旧.doc", "").text == printed


def test_text_of_word_95_in_no_known_code_page_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_doc(old(b"\xff\xff\xff"), "旧.doc", "")
    assert refused.value.details == {"reason": "Word 文件已损坏（Word 6/95 正文编码）"}


def test_more_text_than_is_reasonable_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT_CHARACTERS", 10)
    with pytest.raises(LimitExceeded) as refused:
        source(paragraph("关于开展安全检查的通知"))
    assert refused.value.details == {"found": "12", "most": "10"}


def test_a_stream_that_goes_round_in_a_ring_ends() -> None:
    claimed = struct.pack("<Q", 1 << 31)
    entry = MADE.index("WordDocument".encode("utf-16-le"))
    begun = time.monotonic()
    with pytest.raises(UnreadableFile):
        read_doc(changed(MADE, entry + 120, claimed), "环.doc", "")
    assert time.monotonic() - begun < SECONDS


MANY = [
    pytest.param("\x13" * 60_000, id="只有开始"),
    pytest.param("\x13\x14" * 30_000, id="层层嵌套的结果"),
    pytest.param("\x13甲\x15" * 30_000, id="许多域"),
    pytest.param("\x13" * 30_000 + "\x15" * 30_000, id="层层嵌套的指令"),
]


@pytest.mark.parametrize("marks", MANY)
def test_many_field_marks_take_little_time(marks: str) -> None:
    begun = time.monotonic()
    found = read_fields(marks)
    assert sum(end - start for start, end in found.printed(0, len(marks))) <= len(marks)
    assert time.monotonic() - begun < SECONDS


def ends_well(data: bytes) -> None:
    """A text whose places and tables are inside it, or an error that says what is the matter; soon."""
    begun = time.monotonic()
    try:
        read = read_doc(data, "坏.doc", "")
    except ExtractorError:
        pass
    else:
        assert all(0 <= place.start <= len(read.text) for place in read.places)
        assert all(table.span.end <= len(read.text) for table in read.tables)
    assert time.monotonic() - begun < SECONDS


PLACES = st.one_of(st.integers(0, len(MADE) - 1), st.integers(main_at(MADE), main_at(MADE) + 900))
CHANGES = st.lists(st.tuples(PLACES, st.sampled_from([0, 1, 2, 127, 128, 255])), min_size=1, max_size=12)


@settings(deadline=None)
@given(changes=CHANGES, end=st.one_of(st.none(), st.integers(0, len(MADE))))
def test_any_damage_ends_well(changes: list[tuple[int, int]], end: int | None) -> None:
    data = bytearray(MADE)
    for at, value in changes:
        data[at] = value
    ends_well(bytes(data[:end]))


@pytest.mark.skipif(not REAL, reason="the shared notices are not beside the repository")
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_any_damage_to_real_files_ends_well(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from(REAL)).read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    ends_well(bytes(content))
