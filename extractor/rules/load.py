"""Read the rule files of one or several folders into a book."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from extractor.model.errors import RuleError
from extractor.model.fold import fold
from extractor.rules.compile import compile_pattern
from extractor.rules.rule import Counterexample, Example, Rule, RuleBook

_KNOWN = {"id", "means", "regex", "reads", "triggers", "examples", "counterexamples"}


def shipped_patterns() -> Path:
    """The folder of the rules that come with the program: inside the installed package, or beside it in a clone."""
    inside = Path(__file__).parent.parent / "patterns"
    return inside if inside.is_dir() else inside.parent.parent / "patterns"


def load(folders: Sequence[Path] = ()) -> RuleBook:
    """The shipped rules, then those of ``folders``; a later entry replaces an earlier one of the same id.

    Raises:
        RuleError: a file cannot be read as rules; ``where`` is its name and line.
    """
    files = [path for folder in (shipped_patterns(), *folders) for path in sorted(folder.glob("*.toml"))]
    digest = hashlib.sha256()
    tables = []
    for path in files:
        raw = path.read_bytes()
        digest.update(path.name.encode() + b"\0" + raw)
        tables.append((path, tomllib.loads(raw.decode("utf-8"))))
    fragments = {name: text for _, table in tables for name, text in table.get("fragments", {}).items()}
    lists = {
        entry["id"]: tuple(fold(word) for word in entry["words"])
        for _, table in tables
        for entry in table.get("words", ())
    }
    rules = {
        entry["id"]: _rule(entry, path, fragments, lists) for path, table in tables for entry in table.get("rule", ())
    }
    return RuleBook(tuple(rules.values()), lists, fragments, digest.hexdigest())


def _rule(
    entry: Mapping[str, Any], path: Path, fragments: Mapping[str, str], lists: Mapping[str, Sequence[str]]
) -> Rule:
    try:
        pattern = compile_pattern(entry["regex"], fragments, lists)
    except (KeyError, ValueError) as error:
        raise RuleError(path.name, rule=str(entry.get("id")), reason=str(error)) from error
    return Rule(
        id=entry["id"],
        kind=path.stem,
        means=entry["means"],
        pattern=pattern,
        reads=entry.get("reads", ""),
        triggers=tuple(entry.get("triggers", ())),
        fields={key: str(value) for key, value in entry.items() if key not in _KNOWN},
        examples=tuple(Example(**example) for example in entry.get("examples", ())),
        counterexamples=_counterexamples(entry.get("counterexamples", ())),
        where=path.name,
    )


def _counterexamples(entries: Iterable[Mapping[str, str]]) -> tuple[Counterexample, ...]:
    return tuple(Counterexample(**entry) for entry in entries)
