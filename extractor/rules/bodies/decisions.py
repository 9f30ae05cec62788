"""The names file: what the user decided about bodies, kept as data that a person can read and edit.

Example::

    [[body]]                                  # accepted: a body of its own
    name = "创新学院"
    home = "甲大学"

    [[same]]                                  # one body; the first name is the one that is used
    home = "甲大学"
    names = ["党委宣传统战部", "党委宣传部"]

    [[apart]]                                 # not one body, whatever the list says or suggests
    home = "甲大学"
    names = ["党委学生工作部", "学生处"]

Without ``home`` an entry holds for every organisation.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.rules.bodies.body import Body
from extractor.rules.faults import fault
from extractor.rules.reading.entries import only_keys, text, texts
from extractor.rules.reading.files import Entry, read_names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "names.toml"
_HEAD = """\
# 单位名称的取舍：认可的单位 [[body]]、算一个 [[same]]、不算一个 [[apart]]。
# 由 extractor names 写，也可以用记事本改；删去一段就等于没有这个决定。
# 命令每次都整个重写这个文件，自己加的注释不会保留。
"""
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Group:
    """Names that are one body, or are not; of one organisation, or of all when ``home`` is empty."""

    names: tuple[str, ...]
    home: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A body that the user vouches for."""

    name: str
    home: str = ""
    kind: str = ""
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions, in the order in which they were made."""

    bodies: tuple[Accepted, ...] = ()
    same: tuple[Group, ...] = ()
    apart: tuple[Group, ...] = ()

    def accept(self, body: Accepted) -> Decisions:
        """With ``body`` among those known; the newer statement about a name holds."""
        others = (each for each in self.bodies if (each.name, each.home) != (body.name, body.home))
        return replace(self, bodies=(*others, body))

    def merge(self, group: Group) -> Decisions:
        """With ``group`` as one body: it takes in groups that share a name with it, and ends what held them apart."""
        touched = [each for each in self.same if _share(each, group)]
        names = dict.fromkeys([*group.names, *(name for each in touched for name in each.names)])
        same = (*(each for each in self.same if each not in touched), Group(tuple(names), group.home))
        apart = tuple(each for each in self.apart if not _joined(each, names, group.home))
        return replace(self, same=same, apart=apart)

    def split(self, group: Group) -> Decisions:
        """With the first of ``group`` by itself: taken out of what it was merged into, held apart from the others."""
        name = group.names[0]
        same = (_without(each, name) if each.home == group.home else each for each in self.same)
        kept = tuple(each for each in same if len(each.names) >= _PAIR)
        apart = (*(each for each in self.apart if each != group), group)
        return replace(self, same=kept, apart=apart)

    def forget(self, name: str, home: str) -> Decisions:
        """Without any decision about ``name`` in ``home``: as the list has it."""
        same = (_without(each, name) if each.home == home else each for each in self.same)
        return Decisions(
            tuple(each for each in self.bodies if (each.name, each.home) != (name, home)),
            tuple(each for each in same if len(each.names) >= _PAIR),
            tuple(each for each in self.apart if each.home != home or name not in each.names),
        )


def accepted(decisions: Decisions) -> Iterator[Body]:
    """The accepted bodies as entries of the list."""
    for each in decisions.bodies:
        yield Body(each.name, each.short, each.kind, home=each.home, where=FILE)


def read_decisions(path: Path) -> Decisions:
    """What the names file at ``path`` says.

    Raises:
        RuleError: it is wrong; ``where`` is ``file:line``.
    """
    entries = read_names(path, ("body", "same", "apart"))
    return Decisions(
        tuple(_body(entry) for entry in entries if entry.table == "body"),
        tuple(_group(entry) for entry in entries if entry.table == "same"),
        tuple(_group(entry) for entry in entries if entry.table == "apart"),
    )


def written(decisions: Decisions) -> str:
    """The content of a names file; ``read_decisions`` reads the same decisions from it."""
    bodies = (_entry("body", _fields(each)) for each in decisions.bodies)
    same = (_entry("same", {"home": each.home, "names": list(each.names)}) for each in decisions.same)
    apart = (_entry("apart", {"home": each.home, "names": list(each.names)}) for each in decisions.apart)
    return "\n".join([_HEAD, *bodies, *same, *apart])


def _fields(body: Accepted) -> dict[str, object]:
    return {"name": body.name, "home": body.home, "kind": body.kind, "short": list(body.short)}


def _entry(table: str, fields: dict[str, object]) -> str:
    """A TOML table; JSON strings and lists of them are TOML too, but for DEL, which no name keeps."""
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value)
    return "\n".join([f"[[{table}]]", *lines, ""])


def _body(entry: Entry) -> Accepted:
    only_keys(entry, ("name", "home", "kind", "short"))
    return Accepted(text(entry, "name"), text(entry, "home", ""), text(entry, "kind", ""), texts(entry, "short"))


def _group(entry: Entry) -> Group:
    only_keys(entry, ("names", "home"))
    names = texts(entry, "names")
    if len(set(names)) < _PAIR:
        raise fault("rule-wrong-type", entry.where, reason="names: ['…', '…']")
    return Group(tuple(dict.fromkeys(names)), text(entry, "home", ""))


def _share(one: Group, other: Group) -> bool:
    return one.home == other.home and not set(one.names).isdisjoint(other.names)


def _joined(apart: Group, names: dict[str, None], home: str) -> bool:
    """Whether a group that was held apart lies within what is one body now."""
    return apart.home == home and set(apart.names) <= names.keys()


def _without(group: Group, name: str) -> Group:
    return replace(group, names=tuple(each for each in group.names if each != name))
