"""Mails: the message under its subject, attached files named, odd encodings, damage."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ingest.identify import identify
from extractor.ingest.mail import msg
from extractor.ingest.mail.eml import read_eml
from extractor.ingest.mail.msg import read_msg
from extractor.model.errors import EmptyFile, ExtractorError, LimitExceeded, UnreadableFile
from tests.ingest.doc_container import container

if TYPE_CHECKING:
    from extractor.rules.book import RuleBook

WORDS = "各镇街：\n\n　　请于2024年6月30日前报送桥梁排查情况。\n"
LINES = ["关于报送排查情况的通知", "各镇街：", "请于2024年6月30日前报送桥梁排查情况。"]
PAGE = "<table><tr><td>任务</td><td>单位</td></tr><tr><td>排查</td><td>住建局</td></tr></table>"


def mail(plain: str = WORDS, page: str = "", subject: str = LINES[0]) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "a@example.com"
    message["Subject"] = subject
    message.set_content(plain)
    if page:
        message.add_alternative(page, subtype="html")
    return message


def test_the_message_stands_under_its_subject(book: RuleBook) -> None:
    data = bytes(mail())
    assert identify(data) == "eml"
    source = read_eml(data, "通知.eml", "", book)
    assert (source.text.splitlines(), source.reader, source.problems) == (LINES, "eml", ())


def test_a_subject_that_stands_in_the_message_is_not_repeated(book: RuleBook) -> None:
    source = read_eml(bytes(mail(f"{LINES[0]}\n\n{WORDS}")), "a.eml", "", book)
    assert source.text.splitlines() == LINES


def test_a_message_with_a_table_is_read_as_a_page(book: RuleBook) -> None:
    source = read_eml(bytes(mail(page=f"<p>{LINES[1]}</p>{PAGE}<p>{LINES[2]}</p>")), "a.eml", "", book)
    assert len(source.tables) == 1
    assert "排查\t住建局" in source.text


def test_a_message_without_a_table_is_read_as_text(book: RuleBook) -> None:
    assert read_eml(bytes(mail(page="<p>别的</p>")), "a.eml", "", book).text.splitlines() == LINES


def test_a_message_that_is_only_a_page_is_read(book: RuleBook) -> None:
    message = EmailMessage()
    message["Subject"] = LINES[0]
    message.set_content(f"<p>{LINES[1]}</p><p>{LINES[2]}</p>", subtype="html")
    assert LINES[2] in read_eml(bytes(message), "a.eml", "", book).text


def test_attached_files_are_named(book: RuleBook) -> None:
    message = mail("见附件。")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="任务分解表.pdf")
    message.add_attachment(mail(subject="另一封邮件"))
    (problem,) = read_eml(bytes(message), "a.eml", "", book).problems
    assert (problem.code, problem.severity, problem.details) == (
        "attachments-not-read", "warning", (("names", "任务分解表.pdf、另一封邮件.eml"),),
    )  # fmt: skip


ENCODED = [
    pytest.param("gb2312", id="GB2312"),
    pytest.param("gb18030", id="GB18030"),
    pytest.param("utf-8", id="UTF8"),
    pytest.param("no-such-charset", id="不存在的编码"),
]


@pytest.mark.parametrize("charset", ENCODED)
def test_the_encoding_is_as_stated_or_as_found(charset: str, book: RuleBook) -> None:
    stated = "gb18030" if charset.startswith(("gb", "no")) else charset
    head = f"From: a@b\nSubject: 通知\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    data = head.replace("通知", "=?gb2312?B?zajWqg==?=").encode() + "镕基要抓紧办理。".encode(stated)
    assert read_eml(data, "a.eml", "", book).text.splitlines() == ["通知", "镕基要抓紧办理。"]


SUBJECTS = [
    pytest.param("=?utf-8?B?5YWz5L!?=", id="残缺的编码"),
    pytest.param("=?no-such?B?zajWqg==?=", id="不存在的编码"),
    pytest.param("=?\0?B?zajWqg==?=", id="空字符"),
]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_that_cannot_be_decoded_stays_as_it_is_written(subject: str, book: RuleBook) -> None:
    source = read_eml(f"From: a@b\nSubject: {subject}\n\nabc".encode(), "a.eml", "", book)
    assert source.text.splitlines()[-1] == "abc"


def test_a_mail_without_words_is_empty(book: RuleBook) -> None:
    with pytest.raises(EmptyFile):
        read_eml(b"From: a@b\nSubject: \n\n", "a.eml", "", book)


def test_mails_nested_without_end_are_refused(book: RuleBook) -> None:
    head = b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n"
    with pytest.raises((LimitExceeded, EmptyFile)):
        read_eml(b"".join(head % (level, level) for level in range(3000)), "a.eml", "", book)


GOOD = bytes(mail(page=PAGE))


@settings(max_examples=150, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_changed_bytes_give_a_source_or_a_typed_error(changes: list[tuple[int, int]], book: RuleBook) -> None:
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    try:
        read_eml(bytes(data), "a.eml", "", book)
    except ExtractorError:
        return


def outlook(**streams: str) -> bytes:
    named = {f"__substg1.0_{known[1:]}": words.encode("utf-16-le") for known, words in streams.items()}
    return container({"__properties_version1.0": b"", **named})


def test_a_mail_of_outlook_is_read(book: RuleBook) -> None:
    data = outlook(_0037001F=LINES[0], _1000001F=WORDS)
    assert identify(data) == "msg"
    source = read_msg(data, "通知.msg", "", book)
    assert (source.text.splitlines(), source.reader) == (LINES, "msg")


def test_files_attached_in_outlook_are_named_by_their_long_name(
    book: RuleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    streams = {
        "__substg1.0_1000001F": WORDS.encode("utf-16-le"),
        "__attach_version1.0_#00000000/__substg1.0_3704001F": "REN~1.XLS".encode("utf-16-le"),
        "__attach_version1.0_#00000000/__substg1.0_3707001F": "任务表.xls".encode("utf-16-le"),
        "__attach_version1.0_#00000000/__substg1.0_37010102": b"\xd0\xcf",
    }
    monkeypatch.setattr(msg, "streams_where", lambda _, wanted: {k: v for k, v in streams.items() if wanted(k)})
    (problem,) = read_msg(b"", "a.msg", "", book).problems
    assert problem.details == (("names", "任务表.xls"),)


def test_a_damaged_mail_of_outlook_is_unreadable(book: RuleBook) -> None:
    for data in (b"", outlook(_1000001F=WORDS)[:700]):
        with pytest.raises(UnreadableFile):
            read_msg(data, "a.msg", "", book)


def test_an_outlook_mail_without_words_is_empty(book: RuleBook) -> None:
    with pytest.raises(EmptyFile):
        read_msg(outlook(_0037001F=""), "a.msg", "", book)
