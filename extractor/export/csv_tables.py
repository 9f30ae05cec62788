"""Records and graph -> the rows of ``notices.csv``, ``links.csv`` and ``problems.csv``."""

from __future__ import annotations

from heapq import merge
from operator import itemgetter
from typing import TYPE_CHECKING

from extractor.export.columns import NODE_KINDS, PARTS, RELATIONS, SEVERITIES, STATUSES
from extractor.export.versions import version_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extractor.graph.elements import EdgeKind, Graph, NodeKind
    from extractor.graph.versions.found import Versions
    from extractor.model.record import DocumentRecord, ProblemRecord, Record
    from extractor.store.cells import Row


def notice_rows(records: Iterable[Record], versions: Versions) -> Iterator[Row]:
    """A row a document, by file and position; its tasks count in one of its versions only."""
    documents = ((record, document) for record in records for document in record["documents"])
    for number, (record, document) in enumerate(documents, 1):
        version = version_status(versions, record["file"], document["id"])
        yield {"序号": str(number), **_notice(document), **_origin(record), "版本": version}


def link_rows(graph: Graph) -> Iterator[Row]:
    """A row an edge."""
    nodes = {node.id: node for node in graph.nodes}
    for edge in graph.edges:
        start, end = nodes[edge.subject], nodes[edge.object]
        ends = (start.label, start.kind), (end.label, end.kind)
        yield link_row(ends[0], edge.relation, ends[1], (edge.because.words, edge.because.file))


def link_row(
    start: tuple[str, NodeKind], relation: EdgeKind, end: tuple[str, NodeKind], because: tuple[str, str]
) -> Row:
    """The row of an edge: label and kind of its ends, words and file of its evidence."""
    return {
        "起点": start[0],
        "关系": RELATIONS[relation],
        "终点": end[0],
        "起点类型": NODE_KINDS[start[1]],
        "终点类型": NODE_KINDS[end[1]],
        "依据原文": because[0],
        "来源文件": because[1],
    }


def problem_rows(
    records: Iterable[Record], ledger: Sequence[tuple[str, ProblemRecord]] = ()
) -> Iterator[Row]:
    """A row a problem, by file.

    Args:
        records: in the order of their files.
        ledger: problems that no single file shows, each with a file's name.
    """
    found = ((record["file"], problem) for record in records for problem in record["problems"])
    for file, problem in merge(found, sorted(ledger, key=itemgetter(0)), key=itemgetter(0)):
        yield {
            "来源文件": file,
            "代码": problem["code"],
            "程度": SEVERITIES[problem["severity"]],
            "说明": problem["message"],
            "建议": problem["advice"],
            "位置": problem["place"],
        }


def listed(words: Iterable[str]) -> str:
    """``words`` joined by 、, each on one line and once."""
    return "、".join(dict.fromkeys(" ".join(word.split()) for word in words))


def _notice(document: DocumentRecord) -> Row:
    return {
        "文件编号": document["id"],
        "部分": PARTS[document["part"]],
        "标题": document["title"] or "",
        "文种": document["type"] or "",
        "发文机关": listed(document["issuers"]),
        "发文字号": listed(document["numbers"]),
        "成文日期": document["date"] or "",
        "主送机关": listed(document["recipients"]),
        "抄送": listed(document["cc"]),
        "签发人": listed(document["signatories"]),
        "附件": "\n".join(document["attachments"]),
        "联系人": "\n".join(document["contacts"]),
        "任务数": str(len(document["tasks"])),
    }


def _origin(record: Record) -> Row:
    return {"来源文件": record["file"], "状态": STATUSES[record["status"]]}
