"""Names decided in the workbench: shown before, kept at once, followed by the ledger, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.ledger.outputs.write import write_outputs
from extractor.rules.bodies.decisions import Accepted, Decisions, Group, read_decisions, written
from extractor.store import runs
from extractor.store.database import writing

if TYPE_CHECKING:
    from httpx2 import Response
    from starlette.testclient import TestClient

    from extractor.web.office import Office

PARTY, STAFF = "党委组织部", "人事处"
PAIR = {"home": "", "name": STAFF, "other": PARTY}
BEHIND = "名称的取舍已经记下，台账正在按它重新整理"


def posted(client: TestClient, address: str, fields: dict[str, str]) -> Response:
    return client.post(address, data=fields, follow_redirects=False)


def decisions(office: Office) -> Decisions:
    return read_decisions(office.out / "names.toml")


def follow(office: Office) -> None:
    """What the workbench does a little later."""
    with writing(office.out) as ledger:
        write_outputs(ledger, office.out, runs.begin(ledger, None, "test"))


def test_before_two_bodies_are_made_one_the_page_shows_both(client: TestClient, office: Office) -> None:
    page = client.get(f"/names/merge?name={STAFF}&other={PARTY}").text
    assert "2 项和 1 项合成 <b>2</b> 项任务（有 1 项两边都有，只算一次）" in page
    assert "所属不详，这个决定对所有单位都算数" in page
    assert not (office.out / "names.toml").exists()


@pytest.mark.parametrize(
    ("into", "group"),
    [
        pytest.param(STAFF, (STAFF, PARTY), id="用这一个名称"),
        pytest.param(PARTY, (PARTY, STAFF), id="用另一个名称"),
        pytest.param("别的什么", (STAFF, PARTY), id="胡写"),
    ],
)
def test_two_bodies_become_one(client: TestClient, office: Office, into: str, group: tuple[str, ...]) -> None:
    answer = posted(client, "/names/merge", {**PAIR, "into": into})
    assert decisions(office).same == (Group(group),)
    page = client.get(answer.headers["location"]).text
    assert f"“{group[1]}”和这里算一个单位" in page
    assert BEHIND in page
    follow(office)
    assert BEHIND not in client.get(f"/bodies/{group[0]}").text
    assert client.get(f"/bodies/{group[1]}", follow_redirects=False).status_code == 307
    assert "<b>2</b> 项任务" in client.get(f"/bodies/{group[1]}").text


def test_a_decision_is_taken_back(client: TestClient, office: Office) -> None:
    posted(client, "/names/merge", {**PAIR, "into": STAFF})
    answer = posted(client, "/names/undo", {"name": PARTY, "home": ""})
    assert decisions(office) == Decisions()
    assert f"已撤回关于“{PARTY}”的取舍" in client.get(answer.headers["location"]).text


def test_a_name_is_taken_out_of_the_body_it_was_merged_into(client: TestClient, office: Office) -> None:
    posted(client, "/names/merge", {**PAIR, "into": STAFF})
    follow(office)
    assert f"拆出“{PARTY}”" in client.get(f"/bodies/{STAFF}").text
    posted(client, "/names/apart", {"name": PARTY, "canonical": STAFF, "home": ""})
    follow(office)
    assert decisions(office).same == ()
    assert "<b>1</b> 项任务" in client.get(f"/bodies/{PARTY}").text


@pytest.mark.parametrize(
    ("other", "said"),
    [
        pytest.param("无此处", "没有叫“无此处”、承担任务的单位", id="没有这个单位"),
        pytest.param(STAFF, "已经算在“人事处”里", id="自己"),
        pytest.param("", "没有叫“”、承担任务的单位", id="没有写"),
    ],
)
def test_what_cannot_be_merged_is_told(client: TestClient, other: str, said: str) -> None:
    answer = client.get(f"/names/merge?name={STAFF}&other={other}")
    assert answer.status_code == 400
    assert said in answer.text


def test_what_is_one_already_is_told_with_advice(client: TestClient) -> None:
    answer = posted(client, "/names/merge", {**PAIR, "other": STAFF})
    assert answer.status_code == 400
    assert "已经算一个单位：人事处。" in answer.text


def test_what_nobody_decided_cannot_be_taken_back(client: TestClient) -> None:
    assert posted(client, "/names/undo", {"name": "<i>", "home": ""}).status_code == 400


def test_waiting_pages_load_anew_when_the_ledger_has_followed(client: TestClient, office: Office) -> None:
    assert "hx-refresh" in client.get("/names/state").headers
    posted(client, "/names/merge", {**PAIR, "into": STAFF})
    answer = client.get("/names/state")
    assert (answer.status_code, "hx-refresh" in answer.headers) == (204, False)
    follow(office)
    assert "hx-refresh" in client.get("/names/state").headers


def test_all_decisions_are_listed_whatever_stands_in_their_names(client: TestClient, office: Office) -> None:
    accepted, same, apart = Accepted("宣传、文物部门", "甲市"), Group(("<b>甲处", "乙处")), Group(("丙", "丁"), "甲市")
    odd = Decisions((accepted,), (same,), (apart,))
    (office.out / "names.toml").write_text(written(odd), "utf-8")
    page = client.get("/names").text
    assert page.count("撤回关于") == 3
    assert ">宣传、文物部门</a>" in page
    assert "&lt;b&gt;甲处" in page


def test_a_mistake_in_the_names_file_is_told_with_its_place(client: TestClient, office: Office) -> None:
    (office.out / "names.toml").write_text("[[same]\n", "utf-8")
    answer = client.get("/names")
    assert answer.status_code in {400, 500}
    assert "names.toml" in answer.text
