"""The files sent with a mail are read as files of their own, also those in a ZIP or a mail sent with it."""

from __future__ import annotations

import base64
import io
import time
import zipfile
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import collect
from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader
from extractor.ingest import limits
from extractor.ingest.mail import msg
from extractor.rules.load import load
from tests.ingest.doc_container import container
from tests.making import word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from extractor.engine.local import RunSummary

NOTICE = "甲局关于开展检查的通知\n各单位：\n一、检查设施。各单位要于2026年5月底前检查设施。\n甲局\n2026年1月1日\n"
LETTER = "各单位：\n现将通知发给你们，请于2026年3月1日前回复。\n"


def letter(subject: str = "转发通知") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", subject
    message.set_content(LETTER)
    return message


def mail(files: Mapping[str, bytes], subject: str = "转发通知") -> EmailMessage:
    message = letter(subject)
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def packed(files: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def names(folder: Path) -> list[str]:
    return [each.name for each in collect([folder])]


def read(folder: Path) -> RunSummary:
    return run(Plan((folder,), folder.parent / "outputs", isolated=False), NoticeReader())


def codes(folder: Path) -> dict[str, list[str]]:
    return {record["file"]: [each["code"] for each in record["problems"]] for record in read(folder).records}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    return tmp_path / "corpus"


def test_message_and_attachments_are_files_of_their_own(corpus: Path) -> None:
    files = {"通知.docx": word.typed(NOTICE.splitlines()), "说明.txt": "见通知。".encode()}
    (corpus / "来信.eml").write_bytes(bytes(mail(files)))
    summary = read(corpus)
    assert [record["file"] for record in summary.records] == ["来信.eml", "来信.eml/说明.txt", "来信.eml/通知.docx"]
    tasks = {record["file"]: sum(len(each["tasks"]) for each in record["documents"]) for record in summary.records}
    assert (tasks["来信.eml"], tasks["来信.eml/通知.docx"]) == (1, 1)
    assert "attachments-not-read" not in {each["code"] for record in summary.records for each in record["problems"]}


def test_attachments_are_read_once_and_again_when_they_changed(corpus: Path) -> None:
    (corpus / "来信.eml").write_bytes(bytes(mail({"一.txt": NOTICE.encode()})))
    assert sorted(read(corpus).read) == ["来信.eml", "来信.eml/一.txt"]
    assert not read(corpus).read
    (corpus / "来信.eml").write_bytes(bytes(mail({"一.txt": NOTICE.replace("甲局", "乙局").encode()})))
    assert "来信.eml/一.txt" in read(corpus).read


INSIDE = [
    pytest.param(
        {"附件.zip": packed({"表/通知.txt": NOTICE.encode()})},
        ["来信.eml", "来信.eml/附件.zip/表/通知.txt"],
        id="压缩包",
    ),
    pytest.param(
        {"附件.zip": packed({"信.eml": bytes(mail({"通知.txt": NOTICE.encode()}))})},
        ["来信.eml", "来信.eml/附件.zip/信.eml", "来信.eml/附件.zip/信.eml/通知.txt"],
        id="压缩包里的邮件",
    ),
    pytest.param(
        {"a.zip": packed({"b.zip": packed({"c.zip": packed({"通知.txt": b"x"})})})},
        ["来信.eml", "来信.eml/a.zip/b.zip/c.zip"],
        id="四层",
    ),
    pytest.param({"a.zip": packed({"b.docx": b"PK"})[:-9]}, ["来信.eml", "来信.eml/a.zip"], id="坏压缩包"),
    pytest.param({"同名.txt": b"a"}, ["来信.eml", "来信.eml/同名.txt"], id="一个"),
]


@pytest.mark.parametrize(("files", "found"), INSIDE)
def test_what_is_packed_in_an_attachment_is_read_as_deep_as_the_limit_allows(
    corpus: Path, files: dict[str, bytes], found: list[str]
) -> None:
    (corpus / "来信.eml").write_bytes(bytes(mail(files)))
    assert names(corpus) == found


def test_a_mail_sent_with_a_mail_is_a_file_with_attachments_of_its_own(corpus: Path) -> None:
    outer = letter()
    outer.add_attachment(mail({"通知.txt": NOTICE.encode()}, "关于检查"))
    (corpus / "来信.eml").write_bytes(bytes(outer))
    assert names(corpus) == ["来信.eml", "来信.eml/关于检查.eml", "来信.eml/关于检查.eml/通知.txt"]
    assert {record["status"] for record in read(corpus).records} == {"ok"}


def test_two_attachments_of_one_name_are_two_files(corpus: Path) -> None:
    message = mail({"通知.txt": NOTICE.encode()})
    message.add_attachment(NOTICE.encode(), maintype="text", subtype="x", filename="通知.txt")
    (corpus / "来信.eml").write_bytes(bytes(message))
    assert names(corpus) == ["来信.eml", "来信.eml/通知.txt", "来信.eml/通知.txt（2）"]
    assert [record["status"] for record in read(corpus).records] == ["ok"] * 3


HEAD = b"From: a@b\r\nTo: c@d\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n"
TEXT = b"--B\r\nContent-Type: text/plain\r\n\r\nabc\r\n"
HEADERS = [
    pytest.param(b'filename="\xcd\xa8\xd6\xaa.txt"', "通知.txt", id="GBK字节"),
    pytest.param('filename="通知.txt"'.encode(), "通知.txt", id="UTF8字节"),
    pytest.param(b"filename*=GBK''%CD%A8%D6%AA.txt", "通知.txt", id="RFC2231"),
    pytest.param(b"filename*0*=utf-8''%E9%80%9A;\r\n filename*1*=%E7%9F%A5.txt", "通知.txt", id="RFC2231分段"),
    pytest.param(b'filename="=?gb2312?B?zajWqg==?=.txt"', "通知.txt", id="编码词"),
    pytest.param(b'filename="..\\\\..\\\\..\\\\etc\\\\a.txt"', "a.txt", id="往外跳"),
    pytest.param(b'filename="../../../a.txt"', "a.txt", id="往上跳"),
    pytest.param(b"filename*=utf-8''a%0A%E2%80%AEb%00.txt", "a b.txt", id="换行和倒写"),
    pytest.param(b'filename="' + b"a" * 500 + b'.txt"', "a" * 108 + "….txt", id="过长"),
    pytest.param(b'filename=""', "附件1", id="没有名字"),
    pytest.param(b'filename="/"', "附件1", id="只有斜线"),
    pytest.param(b"filename*=no-such''%FF.txt", "ÿ.txt", id="不存在的编码"),
]


@pytest.mark.parametrize(("stated", "name"), HEADERS)
def test_names_of_attachments_are_read_in_all_their_encodings(corpus: Path, stated: bytes, name: str) -> None:
    part = b"--B\r\nContent-Type: a/x\r\nContent-Disposition: attachment; " + stated + b"\r\n\r\nabc\r\n--B--\r\n"
    (corpus / "a.eml").write_bytes(HEAD + TEXT + part)
    assert names(corpus) == ["a.eml", f"a.eml/{name}"]


def test_a_package_of_outlook_says_what_to_do(corpus: Path) -> None:
    (corpus / "来信.eml").write_bytes(bytes(mail({"winmail.dat": b"\x78\x9f\x3e\x22" + bytes(50)})))
    assert codes(corpus)["来信.eml/winmail.dat"] == ["unsupported-tnef"]


def test_pictures_that_the_message_shows_and_signatures_are_no_files(corpus: Path) -> None:
    message = mail({"通知.txt": NOTICE.encode()})
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png", cid="<1@a>")
    message.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    (corpus / "来信.eml").write_bytes(bytes(message))
    assert names(corpus) == ["来信.eml", "来信.eml/通知.txt"]


def test_base64_garbage_costs_the_attachment_only(corpus: Path) -> None:
    document = word.typed(NOTICE.splitlines())
    _, rest = base64.encodebytes(document).split(b"\n", 1)
    damaged = bytes(mail({"通知.docx": document})).replace(rest, b"!!!!" + b"\xff" * 20 + b"\n")
    (corpus / "来信.eml").write_bytes(damaged)
    statuses = {record["file"]: record["status"] for record in read(corpus).records}
    assert statuses == {"来信.eml": "ok", "来信.eml/通知.docx": "failed"}


def test_too_many_attachments_are_named_in_short_and_the_message_is_read(corpus: Path) -> None:
    parts = "".join(f'--B\r\nContent-Disposition: attachment; filename="{n}.txt"\r\n\r\nx\r\n' for n in range(10_000))
    (corpus / "来信.eml").write_bytes(HEAD + TEXT + parts.encode() + b"--B--\r\n")
    (record,) = read(corpus).records
    problem = next(each for each in record["problems"] if each["code"] == "attachments-not-read")
    assert problem["message"].endswith("18.txt、19.txt … (10000)")


def test_mails_in_mails_to_any_depth_end(corpus: Path) -> None:
    message = letter("最里面")
    for level in range(50):
        outer = letter(f"第{level}层")
        outer.add_attachment(message)
        message = outer
    (corpus / "来信.eml").write_bytes(bytes(message))
    found = names(corpus)
    assert len(found) == 1 + limits.MAX_ARCHIVE_DEPTH
    summary = read(corpus)
    assert {record["status"] for record in summary.records} == {"ok"}
    assert "attachments-not-read" in codes(corpus)[found[-1]]


def outlook() -> bytes:
    return container({"__properties_version1.0": b"", "__substg1.0_1000001F": LETTER.encode("utf-16-le")})


def test_a_mail_of_outlook_without_attachments_is_one_file(corpus: Path) -> None:
    (corpus / "来信.msg").write_bytes(outlook())
    assert names(corpus) == ["来信.msg"]
    assert [record["status"] for record in read(corpus).records] == ["ok"]


def test_a_file_that_only_calls_itself_a_mail_is_read_as_what_it_is(corpus: Path) -> None:
    (corpus / "通知.eml").write_bytes(NOTICE.encode())
    assert codes(corpus) == {"通知.eml": ["extension-differs"]}


BARE = HEAD.partition(b"Content-Type")[0]
NESTED = b"".join(b"Content-Type: multipart/mixed; BOUNDARY=%d\r\n\r\n--%d\r\n" % (n, n) for n in range(60))
NAMED = TEXT + b"--B\r\nContent-Disposition: attachment; filename="
SLOW = [
    pytest.param(BARE + NESTED + b"x\r\n" * 1_500_000, id="层层分段、行数很多"),
    pytest.param(BARE + b'Content-Type: multipart/mixed; boundary=B; x="' + b";" * 900_000 + b"\r\n\r\nx", id="参数"),
    pytest.param(HEAD + NAMED + b'"' + b"=?gb2312?B?zajWqg==?= " * 200_000 + b'"\r\n\r\nabc\r\n--B--\r\n', id="编码词"),
    pytest.param(BARE + b"Content-Type: message/rfc822\r\n\r\n" * 3000 + b"x", id="邮件套邮件"),
]


@pytest.mark.parametrize("data", SLOW)
def test_what_would_keep_the_parser_busy_for_minutes_is_left_to_a_worker(corpus: Path, data: bytes) -> None:
    (corpus / "来信.eml").write_bytes(data)
    begun = time.process_time()
    assert names(corpus)[0] == "来信.eml"
    assert time.process_time() - begun < 5


def test_files_attached_in_outlook_are_taken_out_and_mails_in_it_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = "__attach_version1.0_#00000000", "__attach_version1.0_#00000001"
    streams = {
        "__substg1.0_1000001F": LETTER.encode("utf-16-le"),
        f"{first}/__substg1.0_3707001F": "任务表.xls".encode("utf-16-le"),
        f"{first}/__substg1.0_37010102": b"\xd0\xcf",
        f"{second}/__substg1.0_3001001F": "转来的信".encode("utf-16-le"),
        f"{second}/__substg1.0_3701000D/__substg1.0_0037001F": "x".encode("utf-16-le"),
    }
    monkeypatch.setattr(msg, "streams_where", lambda _, wanted: {k: v for k, v in streams.items() if wanted(k)})
    (attached,) = msg.attached_to_msg(b"")
    assert (attached.name, attached.content()) == ("任务表.xls", b"\xd0\xcf")
    problems = msg.read_msg(b"", "a.msg", "", load()).problems
    assert [(each.code, each.details) for each in problems] == [
        ("attachments-not-read", (("names", "任务表.xls"),)), ("mail-inside-not-read", (("names", "转来的信"),)),
    ]  # fmt: skip
