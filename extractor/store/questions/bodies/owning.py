"""The bodies that own tasks, and in which roles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.model.errors import UsageError
from extractor.store.questions.conditions import Conditions
from extractor.store.questions.notices.records import AmbiguousName

if TYPE_CHECKING:
    import sqlite3

    from extractor.model.notice import Role

_CALLED = "SELECT body FROM body_names WHERE name = ?"
_ROLES = "SELECT tasks.id, owners.role FROM owners JOIN tasks ON tasks.key = owners.task WHERE owners.body = ?"


class NoSuchDepartment(UsageError):  # noqa: N818 - errors are named for what a person has to mend
    """No body that owns a task is called so."""

    code = "no-such-department"


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its key in this ledger, its canonical name, and the organisation it belongs to, if known."""

    key: int
    name: str
    home: str


def bodies(connection: sqlite3.Connection, name: str | None = None, home: str | None = None) -> list[Body]:
    """The bodies of which any name has the words ``name``; None: all."""
    conditions = Conditions()
    conditions.add("tasks > 0")
    if name is not None:
        conditions.add("key IN (SELECT body FROM body_names WHERE instr(name, ?))", name)
    if home is not None:
        conditions.add("instr(home, ?)", home)
    statement = f"SELECT key, name, home FROM bodies {conditions.where} ORDER BY name, home"  # noqa: S608 - our own
    return [Body(*row) for row in connection.execute(statement, conditions.values)]


def most_loaded(connection: sqlite3.Connection, limit: int) -> list[str]:
    """The canonical names of the bodies with most tasks, each once."""
    rows = connection.execute(
        "SELECT name FROM bodies WHERE tasks > 0 GROUP BY name ORDER BY sum(tasks) DESC, name LIMIT ?", (limit,)
    )
    return [name for (name,) in rows]


def body_called(connection: sqlite3.Connection, name: str, home: str | None = None) -> Body:
    """The one body that is called so; one whose whole name it is goes before those that only have it in theirs.

    Raises:
        NoSuchDepartment: there is none.
        AmbiguousName: there are several.
    """
    found = bodies(connection, name, home)
    called = {row[0] for row in connection.execute(_CALLED, (name,))}
    canonical = [body for body in found if body.name == name]
    likely = canonical or [body for body in found if body.key in called] or found
    if not likely:
        raise NoSuchDepartment(name)
    if len(likely) > 1:
        raise AmbiguousName(name, names="、".join(body.home + body.name for body in likely))
    return likely[0]


def roles_of(connection: sqlite3.Connection, body: Body) -> dict[str, list[Role]]:
    """Id of each task that the body has a part in → its roles there."""
    found: dict[str, list[Role]] = defaultdict(list)
    for task, role in connection.execute(_ROLES, (body.key,)):
        found[task].append(role)
    return dict(found)
