"""A real server and a real Chromium, for what only a browser can show; skipped with a reason where there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

_BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_QUIETLY = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; every test has a context of its own."""
    if not _BROWSER:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as started, started.chromium.launch(executable_path=_BROWSER, args=_QUIETLY) as browser:
        yield browser


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """A fresh window of 1366 by 768 that fails the test when a page reports an error or asks another host."""
    size: ViewportSize = {"width": 1366, "height": 768}
    with chromium.new_context(viewport=size, locale="zh-CN", accept_downloads=True) as context:
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda sent: complaints.append(sent.url) if "//127.0.0.1:" not in sent.url else None)
        yield page
        assert complaints == []


@contextmanager
def serving(folder: Path, *words: str) -> Iterator[str]:
    """``extractor serve`` as staff start it, in ``folder``; yields its address."""
    command = [sys.executable, "-m", "extractor", "serve", "--no-browser", "--port", "0", *words]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout
        said = server.stdout.readline()
        try:
            yield "http://" + said.partition("http://")[2].partition("/")[0]
        finally:
            server.terminate()
