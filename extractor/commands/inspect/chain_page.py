"""``extractor show FILE --chain``: the chain as indented lines, the highest document first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.export.columns import PARTS, RELATIONS
from extractor.export.one_line import shortened
from extractor.ledger.wording import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.commands.inspect.chain import Chain
    from extractor.graph.chain import Rung
    from extractor.graph.elements import Because, Edge, Node
    from extractor.model.record import TaskRecord

_STEP = "  "
_LONGEST = 60


class ChainPage:
    """Writes a chain, remembering which documents stand on the page already.

    A document, ``↓`` with the words that lead to the next one, the next one a step further in, and so on to the
    tasks of this file. What stood on the page before is named again where another way leads on from it.
    """

    def __init__(self, found: Chain) -> None:
        """Begin with an empty page."""
        self._found = found
        self._shown: set[str] = set()
        self._last = ""

    def lines(self) -> Iterator[str]:
        """All lines."""
        for rung in self._found.rungs:
            if rung.above or rung.node in self._found.documents:
                yield from self._above(rung)
                yield from self._document(rung)
        if self._found.below:
            yield ""
            yield "下级文件"
            for edge in self._found.below:
                lower = _named(self._found.nodes[edge.subject])
                yield f"{_STEP}{lower}  {_words(RELATIONS[edge.relation], edge.because)}"

    def _above(self, rung: Rung) -> Iterator[str]:
        """The documents right above, each followed by the words of the step down from it."""
        for higher, edge in sorted(rung.above, key=lambda step: step[0] != self._last):
            if higher != self._last:
                again = "（见上）" if higher in self._shown else ""
                yield self._header(higher, again)
            yield f"{_STEP * rung.level}↓ {_words(RELATIONS[edge.relation], edge.because)}"

    def _document(self, rung: Rung) -> Iterator[str]:
        document = self._found.documents.get(rung.node)
        if document is None:
            yield self._header(rung.node)
            return
        holder = self._found.holders.get(rung.node)
        elsewhere = f"，任务以 {holder} 为准" if holder else ""
        yield self._header(rung.node, f"【本文件{PARTS[document['part']]}{elsewhere}】")
        for task in document["tasks"]:
            yield from (_STEP * (rung.level + 1) + line for line in self._task(task))

    def _header(self, node: str, mark: str = "") -> str:
        self._shown.add(node)
        self._last = node
        return _STEP * self._found.level(node) + _named(self._found.nodes[node]) + mark

    def _task(self, task: TaskRecord) -> Iterator[str]:
        owners = "、".join(f"{owner['name']}（{ROLES[owner['role']]}）" for owner in task["owners"])
        time = f"时限 {' '.join(task['deadline']['text'].split())}" if task["deadline"] else ""
        yield "  ".join(words for words in (f"▸ {shortened(task['title'], _LONGEST)}", owners, time) if words)
        for edge in self._found.restated.get(f"task:{task['id']}", ()):
            yield _STEP + self._restated(edge)

    def _restated(self, edge: Edge) -> str:
        title = shortened(self._found.nodes[edge.object].label, _LONGEST)
        there = f"，原见 {edge.there.file}，位置 {edge.there.start}–{edge.there.end}" if edge.there else ""
        return _words(f"重申上级任务“{title}”", edge.because) + there


def _named(node: Node) -> str:
    numbers = str(dict(node.attributes).get("numbers", ""))
    number = f"（{numbers}）" if numbers and numbers != node.label else ""
    return f"{shortened(node.label, _LONGEST)}{number}" + ("［未收录］" if node.kind == "cited" else "")


def _words(what: str, because: Because) -> str:
    return f"{what}：“{shortened(because.words, _LONGEST)}”（{because.file}，位置 {because.start}–{because.end}）"
