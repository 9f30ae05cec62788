"""Linked apart, where no stage sees all files, a corpus has the graph that it has when it is linked as a whole."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from extractor.engine.incoming import collect
from extractor.engine.reading import NoticeReader
from extractor.export.record import record
from extractor.graph.apart.components import leaders
from extractor.graph.apart.flow import FlowHere
from extractor.graph.apart.higher import above as above_apart
from extractor.graph.apart.shelf import key_of
from extractor.graph.apart.versions import facts
from extractor.graph.apart.whole import PART, Whole
from extractor.graph.apart.whole import link as link_apart
from extractor.graph.build import build, link
from extractor.graph.elements import Because, Edge, Graph, Node
from extractor.graph.restates.higher import above
from extractor.graph.versions.found import versions_of
from extractor.ingest.plain.text import read_text
from extractor.pipeline import analyse
from extractor.rules.bodies.departments import load_departments
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from extractor.graph.apart.flow import Flow, Message, Together
    from extractor.graph.elements import EdgeKind
    from extractor.graph.versions.found import Versions
    from extractor.model.record import Record
    from extractor.rules.bodies.departments import Departments
    from extractor.rules.book import RuleBook

BUCKETS = 3


@dataclass(frozen=True)
class Shelved:
    """Records in memory, dealt out by the length of their names."""

    all: Sequence[Record]
    buckets: int = BUCKETS

    def bucket(self, file: str) -> int:
        return len(file) % self.buckets

    def records(self, bucket: int) -> Iterator[Record]:
        return (each for each in sorted(self.all, key=lambda r: r["file"]) if self.bucket(each["file"]) == bucket)


class Kept:
    """A sink that keeps the linked records and what their versions are."""

    def open(self, bucket: int) -> KeptPen:
        return KeptPen(bucket)


class KeptPen:
    def __init__(self, _bucket: int) -> None:
        self.taken: list[Any] = []

    def take(self, record: Record, versions: Versions) -> None:
        places = [(record["file"], document["id"]) for document in record["documents"]]
        self.taken.append((record, [(versions.key(*place), versions.is_counted(*place)) for place in places]))

    def close(self) -> Iterable[Any]:
        return self.taken


class Shuffled(FlowHere):
    """A flow whose messages meet in any order, as on a cluster."""

    def together(self, do: Together) -> FlowHere:
        def mixed(key: str, values: list[Any]) -> Iterable[Message]:
            random.Random(len(values)).shuffle(values)  # noqa: S311 - no secret
            return do(key, values)

        return Shuffled(super().together(mixed))

    def each(self, do: Callable[[str, Any], Iterable[Message]]) -> FlowHere:
        return Shuffled(super().each(do))

    def plus(self, other: Flow) -> FlowHere:
        return Shuffled((*reversed(list(other)), *self))


@pytest.fixture(scope="module")
def names() -> Departments:
    return load_departments()


def assert_the_same(records: Sequence[Record], names: Departments) -> Graph:
    """Link both ways; returns the graph."""
    versions = versions_of(records)
    whole = link(records, names, versions)
    graph = build(whole, versions)
    turns = Shuffled([(key_of(bucket), None) for bucket in range(BUCKETS)])
    found = list(link_apart(turns, Whole(Shelved(records), names, Kept())))
    assert {value for _, value in found if isinstance(value, Node)} == set(graph.nodes)
    edges = [value for _, value in found if isinstance(value, Edge)]
    assert sorted(map(str, edges)) == sorted(map(str, graph.edges))
    kept = {value[0]["file"]: value for key, value in found if key.startswith(f"{PART} ")}
    assert [kept[each["file"]][0] for each in whole] == list(whole)
    places = {each["file"]: [(each["file"], one["id"]) for one in each["documents"]] for each in whole}
    assert {file: kept[file][1] for file in kept} == {
        file: [(versions.key(*place), versions.is_counted(*place)) for place in all_] for file, all_ in places.items()
    }
    return graph


def read_all(*folders: Path) -> list[Record]:
    reader = NoticeReader()
    return [reader(each) for each in collect(folders)]


@pytest.mark.parametrize("folder", ["corpus", "tests/knowledge/corpus"])
def test_sample_corpora(folder: str, names: Departments) -> None:
    assert assert_the_same(read_all(ROOT / folder), names).edges


def test_both_sample_corpora_twice_over(names: Departments) -> None:
    records = read_all(ROOT / "corpus", ROOT / "tests/knowledge/corpus")
    again: list[Record] = [{**each, "file": f"又一份/{each['file']}"} for each in records]
    relations = {edge.relation for edge in assert_the_same([*records, *again], names).edges}
    assert {"forwards", "restates", "encloses", "based-on", "leads"} <= relations


def test_real_notices(shared: Path, names: Departments) -> None:
    reader = NoticeReader()
    files = [each for each in collect([shared / "notices"]) if each.name.endswith((".txt", ".docx"))]
    assert_the_same([reader(each) for each in files], names)


def test_a_corpus_that_could_not_be_read(names: Departments) -> None:
    reader = NoticeReader()
    broken = [reader(each) for each in collect([ROOT / "corpus/03-支部强基实施方案.txt"])]
    unread: list[Record] = [{**each, "documents": [], "status": "failed", "text": ""} for each in broken]
    assert assert_the_same(unread, names) == Graph()
    assert assert_the_same([], names) == Graph()


BODIES = ("云州市教育局", "石桥县水务局", "云州市教育局、石桥县水务局")
TITLES = ("关于开展河道清理工作的通知", "河道清理工作实施方案", "关于印发《河道清理工作实施方案》的通知", "实施方案")
NUMBERS = ("云教发〔2025〕1号", "云教发〔2025〕2号", "石水发〔2025〕1号", "云教发〔2025〕1号、石水发〔2025〕1号", "")
GROUNDS = (
    "根据《关于开展河道清理工作的通知》要求，",
    "根据《河道清理工作实施方案》（云教发〔2025〕2号）要求，",
    "根据《河道保护管理条例》（省令〔2020〕9号、省水〔2020〕3号）和省水〔2020〕3号文件，",
    "根据《省水利厅关于加强河道保洁工作的意见》（省水〔2020〕3号）要求，",
    "根据《关于加强河道保洁工作的意见》《实施方案》要求，",
    "根据《关于集中清理河道垃圾的意见》（云教发〔2025〕2号）要求，",
    "根据《关于集中清理河道垃圾的意见》要求，",
    "根据《河道清理工作实施方案》（云政发〔2025〕8号）要求，",
    "根据云政发〔2025〕8号文件要求，",
    "",
)
TASKS = (
    "一、清理河面漂浮物。石桥县水务局要组织人员逐段清理河面漂浮物，登记排污口位置，2025年6月底前完成。",
    "一、清理河面漂浮物。市教育局要组织人员逐段清理河面漂浮物，登记排污口位置，及时上报。",
    "一、开展护河宣传。（责任单位：市教育局、财政局；完成时限：2025年9月底前）",
)


def notice(book: RuleBook, number: int, chance: random.Random) -> Record:
    """A notice put together by chance, from few pieces, so that many name, repeat and contradict each other."""
    body, title, given = chance.choice(BODIES), chance.choice(TITLES), chance.choice(NUMBERS)
    tasks = chance.sample(TASKS, chance.randint(1, len(TASKS)))
    day = chance.choice(("2025年3月5日", "2025年3月5日", "2025年4月5日", ""))
    ground = chance.choice(GROUNDS)
    text = "\n\n".join((given, title, "各有关单位：", f"{ground}现将有关事项通知如下。", *tasks, body, day))
    name = f"{chance.randint(1, 9) * '文'}{number}.txt"
    return record(analyse(read_text(text.encode(), name, "sha", book), book), digest="d1")


@pytest.mark.parametrize("seed", range(12))
def test_notices_put_together_by_chance(book: RuleBook, names: Departments, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    assert_the_same([notice(book, number, chance) for number in range(40)], names)


class Counted(FlowHere):
    """A flow that notes which groups of files were brought to one place."""

    groups: ClassVar[set[str]] = set()

    def together(self, do: Together) -> FlowHere:
        Counted.groups |= {key for key, _ in self if key.startswith("group ")}
        return Counted(super().together(do))

    def each(self, do: Callable[[str, Any], Iterable[Message]]) -> FlowHere:
        return Counted(super().each(do))

    def plus(self, other: Flow) -> FlowHere:
        return Counted((*self, *other))


@pytest.mark.parametrize("numbered", [True, False])
def test_sentences_of_every_office_bring_no_numbered_notices_together(book: RuleBook, *, numbered: bool) -> None:
    Counted.groups = set()
    given = "云教发〔2025〕{}号\n\n" if numbered else ""
    rest = ("关于清理第{}条河道的通知", "各有关单位：", *TASKS, "云州市教育局", "2025年3月5日")
    texts = [(given + "\n\n".join(rest)).format(*[number] * (1 + numbered)) for number in range(20)]
    sources = [read_text(text.encode(), f"{at}.txt", "sha", book) for at, text in enumerate(texts)]
    shelf = Shelved([record(analyse(source, book), digest="d1") for source in sources])
    list(facts(Counted([(key_of(bucket), None) for bucket in range(BUCKETS)]), shelf))
    assert bool(Counted.groups) == (not numbered)


def test_members_learn_the_smallest_of_their_group() -> None:
    chain = [(str(number), str(number + 1)) for number in range(100, 140)]
    random.Random(1).shuffle(chain)  # noqa: S311 - no secret
    found = dict(leaders(FlowHere([*chain, ("甲", "乙"), ("丙", "乙")])))
    assert {found[str(number)] for number in range(100, 141)} == {"100"}
    assert {member: found[member] for member in "甲乙丙"} == dict.fromkeys("甲乙丙", "丙")
    assert len(found) == 44


@pytest.mark.parametrize("seed", range(100))
def test_the_same_documents_stand_above(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    kinds: tuple[EdgeKind, ...] = (
        "forwards", "issues", "based-on", "supplements", "cites", "encloses", "attaches", "repeals", "issued",
    )  # fmt: skip
    why = Because("甲.txt", 0, 1, "据", "rule")
    ends = [f"document:{number}" for number in range(3)] + ["cited:甲"]
    edges = [Edge(chance.choice(ends), chance.choice(kinds), chance.choice(ends), why) for _ in range(12)]
    found = dict(above_apart(Shuffled((edge.subject, edge) for edge in edges)))
    assert {node: tuple(sorted(others)) for node, others in found.items()} == dict(above(edges))
