"""Invented notices by the thousand, as records, so that a ledger of any size can be asked questions."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

from extractor.model.identity import document_id, task_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from extractor.model.record import Record

PER_NOTICE = 20
ROLES = ("lead", "responsible", "support", "actor")
KINDS = ("task", "requirement", "submission", "meeting")
PLACES = "甲乙丙丁戊己庚辛壬癸"
OFFICES = [
    "教育", "财政", "交通", "水务", "农业", "文旅", "应急", "审计",
    "统计", "住建", "民政", "商务", "公安", "司法", "人社", "医保",
]  # fmt: skip
WORDS = [
    "全面排查", "建立台账", "逐项整改", "强化督导", "健全机制",
    "落实责任", "开展培训", "组织演练", "加强宣传",
    "严格考核", "隐患治理", "项目建设", "资金监管", "数据共享",
    "便民服务", "支部建设", "安全生产", "营商环境", "乡村振兴",
    "信息公开",
]  # fmt: skip


def records(tasks: int) -> Iterator[Record]:
    """Records with so many tasks in all; the same every time."""
    chance = random.Random(20260302)  # noqa: S311 - invented notices, not secrets
    for number in range(tasks // PER_NOTICE):
        yield _record(number, chance)


def _record(number: int, chance: random.Random) -> Record:
    place, office = chance.choice(PLACES), chance.choice(OFFICES)
    issued = dt.date(2024, 1, 1) + dt.timedelta(chance.randrange(900))
    title = f"{place}市{office}局关于做好{chance.choice(WORDS)}工作的通知（{number}）"
    name = f"{place}{office}发〔{issued.year}〕{number}号"
    identifier = document_id("", "notice", title, name)
    lines = [title, *("".join(chance.sample(WORDS, 6)) + "。" + office * 8 for _ in range(PER_NOTICE))]
    document: Any = {
        "id": identifier, "part": "notice", "parent": None, "span": [0, sum(map(len, lines)) + len(lines)],
        "title": title, "type": "通知", "issuers": [f"{place}市{office}局"], "numbers": [name],
        "date": issued.isoformat(), "recipients": [], "cc": [], "signatories": [], "contacts": [],
        "attachments": [], "outline": [], "references": [],
        "evidence": {"issuers": [{"span": [0, 2], "rule": "frame.test"}]},
    }  # fmt: skip
    document["tasks"] = list(_tasks(identifier, lines, issued, chance))
    return {
        "file": f"{number // 100:03}/{number:05}.txt", "status": "ok", "reader": "txt", "sha256": f"{number:064x}",
        "text": "\n".join(lines), "documents": [document], "problems": [], "digest": "",
    }  # fmt: skip


def _tasks(document: str, lines: list[str], issued: dt.date, chance: random.Random) -> Iterator[dict[str, Any]]:
    start = len(lines[0]) + 1
    for at, text in enumerate(lines[1:]):
        span = [start, start + len(text)]
        owners = chance.sample([f"{chance.choice(PLACES)}市{office}局" for office in OFFICES], 2)
        due = (issued + dt.timedelta(chance.randrange(30, 400))).isoformat()
        time = {"text": due, "kind": "date", "due": due, "span": span, "rule": "deadline.test", "assumptions": []}
        yield {
            "id": task_id(document, (str(at),), text, at), "rule": "task.test", "kind": chance.choice(KINDS),
            "section": [f"{at}."], "title": text[:20], "text": text, "span": span, "page": 1,
            "owners": [_owner(name, span, chance) for name in owners],
            "deadline": time if chance.random() < 0.6 else None, "milestones": [],  # noqa: PLR2004 - as in real notices
            "basis": "marked",
        }  # fmt: skip
        start += len(text) + 1


def _owner(name: str, span: list[int], chance: random.Random) -> dict[str, Any]:
    role = chance.choice(ROLES)
    return {"name": name, "role": role, "canonical": name, "text": name, "span": span, "rule": "owner.test"}
