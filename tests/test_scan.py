"""The pipeline: nothing found is lost, and what was not read is told, whatever happens on the way."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pytest

from okx_secret_scan import detector, scan, shares, workers
from okx_secret_scan.git.command import GitError
from okx_secret_scan.model import (
    Blob,
    Detection,
    Finding,
    Gap,
    Location,
    Rule,
    ScanResult,
    Secret,
    Severity,
    Source,
    UserError,
    Vocabulary,
)
from okx_secret_scan.shares import Outcome
from tests import values


@dataclass(frozen=True)
class Given:
    """A share with known content; bytes may name something that goes wrong instead."""

    contents: tuple[bytes, ...]
    name: str = "share"

    def read(self) -> Iterator[Blob | Gap]:
        for number, data in enumerate(self.contents):
            if data == b"GAP":
                yield Gap("cannot be read", f"{self.name}/{number}")
            elif data == b"GIT":
                raise GitError(128, b"fatal: bad object")
            elif data == b"DISK":
                raise OSError(5, "Input/output error")
            elif data == b"USER":
                raise UserError("mend this")
            elif data == b"BUG":
                raise ValueError("with a value in its message: " + values.secret_key())
            elif data == b"DIE":
                os.kill(os.getpid(), signal.SIGKILL)
            else:
                yield Blob(data, f"{self.name}/{number}")


class Everything:
    """A policy by which everything counts but what lies below `excluded`."""

    def excludes(self, path: str) -> str | None:
        return "excluded" if path.startswith("excluded") else None

    def judge(self, findings: Sequence[Finding]) -> list[Finding]:
        return [replace(f, suppressed=f.suppressed or self.excludes(f.path or "")) for f in findings]


@pytest.fixture(autouse=True)
def simple_detector(monkeypatch: pytest.MonkeyPatch) -> None:
    """A detector that finds the text behind `SECRET ` and fails on `CRASH`."""

    def detect(blob: Blob, added: Vocabulary) -> Detection:
        findings = []
        for number, line in enumerate(blob.data.decode().split("\n"), 1):
            if "CRASH" in line:
                raise RuntimeError(line)
            if line.startswith("SECRET "):
                secret = Secret(line.split()[1], Rule.SECRET_KEY)
                place = Location(number, 8, number, 8 + len(secret.reveal()))
                found = Finding(Rule.SECRET_KEY, secret, place, Severity.LOW, "x", ("test",))
                findings.append(replace(found, source=blob.source, path=blob.path, blob=blob.oid))
        return Detection(tuple(findings))

    monkeypatch.setattr(detector, "detect", detect, raising=False)
    monkeypatch.setattr(shares, "gate_for_many", lambda words: lambda data, path: True)


def secret() -> bytes:
    return b"SECRET " + values.secret_key().encode()


def run(*shares: Given, jobs: int = 1) -> ScanResult:
    return scan.run("scan", shares, policy=Everything(), jobs=jobs)


forked = pytest.mark.skipif(sys.platform != "linux", reason="the test's detector reaches workers by fork")


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=forked), pytest.param(9, marks=forked)])
def test_findings_come_in_reading_order_however_many_workers_there_are(jobs: int) -> None:
    result = run(*(Given((b"", secret(), secret()), f"{n:02}") for n in range(7)), jobs=jobs)
    paths = [finding.path for finding in result.findings]
    assert paths == sorted(paths, key=str)
    assert [finding.credential for finding in result.findings] == [f"c{n}" for n in range(1, 15)]
    assert result.summary.files == 21


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=forked)])
def test_one_value_in_several_shares_is_one_credential(jobs: int) -> None:
    leak = secret()
    result = run(Given((leak,), "a"), Given((leak, secret()), "b"), jobs=jobs)
    assert [finding.credential for finding in result.findings] == ["c1", "c1", "c2"]
    assert {finding.severity for finding in result.findings} == {Severity.HIGH}
    assert all(finding.fingerprint for finding in result.findings)


@pytest.mark.parametrize(
    ("trouble", "message"),
    [(b"GIT", "bad object"), (b"DISK", "Input/output error"), (b"BUG", "ValueError in test_scan.py")],
)
def test_a_share_that_breaks_off_keeps_what_it_gave(trouble: bytes, message: str) -> None:
    result = run(Given((secret(), trouble, secret())), Given((secret(),), "next"))
    assert [finding.path for finding in result.findings] == ["share/0", "next/0"]
    assert [message in gap.message for gap in result.gaps] == [True]


def test_a_detector_that_fails_on_one_blob_is_a_gap_without_its_content() -> None:
    value = values.secret_key()
    result = run(Given((secret(), f"CRASH {value}".encode(), secret())))
    assert len(result.findings) == 2
    assert [gap.path for gap in result.gaps] == ["share/1"]
    assert "RuntimeError in test_scan.py" in result.gaps[0].message
    assert value not in repr(result)


@forked
def test_the_death_of_a_worker_loses_its_share_alone_and_is_told() -> None:
    shares = [Given((secret(),), f"{n}") for n in range(6)]
    shares[2] = Given((secret(), b"DIE"), "2")
    result = run(*shares, jobs=2)
    assert {finding.path for finding in result.findings} == {"0/0", "1/0", "3/0", "4/0", "5/0"}
    assert [gap.message.split(",")[0] for gap in result.gaps] == ["a worker process died"]


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=forked)])
def test_what_the_user_must_mend_ends_the_scan(jobs: int) -> None:
    with pytest.raises(UserError, match="mend this"):
        run(Given((secret(),)), Given((b"USER",)), Given((secret(),)), jobs=jobs)


def test_gaps_of_a_source_are_kept_but_not_in_excluded_places() -> None:
    result = run(Given((b"GAP",)), Given((b"GAP", secret()), "excluded"))
    assert [gap.path for gap in result.gaps] == ["share/0"]
    assert result.findings == ()
    assert result.summary.suppressed == len(result.suppressed) == 1


def test_comments_in_the_text_suppress() -> None:
    result = run(Given((secret() + b"  # okx-secret-scan: allow\n" + secret(),)))
    assert [finding.location.line for finding in result.findings] == [2]
    assert [finding.location.line for finding in result.suppressed] == [1]


def test_what_the_gate_rejects_is_counted_but_not_detected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "gate_for_many", lambda words: lambda data, path: data != b"CRASH")
    result = run(Given((b"CRASH", b"12345")))
    assert result.gaps == ()
    assert (result.summary.files, result.summary.bytes) == (2, 10)


def test_locate_sees_all_findings_before_the_policy_does() -> None:
    def locate(findings: list[Finding]) -> list[Finding]:
        return [replace(finding, path="excluded/moved") for finding in findings]

    result = scan.run("history", [Given((secret(),))], policy=Everything(), locate=locate)
    assert [finding.path for finding in result.suppressed] == ["excluded/moved"]


def test_the_summary_tells_files_blobs_and_commits_apart() -> None:
    @dataclass(frozen=True)
    class Mixed:
        def read(self) -> Iterator[Blob | Gap]:
            yield Blob(b"1", "a.py")
            yield Blob(b"22", "b.py", "b" * 40)
            yield Blob(b"333", None, "c" * 40)
            yield Blob(b"4444", None, "d" * 40, Source.COMMIT_MESSAGE)

    summary = scan.run("history", [Mixed()], policy=Everything()).summary
    assert (summary.files, summary.blobs, summary.commits, summary.bytes) == (2, 2, 1, 10)


class Recorder:
    """A progress that notes what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def started(self, shares: int, doing: str = "") -> None:
        self.told.append(f"started {shares}")

    def advanced(self, outcome: Outcome) -> None:
        self.told.append(f"advanced {len(outcome.findings)}")

    def finished(self) -> None:
        self.told.append("finished")


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=forked)])
def test_progress_hears_of_every_share_and_of_the_end(jobs: int) -> None:
    recorder = Recorder()
    scan.run("scan", [Given((secret(),))] * 3, policy=Everything(), jobs=jobs, progress=recorder)
    assert recorder.told == ["started 3", *["advanced 1"] * 3, "finished"]


def test_progress_is_cleared_when_the_scan_fails() -> None:
    recorder = Recorder()
    with pytest.raises(UserError):
        scan.run("scan", [Given((b"USER",))], policy=Everything(), progress=recorder)
    assert recorder.told[-1] == "finished"


def test_workers_may_be_spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "START_METHOD", "spawn")
    result = run(Given((b"one",), "a"), Given((b"two", b"GAP"), "b"), jobs=2)
    assert result.summary.files == 2
    assert [gap.path for gap in result.gaps] == ["b/1"]
