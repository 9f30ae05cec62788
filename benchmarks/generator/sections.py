"""The sections of a notice: what is to be done, in stages, how, and what demands nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.generator.items import NUMERALS, Items
from benchmarks.generator.paper import Line, Owner, Task
from benchmarks.generator.times import Times
from benchmarks.generator.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from benchmarks.generator.identity import Identity
    from benchmarks.generator.paper import Part


class Sections:
    """Writes sections into a part, numbered one after another."""

    def __init__(self, draw: Random, identity: Identity, part: Part) -> None:
        """Sections of one document."""
        self._draw = draw
        self._identity = identity
        self._part = part
        self._times = Times(draw, identity.date)
        self._items = Items(draw, self._times, identity)
        self._count = 0

    def aim(self) -> None:
        """总体要求, 工作目标: no task, whatever years and figures they name."""
        self._open(self._draw.choice(("总体要求", "工作目标", "指导思想")))
        year, share = self._identity.year + 2, self._draw.randint(60, 98)
        aims = "，".join(self._draw.sample(words().aims, 2))
        self._part.line(Line(f"坚持问题导向，{aims}。力争到{year}年，全市{self._identity.theme}覆盖率达到{share}%以上。"))

    def work(self, headings: Sequence[str]) -> None:
        """重点任务: the items that the notice is about."""
        above = self._open(self._draw.choice(("重点任务", "主要任务", "工作任务", "重点工作")))
        self._items.write(self._part, [above], [heading.replace("〇", self._identity.theme) for heading in headings])

    def stages(self) -> None:
        """Stages with their time in the heading's bracket: （二）自查阶段（10月15日前）."""
        above = self._open(self._draw.choice(("实施步骤", "方法步骤", "工作步骤")))
        for at, name in enumerate(("动员部署", "自查整改", "检查验收")):
            label, time = f"（{NUMERALS[at]}）", self._times.by() if self._draw.randrange(2) else self._times.period()
            heading = f"{name}阶段（{time.words}）"
            text = f"{heading}。{'，'.join(self._items.clauses(2))}。"
            self._part.entry(label, text)
            self._part.task(Task("T1", [above, label], text, [], [time]))

    def demands(self) -> None:
        """工作要求: how it is to be carried out."""
        above = self._open(self._draw.choice(("工作要求", "有关要求", "保障措施")))
        for at, (heading, what) in enumerate(self._draw.sample(words().requirements, self._draw.randint(2, 3))):
            label, subject = f"（{NUMERALS[at]}）", self._draw.choice(self._identity.issuer.subjects)
            checks = self._draw.choice(("", "", f"{self._identity.issuer.own}将适时组织抽查。"))
            text = f"{heading}。{subject}要{what}。{checks}"
            self._part.entry(label, text)
            self._part.task(Task("T2", [above, label], text, [Owner(subject, "actor")], [], "requirement"))

    def closing(self) -> None:
        """The paragraph after the last item: what is handed in, and by when."""
        subject, time = self._draw.choice(self._identity.issuer.subjects), self._times.clock()
        material = self._draw.choice(words().materials)
        to = self._identity.issuer.own
        first, verb = self._draw.choice(((f"请{subject}于", "报送"), (f"{subject}请于", "报")))
        text = f"{first}{time.words}将{material}{verb}{to}。"
        self._part.line(Line(text))
        self._part.task(Task("T3", [], text, [Owner(subject, "actor")], [time], "submission"))

    def meeting(self) -> None:
        """A meeting: when, where, who comes, and the reply that is wanted."""
        above, time = self._open("会议时间"), self._times.session()
        text = f"{time.words}，会期半天。"
        self._part.line(Line(text))
        self._part.task(Task("T4", [above], text, times=[time], kind="meeting"))
        self._open("会议地点")
        self._part.line(Line(f"{self._identity.issuer.name[:2]}会展中心{self._draw.randint(2, 9)}号会议室。"))
        self._open("参会人员")
        self._part.line(Line("，".join(f"{subject}有关负责同志" for subject in self._identity.issuer.subjects) + "。"))
        above = self._open("有关事项")
        self._reply(above)

    def _reply(self, above: str) -> None:
        subject, time = self._identity.issuer.subjects[0], self._times.clock()
        text = f"报送回执。请{subject}于{time.words}将参会回执报送{self._identity.issuer.own}。"
        self._part.entry("（一）", text)
        self._part.task(Task("T2", [above, "（一）"], text, [Owner(subject, "actor")], [time], "submission"))
        text = "遵守纪律。参会人员要提前安排好工作，不得无故缺席。"
        self._part.entry("（二）", text)
        self._part.task(Task("T2", [above, "（二）"], text, [Owner("参会人员", "actor")]))

    def _open(self, title: str) -> str:
        label = f"{NUMERALS[self._count]}、"
        self._count += 1
        self._part.entry(label, title)
        return label
