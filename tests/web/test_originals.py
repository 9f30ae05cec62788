"""The file behind a notice: downloaded and pictured only while it is the one that was read."""

from __future__ import annotations

import hashlib
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from extractor.engine.incoming import collect
from extractor.engine.reading import NoticeReader
from extractor.store import layouts
from extractor.store.database import transaction, writing
from extractor.web.notice_page.painter import Painter
from tests.ingest.ofd_files import package, rows
from tests.ingest.ofd_files import page as ofd_page
from tests.ingest.pdf_files import body, pdf
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

    from extractor.web.office import Office

WORDS = ("关于报送总结的通知", "各单位：", "请市教育局于2024年6月30日前报送总结。")
DATA = pdf(body(*WORDS), body("附：无"))
NAME = "通知 <1>.pdf"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def held(office: Office) -> Path:
    """A ledger that holds one PDF, and the file."""
    office.corpus.mkdir()
    path = office.corpus / NAME
    path.write_bytes(DATA)
    keep([NoticeReader()(incoming) for incoming in collect([office.corpus])], office.out)
    return path


def test_the_file_is_saved_never_shown(client: TestClient, held: Path) -> None:
    answer = client.get(f"/originals/{NAME}")
    assert (answer.status_code, answer.content) == (200, held.read_bytes())
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%E9%80%9A%E7%9F%A5%20%3C1%3E.pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "sandbox"


def test_a_page_is_pictured_with_boxes_over_what_was_found(client: TestClient, held: Path) -> None:
    assert held.exists()
    page = client.get(f"/notices/{NAME}?original=1").text
    pictures = re.findall(r'<img src="([^"]+)"', page)
    assert len(pictures) == 2
    answer = client.get(pictures[0].replace("&amp;", "&"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.content.startswith(PNG)
    assert re.search(r'<a href="\?fact=\w+\.deadline" data-fact="\w+\.deadline" tabindex="-1"><rect class="time"', page)


def test_a_page_of_an_ofd_is_drawn_of_its_words_with_boxes_over_what_was_found(
    client: TestClient, office: Office
) -> None:
    office.corpus.mkdir()
    path = office.corpus / "通知.ofd"
    path.write_bytes(package(ofd_page(rows(*WORDS[:2], "请市教育局于2024年6月30日前报送<总结>。"))))
    keep([NoticeReader()(incoming) for incoming in collect([office.corpus])], office.out)
    assert '<a class="button" href="?original=1">对照版面</a>' in client.get("/notices/通知.ofd").text
    page = client.get("/notices/通知.ofd?original=1").text
    drawn = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" [^>]+>([^<]+)</text>', page)
    assert [words for _, _, words in drawn] == [*WORDS[:2], "请市教育局于2024年6月30日前报送&lt;总结&gt;。"]
    assert len({x for x, _, _ in drawn}) == 1
    heights = [float(y) for _, y, _ in drawn]
    assert heights == sorted(heights)
    assert re.search(r'data-fact="\w+\.deadline" tabindex="-1"><rect class="time"', page)
    assert "<img src=" not in page
    path.unlink()  # the words are in the ledger
    assert "<text x=" in client.get("/notices/通知.ofd?original=1").text


@pytest.mark.parametrize("query", ["number=0", "number=3", "number=-1", "number=%EF%BC%91", "", "number=1e9&turns=x"])
def test_a_page_that_is_not_there_is_no_picture(client: TestClient, held: Path, query: str) -> None:
    assert held.exists()
    assert client.get(f"/pages/{NAME}?{query}").status_code == 410


@pytest.mark.parametrize("change", ["gone", "changed"])
def test_a_file_that_is_no_longer_what_was_read_is_told(client: TestClient, held: Path, change: str) -> None:
    if change == "gone":
        held.unlink()
    else:
        held.write_bytes(DATA + b"\n")
    page = client.get(f"/notices/{NAME}?original=1").text
    assert "原文件已经不在原处，或者读过以后改动了" in page
    assert ("<img" in page, "下载原件" in page) == (False, False)
    for address in (f"/originals/{NAME}", f"/pages/{NAME}?number=1"):
        answer = client.get(address)
        assert (answer.status_code, "原文件已经不在原处" in answer.text) == (410, True)


def test_the_run_says_where_files_lie(client: TestClient, office: Office, held: Path, tmp_path: Path) -> None:
    moved = held.rename(tmp_path / "别处.pdf")
    assert client.get(f"/originals/{NAME}").status_code == 410
    with writing(office.out) as ledger, transaction(ledger):
        layouts.put_origins(ledger, [(NAME, str(moved), ())])
    assert client.get(f"/originals/{NAME}").content == DATA


def test_a_file_in_an_archive_is_found_in_it(client: TestClient, office: Office) -> None:
    office.corpus.mkdir()
    with zipfile.ZipFile(office.corpus / "归档.zip", "w") as archive:
        archive.writestr("甲.pdf", DATA)
    incoming = collect([office.corpus])
    keep([NoticeReader()(each) for each in incoming], office.out)
    with writing(office.out) as ledger, transaction(ledger):
        layouts.put_origins(ledger, [(each.name, str(each.path), each.route) for each in incoming])
    assert client.get("/originals/归档.zip/甲.pdf").content == DATA
    assert client.get("/pages/归档.zip/甲.pdf?number=1").content.startswith(PNG)


@pytest.mark.parametrize("name", ["../outputs/ledger.db", "..%2Foutputs%2Fledger.db", "没有.pdf"])
def test_only_files_of_the_ledger_are_given_out(client: TestClient, held: Path, name: str) -> None:
    assert held.exists()
    assert client.get(f"/originals/{name}").status_code == 404


def test_a_name_that_leads_out_of_the_corpus_is_not_followed(client: TestClient, office: Office) -> None:
    office.corpus.mkdir()
    (office.corpus.parent / "secret.txt").write_text("秘密", "utf-8")
    digest = hashlib.sha256("秘密".encode()).hexdigest()
    keep([{**NoticeReader().unread(collect([office.corpus.parent / "secret.txt"])[0], "empty-file", {}),
           "file": "../secret.txt", "sha256": digest}], office.out)  # fmt: skip
    assert client.get("/originals/..%2Fsecret.txt").status_code in {404, 410}


def test_the_painter_starts_anew_after_its_process_was_lost(held: Path) -> None:
    from extractor.web.notice_page.original import Original  # noqa: PLC0415 - beside its use

    original = Original(held, (), NAME, hashlib.sha256(DATA).hexdigest())
    painter = Painter()
    try:
        first = painter.draw(original, 1, 0)
        assert first.startswith(PNG)
        pair = painter._pair  # noqa: SLF001 - its process is what is lost
        assert pair
        pair[1].kill()
        pair[1].join()
        assert painter.draw(original, 1, 0) == first  # kept
        assert painter.draw(original, 2, 0).startswith(PNG)
    finally:
        painter.close()
