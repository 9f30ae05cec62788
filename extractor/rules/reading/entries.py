"""What an entry of a rule file must say, and each way of saying it wrong."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from extractor.model.fold import fold
from extractor.rules.example import Counterexample, Example
from extractor.rules.faults import fault
from extractor.rules.pattern.own import own
from extractor.rules.pattern.splice import SpliceError, Splicer
from extractor.rules.reading.vocabulary import COMMON, KINDS, PATTERNS, refuse_unfit
from extractor.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from extractor.model.errors import RuleError
    from extractor.rules.reading.files import Entry

_RULE_ID = own(r"[a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+")
_NAME = own(r"[a-z][a-z0-9.-]*")
_EXAMPLES_AT_LEAST = 2


def identifier(entry: Entry) -> str:
    """The id of an entry: lower case; a rule's is dotted (``deadline.month-end``).

    Raises:
        RuleError: it has none, or one of another form.
    """
    name = text(entry, "id")
    if not (_RULE_ID if entry.table == "rule" else _NAME).fullmatch(name):
        raise fault("rule-id-form", entry.where, name, name)
    return name


def rule_of(entry: Entry, splicer: Splicer) -> Rule:
    """The rule that a ``[[rule]]`` entry states, its pattern spliced but not yet compiled.

    Raises:
        RuleError: the entry lacks something, says something that its kind does not know, or its examples do not fit.
    """
    name, kind = identifier(entry), entry.file.removesuffix(".toml")
    rule = Rule(
        id=name,
        kind=kind,
        means=text(entry, "means"),
        expression=spliced(entry, text(entry, "regex"), splicer),
        reads=text(entry, "reads", ""),
        triggers=tuple(fold(word) for word in texts(entry, "triggers")),
        fields=_further(entry, KINDS[kind].fields, splicer),
        examples=_examples(entry),
        counterexamples=_counterexamples(entry),
        where=entry.where,
        own=not entry.shipped,
    )
    refuse_unfit(rule)
    return rule


def spliced(entry: Entry, expression: str, splicer: Splicer) -> str:
    """``expression`` with its fragments in place; what is wrong with it is laid to ``entry``.

    Raises:
        RuleError: see ``Splicer.splice``.
    """
    try:
        return splicer.splice(expression)
    except SpliceError as error:
        raise fault(error.code, entry.where, entry.name, error.reason) from error


def text(entry: Entry, key: str, default: str | None = None) -> str:
    """The words an entry gives under ``key``.

    Raises:
        RuleError: missing (and no default), empty, or no string.
    """
    value = entry.fields.get(key, default)
    if value is None or value == "" != default:
        raise fault("rule-missing-key", entry.where, entry.name, key)
    if not isinstance(value, str):
        raise fault("rule-wrong-type", entry.where, entry.name, f"{key}: '…'")
    return value


def texts(entry: Entry, key: str) -> tuple[str, ...]:
    """The list of words an entry gives under ``key``; empty when the key is absent.

    Raises:
        RuleError: no list of strings, or an empty string in it.
    """
    value = entry.fields.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise fault("rule-wrong-type", entry.where, entry.name, f"{key}: ['…', '…']")
    return tuple(value)


def only_keys(entry: Entry, known: Collection[str]) -> None:
    """Refuse keys that mean nothing in this kind of entry.

    Raises:
        RuleError: there is one; the reason names it, and the key it resembles.
    """
    for key in entry.fields:
        if key not in known:
            raise _unknown(entry, key, known)


def _unknown(entry: Entry, key: str, known: Collection[str], within: str = "") -> RuleError:
    likely = get_close_matches(key, known, n=1)
    hint = f" ({likely[0]}?)" if likely else ""
    return fault("rule-unknown-key", entry.where, entry.name, within + key + hint)


def _further(entry: Entry, fields: Collection[str], splicer: Splicer) -> dict[str, str]:
    """The fields of the kind's own (``role = 'lead'``) and none beside them; patterns with their fragments in place."""
    only_keys(entry, (*COMMON, *fields))
    given = {key: text(entry, key) for key in entry.fields if key in fields}
    return {key: spliced(entry, said, splicer) if key in PATTERNS else said for key, said in given.items()}


def _tables(
    entry: Entry, key: str, needed: Collection[str], known: Collection[str]
) -> list[Mapping[str, str]]:
    rows: Any = entry.fields.get(key, [])
    shape = f"{key}: [{{ {', '.join(f'{name} = …' for name in needed)} }}]"
    if not isinstance(rows, list):
        raise fault("rule-wrong-type", entry.where, entry.name, shape)
    for row in rows:
        if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
            raise fault("rule-wrong-type", entry.where, entry.name, shape)
        for name in row:
            if name not in known:
                raise _unknown(entry, name, known, f"{key}.")
        for name in needed:
            if not row.get(name):
                raise fault("rule-missing-key", entry.where, entry.name, f"{key}.{name}")
    return rows


def _examples(entry: Entry) -> tuple[Example, ...]:
    rows = _tables(entry, "examples", ("text", "found"), ("text", "found", "value"))
    if len(rows) < _EXAMPLES_AT_LEAST:
        raise fault("rule-few-examples", entry.where, entry.name, str(len(rows)))
    for row in rows:
        if row["found"] not in row["text"]:
            raise fault("rule-example-not-in-text", entry.where, entry.name, row["found"])
    return tuple(Example(row["text"], row["found"], row.get("value", "")) for row in rows)


def _counterexamples(entry: Entry) -> tuple[Counterexample, ...]:
    rows = _tables(entry, "counterexamples", ("text", "why"), ("text", "why", "taken-by"))
    if not rows:
        raise fault("rule-no-counterexample", entry.where, entry.name)
    return tuple(Counterexample(row["text"], row["why"], row.get("taken-by", "")) for row in rows)
