"""Numbered items that are tasks, in all the ways in which notices say who does them and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.generator.paper import Line, Owner, Task
from benchmarks.generator.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.generator.paper import Part

    Family = Callable[[Part, list[str], str, str], None]

NUMERALS = "一二三四五六七八九十"


class Items(Sentences):
    """Writes items into a part; each method is a family of constructions."""

    def write(self, part: Part, above: list[str], headings: Sequence[str]) -> None:
        """One item a heading. Where lines mark the items, the first has them, so that no line is for all of them."""
        lined = self.draw.randrange(2)
        for at, heading in enumerate(headings):
            families = self._lined if lined and (at == 0 or self.draw.randrange(3)) else self._others
            self.draw.choice(families)(part, above, f"（{NUMERALS[at]}）", heading)

    @property
    def _lined(self) -> tuple[Family, ...]:
        return self.labelled, self.led_by_label, self.sub_items

    @property
    def _others(self) -> tuple[Family, ...]:
        return (
            self.bracketed, self.bracketed_lead, self.shared_out, self.bracket_with_time, self.directed, self.directed,
            self.bare, self.led_in_prose, self.milestones, self.in_charge,
        )  # fmt: skip

    def labelled(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """责任单位：… and 完成时限：… on lines of their own."""
        owners, time = self.some(3), self.times.marked()
        text = self.body(part, label, heading)
        named = Line(f"责任{self.one('单位', '部门')}：{self.listed(owners)}")
        until = Line(f"完成{self.one('时限', '时间')}：{time.words}")
        part.line(*self.draw.sample((named, until), 2))
        part.task(Task("T1", [*above, label], text, _all(owners, "responsible"), [time]))

    def led_by_label(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """牵头单位：…, then those who help: 配合单位 or 责任单位."""
        first, rest, time = self.some(1), self.some(3), self.times.marked()
        rest = [name for name in rest if name not in first] or [self.subjects[0]]
        text = self.body(part, label, heading)
        part.line(Line(f"{self.one('牵头', '主办')}单位：{first[0]}"))
        part.line(Line(f"{self.one('配合', '责任', '协办')}单位：{self.listed(rest)}"))
        part.line(Line(f"{self.one('完成时限', '时间节点', '完成时间')}：{time.words}"))
        part.task(Task("T1", [*above, label], text, [*_all(first, "lead"), *_all(rest, "support")], [time]))

    def bracketed(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """（责任单位：…） at the end, the time in the text or nowhere."""
        owners, times = self.some(3), [self.times.by()] if self.chance(2) else []
        done = f"，{times[0].words}完成" if times else ""
        names = "、".join(owners)
        mark = self.one(f"责任单位：{names}", f"责任单位：{names}", f"{names}负责")
        text = self.body(part, label, heading, done, f"（{mark}）")
        part.task(Task("T1", [*above, label], text, _all(owners, "responsible"), times))

    def bracketed_lead(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """（甲牵头，乙、丙配合） or the same with labels."""
        first, rest = self.some(1), self.some(3)
        rest = [name for name in rest if name not in first] or [self.subjects[0]]
        names = "、".join(rest)
        lead = first[0]
        mark = self.one(
            f"{lead}牵头，{names}配合", f"{lead}牵头，{names}参加", f"牵头单位：{lead}；配合单位：{names}",
            f"牵头单位：{lead}，责任单位：{names}", f"由{lead}牵头，{names}按职责分工负责",
        )  # fmt: skip
        text = self.body(part, label, heading, "", f"（{mark}）")
        part.task(Task("T1", [*above, label], text, [*_all(first, "lead"), *_all(rest, "support")], []))

    def shared_out(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """（甲、乙等按职责分工负责）."""
        owners = self.some(4)
        etc = self.one("", "等", "等部门")
        names = "、".join(owners)
        text = self.body(part, label, heading, "", f"（{names}{etc}按职责分工负责）")
        part.task(Task("T1", [*above, label], text, _all(owners, "responsible"), []))

    def bracket_with_time(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """（6月底前完成，责任单位：…）."""
        owners, time = self.some(2), self.times.by()
        names = "、".join(owners)
        end = time.words
        who = f"责任单位：{names}"
        mark = self.one(f"{end}完成，{who}", f"{who}；完成时限：{end}", f"{names}负责，{end}完成")
        text = self.body(part, label, heading, "", f"（{mark}）")
        part.task(Task("T1", [*above, label], text, _all(owners, "responsible"), [time]))

    def directed(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """The item's own sentence says who: 各县要…，6月底前完成."""
        subject = self.one(*self.subjects, self.owners[0], self.owners[1])
        times = [self.times.told()] if self.chance(2) else []
        when = times[0].words if times else ""
        one, other = self.clauses(2)
        must = self.one("要", "应", "应当", "须")
        done = f"，{when}落实到位" if when else ""
        sentence = self.one(f"{must}{when}{one}，{other}。", f"{must}{one}，{other}{done}。")
        text = f"{heading}。{subject}{sentence}{self.told()}"
        part.entry(label, text)
        part.task(Task("T2", [*above, label], text, [Owner(subject, "actor")], times))

    def bare(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """Nobody is named."""
        text = self.body(part, label, heading)
        part.task(Task("T2", [*above, label], text, [], []))

    def led_in_prose(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """由甲牵头，会同乙…, in running text."""
        first, other = self.draw.sample(self.owners, 2)
        time, clauses = self.times.by(), self.clauses(2)
        text = f"{heading}。由{first}牵头，会同{other}{clauses[0]}，{clauses[1]}，{time.words}完成。"
        part.entry(label, text)
        part.task(Task("T2", [*above, label], text, [Owner(first, "lead"), Owner(other, "support")], [time]))

    def in_charge(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """由甲负责…, in running text."""
        owner, clauses = self.draw.choice(self.owners), self.clauses(2)
        text = f"{heading}。由{owner}负责{clauses[0]}，{clauses[1]}。"
        part.entry(label, text)
        part.task(Task("T2", [*above, label], text, [Owner(owner, "responsible")], []))

    def milestones(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """Two days in one item: the first is its deadline."""
        subject, first, clauses = self.one(*self.subjects), self.times.by(), self.clauses(2)
        then = self.times.after(first)
        text = f"{heading}。{subject}要{clauses[0]}，{first.words}完成摸底；{clauses[1]}，{then.words}完成整改。"
        part.entry(label, text)
        part.task(Task("T2", [*above, label], text, [Owner(subject, "actor")], [first, then]))

    def sub_items(self, part: Part, above: list[str], label: str, heading: str) -> None:
        """Sub-items without marking, then the marking of the item above them."""
        owners, time = self.some(2), self.times.marked()
        text = self.body(part, label, heading)
        for number, clause in enumerate(self.clauses(self.draw.randint(2, 3)), 1):
            part.entry(f"{number}.", f"{clause}。")
        part.line(Line(f"责任部门：{self.listed(owners)}"), Line(f"完成时限：{time.words}"))
        part.task(Task("T1", [*above, label], text, _all(owners, "responsible"), [time]))


def _all(names: Sequence[str], role: str) -> list[Owner]:
    return [Owner(name, role) for name in names]
