"""A workbench to ask: in this process for most tests, as a real server where a browser is meant."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from extractor.web.application import application
from extractor.web.guard import Admission
from extractor.web.office import Office
from tests.commands.sample_ledger import sample

if TYPE_CHECKING:
    from pathlib import Path

HOST = "127.0.0.1:8765"
TODAY = dt.datetime(2024, 7, 1, 9, 30, tzinfo=dt.UTC)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A workbench on a ledger of two fictitious notices; its day is 1 July 2024."""
    return Office(sample(tmp_path / "outputs"), tmp_path / "corpus", now=lambda: TODAY)


@pytest.fixture
def client(office: Office) -> TestClient:
    """A browser of this machine, as far as pages can tell."""
    return TestClient(application(office, Admission(frozenset({HOST}))), base_url=f"http://{HOST}")
