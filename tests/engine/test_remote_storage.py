"""Notices in S3 are read like those on a disk, results there are asked like those on a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from extractor.commands.program import program
from extractor.engine.cluster.bucket import BucketDone, Work, read_bucket
from extractor.engine.cluster.listing import listed, write_listing
from extractor.engine.cluster.records import Records
from extractor.engine.cluster.run import linked
from extractor.engine.local import Plan, run
from extractor.engine.reading import NoticeReader
from extractor.graph.apart.flow import FlowHere
from extractor.graph.apart.shelf import key_of
from extractor.ingest import changing
from extractor.rules.bodies.departments import load_departments
from extractor.store.parquet.manifest import Manifest, publish, stored
from extractor.store.parquet.storage import Storage
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("pyarrow", reason="the extra 'cluster' is not installed")
pytest.importorskip("duckdb", reason="the extra 'cluster' is not installed")
moto = pytest.importorskip("moto.server", reason="moto is not installed")
SAMPLES = ("03-支部强基实施方案.txt", "06-托育服务推进会通知.txt")
BUCKETS = 8


@pytest.fixture(scope="module")
def s3() -> Iterator[Any]:
    """A server that speaks as S3 does, and what is to be known about it."""
    import boto3  # noqa: PLC0415 - comes with moto, which may be missing

    patch = pytest.MonkeyPatch()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        patch.setenv(name, "nobody")
    patch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    client = boto3.client("s3", endpoint_url=f"http://{host}:{port}", region_name="us-east-1")
    client.create_bucket(Bucket="notices")
    yield client, f"?scheme=http&endpoint_override={host}:{port}&region=us-east-1"
    server.stop()
    patch.undo()


@pytest.fixture(scope="module")
def uploaded(s3: Any) -> str:  # noqa: ANN401 - boto3 has no types
    """Two notices, one of them in an archive as well, and what is not read."""
    client, rest = s3
    for name in SAMPLES:
        client.upload_file(str(ROOT / "corpus" / name), "notices", f"in/2025/{name}")
    client.put_object(Bucket="notices", Key="in/.hidden.txt", Body=b"x")
    client.put_object(Bucket="notices", Key="in/half.txt.part", Body=b"x")
    client.put_object(Bucket="notices", Key="in/empty.txt", Body=b"")
    return f"s3://notices/in{rest}"


def read_into(out: str, location: str) -> list[BucketDone]:
    """What a cluster does, in this process."""
    storage = Storage(out)
    records, reader = Records(storage, BUCKETS), NoticeReader()
    write_listing(storage, listed([location], out), BUCKETS)
    work = Work(records, reader, reader.digest, changing.current())
    done = [read_bucket(bucket, work) for bucket in range(BUCKETS)]
    turns = FlowHere((key_of(bucket), None) for bucket in range(BUCKETS))
    publish(storage, linked(turns, records, load_departments(), Manifest(BUCKETS, reader.digest)))
    return done


def test_s3_to_s3(s3: Any, uploaded: str, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    out = f"s3://notices/out{s3[1]}"
    assert [row["file"] for row in listed([uploaded], out)] == [
        "2025/03-支部强基实施方案.txt", "2025/06-托育服务推进会通知.txt", "empty.txt",
    ]  # fmt: skip
    done = read_into(out, uploaded)
    assert (sum(each.read for each in done), sum(each.unread for each in done)) == (2, 1)
    again = read_into(out, uploaded)
    assert (sum(each.unchanged for each in again), sum(each.unread for each in again)) == (2, 1)

    (tmp_path / "notices/2025").mkdir(parents=True)
    (tmp_path / "notices/empty.txt").touch()
    for name in SAMPLES:
        (tmp_path / "notices/2025" / name).write_bytes((ROOT / "corpus" / name).read_bytes())
    run(Plan((tmp_path / "notices",), tmp_path / "out", parquet=str(tmp_path / "here")), NoticeReader())
    here, there = stored(Storage(str(tmp_path / "here"))), stored(Storage(out))
    assert here
    assert here == there
    for question in ("tasks --words 支部", "departments --as-of 2025-05-01", "notices", "due --all --as-of 2025-05-01"):
        words = [*question.split(), "--format", "json"]
        local = CliRunner().invoke(program, [*words, "--out", str(tmp_path / "out")])
        remote = CliRunner().invoke(program, [*words, "--parquet", out])
        assert remote.output == local.output


def test_results_among_the_notices_are_no_notices(s3: Any) -> None:  # noqa: ANN401 - as above
    client, rest = s3
    for key in ("all/通知.txt", "all/out/manifest.json", "all/out/tasks/bucket=00/part-1.parquet"):
        client.put_object(Bucket="notices", Key=key, Body=b"x")
    rows = listed([f"s3://notices/all{rest}"], f"s3://notices/all/out{rest}")
    assert [row["file"] for row in rows] == ["通知.txt"]


def test_an_archive_in_s3_is_read_as_its_members(s3: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    import zipfile  # noqa: PLC0415 - here only

    with zipfile.ZipFile(tmp_path / "归档.zip", "w") as archive:
        archive.write(ROOT / "corpus" / SAMPLES[1], "通知.txt")
    s3[0].upload_file(str(tmp_path / "归档.zip"), "notices", "packed/归档.zip")
    out = str(tmp_path / "out")
    done = read_into(out, f"s3://notices/packed{s3[1]}")
    assert sum(each.read for each in done) == 1
    rows = list(Storage(out).read(stored_or_fail(out).paths("files"), ["file", "status"]))
    assert rows == [{"file": "归档.zip/通知.txt", "status": "ok"}]


def stored_or_fail(out: str) -> Manifest:
    manifest = stored(Storage(out))
    assert manifest
    return manifest


def test_a_uri_needs_a_cluster() -> None:
    done = CliRunner().invoke(program, ["run", "s3://甲/乙"])
    assert (done.exit_code, done.output) == (
        2, "s3://甲/乙：网址要在集群上读写。请加上 --engine ray，或者换成本机的文件夹。\n"
    )  # fmt: skip


def test_a_cluster_writes_to_one_place_only() -> None:
    done = CliRunner().invoke(program, ["run", "甲", "--engine", "ray", "--parquet", "乙"])
    assert done.exit_code == 2
    assert "--engine ray 的 Parquet 写在 --out，不要再写 --parquet" in done.output


def test_a_cluster_is_not_profiled_here() -> None:
    done = CliRunner().invoke(program, ["run", "甲", "--engine", "ray", "--profile"])
    assert done.exit_code == 2
    assert "--profile 只量本机的运行；--engine ray 的用时看 Ray 自己的面板" in done.output
