"""A ledger whose every word means harm: markup, quotes, marks that turn the reading direction, endless words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from extractor.model.identity import document_id, task_id
from tests.ledger.kept import keep

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.model.record import Record

MARKUP = "<script>alert(1)</script>"
PICTURE = "<img src=x onerror=alert(2)>"
QUOTES = "\"'`><b onmouseover=alert(3)>"
TURNED = "\u202e局务政\u2066"
ENDLESS = "长" * 5000
NAMES = (f"{MARKUP}教育局", f"{QUOTES}处", f"{TURNED}办", f"{ENDLESS}部", "换\n行科")
TITLES = (f"关于{MARKUP}的通知", f"关于{QUOTES}的通知", f"关于{TURNED}的通知", ENDLESS, "关于换\n行的通知")


def hostile(out: Path) -> Path:
    """Write it to ``out``: five notices, each with a task of one owner."""
    pairs = zip(NAMES, TITLES, strict=True)
    keep([_record(number, name, title) for number, (name, title) in enumerate(pairs)], out)
    return out


def _record(number: int, name: str, title: str) -> Record:
    text = f"{title}\n请{name}于2024年7月{number + 5}日前报{title}。\n"
    file = (f"{PICTURE}.txt", f"{QUOTES}.txt".replace("/", ""), f"{TURNED}.txt", f"{'长' * 60}.txt", "换行.txt")[number]
    identifier = document_id("", "notice", title, str(number))
    span = [len(title) + 1, len(text) - 1]
    named = [span[0] + 1, span[0] + 1 + len(name)]
    owner = {"name": name, "role": "lead", "canonical": name, "text": name, "span": named, "rule": "owner.test"}
    time = {"text": f"2024年7月{number + 5}日前", "kind": "date", "due": f"2024-07-{number + 5:02}", "span": span,
            "rule": "deadline.test", "assumptions": []}  # fmt: skip
    task = {
        "id": task_id(identifier, (), text), "rule": "task.test", "kind": "task", "section": [MARKUP], "title": title,
        "text": text[span[0] : span[1]], "span": span, "page": 1, "owners": [owner], "deadline": time, "milestones": [],
        "basis": "marked",
    }  # fmt: skip
    document = {
        "id": identifier, "part": "notice", "parent": None, "span": [0, len(text)], "title": title, "type": MARKUP,
        "issuers": [name], "numbers": [f"{QUOTES}〔2024〕{number}号"], "date": "2024-03-01", "recipients": [], "cc": [],
        "signatories": [], "contacts": [], "attachments": [], "outline": [], "tasks": [task], "references": [],
        "evidence": {"issuers": [{"span": [0, 2], "rule": "frame.test"}]},
    }  # fmt: skip
    return cast("Record", {
        "file": file, "status": "ok", "reader": "txt", "sha256": f"{number:064x}", "text": text,
        "documents": [document], "problems": [], "digest": "",
    })  # fmt: skip
