"""``extractor serve``: the workbench, the ledger in a browser on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from extractor.commands import options
from extractor.commands.screen.console import tell

if TYPE_CHECKING:
    from extractor.commands.manner import Manner

_PORT = 8765
_HELP = """在浏览器里看台账、填台账；默认只有本机能打开。

\b
例：extractor serve
    extractor serve 收文 --out 台账 --port 9000
按 Ctrl-C 结束。让别的机器打开时写 --host，网址里会有一段口令，只给该给的人。

The ledger in a browser; on this machine only unless --host says otherwise.
"""


class Asked(TypedDict):
    """What stands on the command line."""

    corpus: Path
    out: Path
    patterns: tuple[Path, ...]
    host: str
    port: int
    browser: bool
    allow_classified: bool


@click.command("serve", help=_HELP)
@click.argument("corpus", default=Path("corpus"), type=click.Path(file_okay=False, path_type=Path), metavar="[文件夹]")
@options.out
@options.patterns
@click.option("--host", default="127.0.0.1", show_default=True, metavar="地址", help="在哪个地址上应答 (address)。")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, metavar="端口",
    help="端口；0 为任一空闲的 (0: any free one)。",
)  # fmt: skip
@click.option("--browser/--no-browser", default=True, help="启动后打开浏览器 (open the browser)。")
@options.allow_classified
@options.lang
@click.pass_obj
def command(manner: Manner, **asked: Unpack[Asked]) -> None:
    """Answer the browser until somebody presses Ctrl-C."""
    from extractor.web.office import Office  # noqa: PLC0415 - --help needs no pages
    from extractor.web.serving import listen, serve  # noqa: PLC0415

    out = asked["out"]
    office = Office(out, asked["corpus"], asked["patterns"], allow_classified=asked["allow_classified"])
    with listen(asked["host"], asked["port"]) as door:
        click.echo(tell("serving", door.address, {"out": out.as_posix()}, manner.lang))
        if asked["browser"]:
            click.launch(door.address)
        if not serve(office, door):
            click.echo(tell("outputs-behind", out.as_posix(), {}, manner.lang), err=True)
