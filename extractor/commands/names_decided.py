"""What the user decides with ``extractor names``: accept, merge, split, undo; the ledger follows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extractor.commands import options
from extractor.commands.console import tell
from extractor.commands.names_seen import decided
from extractor.commands.naming import Names, on_names
from extractor.commands.naming_errors import NoSuchBody
from extractor.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.commands.program import Manner
    from extractor.messages import Language
    from extractor.rules.decisions import Accepted

_ALL = ("all",)
_ANYBODY = {"zh": "所有单位", "en": "everybody"}


class OneAlready(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The names to merge are one body already."""

    code = "names-one-already"


class AloneAlready(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """The name to split off is counted to no other body."""

    code = "names-alone-already"


class Undecided(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """There is no decision about the name."""

    code = "names-undecided"


@click.command("accept", help="认可名录里没有的单位；全部认可写 all。\n\nAccept unknown bodies.")
@click.argument("words", nargs=-1, required=True, metavar="名称…")
@click.option("--kind", default="", metavar="类别", help="类别，不写就用估计的 (its kind)。")
@options.home
@on_names
def accept(manner: Manner, names: Names, words: tuple[str, ...], kind: str, home: str | None) -> None:
    """Keep the names as known ones."""
    accept_bodies(names, words, manner.lang, kind=kind, home=home)


def accept_bodies(
    names: Names, words: tuple[str, ...], lang: Language, *, kind: str = "", home: str | None = None
) -> None:
    """Accept the bodies called so (``all``: all unknown ones that notices name), and link the ledger anew."""
    decisions = names.known().decisions
    bodies = list(_accepted(names, words, kind, home))
    if not bodies:
        click.echo(tell("nothing-fits", "", {}, lang))
        return
    for body in bodies:
        decisions = decisions.accept(body)
    names.decide(decisions, lang)
    said = {"count": len(bodies), "names": "、".join(body.name for body in bodies)}
    click.echo(tell("names-accepted", names.path.as_posix(), said, lang))


def _accepted(names: Names, words: tuple[str, ...], kind: str, home: str | None) -> Iterator[Accepted]:
    """The bodies to accept; one that stands in running text only is taken as it is said."""
    from extractor.graph.bodies.unknown import unknown  # noqa: PLC0415 - --help needs no names
    from extractor.rules.decisions import Accepted  # noqa: PLC0415

    found = unknown(names.records(), names.known(), running=False)
    if words == _ALL:
        yield from (Accepted(each.name, each.home, kind or each.kind) for each in found if home in {None, each.home})
        return
    guesses = {(each.home, each.name): each.kind for each in found}
    for each in words:
        try:
            owner, (name,) = names.resolved((each,), home)
        except NoSuchBody:
            if not names.stands_somewhere(each):
                raise
            owner, name = home or "", each
        yield Accepted(name, owner, kind or guesses.get((owner, name), ""))


@click.command("merge", help="这几个名称是一个单位，用第一个（或 --into 的）名称。\n\nThese names are one body.")
@click.argument("words", nargs=-1, required=True, metavar="名称 名称…")
@click.option("--into", metavar="名称", help="合并后用的名称 (the name to use)。")
@options.home
@on_names
def merge(manner: Manner, names: Names, words: tuple[str, ...], into: str | None, home: str | None) -> None:
    """Make the names one body."""
    from extractor.rules.decisions import Group  # noqa: PLC0415 - --help needs no names

    owner, found = names.resolved(words, home)
    group = tuple(dict.fromkeys((into, *found) if into else found))
    if len(group) == 1:
        raise OneAlready("、".join(words), name=group[0])
    names.decide(names.known().decisions.merge(Group(group, owner)), manner.lang)
    said = {"names": "、".join(group), "name": group[0], "home": owner or _ANYBODY[manner.lang]}
    click.echo(tell("names-merged", names.path.as_posix(), said, manner.lang))


@click.command("split", help="这个名称自成一个单位，不并入别的。\n\nThis name is a body of its own.")
@click.argument("name", metavar="名称")
@options.home
@on_names
def split(manner: Manner, names: Names, name: str, home: str | None) -> None:
    """Take a name out of the body that it is counted to."""
    from extractor.rules.decisions import Group  # noqa: PLC0415 - --help needs no names

    owner, (canonical,) = names.resolved((name,), home)
    decisions = names.known().decisions
    merged = [each for group in decisions.same if name in group.names and group.home == owner for each in group.names]
    apart = tuple(dict.fromkeys((name, *(merged or [canonical]))))
    if len(apart) == 1:
        raise AloneAlready(name)
    names.decide(decisions.split(Group(apart, owner)), manner.lang)
    said = {"names": name, "home": owner or _ANYBODY[manner.lang]}
    click.echo(tell("names-split", names.path.as_posix(), said, manner.lang))


@click.command("undo", help="撤回关于这个名称的取舍。\n\nForget what was decided about a name.")
@click.argument("name", metavar="名称")
@options.home
@on_names
def undo(manner: Manner, names: Names, name: str, home: str | None) -> None:
    """Make it as the list has it."""
    before = decisions = names.known().decisions
    for owner in sorted({owner for _, _, owner in decided(before)} if home is None else {home}):
        decisions = decisions.forget(name, owner)
    if decisions == before:
        raise Undecided(name)
    names.decide(decisions, manner.lang)
    click.echo(tell("names-undone", names.path.as_posix(), {"names": name}, manner.lang))
