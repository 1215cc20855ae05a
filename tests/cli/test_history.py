from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.command import Command, config, stand_in_for_git
from tests.places import line
from tests.repository import Repository
from tests.values import account, secret_key


def test_a_leak_in_the_past_is_reported_with_its_story(repository: Repository, okx: Command) -> None:
    leaked = account()
    came = repository.commit({"bot/config.py": config(leaked)}, message="Add the bot")
    gone = repository.commit({"bot/config.py": "clean\n"}, message="Clean up")

    run = okx("history", "--format=json")

    assert run.status == 1
    assert [finding["rule"] for finding in run.report["findings"]] == [
        "okx-api-key",
        "okx-secret-key",
        "okx-passphrase",
    ]
    for finding in run.report["findings"]:
        assert finding["path"] == "bot/config.py"
        assert finding["blob"] == repository.id(f"{came}:bot/config.py")
        assert finding["commit"]["sha"] == came
        assert finding["commit"]["subject"] == "Add the bot"
        assert finding["last_commit"]["sha"] == gone
        assert (finding["at_head"], finding["refs"]) == (False, ["refs/heads/main"])
        assert (finding["reachable"], finding["occurrences"]) == (True, 1)
    assert run.report["summary"]["commits"] == 2
    for value in (leaked.key, leaked.secret, leaked.passphrase):
        assert value not in run.out + run.err


def test_a_clean_history(repository: Repository, okx: Command) -> None:
    repository.commit({"a.py": "clean\n"})

    run = okx("history", "--format=json")

    assert (run.status, run.report["findings"], run.report["errors"]) == (0, [], [])
    assert run.report["summary"]["blobs"] == 1


def test_another_repository_by_its_path(repository: Repository, okx: Command, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other", "--bare")
    value = secret_key()
    other.store(line(value))

    assert okx("history", other.path).status == 1


def test_what_is_missing_makes_the_scan_incomplete(repository: Repository, okx: Command) -> None:
    repository.commit({"a.py": "clean\n"})
    oid = repository.id("HEAD:a.py")
    (repository.git_dir / "objects" / oid[:2] / oid[2:]).unlink()

    run = okx("history", "--format=json")

    assert run.status == 2
    assert run.report["errors"] == [{"path": "a.py", "blob": oid, "message": "the object is missing"}]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["absent"], "there is no such folder"),
        (["--since", "nowhere"], "there is no such revision"),
        (["--ref", "nowhere"], "there is no such revision"),
        (["--max-blob-size", "huge"], "is no size"),
    ],
)
def test_unusable_requests_are_one_line(
    repository: Repository, okx: Command, arguments: list[str], message: str
) -> None:
    run = okx("history", *arguments)

    assert (run.status, run.out) == (2, "")
    assert message in run.err
    assert run.err.count("\n") == 1


def test_a_folder_without_repository(okx: Command, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()

    run = okx("history", plain, environment={"GIT_CEILING_DIRECTORIES": str(tmp_path)})

    assert run.status == 2
    assert "not a git repository" in run.err


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for git")
def test_a_repository_of_another_user_is_refused_with_the_line_that_trusts_it(
    repository: Repository, okx: Command, tmp_path: Path
) -> None:
    repository.commit({"a.py": "clean\n"})
    (tmp_path / "bin").mkdir()
    owner = stand_in_for_git(tmp_path / "bin", "export GIT_TEST_ASSUME_DIFFERENT_OWNER=1")

    run = okx("history", environment=owner)

    assert (run.status, run.out, run.err.count("\n")) == (2, "", 1)
    assert f"git config --global --add safe.directory {repository.path}" in run.err


def test_excluded_paths_do_not_count(repository: Repository, okx: Command) -> None:
    repository.commit({"fixtures/a.py": line(secret_key())})

    assert okx("history", "--exclude", "fixtures/**").status == 0


def test_size_limit_with_a_unit(repository: Repository, okx: Command) -> None:
    repository.commit({"large.txt": "x" * 3000, "small.txt": "x"})

    run = okx("history", "--max-blob-size", "2k", "--format=json")

    assert [error["path"] for error in run.report["errors"]] == ["large.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="the shell of Windows has no such names")
def test_a_path_that_is_not_utf8_can_be_reported(repository: Repository, okx: Command) -> None:
    entry = f"100644 {repository.store(line(secret_key()))}\t".encode() + b"gr\xfc.py\0"
    repository.git("update-index", "--add", "-z", "--index-info", stdin=entry)
    repository.git("commit", "--quiet", "--message=Add")

    assert okx("history").status == 1


ALLOWED = "  # okx-secret-scan: allow (sample)"


@pytest.mark.parametrize(
    "versions",
    [
        ["{leak}{allowed}\nprint()\n{leak}\n"],
        ["{leak}{allowed}\n", "{leak}\n"],
        ["{leak}\n", "{leak}{allowed}\n"],
        ["# okx-secret-scan: allow-file (sample)\n{leak}\n", "{leak}\n", "clean\n"],
    ],
)
def test_comments_silence_only_where_they_stand(
    versions: list[str], repository: Repository, okx: Command
) -> None:
    leak = f"OKX_SECRET_KEY = '{secret_key()}'"
    before = repository.commit({"README": "A bot.\n"})
    for text in versions:
        repository.commit({"a.py": text.format(leak=leak, allowed=ALLOWED)})
    assert okx("history").status == 1
    assert okx("push", "--from-ref", before, "--to-ref", "HEAD").status == 1


def test_comments_in_all_versions_silence(repository: Repository, okx: Command) -> None:
    leak = f"OKX_SECRET_KEY = '{secret_key()}'{ALLOWED}\n"
    repository.commit({"a.py": leak})
    repository.commit({"a.py": f"print()\n{leak}"})
    assert okx("history").status == 0


def test_where_nothing_can_be_remembered_a_note_says_so(okx: Command, repository: Repository) -> None:
    repository.commit({"README": "r"})
    (okx.home / "file").write_text("")
    run = okx("history", environment={"XDG_CONFIG_HOME": str(okx.home / "file")})
    assert run.status == 0
    assert "nothing is remembered: " in run.err
    assert "--cache names a folder" in run.err
    assert not list((repository.path / ".git").glob("okx-secret-scan*"))
