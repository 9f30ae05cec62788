"""What a person is told about versions of one document: which counts, why, and what only the others say."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.graph.versions.repeats import repeated_tasks
from extractor.store.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extractor.graph.versions.found import Versions
    from extractor.messages import Language
    from extractor.model.record import Record

REASONS: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "corrected": {"zh": "更正件", "en": "corrected"},
        "later": {"zh": "日期较晚", "en": "later"},
        "whole": {"zh": "读取完整", "en": "read as a whole"},
        "fuller": {"zh": "内容较全", "en": "fuller"},
        "by-itself": {"zh": "单独成文", "en": "printed by itself"},
        "format": {"zh": "格式较好", "en": "a better format"},
        "name": {"zh": "文件名在前", "en": "its name comes first"},
    }
)
"""Why one version comes before another, in the words of staff."""


def version_status(versions: Versions, file: str, document: str) -> str:
    """What ``notices.csv`` says of a document: empty when no other file holds it.

    ``计入台账（另有 1 个版本）`` for the version that holds, ``以 a.docx 为准（格式较好）`` for another.
    """
    places = versions.of(file, document)
    reason = versions.reasons.get((file, document))
    if reason:
        return f"以 {places[0][0]} 为准（{REASONS[reason]['zh']}）"
    return f"计入台账（另有 {len(places) - 1} 个版本）" if len(places) > 1 else ""


def version_details(
    records: Sequence[Record], versions: Versions, lang: Language = "zh"
) -> Iterator[tuple[str, dict[str, str]]]:
    """File and details of the problem ``same-document-twice`` for every notice whose tasks are not counted.

    ``other`` is the file that counts, ``reason`` why, ``count`` how many tasks are only here and so in no row.
    """
    standing = repeated_tasks(records, versions, Spool)
    for record in records:
        file = record["file"]
        for document in record["documents"]:
            reason = versions.reasons.get((file, document["id"]))
            if reason and document["part"] == "notice":
                alone = sum(standing[file, task["id"]] is None for task in document["tasks"])
                yield file, {
                    "title": document["title"] or "",
                    "other": versions.of(file, document["id"])[0][0],
                    "reason": REASONS[reason][lang],
                    "count": str(alone),
                }
