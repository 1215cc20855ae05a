"""Large files, which are mapped: what is found in them, whatever they look like."""

from __future__ import annotations

import base64
import gzip
import multiprocessing
import random
from pathlib import Path

import pytest

from okx_secret_scan.model import Blob
from okx_secret_scan.sources import worktree
from okx_secret_scan.sources.mapped import Mapped
from tests.command import Command, config
from tests.repository import Repository
from tests.values import account

FILLER = b"number = 1\n" * (worktree.MAPPED // 11 + 1)
NOISE = random.Random(7).randbytes(worktree.MAPPED)


def text() -> bytes:
    return config(account()).encode()


def encoded() -> bytes:
    return b"blob = '" + base64.b64encode(text()) + b"'\n"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda: text() + FILLER, id="at the start"),
        pytest.param(lambda: FILLER + text(), id="at the end"),
        pytest.param(lambda: (text() + FILLER).decode().encode("utf-16"), id="UTF-16"),
        pytest.param(lambda: (text() + FILLER).decode().encode("utf-16-be"), id="UTF-16 without a mark"),
        pytest.param(lambda: gzip.compress(text() + NOISE, compresslevel=0), id="gzip"),
        pytest.param(lambda: FILLER + encoded(), id="base64"),
    ],
)
def test_all_three_are_found_in_a_large_file(okx: Command, repository: Repository, content: object) -> None:
    assert callable(content)
    data = content()
    (repository.path / "large").write_bytes(data)
    (repository.path / "clean").write_bytes(FILLER)
    run = okx("scan", "--jobs", "2", "--format", "json")
    assert run.status == 1
    rules = [found["rule"] for found in run.report["findings"]]
    assert sorted(rules) == ["okx-api-key", "okx-passphrase", "okx-secret-key"]
    assert {found["path"].split("!")[0] for found in run.report["findings"]} == {"large"}
    assert run.report["summary"]["files"] == 2
    assert run.report["summary"]["bytes"] == len(data) + len(FILLER)


def test_without_the_engine_the_same_is_found(okx: Command, repository: Repository) -> None:
    (repository.path / "large").write_bytes(FILLER + text())
    run = okx("scan", "--jobs", "2", "--format", "json")
    hidden = repository.path.parent / "without"
    hidden.mkdir()
    (hidden / "hyperscan.py").write_text("raise ImportError\n")
    plain = okx("scan", "--jobs", "2", "--format", "json", environment={"PYTHONPATH": str(hidden)})
    assert len(run.report["findings"]) == 3
    assert plain.report["findings"] == run.report["findings"]


def test_a_comment_that_silences_nothing_is_told_of_a_large_file(
    okx: Command, repository: Repository
) -> None:
    (repository.path / "large").write_bytes(FILLER + b"a = 1  # okx-secret-scan: allow\n")
    (repository.path / "clean").write_bytes(FILLER)
    run = okx("scan", "--jobs", "2", "--report-unused")
    line = FILLER.count(b"\n") + 1
    assert f"large:{line}: comment silences nothing" in run.out + run.err


def test_only_workers_map_and_only_large_files_and_those_that_cannot_be_mapped_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "large").write_bytes(FILLER)
    (tmp_path / "small").write_bytes(FILLER[:100])
    files = worktree.Files(tmp_path, ("large", "small"))
    assert [type(item) for item in files.read()] == [Blob, Blob]  # what ends this process ends the report
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: "somebody")
    assert [type(item) for item in files.read()] == [Mapped, Blob]

    def refuse(*_: object, **__: object) -> None:
        raise OSError(19, "No such device")

    monkeypatch.setattr("okx_secret_scan.sources.mapped.mmap.mmap", refuse)
    assert [item.data for item in files.read() if isinstance(item, Blob)] == [FILLER, FILLER[:100]]
