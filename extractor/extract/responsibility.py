"""Who has to see to an unmarked passage: named in prose, the subject, or inherited from above (annotation §4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.extract.items import own_words
from extractor.model.found import Found
from extractor.model.notice import Basis, Owner, Role
from extractor.model.span import Span
from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from extractor.extract.items import Item
    from extractor.extract.tools import TaskTools

_WITH_BODY = 2  # the heading and a paragraph
MAX_HEADING = 20
_KINDS = ("单位", "部门", "机构", "机关", "学校", "企业")  # 责任单位, 主管部门 head a list, and name nobody
_ACT = own(r"(?:具体|主要|统筹|统一|全面)?(?:负责(?!制|人)|牵头|承担)")
# 公安部门负责……: no heading
_ACTS = own(r"[局委办部院处科室站所厅会社司府镇乡村区县市门位关构组校队心馆]" + _ACT.pattern)
_NAMING = ("actor.please", "actor.by")  # 请某局……, 由某局……
_ASKS = own(r"(?<![申邀聘提])请(?![示假求])")  # those who read it: 学校提供机会，请务必按时参加
_LEADS_IN = own(r"(?:以下|如下|下列)|：$")


@dataclass(frozen=True, slots=True)
class Responsibility:
    """The owners of a task and what they rest on."""

    owners: tuple[Found[Owner], ...]
    basis: Basis


NOBODY = Responsibility((), "assumed")


def _role_of(told: str) -> Role:
    """What 负责…, 牵头… behind the name of a body makes it."""
    act = _ACT.match(told)
    return ("lead" if act[0].endswith("牵头") else "responsible") if act else "actor"


def _below_heading(span: Span, item: Item | None) -> Span | None:
    """What an item says below a heading that stands alone: ``各地自查`` names nobody who is not named below it."""
    if item is None or len(item.paragraphs) < _WITH_BODY or span.start != item.start or not _only_names(item):
        return None
    start = item.paragraphs[1].span.start
    return Span(start, span.end) if start < span.end else None


def _only_names(item: Item) -> bool:
    """Whether the item's first paragraph is a heading and no sentence."""
    return item.heading_only and not item.paragraphs[0].text.endswith(("。", "；"))


def _last_paragraph(item: Item) -> Span | None:
    """注意：below the item's own words leads in what follows, not they."""
    last = item.paragraphs[-1] if len(item.paragraphs) >= _WITH_BODY else None
    return last.span if last and last.text.endswith("：") else None


class ResponsibilityReader:
    """Finds the owners of passages that no marking governs."""

    def __init__(self, folded: str, tools: TaskTools, issuers: tuple[str, ...]) -> None:
        """``issuers`` are the bodies whose own announcements make no owner."""
        self.folded, self.tools, self.issuers = folded, tools, issuers

    def read(self, span: Span, item: Item | None) -> Responsibility:
        """Named in prose (由甲牵头), else the subjects of the passage, else inherited, else who announces it."""
        heading = self.of_heading(span, item)
        if heading.owners:
            return heading
        below = _below_heading(span, item) or self._behind_heading(span, item)
        for stretch in (below, span) if below else (span,):
            own = self.stated(stretch)
            if own.owners:
                return self._with_head(own, stretch)
        inherited = self._inherited(item)
        if inherited:
            return Responsibility(inherited, "inherited")
        told = self.tools.actors.announcers(self.folded, span) if item else ()
        if told or item is None or _ASKS.search(span.quote(self.folded)):
            return Responsibility(told, "subject" if told else "assumed")
        return self._stated(span, ())  # a whole item on what the issuing body does

    def _with_head(self, own: Responsibility, span: Span) -> Responsibility:
        """Helpers alone have somebody whom they help: the issuing body, 我市将会同市公安局……."""
        if any(owner.value.role != "support" for owner in own.owners):
            return own
        heads = self.tools.actors.read(self.folded, span) or self.tools.actors.announcers(self.folded, span)
        return Responsibility((*(one for one in heads if one.value.role == "actor"), *own.owners), own.basis)

    def of_heading(self, span: Span, item: Item | None) -> Responsibility:
        """``（一）区房管局。负责……``: the body that an item is headed by, and what it is told to do."""
        if item is None or span.start != item.start:
            return NOBODY
        title = item.section.title
        told = self.folded[item.start + len(title) : span.end].lstrip("。：\n ")
        role = _role_of(told)
        if role == "actor" and not self.tools.directives.directs(told):
            return NOBODY
        kinds = title.endswith(_KINDS) and not title.startswith("各")
        given = role == "actor" and self._is_given(Span(item.start + len(title), span.end))
        if not told or kinds or given or not self.tools.actors.is_name(title):
            return NOBODY
        found = [replace(one, value=replace(one.value, role=role)) for one in self._heading_body(item)]
        return Responsibility(tuple(found), "subject" if role == "actor" else "marked") if found else NOBODY

    def _is_given(self, span: Span) -> bool:
        """Whether a passage itself says who is responsible: ``各学校。由校长负责组织……``."""
        return any(owner.value.role != "support" for owner in self.tools.prose.read(self.folded, span, self.issuers))

    def _behind_heading(self, span: Span, item: Item | None) -> Span | None:
        """What follows a short heading in its paragraph: ``企业自查。市级平台组织……`` tells the platform, no 企业."""
        title = item.section.title if item and span.start == item.start else ""
        start = span.start + len(title) + 1
        plain = "，" not in title and not _ACTS.search(title) and not self.tools.directives.demands(title)
        nominal = title and len(title) <= MAX_HEADING and plain
        return Span(start, span.end) if nominal and start < span.end and self.folded[start - 1] == "。" else None

    def beside(self, marked: tuple[Found[Owner], ...], span: Span) -> Responsibility | None:
        """The marked owners; where the marking has persons only, with the bodies that the passage puts in charge."""
        if not marked:
            return None
        if any(owner.value.role != "person" for owner in marked):
            return Responsibility(marked, "marked")
        told = self.stated(span).owners
        bodies = (owner for owner in told if self.tools.names.is_body(owner.value.name))
        named = (owner for owner in bodies if owner.value.role != "actor" or owner.rule in _NAMING)
        return Responsibility((*marked, *named), "marked")

    def stated(self, span: Span) -> Responsibility:
        """What the passage itself says."""
        return self._stated(span, self.issuers)

    def _stated(self, span: Span, issuers: tuple[str, ...]) -> Responsibility:
        named = self.tools.prose.read(self.folded, span, issuers)
        if any(owner.value.role != "support" for owner in named):
            return Responsibility(named, "marked")
        known = {owner.value.name for owner in named}
        subjects = self.tools.actors.read(self.folded, span, issuers)
        owners = (*(owner for owner in subjects if owner.value.name not in known), *named)
        return Responsibility(owners, "subject" if owners else "assumed")

    def _inherited(self, item: Item | None) -> tuple[Found[Owner], ...]:
        """From the nearest section above whose heading is a body, or whose lead-in sentence has a subject."""
        above = item.parent if item else None
        while above is not None:
            found = self._heading_body(above) or self._lead_in(above)
            if found:
                return found
            above = above.parent
        return ()

    def _lead_in(self, item: Item) -> tuple[Found[Owner], ...]:
        lead = self._leading_sentence(_last_paragraph(item) or own_words(item, self.folded))
        if lead is None or not _LEADS_IN.search(lead.quote(self.folded)):
            return ()
        return self.tools.actors.read(self.folded, lead, self.issuers)

    def _leading_sentence(self, lead: Span | None) -> Span | None:
        """……由研究生院存档。注意事项如下：: the last sentence leads in, not those before it."""
        words = lead.quote(self.folded) if lead else ""
        stop = words.rfind("。") + 1
        return Span(lead.start + stop, lead.end) if lead and words.endswith("：") else lead

    def _heading_body(self, item: Item) -> tuple[Found[Owner], ...]:
        """A heading that is the name of a body (后勤处：) makes the items below it that body's."""
        title = item.section.title
        told = self.tools.directives.directs(title) or ("，" in title and not self.tools.actors.is_name(title))
        if told or not self.tools.actors.is_organ(title):
            return ()
        span = Span(item.section.span.end - len(title), item.section.span.end)
        spans = self.tools.names.names(self.folded, span)
        named = [(name, name.quote(self.folded)) for name in spans]
        return tuple(Found(Owner(words, "actor", words), name, "actor.heading") for name, words in named)
