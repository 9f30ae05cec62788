"""What the user decides with ``extractor names``: accept, merge, split, undo; the ledger follows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extractor.commands import options
from extractor.commands.names.naming import decide, on_names
from extractor.commands.screen.console import tell
from extractor.ledger.names.deciding import kept_apart, made_one, taken_back
from extractor.ledger.names.errors import NoSuchBody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.commands.manner import Manner
    from extractor.ledger.names.naming import Names
    from extractor.messages import Language
    from extractor.rules.bodies.decisions import Accepted

_ALL = ("all",)
_ANYBODY = {"zh": "所有单位", "en": "everybody"}


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
    decide(names, decisions, lang)
    said = {"count": len(bodies), "names": "、".join(body.name for body in bodies)}
    click.echo(tell("names-accepted", names.path.as_posix(), said, lang))


def _accepted(names: Names, words: tuple[str, ...], kind: str, home: str | None) -> Iterator[Accepted]:
    """The bodies to accept; one that stands in running text only is taken as it is said."""
    from extractor.graph.bodies.unknown import unknown  # noqa: PLC0415 - --help needs no names
    from extractor.rules.bodies.decisions import Accepted  # noqa: PLC0415

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
    owner, found = names.resolved(words, home)
    group = tuple(dict.fromkeys((into, *found) if into else found))
    decide(names, made_one(names.known().decisions, group, owner, words), manner.lang)
    said = {"names": "、".join(group), "name": group[0], "home": owner or _ANYBODY[manner.lang]}
    click.echo(tell("names-merged", names.path.as_posix(), said, manner.lang))


@click.command("split", help="这个名称自成一个单位，不并入别的。\n\nThis name is a body of its own.")
@click.argument("name", metavar="名称")
@options.home
@on_names
def split(manner: Manner, names: Names, name: str, home: str | None) -> None:
    """Take a name out of the body that it is counted to."""
    owner, (canonical,) = names.resolved((name,), home)
    decide(names, kept_apart(names.known().decisions, name, canonical, owner), manner.lang)
    said = {"names": name, "home": owner or _ANYBODY[manner.lang]}
    click.echo(tell("names-split", names.path.as_posix(), said, manner.lang))


@click.command("undo", help="撤回关于这个名称的取舍。\n\nForget what was decided about a name.")
@click.argument("name", metavar="名称")
@options.home
@on_names
def undo(manner: Manner, names: Names, name: str, home: str | None) -> None:
    """Make it as the list has it."""
    decide(names, taken_back(names.known().decisions, name, home), manner.lang)
    click.echo(tell("names-undone", names.path.as_posix(), {"names": name}, manner.lang))
