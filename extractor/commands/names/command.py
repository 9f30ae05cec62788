"""``extractor names``: which bodies are unknown, which may be one, and what the user decides about it."""

from __future__ import annotations

import click

from extractor.commands.names.decided import accept, merge, split, undo
from extractor.commands.names.seen import show_decisions, show_suggestions, show_unknown

_HELP = """单位名称的取舍：一个单位只用一个名称。

\b
先用 unknown、suggest 看，再用 accept、merge、split 定，用 undo 撤回。
决定记在结果文件夹的 names.toml 里，可用记事本改；台账随即更新，不重新读取公文。

Which names are one body: look, decide, undo. Decisions are kept in names.toml.
"""


@click.group("names", help=_HELP)
def command() -> None:
    """Hold the commands together."""


for _each in (show_unknown, show_suggestions, show_decisions, accept, merge, split, undo):
    command.add_command(_each)
