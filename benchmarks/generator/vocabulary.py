"""The words that notices are made of; they stand in ``words.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of ``words.toml``; ``〇`` in a heading stands for the work that a notice is about."""

    cities: list[str]
    county_heads: list[str]
    counties: list[str]
    people: list[str]
    bureaus: list[list[str]]
    city_owners: list[str]
    county_owners: list[str]
    school_owners: list[str]
    themes: list[str]
    seasons: list[str]
    headings: list[str]
    clauses: list[str]
    aims: list[str]
    requirements: list[list[str]]
    materials: list[str]
    laws: list[str]


@cache
def words() -> Vocabulary:
    """The vocabulary, read once."""
    return Vocabulary(**tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8")))
