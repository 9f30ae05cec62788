"""What the page knows: nodes, edges with their evidence, and the Chinese words for kinds and relations."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from extractor.export.columns import NODE_KINDS, PARTS, RELATIONS, TASK_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extractor.graph.elements import Attribute, Edge, Graph, Node

ATTRIBUTES = MappingProxyType(
    {
        "part": "部分",
        "type": "文种",
        "numbers": "发文字号",
        "home": "所属",
        "body_kind": "单位类别",
        "names": "原文写法",
        "date": "成文日期",
        "tasks": "任务数",
        "task_kind": "任务类别",
        "due": "截止日期",
        "deadline": "完成时限",
        "page": "页码",
        "file": "来源文件",
    }
)
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({"part": PARTS, "task_kind": TASK_KINDS})


def page_data(graph: Graph, addresses: Mapping[str, str] = MappingProxyType({})) -> dict[str, object]:
    """The graph for the page's scripts; edges are lists of numbers into the lists beside them.

    ``addresses`` are pages about nodes (by id) that the graph page leads to; a page sent by mail has none.
    Keys: ``kinds``, ``relations``, ``attributes`` (key to Chinese word), ``files``, ``rules``, ``words`` (the
    strings of the evidence), ``nodes`` ([id, kind, label, attributes]), ``edges`` ([subject, relation, object,
    file, start, end, rule, words]), ``addresses`` where there are any.
    """
    number = {node.id: place for place, node in enumerate(graph.nodes)}
    files = _numbered(edge.because.file for edge in graph.edges)
    rules = _numbered(edge.because.rule for edge in graph.edges)
    words = _numbered(edge.because.words for edge in graph.edges)

    def row(edge: Edge) -> list[str | int]:
        ends, because = (number[edge.subject], number[edge.object]), edge.because
        place = (files[because.file], because.start, because.end)
        return [ends[0], edge.relation, ends[1], *place, rules[because.rule], words[because.words]]

    return {
        "kinds": dict(NODE_KINDS),
        "relations": dict(RELATIONS),
        "attributes": dict(ATTRIBUTES),
        "files": list(files),
        "rules": list(rules),
        "words": list(words),
        "nodes": [_node(node) for node in graph.nodes],
        "edges": [row(edge) for edge in graph.edges],
        **({"addresses": dict(addresses)} if addresses else {}),
    }


def _numbered(texts: Iterable[str]) -> dict[str, int]:
    return {text: place for place, text in enumerate(dict.fromkeys(texts))}


def _node(node: Node) -> list[object]:
    attributes = {name: _shown(name, value) for name, value in sorted(node.attributes, key=_place)}
    return [node.id, node.kind, node.label, attributes]


def _shown(name: str, value: Attribute) -> Attribute:
    return _WORDS.get(name, {}).get(str(value), value)


def _place(pair: tuple[str, Attribute]) -> int:
    known = [*ATTRIBUTES]
    return known.index(pair[0]) if pair[0] in ATTRIBUTES else len(known)
