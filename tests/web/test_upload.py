"""Dropped files: what becomes of each, and that nothing is overwritten, kept twice or left behind."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from anyio import sleep_forever
from anyio.from_thread import start_blocking_portal

from extractor.ingest.changing import changed
from extractor.web.inbox_page.part import Part
from extractor.web.inbox_page.trash import FOLDER
from extractor.web.work import Readings
from tests.web.conftest import HOST

if TYPE_CHECKING:
    from pathlib import Path

    from httpx2 import Response
    from starlette.testclient import TestClient

    from extractor.web.office import Office


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Readings that were asked for, none of which is made."""
    found: list[object] = []
    monkeypatch.setattr(Readings, "ask", lambda _, wish=None: found.append(wish))
    return found


@pytest.fixture(autouse=True)
def _unread(asked: list[object]) -> None:
    """No test here starts a reading."""


def put(client: TestClient, name: str, data: bytes, manner: str = "ask") -> dict[str, str]:
    answer = client.put("/inbox/files", params={"name": name, "as": manner}, content=data)
    assert answer.status_code == 200, answer.text
    found: dict[str, str] = answer.json()
    return found


def lying(office: Office) -> dict[str, bytes]:
    """All files of the folder, hidden ones too."""
    files = (path for path in office.corpus.rglob("*") if path.is_file())
    return {path.relative_to(office.corpus).as_posix(): path.read_bytes() for path in files}


def test_a_file_comes_into_the_folder_and_is_read(client: TestClient, office: Office, asked: list[object]) -> None:
    answer = put(client, "三月/通知.txt", "请报送总结。".encode())
    assert answer == {"what": "stored", "name": "三月/通知.txt", "says": "已收", "advice": ""}
    assert lying(office) == {"三月/通知.txt": "请报送总结。".encode()}
    assert len(asked) == 1


def test_the_same_bytes_come_in_once(client: TestClient, office: Office, asked: list[object]) -> None:
    put(client, "通知.txt", b"1")
    assert put(client, "通知.txt", b"1")["says"] == "已有，未重复收"
    assert put(client, "副本/又一份.txt", b"1")["says"] == "与“通知.txt”内容相同，未重复收"
    assert (list(lying(office)), len(asked)) == (["通知.txt"], 1)


def test_a_file_put_there_by_hand_is_known_too(client: TestClient, office: Office) -> None:
    office.corpus.mkdir()
    (office.corpus / "手工放的.txt").write_bytes(b"1")
    assert put(client, "通知.txt", b"1")["name"] == "手工放的.txt"
    (office.corpus / "手工放的.txt").write_bytes(b"2")
    assert put(client, "通知.txt", b"1")["what"] == "stored"


def test_a_name_that_is_taken_is_asked_about(client: TestClient, office: Office) -> None:
    put(client, "通知.txt", b"1")
    answer = put(client, "通知.TXT", b"22")
    assert (answer["what"], answer["says"]) == ("taken", "已有同名文件“通知.txt”，内容不同")
    assert lying(office) == {"通知.txt": b"1"}
    assert put(client, "通知.TXT", b"22", "beside")["says"] == "已收，存为“通知（2）.TXT”"
    assert put(client, "通知.txt", b"333", "replace")["what"] == "stored"
    assert lying(office) == {"通知.txt": b"333", "通知（2）.TXT": b"22", f"{FOLDER}/通知.txt": b"1"}


def test_an_unsafe_name_is_told_as_it_is_kept(client: TestClient, office: Office) -> None:
    answer = put(client, "../../<img src=x onerror=alert(1)>.txt", b"1")
    assert answer["says"] == "已收，存为“_img src=x onerror=alert(1)_.txt”"
    assert list(lying(office)) == ["_img src=x onerror=alert(1)_.txt"]


def test_what_is_no_notice_is_refused_in_words(client: TestClient, office: Office, asked: list[object]) -> None:
    answer = client.put("/inbox/files", params={"name": "文件夹/.DS_Store"}, content=b"1")
    assert (answer.status_code, answer.json()["what"]) == (422, "refused")
    assert answer.json()["says"] == "文件夹/.DS_Store：没有收，不是公文文件"
    assert (office.corpus.exists(), asked) == (False, [])


def test_a_file_that_is_too_large_is_refused_by_its_real_bytes(client: TestClient, office: Office) -> None:
    pieces = [{"type": "http.request", "body": b"x" * 1_000_000, "more_body": True}] * 2000
    with changed({"file-bytes": 3_000_000}):
        status, said, left = streamed(client, pieces)
    assert (status, left) == (413, 1996)  # the rest was not even taken
    assert "文件太大（4,000,000 字节，最多 3,000,000 字节）" in said
    assert lying(office) == {}


def test_an_announced_size_is_refused_before_the_first_byte(client: TestClient, office: Office) -> None:
    answer = client.put("/inbox/files?name=大.txt", content=b"x", headers={"content-length": str(2 << 30)})
    assert (answer.status_code, office.corpus.exists()) == (413, False)


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        pytest.param({"inbox-files": 2}, "丙.txt：没有收，文件夹里已有 2 份文件（最多 2 份）", id="份数"),
        pytest.param({"inbox-bytes": 2}, "丙.txt：没有收，文件夹里的文件已有 2 字节（最多 2 字节）", id="总量"),
    ],
)
def test_a_folder_that_is_full_takes_no_more(client: TestClient, limit: dict[str, int], says: str) -> None:
    put(client, "甲.txt", b"1")
    put(client, "乙.txt", b"2")
    with changed(limit):
        answer = client.put("/inbox/files?name=丙.txt", content=b"3")
    assert (answer.status_code, answer.json()["says"]) == (413, says)


@pytest.mark.parametrize(
    ("number", "says"),
    [
        pytest.param(errno.ENOSPC, "通知.txt：没有收，磁盘已满", id="磁盘满"),
        pytest.param(errno.EROFS, f"通知.txt：没有收，写不进文件夹：{os.strerror(errno.EROFS)}", id="只读"),
    ],
)
def test_a_disk_that_takes_no_more_leaves_nothing(
    client: TestClient, office: Office, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    def full(_: Part) -> str:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Part, "finish", full)
    answer = client.put("/inbox/files?name=通知.txt", content=b"1")
    assert (answer.status_code, answer.json()["says"]) == (507, says)
    assert lying(office) == {}


def test_a_link_leads_nowhere_else(client: TestClient, office: Office, tmp_path: Path) -> None:
    office.corpus.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (office.corpus / "链接").symlink_to(tmp_path / "elsewhere")
    answer = client.put("/inbox/files?name=链接/深/通知.txt", content=b"1")
    assert (answer.status_code, list((tmp_path / "elsewhere").iterdir())) == (422, [])


def test_a_browser_that_goes_away_leaves_nothing(client: TestClient, office: Office) -> None:
    half = {"type": "http.request", "body": b"half", "more_body": True}
    status, _, _ = streamed(client, [half, {"type": "http.disconnect"}])
    assert status == 400
    assert lying(office) == {}


def test_a_browser_that_falls_silent_is_given_up(
    client: TestClient, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.web.inbox_page.uploading._PATIENCE", 0.05)
    status, said, _ = streamed(client, [{"type": "http.request", "body": b"half", "more_body": True}])
    assert (status, lying(office)) == (408, {})
    assert "没有传完" in said


def streamed(client: TestClient, pieces: list[dict[str, Any]]) -> tuple[int, str, int]:
    """Status and words of the answer to a file that comes in pieces, and how many of them were not taken."""
    coming, said = list(pieces), list[dict[str, Any]]()

    async def receive() -> dict[str, Any]:
        if not coming:
            await sleep_forever()
        return coming.pop(0)

    async def send(message: dict[str, Any]) -> None:
        said.append(message)

    scope = {
        "type": "http", "method": "PUT", "path": "/inbox/files", "raw_path": b"/inbox/files", "root_path": "",
        "query_string": b"name=a.txt", "headers": [(b"host", HOST.encode())], "http_version": "1.1", "scheme": "http",
    }  # fmt: skip
    app: Any = client.app
    with start_blocking_portal() as portal:  # in a thread of its own: a browser of another test holds this one's loop
        portal.call(app, scope, receive, send)
    return said[0]["status"], said[1]["body"].decode(), len(coming)


def test_two_browsers_at_once_bring_one_file(client: TestClient, office: Office) -> None:
    def bring(number: int) -> Response:
        manner = "beside" if number % 2 else "ask"
        return client.put("/inbox/files", params={"name": "通知.txt", "as": manner}, content=b"1" * 200_000)

    with ThreadPoolExecutor(8) as many:
        answers = [answer.json()["what"] for answer in many.map(bring, range(16))]
    assert sorted(answers) == ["known"] * 15 + ["stored"]
    assert list(lying(office)) == ["通知.txt"]


def test_two_browsers_with_other_bytes_do_not_overwrite(client: TestClient, office: Office) -> None:
    with ThreadPoolExecutor(8) as many:
        whats = list(many.map(lambda n: put(client, "通知.txt", str(n).encode(), "beside")["what"], range(8)))
    assert whats == ["stored"] * 8
    assert sorted(lying(office).values()) == [str(n).encode() for n in range(8)]


def test_old_parts_are_swept_and_young_ones_are_not(client: TestClient, office: Office) -> None:
    office.corpus.mkdir()
    old, young = (office.corpus / f".{letter * 16}.part" for letter in "ab")
    for part in (old, young):
        part.write_bytes(b"half")
    now = office.now().timestamp()
    os.utime(old, (now - 90_000, now - 90_000))
    os.utime(young, (now - 60, now - 60))
    put(client, "通知.txt", b"1")
    assert sorted(lying(office)) == [young.name, "通知.txt"]


def test_another_site_brings_nothing(client: TestClient, office: Office) -> None:
    headers = {"origin": "http://evil.example"}
    assert client.put("/inbox/files?name=a.txt", content=b"1", headers=headers).status_code == 403
    assert not office.corpus.exists()
