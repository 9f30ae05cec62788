"""What can be wrong with a rule file: one code, one place, one word that is to blame."""

from __future__ import annotations

from extractor.model.errors import RuleError

CODES = (
    "rule-folder-missing", "rule-unreadable", "rule-encoding", "rule-syntax", "rule-unknown-table",
    "rule-unknown-key", "rule-missing-key", "rule-wrong-type", "rule-id-form", "rule-id-repeated",
    "rule-unknown-name", "rule-name-in-set", "rule-circular", "rule-captures", "rule-regex",
    "rule-unknown-reading", "rule-wrong-value", "rule-missing-group", "rule-too-slow",
    "rule-few-examples", "rule-no-counterexample", "rule-example-not-in-text", "rule-list-empty",
    "rule-word-repeated", "rule-word-unknown", "rule-off-unknown", "rule-wrong-file",
    "names-unknown-table", "names-form-twice", "names-parent-unknown",
)  # fmt: skip


def fault(code: str, where: str, rule: str = "", reason: str = "", allowed: str = "") -> RuleError:
    """A ``RuleError`` whose own message stands in the catalogue under ``code``.

    Args:
        code: one of ``CODES``.
        where: ``file:line`` of the entry.
        rule: id of the rule, word list or fragment, as far as it has one.
        reason: the words to blame, in no language: a key, a name, what the parser said.
        allowed: what could stand there instead, as far as that is a closed list.
    """
    choice = {"allowed": allowed} if allowed else {}
    error = RuleError(where, rule=rule or "?", reason=reason, **choice)
    error.code = code
    return error
