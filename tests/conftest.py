"""What many tests need: the shipped rules, and the real notices beside the clone."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.rules.load import load
from tests.making.scoring import scoring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.rules.book import RuleBook
    from tests.making.scoring import Score

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def signals_reach_programs() -> None:
    """Tests started in the background, or with nohup, ignore Ctrl-C or the hang-up, and so every program they start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(scope="session", autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests compile is kept for the programs that they start, away from what the user has kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXTRACTOR_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def book() -> RuleBook:
    """The rules and word lists that ship with the program."""
    return load()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real notices, gold data and specification, where there is one."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no folder of real notices (../shared) beside this clone")
    return folder


@pytest.fixture(scope="session")
def score(shared: Path) -> Score:
    """The measure of what is found against what two readers found."""
    path = shared / "eval" / "score.py"
    if not path.is_file():
        pytest.skip("no score.py beside this clone")
    return scoring(path)
