from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command import Command, config, stand_in_for_git
from tests.places import line
from tests.repository import Repository
from tests.values import Account, account, api_key, secret_key


@pytest.fixture
def leaked() -> Account:
    return account()


@pytest.fixture
def repositories(tmp_path: Path, leaked: Account) -> list[Path]:
    """Three repositories: two leak the same account, one is clean."""
    one, two, clean = (Repository(tmp_path / name) for name in ("one", "two", "clean"))
    one.commit({"config.py": config(leaked)})
    two.commit({"bot/config.py": config(leaked)}, message=line(secret_key()))
    clean.commit({"README.md": "A bot.\n"})
    return [one.path, two.path, clean.path]


def test_one_report_over_all_repositories(okx: Command, repositories: list[Path]) -> None:
    run = okx("sweep", "--format=json", *repositories)

    assert run.status == 1
    assert run.report["command"] == "sweep"
    places = {(finding["repository"], finding["path"]) for finding in run.report["findings"]}
    one, two, _ = map(str, repositories)
    assert places == {(one, "config.py"), (two, "bot/config.py"), (two, None)}
    assert run.report["summary"]["blobs"] == 3


def test_an_account_leaked_twice_is_one_credential(okx: Command, repositories: list[Path]) -> None:
    run = okx("sweep", "--format=json", *repositories)

    (both,) = (c for c in run.report["credentials"] if len(c["rules"]) == 3)
    assert both["paths"] == ["config.py", "bot/config.py"]


def test_errors_of_one_repository_do_not_stop_the_others(
    okx: Command, repositories: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "plain").mkdir()
    ceiling = {"GIT_CEILING_DIRECTORIES": str(tmp_path)}

    run = okx("sweep", "--format=json", "absent", tmp_path / "plain", repositories[2], environment=ceiling)

    assert run.status == 2
    errors = {error["repository"]: error["message"] for error in run.report["errors"]}
    assert set(errors) == {"absent", str(tmp_path / "plain")}
    assert errors["absent"] == "there is no such folder"
    assert "not a git repository" in errors[str(tmp_path / "plain")]
    assert run.report["summary"]["blobs"] == 1


def test_a_list_of_repositories(okx: Command, repositories: list[Path], tmp_path: Path) -> None:
    names = tmp_path / "names"
    # Windows PowerShell begins its files with a byte order mark.
    names.write_text(f"{repositories[0]}\n# and\n\n  {repositories[2]}  \n{repositories[0]}\n", "utf-8-sig")

    run = okx("sweep", "--format=json", "--from", names)

    assert {finding["repository"] for finding in run.report["findings"]} == {str(repositories[0])}
    assert run.report["summary"]["blobs"] == 2


def test_a_list_on_standard_input(okx: Command, repositories: list[Path]) -> None:
    run = okx("sweep", "--from", "-", stdin=f"{repositories[2]}\n".encode())

    assert run.status == 0


def test_each_repository_has_its_own_configuration(okx: Command, repositories: list[Path]) -> None:
    (repositories[0] / "pyproject.toml").write_text('[tool.okx-secret-scan]\nexclude = ["config.py"]\n')

    run = okx("sweep", "--format=json", *repositories)

    assert {finding["repository"] for finding in run.report["findings"]} == {str(repositories[1])}


def test_the_text_report_names_repositories(okx: Command, repositories: list[Path]) -> None:
    run = okx("sweep", *repositories, "absent")

    assert f"{repositories[0]}: config.py:3" in run.out
    assert "absent: " in run.out


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for git")
def test_a_killed_run_goes_on_where_it_was(okx: Command, repositories: list[Path], tmp_path: Path) -> None:
    expected = okx("sweep", "--format=json", "--no-cache", *repositories).report
    (tmp_path / "bin").mkdir()
    stuck = stand_in_for_git(tmp_path / "bin", f'case "$*" in *{repositories[1]}*) exec sleep 600;; esac')
    process = subprocess.Popen(
        okx.line("sweep", *repositories),
        cwd=okx.folder,
        env=okx.environment(stuck),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not list(repositories[0].glob(".git/okx-secret-scan/*")):
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

    found = okx("sweep", "--format=json", *repositories).report

    assert found["summary"]["known"] == 2
    assert [found[part] for part in ("findings", "credentials", "errors")] == [
        expected[part] for part in ("findings", "credentials", "errors")
    ]


def test_the_text_report_tells_what_was_read_before(okx: Command, repositories: list[Path]) -> None:
    okx("sweep", repositories[2])

    run = okx("sweep", repositories[2])

    assert "1 blob, 1 commit read (2 objects in an earlier scan, 0 bytes in this one) in " in run.out


def test_a_second_run_reads_only_what_is_new(okx: Command, repositories: list[Path]) -> None:
    first = okx("sweep", "--format=json", *repositories).report
    second = okx("sweep", "--format=json", *repositories).report

    assert (first["summary"]["known"], second["summary"]["bytes"]) == (0, 0)
    assert second["summary"]["known"] == 6
    assert first["findings"] == second["findings"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [([], "there is nothing to sweep"), (["--from", "absent"], "the list of repositories cannot be read")],
)
def test_unusable_requests_are_one_line(okx: Command, arguments: list[str], message: str) -> None:
    run = okx("sweep", *arguments)

    assert (run.status, run.out, run.err.count("\n")) == (2, "", 1)
    assert message in run.err


def test_one_repository_under_many_names_is_swept_once(
    okx: Command, repositories: list[Path], tmp_path: Path
) -> None:
    first, second, _ = map(str, repositories)
    Repository(repositories[0]).git("worktree", "add", "--quiet", "--detach", tmp_path / "tree")
    (repositories[0] / "folder").mkdir()
    others = [f"{first}/", f"{first}/.git", f"{first}/folder", f"{first}/../one", str(tmp_path / "tree")]
    if sys.platform != "win32":
        (tmp_path / "link").symlink_to(repositories[0])
        others.append(str(tmp_path / "link"))

    run = okx("sweep", "--format=json", first, *others, second)

    assert {finding["repository"] for finding in run.report["findings"]} == {first, second}
    assert run.report["summary"]["blobs"] == 2
    for name in others:
        assert f"note: {name}: the same repository as {first}, swept once" in run.err


def test_a_work_tree_that_cannot_be_judged_leaves_the_repository_to_another(
    okx: Command, repositories: list[Path], tmp_path: Path
) -> None:
    Repository(repositories[0]).git("worktree", "add", "--quiet", "--detach", tmp_path / "tree")
    (repositories[0] / "pyproject.toml").write_text("[tool.okx-secret-scan]\nnonsense = 1\n")

    run = okx("sweep", "--format=json", repositories[0], tmp_path / "tree")

    assert {error["repository"] for error in run.report["errors"]} == {str(repositories[0])}
    assert {finding["repository"] for finding in run.report["findings"]} == {str(tmp_path / "tree")}


def test_what_leaks_in_one_repository_shows_in_no_other(
    okx: Command, repositories: list[Path], tmp_path: Path
) -> None:
    key = api_key()
    leaking, quoting = Repository(tmp_path / "leaking"), Repository(tmp_path / "quoting")
    leaking.commit({"a.py": f'OKX_API_KEY = "{key}"\n'})
    # Nothing tells of these ids whose they are.
    quoting.commit({f"orders/{key}.py": line(secret_key())}, message=f"Order {key}")

    run = okx("sweep", "--format=json", leaking.path, quoting.path)

    assert len(run.report["findings"]) == 2
    assert key not in run.out + run.err


def test_a_mistake_in_the_configuration_is_told_before_anything_is_read(
    repository: Repository, okx: Command, tmp_path: Path
) -> None:
    repository.commit({"a.py": "clean\n"})
    here = tmp_path / "here"
    here.mkdir()
    (here / ".okx-secret-scan.toml").write_text("bad = 1\n", encoding="utf-8")
    run = okx("sweep", repository.path, folder=here)
    assert run.status == 2
    assert "bad" in run.err
    assert not (repository.git_dir / "okx-secret-scan").exists()
