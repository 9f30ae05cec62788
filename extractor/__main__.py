"""``extractor`` and ``python -m extractor``: the program as started from a command line."""

from __future__ import annotations

import gc

_YOUNG = 100_000
"""Objects after which to look for garbage: starting makes nearly as many, and all of them stay."""


def main() -> None:
    """Run the command that the command line names, and end with its exit status."""
    gc.set_threshold(_YOUNG)
    from extractor.commands.program import program  # noqa: PLC0415
    from extractor.commands.screen.console import prepare  # noqa: PLC0415 - workers import this module and need neither

    prepare()
    program()


if __name__ == "__main__":
    main()
