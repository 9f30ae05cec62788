"""Who is let in, and what stands on every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from extractor.web.application import application
from extractor.web.guard import COOKIE, Admission
from tests.web.conftest import HOST

if TYPE_CHECKING:
    from extractor.web.office import Office


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 200, id="本机的网址"),
        pytest.param({"host": "LOCALHOST:8765"}, 421, id="没有列出的名字"),
        pytest.param({"host": "evil.example:8765"}, 421, id="指到本机的别人的域名"),
        pytest.param({"host": "127.0.0.1:80"}, 421, id="别的端口"),
        pytest.param({"host": ""}, 421, id="没有名字"),
    ],
)
def test_only_its_own_name_is_answered(client: TestClient, headers: dict[str, str], status: int) -> None:
    assert client.get("/tasks", headers=headers).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}, 405, id="自己的网页"),
        pytest.param({}, 405, id="不是浏览器"),
        pytest.param({"origin": "http://evil.example"}, 403, id="别的网页"),
        pytest.param({"origin": "null"}, 403, id="来历不明的网页"),
        pytest.param({"origin": f"http://{HOST}.evil.example"}, 403, id="名字相像的网页"),
        pytest.param({"sec-fetch-site": "cross-site"}, 403, id="跨站"),
        pytest.param({"sec-fetch-site": "same-site"}, 403, id="同站不同源"),
    ],
)
def test_only_its_own_pages_may_change_anything(client: TestClient, headers: dict[str, str], status: int) -> None:
    """405 says that the request was let in: nothing is posted to the list of tasks."""
    assert client.post("/tasks", headers=headers).status_code == status


@pytest.mark.parametrize("address", ["/tasks", "/no-such-page", "/assets/workbench.css", "/vendored/htmx.min.js"])
def test_every_answer_forbids_foreign_script(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert (policy["default-src"], policy["script-src"], policy["style-src"]) == ("'none'", "'self'", "'self'")
    assert headers["x-content-type-options"] == "nosniff"


def test_a_mistake_of_the_program_has_the_headers_too(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.web.ledger_page.listing.reading", lambda _: 1 / 0)
    app = application(office, Admission(frozenset({HOST})))
    answer = TestClient(app, base_url=f"http://{HOST}", raise_server_exceptions=False).get("/tasks")
    assert answer.status_code == 500
    assert "程序出错，这一步没有执行" in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]


@pytest.fixture
def guarded(office: Office) -> TestClient:
    """A workbench that others may reach."""
    app = application(office, Admission(frozenset({HOST}), "secret-words"))
    return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)


@pytest.mark.parametrize("address", ["/tasks", "/tasks?token=", "/tasks?token=guess", "/assets/workbench.css"])
def test_without_the_token_nothing_is_shown(guarded: TestClient, address: str) -> None:
    answer = guarded.get(address)
    said = "网址里没有 token，或者不对。请用启动时显示的带 token 的网址打开。"
    assert (answer.status_code, answer.text) == (401, said)


def test_the_token_becomes_a_cookie_and_leaves_the_address(guarded: TestClient) -> None:
    answer = guarded.get("/tasks?token=secret-words")
    assert (answer.status_code, answer.headers["location"]) == (303, "/tasks")
    assert {"httponly", "samesite=strict"} <= {part.strip().lower() for part in answer.headers["set-cookie"].split(";")}
    assert guarded.get("/tasks").status_code == 200
    guarded.cookies.clear()
    guarded.cookies.set(COOKIE, "guess")
    assert guarded.get("/no-such-page").status_code == 401


def test_a_token_in_the_address_posts_nothing(guarded: TestClient) -> None:
    assert guarded.post("/tasks?token=secret-words").status_code == 401
