"""Short forms that a text itself gives a body: 付款人或代收机构（以下简称“缴款方”） is the same as 缴款方."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.rules.pattern.own import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.model.found import Found
    from extractor.model.notice import Owner
    from extractor.model.span import Span

_CALLED = own(r"（(?:以下|下)?(?:简称|统称|合称|通称)(?:为)?[“\"]?(?P<short>[^“”\"（）]{2,16})[”\"]?）")


def without_short_forms(folded: str, span: Span, found: Sequence[Found[Owner]]) -> tuple[Found[Owner], ...]:
    """The subjects without those that are only the short form of another one, as a bracket behind that one says."""
    ends = {owner.span.end for owner in found}
    shorts = {match["short"] for match in _CALLED.finditer(folded, span.start, span.end) if match.start() in ends}
    return tuple(owner for owner in found if owner.value.name not in shorts)
