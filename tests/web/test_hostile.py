"""Whatever stands in notices, names and addresses is text on the pages, never markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from extractor.web.addresses import body_address
from tests.web.hostile import MARKUP, NAMES, PICTURE, QUOTES, hostile

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from extractor.web.office import Office

PAGES = (
    "/bodies", "/time?month=2024-07&day=2024-07-05&until=2024-07-31", "/graph", "/graph?q=关于", "/search?q=通知",
    "/names", *(body_address(name) for name in NAMES), f"/search?q={quote(MARKUP)}", f"/graph?q={quote(QUOTES)}",
    f"/bodies?words={quote(MARKUP)}", f"/time?department={quote(QUOTES)}", f"/names?told=merged&about={quote(MARKUP)}",
    f"/names/merge?name={quote(NAMES[0])}&other={quote(NAMES[1])}", f"/names/merge?name={quote(MARKUP)}&other=x",
)  # fmt: skip


@pytest.mark.parametrize("address", [pytest.param(each, id=each[:24]) for each in PAGES])
def test_words_that_look_like_markup_are_words(client: TestClient, office: Office, address: str) -> None:
    hostile(office.out)
    answer = client.get(address)
    assert answer.status_code in {200, 400}
    own = re.sub(r'<script src="/[\w./-]+" defer></script>', "", answer.text)
    for harmful in ("<script", "<img", "<b ", "javascript:"):
        assert harmful not in own


def test_the_data_of_a_picture_cannot_end_its_element(client: TestClient, office: Office) -> None:
    hostile(office.out)
    page = client.get(f"/graph/picture?{'&'.join(['body=' + quote(NAMES[0]), 'steps=3'])}").text
    assert MARKUP not in page
    assert PICTURE not in page
