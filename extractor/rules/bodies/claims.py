"""What two entries of the list of bodies may not both claim, and what none may claim of a body that is not listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.rules.faults import fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.rules.bodies.body import Body


def refuse_twofold(bodies: Iterable[Body]) -> None:
    """Within one file a form belongs to one body of its kind of organisation, and stands there once.

    Raises:
        RuleError: ``names-form-twice``.
    """
    seen: dict[tuple[str, str, str], Body] = {}
    for body in bodies:
        for form in body.forms:
            first = seen.setdefault((body.of, body.home, form), body)
            if first is not body or body.forms.count(form) > 1:
                raise fault("names-form-twice", body.where, body.name, form)


def refuse_orphans(bodies: Iterable[Body], listed: Iterable[Body]) -> None:
    """The body above another is itself listed.

    Raises:
        RuleError: ``names-parent-unknown``.
    """
    known = {(body.of, body.name) for body in listed}
    for body in bodies:
        if body.parent and body.of and (body.of, body.parent) not in known:
            raise fault("names-parent-unknown", body.where, body.name, body.parent)
