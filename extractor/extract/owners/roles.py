"""What the owners of one marking make of each other: the first leads, those beside a lead support."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.found import Found
    from extractor.model.notice import Owner, Role


def beside_lead(owners: Sequence[Found[Owner]]) -> tuple[Found[Owner], ...]:
    """Where one marking names a lead, the responsible ones beside it support; nobody is named twice in one role."""
    led = any(owner.value.role == "lead" for owner in owners)
    seen: dict[tuple[str, str], Found[Owner]] = {}
    for owner in owners:
        demoted = led and owner.value.role == "responsible"
        shown = replace(owner, value=replace(owner.value, role="support")) if demoted else owner
        seen.setdefault((shown.value.name, shown.value.role), shown)
    return tuple(seen.values())


def first_leads(owners: Sequence[Found[Owner]], folded: str) -> tuple[Found[Owner], ...]:
    """Where a document says so once for all, the first of a list without roles leads and the others support.

    甲负责指导，乙负责实施 is no list: each has a part of its own.
    """
    if {owner.value.role for owner in owners} != {"responsible"}:
        return tuple(owners)
    between = (folded[one.span.end : other.span.start] for one, other in pairwise(owners))
    if any("负责" in words for words in between):
        return tuple(owners)
    lead, *others = owners
    given: list[tuple[Found[Owner], Role]] = [(lead, "lead"), *((owner, "support") for owner in others)]
    return tuple(
        replace(owner, value=replace(owner.value, role=role), assumptions=("first-named-leads",))
        for owner, role in given
    )
