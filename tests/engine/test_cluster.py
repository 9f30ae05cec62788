"""A cluster of several nodes finds what one machine finds, and loses nothing when a part of it breaks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from extractor.commands.program import program
from extractor.engine.cluster.ray_flow import SETTINGS
from extractor.engine.cluster.records import Records
from extractor.engine.cluster.run import ClusterPlan, ClusterSummary, run_on_cluster
from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader
from extractor.ingest.changing import changed
from extractor.rules.bodies.departments import Departments, load_departments
from extractor.store.parquet.manifest import stored
from extractor.store.parquet.storage import Storage
from tests.conftest import ROOT
from tests.engine.cluster_readers import DIES, KILLS_NODE, KILLS_WORKER, SLEEPS, WAITS, NotingReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.engine.record_reader import RecordReader
    from extractor.model.record import Record

pytest.importorskip("ray", reason="the extra 'cluster' is not installed")
pytest.importorskip("pyarrow", reason="the extra 'cluster' is not installed")
pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not say who started whom"),
    pytest.mark.filterwarnings("default"),  # Ray's own
]
BUCKETS = 3


@pytest.fixture(scope="module")
def nodes() -> Iterator[Any]:
    """A cluster on this machine: a head that only leads, and two nodes that work."""
    hurry = {"RAY_health_check_period_ms": "500", "RAY_health_check_failure_threshold": "3"}
    kept = dict(os.environ)
    os.environ.update({**SETTINGS, **hurry, "PYTHONPATH": str(ROOT)})
    import ray  # noqa: PLC0415 - the extra may be missing
    from ray.cluster_utils import Cluster  # noqa: PLC0415 - as above

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False, **LITTLE})
    for _ in range(2):
        cluster.add_node(num_cpus=1, **LITTLE)
    ray.init(cluster.address, log_to_driver=False, logging_level="ERROR")
    yield cluster
    ray.shutdown()
    cluster.shutdown()
    os.environ.clear()
    os.environ.update(kept)


LITTLE = {"object_store_memory": 80_000_000}


def written(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def numbered(folder: Path, count: int, **texts: str) -> Path:
    return written(folder, **{f"第{number}号": f"文字{number}" for number in range(count)}, **texts)


def on_cluster(notices: Path, out: Path, reader: RecordReader, names: Departments | None = None) -> ClusterSummary:
    plan = ClusterPlan((str(notices),), str(out), names or Departments(), buckets=BUCKETS)
    return run_on_cluster(plan, reader)


def kept(out: Path) -> dict[str, Record]:
    """What the cluster keeps of every file; no file twice."""
    records = Records(Storage(str(out)), BUCKETS)
    found = [record for bucket in range(BUCKETS) for record in records.records(bucket)]
    assert len({record["file"] for record in found}) == len(found)
    return {record["file"]: record for record in found}


def test_the_tables_are_those_of_one_machine_to_the_last_byte(
    nodes: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch  # noqa: ANN401
) -> None:
    del nodes
    monkeypatch.setattr("extractor.store.parquet.manifest._FEWEST", BUCKETS)
    notices = tmp_path / "notices"
    notices.mkdir()
    for path in sorted((ROOT / "tests/knowledge/corpus").iterdir()):
        (notices / path.name).write_bytes(path.read_bytes())
    (notices / "坏.docx").write_bytes(b"PK\x03\x04")
    run(Plan((notices,), tmp_path / "outputs", parquet=str(tmp_path / "here"), isolated=False), NoticeReader())
    here = stored(Storage(str(tmp_path / "here")))
    assert here
    plan = ClusterPlan((str(notices),), str(tmp_path / "there"), load_departments(), buckets=here.buckets)
    summary = run_on_cluster(plan, NoticeReader())
    assert (summary.files, summary.read, summary.unread) == (13, 12, 1)
    assert summary.complaints[0][0] == "坏.docx：无法读取：文件不完整（ZIP 已损坏）"
    there = stored(Storage(str(tmp_path / "there")))
    assert there
    assert (there.buckets, there.digest, there.parts) == (here.buckets, here.digest, here.parts)
    assert all(here.rows(table) for table in ("documents", "tasks", "owners", "times", "references", "edges", "bodies"))


@pytest.mark.parametrize("broken", [pytest.param(KILLS_WORKER, id="工作进程"), pytest.param(KILLS_NODE, id="整台机器")])
def test_what_breaks_in_the_middle_loses_nothing(nodes: Any, tmp_path: Path, broken: str) -> None:  # noqa: ANN401
    reader = NotingReader(tmp_path / "notes")
    notices = numbered(tmp_path / "notices", 24, 坏=broken)
    summary = on_cluster(notices, tmp_path / "out", reader)
    assert (tmp_path / "notes/broken" / broken).exists()
    if broken == KILLS_NODE:
        nodes.add_node(num_cpus=1, **LITTLE)
    assert (summary.files, summary.read + summary.unchanged, summary.unread) == (25, 25, 0)
    assert {name: each["text"] for name, each in kept(tmp_path / "out").items()} == {
        path.name: path.read_text("utf-8") for path in notices.iterdir()
    }
    files = Storage(str(tmp_path / "out")).read(stored_paths(tmp_path / "out", "files"), ["file"])
    assert sorted(row["file"] for row in files) == sorted(path.name for path in notices.iterdir())


def stored_paths(out: Path, table: str) -> list[str]:
    manifest = stored(Storage(str(out)))
    assert manifest
    return manifest.paths(table)


def test_a_poisoned_file_costs_itself(nodes: Any, tmp_path: Path) -> None:  # noqa: ARG001, ANN401
    notices = numbered(tmp_path / "notices", 6, 死=DIES, 睡=SLEEPS)
    with changed({"seconds": 4}):
        summary = on_cluster(notices, tmp_path / "out", NotingReader(tmp_path / "notes"))
    assert (summary.read, summary.unread) == (6, 2)
    codes = {name: each["problems"][0]["code"] for name, each in kept(tmp_path / "out").items() if each["problems"]}
    assert codes == {"死.txt": "reader-died", "睡.txt": "file-too-slow"}


def test_no_more_is_under_way_than_there_are_processors(nodes: Any, tmp_path: Path) -> None:  # noqa: ARG001, ANN401
    reader = NotingReader(tmp_path / "notes")
    on_cluster(numbered(tmp_path / "notices", 40), tmp_path / "out", reader)
    assert 1 <= reader.most_at_once() <= 2
    assert set(reader.times_read().values()) == {1}


def test_a_second_run_reads_what_changed(nodes: Any, tmp_path: Path) -> None:  # noqa: ARG001, ANN401
    notices, out = numbered(tmp_path / "notices", 12), tmp_path / "out"
    on_cluster(notices, out, NotingReader(tmp_path / "first"))
    written(notices, 第3号="改了", 新="新来的")
    (notices / "第5号.txt").unlink()
    again = NotingReader(tmp_path / "again")
    summary = on_cluster(notices, out, again)
    assert again.times_read() == {"新.txt": 1, "第3号.txt": 1}
    assert (summary.files, summary.read, summary.unchanged) == (12, 2, 10)
    assert kept(out).keys() == {path.name for path in notices.iterdir()}
    before = (out / "manifest.json").stat().st_mtime_ns
    assert on_cluster(notices, out, again).unchanged == 12
    assert (out / "manifest.json").stat().st_mtime_ns == before
    other_rules = NotingReader(tmp_path / "rules", "规则二")
    assert on_cluster(notices, out, other_rules).read == 12


DRIVER = """
import sys
from pathlib import Path
from extractor.engine.cluster.run import ClusterPlan, run_on_cluster
from extractor.rules.bodies.departments import Departments
from tests.engine.cluster_readers import NotingReader
notices, out, notes, buckets = sys.argv[1:]
run_on_cluster(ClusterPlan((notices,), out, Departments(), buckets=int(buckets)), NotingReader(Path(notes)))
"""


def test_a_run_goes_on_where_the_killed_one_stopped(nodes: Any, tmp_path: Path) -> None:  # noqa: ANN401
    reader = NotingReader(tmp_path / "notes")
    notices, out = numbered(tmp_path / "notices", 12, 等=WAITS), tmp_path / "out"
    command = [sys.executable, "-c", DRIVER, str(notices), str(out), str(reader.notes), str(BUCKETS)]
    driver = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "RAY_ADDRESS": nodes.address})
    waiting = (tmp_path / "notes/busy/等.txt", tmp_path / "out/records")
    until = time.monotonic() + 60
    while not (waiting[0].exists() and len(list(waiting[1].rglob("*.parquet"))) == BUCKETS - 1):
        assert driver.poll() is None
        assert time.monotonic() < until
        time.sleep(0.1)
    driver.send_signal(signal.SIGKILL)
    driver.wait()
    finished = reader.times_read()
    (reader.notes / "go").touch()
    summary = on_cluster(notices, out, reader)
    assert summary.files == 13
    assert summary.unchanged >= len(finished) - len(unfinished(notices))
    again = {name for name, times in reader.times_read().items() if times > finished.get(name, 0)}
    assert again <= unfinished(notices)
    assert kept(out).keys() == {path.name for path in notices.iterdir()}


def unfinished(notices: Path) -> set[str]:
    """The files that lie in one bucket with the one that waits."""
    records = Records(Storage(str(notices)), BUCKETS)
    return {path.name for path in notices.iterdir() if records.bucket(path.name) == records.bucket("等.txt")}


def test_the_command_says_what_was_found(nodes: Any, tmp_path: Path) -> None:  # noqa: ARG001, ANN401
    notices, out = tmp_path / "notices", tmp_path / "out"
    notices.mkdir()
    name = "06-托育服务推进会通知.txt"
    (notices / name).write_bytes((ROOT / "corpus" / name).read_bytes())
    (notices / "空.txt").touch()
    command = ["run", str(notices), "--engine", "ray", "--out", str(out)]
    done = CliRunner().invoke(program, command, catch_exceptions=False)
    assert done.exit_code == 1
    assert done.stdout == f"共 2 个文件（新读 1，未变 0，未能读取 1）：公文 2 份、任务 5 项、关联 {EDGES} 条 → {out}\n"
    # Where a node died before, Ray says so on the same stream.
    assert "空.txt：文件里没有文字。请检查文件是否下载完整，或者内容是否全是图片。\n" in done.stderr
    again = CliRunner().invoke(program, command, catch_exceptions=False)
    assert again.stdout.startswith("共 2 个文件（新读 0，未变 1，未能读取 1）：")
    asked = CliRunner().invoke(program, ["notices", "--parquet", str(out), "--format", "csv"], catch_exceptions=False)
    assert asked.stdout.count(name) == 2


EDGES = 16
