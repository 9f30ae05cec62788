"""The text of a rule file, and what it says as TOML; what is wrong with either, by its line."""

from __future__ import annotations

import json
import tomllib
from contextlib import suppress
from typing import Any

from extractor.rules.cache.kept import kept
from extractor.rules.faults import fault
from extractor.rules.pattern.own import own

_SYNTAX_LINE = own(r"at line (\d+)")


def decoded(raw: bytes, label: str) -> str:
    """The text of a file that is called ``label`` in complaints.

    Raises:
        RuleError: it is no UTF-8.
    """
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise fault("rule-encoding", f"{label}:{line}") from error


def parsed(text: str, label: str, *, shipped: bool = False) -> dict[str, Any]:
    """What ``text`` says; a ``shipped`` file that was read once is ``kept`` as JSON, which is read in no time.

    What users write stays in their own files: names of bodies among it may come from their notices.

    Raises:
        RuleError: it is no TOML.
    """
    origin = f"toml {text}"
    known = kept().get(origin) if shipped else None
    if known is not None:
        found: dict[str, Any] = json.loads(known)
        return found
    found = _parsed(text, label)
    with suppress(TypeError):  # a date, which has no place in a rule file: who reads its entry says so
        if shipped:
            kept().put(origin, json.dumps(found).encode())
    return found


def _parsed(text: str, label: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _SYNTAX_LINE.search(str(error))
        place = line[1] if line else str(text.count("\n") + 1)
        raise fault("rule-syntax", f"{label}:{place}", reason=str(error)) from error
    except RecursionError as error:
        raise fault("rule-syntax", f"{label}:1", reason="nested too deeply") from error
