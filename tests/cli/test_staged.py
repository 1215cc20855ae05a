"""`staged` judges what git would commit, and nothing else."""

from __future__ import annotations

import gzip
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.index_states import CLEAN, FOUND, STATES, Where, set_traps, stage, start
from tests.command import Command, config
from tests.repository import Repository
from tests.values import account


@pytest.mark.parametrize("name", STATES)
def test_each_state_of_the_index_gets_its_verdict(name: str, repository: Repository, okx: Command) -> None:
    make, expected = STATES[name]
    leak = account()
    where = make(repository, leak) or Where()
    sprung = repository.path.parent / "sprung"
    if (repository.path / ".git").exists():
        set_traps(repository, sprung)
    folder = repository.path / where.folder
    # With an option, the whole program judges; without one, the short cut may settle what is clean.
    for options in ([], ["--jobs=1"]) if expected == CLEAN else ([],):
        run = okx("staged", *options, *where.arguments, folder=folder, environment=where.environment)
        assert run.status == expected, (options, run)
        for value in (leak.key, leak.secret, leak.passphrase):
            assert value not in run.out + run.err
        if expected == FOUND:
            assert leak.secret[:4] + "*" in run.out
    assert not sprung.exists(), "a program that the repository configures has run"


def test_what_could_not_be_judged_is_named_with_the_remedy(repository: Repository, okx: Command) -> None:
    start(repository)
    run = okx("staged", "no-such-file")
    assert run.status == 2
    assert "no-such-file: not in the index: stage it with git add" in run.out


def test_paths_are_relative_to_the_top(repository: Repository, okx: Command) -> None:
    stage(repository, account(), "bot/config.py")
    run = okx("staged", "config.py", "--format=json", folder=repository.path / "bot")
    assert {finding["path"] for finding in run.report["findings"]} == {"bot/config.py"}


def test_findings_carry_the_blob_of_the_index(repository: Repository, okx: Command) -> None:
    leak = account()
    stage(repository, leak)
    report = okx("staged", "--format=json").report
    assert report["command"] == "staged"
    assert {finding["blob"] for finding in report["findings"]} == {repository.store(config(leak))}


def test_a_blob_is_reported_at_each_of_its_paths(repository: Repository, okx: Command) -> None:
    make, _ = STATES["one blob at two paths"]
    make(repository, account())
    report = okx("staged", "--format=json").report
    assert {finding["path"] for finding in report["findings"]} == {"config.py", "copy.py"}
    assert report["summary"]["files"] == 3


def test_submodules_are_counted(repository: Repository, okx: Command) -> None:
    make, _ = STATES["submodule pointer"]
    make(repository, account())
    assert "1 submodule not read" in okx("staged").err
    assert "1 submodule not read" in okx("staged", "--jobs=1").err


def test_every_file_is_counted(repository: Repository, okx: Command) -> None:
    start(repository)
    repository.add({f"file{number}": "text\n" for number in range(700)})
    assert okx("staged", "--format=json").report["summary"]["files"] == 700


@pytest.mark.parametrize("files", [0, 1, 3])
def test_the_short_cut_reports_like_the_whole_program(
    files: int, repository: Repository, okx: Command
) -> None:
    start(repository)
    repository.add({f"file{number}": "text\n" * 500 for number in range(files)})
    short, whole = okx("staged"), okx("staged", "--jobs=1")
    assert (short.status, whole.status) == (CLEAN, CLEAN)
    assert short.out.partition(") in ")[0] == whole.out.partition(") in ")[0]


CLEAN_FILES = {
    "no word": "text\n",
    "names OKX": 'import okx.Account\n\nkey = os.environ["OKX_API_KEY"]\n',
    "names OKX at length": "# Trades on OKX.\n" + "number = 1\n" * 50_000,
    "archive": gzip.compress(b"text"),
}


@pytest.mark.parametrize("content", CLEAN_FILES.values(), ids=CLEAN_FILES)
@pytest.mark.parametrize("options", [(), ("--jobs=1",), ("okx.py",)], ids=" ".join)
def test_a_hook_that_finds_nothing_is_silent(
    content: str | bytes, options: Sequence[str], repository: Repository, okx: Command
) -> None:
    start(repository)
    repository.add({"okx.py": content})
    run = okx("staged", *options, environment={"GIT_INDEX_FILE": ".git/index"})
    assert (run.status, run.out, run.err) == (CLEAN, "", "")


def test_a_hook_tells_what_is_suppressed(repository: Repository, okx: Command) -> None:
    start(repository)
    repository.add({"okx.py": "# okx-secret-scan: allow-file\n" + config(account())})
    run = okx("staged", environment={"GIT_INDEX_FILE": ".git/index"})
    assert (run.status, run.out.splitlines()[-1][:27]) == (CLEAN, "no findings, 3 suppressed; ")


def test_a_hook_says_nothing_of_submodules(repository: Repository, okx: Command) -> None:
    make, _ = STATES["submodule pointer"]
    make(repository, account())
    for options in ((), ("--jobs=1",)):
        run = okx("staged", *options, environment={"GIT_INDEX_FILE": ".git/index"})
        assert run.err == ""


def test_a_hit_says_what_to_do(repository: Repository, okx: Command) -> None:
    stage(repository, account())
    run = okx("staged")
    assert run.status == FOUND
    for words in ("config.py", "environment", "git add", "okx-secret-scan: allow"):
        assert words in run.out
    assert len(run.out.splitlines()) <= 24, "more than a screen"


def test_a_closed_standard_output_is_no_crash(repository: Repository, okx: Command, tmp_path: Path) -> None:
    start(repository)
    repository.add({"file": "text\n"})
    reading, writing = os.pipe()
    os.close(reading)
    with (tmp_path / "stderr").open("wb") as stderr:
        done = subprocess.run(
            okx.line("staged"),
            cwd=repository.path,
            env=okx.environment(),
            stdout=writing,
            stderr=stderr,
            check=False,
        )
    os.close(writing)
    assert "Traceback" not in (tmp_path / "stderr").read_text()
    assert done.returncode in (0, 2)
