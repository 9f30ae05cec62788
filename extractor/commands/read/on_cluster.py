"""``extractor run --engine ray``: read notices on a cluster, write Parquet, say what was found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.screen.console import joined, tell
from extractor.commands.screen.progress import Progress
from extractor.engine.cluster import run as cluster
from extractor.rules.bodies.decisions import FILE as NAMES
from extractor.rules.bodies.departments import load_departments

if TYPE_CHECKING:
    from extractor.commands.read.asked import Asked
    from extractor.engine.cluster.run import ClusterSummary
    from extractor.engine.reading import NoticeReader
    from extractor.messages import Language

_MOST_COMPLAINTS = 20


def run_on_cluster(reader: NoticeReader, asked: Asked, lang: Language) -> int:
    """Run as the command line asks, and report; returns the exit status."""
    decided = asked["names_file"] or (None if "://" in asked["out"] else Path(asked["out"], NAMES))
    names = load_departments(asked["patterns"], decided)
    locations = asked["paths"] or ("corpus",)
    plan = cluster.ClusterPlan(locations, asked["out"], names, asked["jobs"], asked["force"])
    with Progress() as progress:
        summary = cluster.run_on_cluster(plan, reader, progress)
    for complaint in summary.complaints[:_MOST_COMPLAINTS]:
        click.echo(joined(*complaint), err=True)
    click.echo(tell("cluster-closed", asked["out"], _figures(summary), lang))
    return 1 if summary.unread else 0


def _figures(summary: ClusterSummary) -> dict[str, int]:
    rows = {"documents": summary.rows["documents"], "tasks": summary.rows["tasks"], "links": summary.rows["edges"]}
    return {
        "files": summary.files,
        "read": summary.read,
        "unchanged": summary.unchanged,
        "unread": summary.unread,
        **rows,
    }
