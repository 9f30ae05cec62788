"""What a person may decide about names, said once for the command line and the workbench."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.rules.bodies.decisions import Decisions


class OneAlready(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The names to merge are one body already."""

    code = "names-one-already"


class AloneAlready(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The name to split off is counted to no other body."""

    code = "names-alone-already"


class Undecided(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """There is no decision about the name."""

    code = "names-undecided"


def made_one(decisions: Decisions, group: tuple[str, ...], home: str, said: tuple[str, ...] = ()) -> Decisions:
    """With the canonical names ``group`` of ``home`` as one body, called by the first; ``said``: as a person wrote.

    Raises:
        OneAlready: they are one name.
    """
    from extractor.rules.bodies.decisions import Group  # noqa: PLC0415 - --help needs no names

    if len(group) == 1:
        raise OneAlready("、".join(said or group), name=group[0])
    return decisions.merge(Group(group, home))


def kept_apart(decisions: Decisions, name: str, canonical: str, home: str) -> Decisions:
    """With ``name`` as a body of its own, that was counted to the one called ``canonical``.

    Raises:
        AloneAlready: it was counted to no other.
    """
    from extractor.rules.bodies.decisions import Group  # noqa: PLC0415 - --help needs no names

    merged = [each for group in decisions.same if name in group.names and group.home == home for each in group.names]
    apart = tuple(dict.fromkeys((name, *(merged or [canonical]))))
    if len(apart) == 1:
        raise AloneAlready(name)
    return decisions.split(Group(apart, home))


def taken_back(decisions: Decisions, name: str, home: str | None) -> Decisions:
    """Without what was decided about ``name`` in ``home``; None: anywhere.

    Raises:
        Undecided: nothing was.
    """
    kept = decisions
    for owner in sorted({owner for _, _, owner in decided(decisions)} if home is None else {home}):
        kept = kept.forget(name, owner)
    if kept == decisions:
        raise Undecided(name)
    return kept


def decided(decisions: Decisions) -> Iterator[tuple[str, str, str]]:
    """Every decision as its sort (``accepted``, ``same``, ``apart``), its names and its home."""
    yield from (("accepted", body.name, body.home) for body in decisions.bodies)
    yield from (("same", "、".join(group.names), group.home) for group in decisions.same)
    yield from (("apart", "、".join(group.names), group.home) for group in decisions.apart)
