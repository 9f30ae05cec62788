"""Notice number n of a corpus, whole: what kind it is, its head, its parts, what it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.generator.identity import chance, earlier, identity
from benchmarks.generator.paper import Line, Owner, Paper, Part, Table, Task, frame
from benchmarks.generator.sections import Sections
from benchmarks.generator.sentences import owners_of
from benchmarks.generator.times import Times
from benchmarks.generator.vocabulary import words

if TYPE_CHECKING:
    from random import Random

    from benchmarks.generator.identity import Identity

KINDS = ("work", "work", "work", "work", "work", "issue", "issue", "forward", "meeting", "table")
_DEEDS, _BODY = 1, 2  # which chance of a notice
_LED = ("牵头单位", "配合单位", "责任单位")


def notice(seed: int, n: int) -> Paper:
    """The notice; all of it follows from the seed and its number."""
    parts = _PLOTS[kind(seed, n)](seed, identity(seed, n), chance(seed, n, _BODY))
    return Paper(f"{n:06}", tuple(parts))


def kind(seed: int, n: int) -> str:
    """Which kind of notice it is."""
    return chance(seed, n, _DEEDS).choice(KINDS)


def headings(seed: int, n: int) -> list[str]:
    """What a notice wants done; ``〇`` stands for the work that it is about."""
    draw = chance(seed, n, _DEEDS)
    return draw.sample(words().headings, draw.randint(3, 6))


def _work(seed: int, who: Identity, draw: Random) -> list[Part]:
    part = _opened(who, who.title)
    other = _preamble(seed, who, draw, part)
    sections = Sections(draw, who, part)
    if draw.randrange(2):
        sections.aim()
    wanted = headings(seed, who.n)
    if other and draw.randrange(3) == 0:  # what the higher notice wants is wanted here again, in its words
        wanted = [*headings(seed, other.n)[:2], *wanted]
    sections.work(list(dict.fromkeys(wanted)))
    if draw.randrange(3) == 0:
        sections.stages()
    sections.demands()
    if draw.randrange(2):
        sections.closing()
    _close(who, draw, part)
    return [part]


def _issue(seed: int, who: Identity, draw: Random) -> list[Part]:
    plan = f"{who.title[who.title.index(str(who.year)) :].removesuffix('的通知')}实施方案"
    covering = _opened(who, f"关于印发《{plan}》的通知")
    subject, time = draw.choice(who.issuer.subjects), Times(draw, who.date).clock()
    text = f"现将《{plan}》印发给你们，请认真组织实施。"
    covering.line(Line(text))
    covering.refer(plan, None, "issues")
    if draw.randrange(2):
        text = f"请{subject}于{time.words}将贯彻落实情况报{who.issuer.own}。"
        covering.line(Line(text))
        covering.task(Task("T3", [], text, [Owner(subject, "actor")], [time], "submission"))
    _close(who, draw, covering)
    enclosure = Part(frame("enclosure", plan))
    enclosure.line(Line(plan, look="title"))
    other = earlier(seed, who.n, draw)
    ground = f"根据{other.cited}要求，" if other else ""
    enclosure.line(Line(f"为{draw.choice(words().aims)}，{ground}结合实际，制定本方案。"))
    if other:
        enclosure.refer(other.title, other.number, "based-on")
    sections = Sections(draw, who, enclosure)
    sections.aim()
    sections.work(headings(seed, who.n))
    sections.demands()
    return [covering, enclosure]


def _forward(seed: int, who: Identity, draw: Random) -> list[Part]:
    other = earlier(seed, who.n, draw)
    if other is None or kind(seed, other.n) != "work":
        return _work(seed, who, draw)
    covering = _opened(who, f"关于转发《{other.title}》的通知")
    covering.line(Line(f"现将{other.cited}转发给你们，请结合实际，一并抓好以下工作。"))
    covering.refer(other.title, other.number, "forwards")
    Sections(draw, who, covering).work(headings(seed, who.n)[:2])
    _close(who, draw, covering)
    (forwarded,) = notice(seed, other.n).parts
    forwarded.gold["part"] = "enclosure"
    return [covering, forwarded]


def _meeting(_seed: int, who: Identity, draw: Random) -> list[Part]:
    part = _opened(who, f"关于召开{who.year}年{who.theme}工作推进会的通知")
    called = f"定于近期召开{who.year}年{who.theme}工作推进会"
    part.line(Line(f"为{draw.choice(words().aims)}，{called}。现将有关事项通知如下："))
    Sections(draw, who, part).meeting()
    _close(who, draw, part)
    return [part]


def _table(seed: int, who: Identity, draw: Random) -> list[Part]:
    part = _opened(who, who.title)
    title = f"{who.year}年{who.theme}重点任务分工表"
    _preamble(seed, who, draw, part)
    Sections(draw, who, part).demands()
    part.line(Line(f"附件：{title}"))
    part.gold["attachments"] = [title]
    _close(who, draw, part)
    return [part, _task_table(who, draw, title)]


def _task_table(who: Identity, draw: Random, title: str) -> Part:
    part = Part(frame("attachment", title))
    part.line(Line("附件"), Line(title, look="title"))
    times, led = Times(draw, who.date), draw.randrange(2)
    names = owners_of(who)
    rows: list[tuple[str, ...]] = [("序号", "工作任务", *_LED[: 2 * led], *_LED[2:][: not led], "完成时限")]
    for number, heading in enumerate(draw.sample(words().headings, draw.randint(3, 8)), 1):
        deed, time = heading.replace("〇", who.theme), times.marked()
        owners = draw.sample(names, 3)
        cells = (owners[0], "、".join(owners[1:])) if led else ("、".join(owners[:2]),)
        roles = ("lead", "support", "support") if led else ("responsible", "responsible")
        rows.append((str(number), deed, *cells, time.words))
        part.task(Task("T1", [], deed, [Owner(*each) for each in zip(owners, roles, strict=False)], [time]))
    part.blocks.append(Table(tuple(rows)))
    return part


def _opened(who: Identity, title: str) -> Part:
    """The notice with its head down to the recipients."""
    issuer = who.issuer
    known = {"issuers": [issuer.name], "numbers": [who.number], "recipients": [issuer.addressed]}
    part = Part(frame("notice", title, date=who.date.isoformat(), **known))
    part.line(Line(f"{issuer.name}文件", look="head"), Line(who.number, look="number"), Line(title, look="title"))
    part.line(Line(f"{issuer.addressed}："))
    return part


def _preamble(seed: int, who: Identity, draw: Random, part: Part) -> Identity | None:
    """Why, on what ground; returns the notice that is the ground."""
    other = earlier(seed, who.n, draw)
    law = f"{words().cities[who.issuer.place]}市{draw.choice(words().laws)}"
    ground = ""
    if other:
        ground = draw.choice((f"根据{other.cited}要求，", f"为贯彻落实{other.cited}精神，"))
        part.refer(other.title, other.number, "based-on")
    elif draw.randrange(2):
        ground = f"根据《{law}》，"
        part.refer(law, None, "based-on")
    aim = f"为{draw.choice(words().aims)}，" if not ground.startswith("为") else ""
    part.line(Line(f"{aim}{ground}现就做好{who.year}年{who.theme}工作通知如下："))
    return other


def _close(who: Identity, draw: Random, part: Part) -> None:
    """Signature, date, who may be asked, who gets a copy."""
    day = f"{who.date.year}年{who.date.month}月{who.date.day}日"
    part.line(Line(who.issuer.name, look="sign"), Line(day, look="sign"))
    if draw.randrange(2):
        contact = f"联系人：{draw.choice(words().people)}，联系电话：8826{draw.randint(1000, 9999)}"
        part.gold["contacts"] = [contact]
        part.line(Line(f"（{contact}）"))


_PLOTS = {"work": _work, "issue": _issue, "forward": _forward, "meeting": _meeting, "table": _table}
