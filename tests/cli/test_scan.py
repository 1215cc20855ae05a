"""`okx-secret-scan scan`, as a user meets it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests import values
from tests.command import Command, Run, config
from tests.repository import Repository
from tests.values import account


def told(run: Run) -> list[tuple[str, int, str]]:
    return [(found["path"], found["line"], found["rule"]) for found in run.report["findings"]]


ALL = [("bot.py", 3, "okx-api-key"), ("bot.py", 4, "okx-secret-key"), ("bot.py", 5, "okx-passphrase")]


def test_a_clean_work_tree(okx: Command, repository: Repository) -> None:
    repository.write("bot.py", "import os\nkey = os.environ['OKX_API_KEY']\n")
    run = okx("scan")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("no findings; 1 file read")


def test_a_leak_in_a_file_that_git_does_not_know_yet(okx: Command, repository: Repository) -> None:
    repository.commit({"README": "r"})
    repository.write("bot.py", config(values.account()))
    run = okx("scan", "--format", "json")
    assert run.status == 1
    assert told(run) == ALL
    assert run.report["credentials"] == [
        {
            "id": "c1",
            "severity": "critical",
            "rules": ["okx-api-key", "okx-secret-key", "okx-passphrase"],
            "paths": ["bot.py"],
        }
    ]
    assert run.report["command"] == "scan"
    assert run.report["summary"]["files"] == 2


def test_columns_count_code_points_and_point_at_the_value(okx: Command, tmp_path: Path) -> None:
    account = values.account()
    (tmp_path / "repository" / "bot.py").write_text(
        f'密钥 = 1; OKX_SECRET_KEY = "{account.secret}"\n', "utf-8"
    )
    found = okx("scan", "--format", "json").report["findings"]
    assert [(f["line"], f["column"], f["end_line"], f["end_column"]) for f in found] == [(1, 27, 1, 59)]
    assert found[0]["masked"] == account.secret[:4] + "*" * 28


def test_files_that_git_ignores_are_read_on_request(okx: Command, repository: Repository) -> None:
    repository.commit({".gitignore": "bot.py\n"})
    repository.write("bot.py", config(values.account()))
    assert okx("scan").status == 0
    assert okx("scan", "--all-files").status == 1
    assert okx("scan", "bot.py").status == 1


def test_standard_input(okx: Command) -> None:
    leak = config(values.account()).encode()
    run = okx("scan", "-", "--format", "json", stdin=leak)
    assert run.status == 1
    assert [found["path"] for found in run.report["findings"]] == [None] * 3
    named = okx("scan", "-", "--stdin-filename", "bot.py", "--format", "json", stdin=leak)
    assert told(named) == ALL
    assert okx("scan", "-", stdin=b"nothing").out.startswith("no findings; standard input read (7 bytes)")
    assert okx("scan", "-", stdin=b"").out.startswith("no findings; nothing read (0 bytes)")


def test_where_nothing_is_to_scan_a_clean_result_says_so(okx: Command, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for run in (okx("scan", empty), okx("scan", "-", stdin=b""), okx("scan", empty, "--format=sarif")):
        assert run.status == 0
        assert "nothing here to scan" in run.err
    Repository(tmp_path / "new")
    assert "nothing here to scan" in okx("history", tmp_path / "new").err
    (empty / "a.txt").write_text("")
    assert okx("scan", empty).err == ""


def test_standard_input_and_files_together(okx: Command, tmp_path: Path) -> None:
    (tmp_path / "repository" / "bot.py").write_text(config(values.account()))
    run = okx("scan", "-", ".", "--format", "json", stdin=config(values.account()).encode())
    assert {found["path"] for found in run.report["findings"]} == {None, "bot.py"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_files(okx: Command, tmp_path: Path, jobs: str) -> None:
    for number in range(2100):
        (tmp_path / "repository" / f"{number}.txt").write_bytes(b"")
    for name in ("0.py", "zz.py"):
        (tmp_path / "repository" / name).write_text(config(values.account()))
    run = okx("scan", "--format", "json", "--jobs", jobs)
    assert [found["path"] for found in run.report["findings"]] == ["0.py"] * 3 + ["zz.py"] * 3
    assert [credential["id"] for credential in run.report["credentials"]] == ["c1", "c2"]


def test_comments_excludes_and_configuration_suppress_visibly(okx: Command, tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    line = f'OKX_SECRET_KEY = "{values.secret_key()}"'
    (folder / "a.py").write_text(f"{line}  # okx-secret-scan: allow\n")
    (folder / "docs").mkdir()
    (folder / "docs" / "b.py").write_text(f'OKX_SECRET_KEY = "{values.secret_key()}"\n')
    assert okx("scan").status == 1
    run = okx("scan", "--exclude", "docs/**", "-v")
    assert run.status == 0
    assert "2 suppressed" in run.out
    assert "a.py:1" in run.out
    assert "docs/b.py:1" in run.out
    (folder / "pyproject.toml").write_text('[tool.okx-secret-scan]\nexclude = ["docs/**"]\n')
    run = okx("scan", "--format", "json")
    assert run.status == 0
    assert run.report["summary"]["suppressed"] == 2
    assert okx("scan", "--no-repo-config").status == 1


def test_the_severity_that_fails(okx: Command, tmp_path: Path) -> None:
    (tmp_path / "repository" / "a.py").write_text(f'OKX_API_KEY = "{values.api_key()}"\n')
    assert okx("scan").status == 1
    run = okx("scan", "--fail-on", "medium")
    assert run.status == 0
    assert "LOW" in run.out


def test_several_reports_at_once(okx: Command, repository: Repository, tmp_path: Path) -> None:
    repository.write("bot.py", config(values.account()))
    first, second = tmp_path / "a.json", tmp_path / "b.txt"
    run = okx("scan", "--report", f"json={first}", "--output", str(second))
    assert (run.status, run.out) == (1, "")
    assert len(json.loads(first.read_text())["findings"]) == 3
    assert "CRITICAL" in second.read_text()
    assert sorted(path.name for path in tmp_path.glob("[.a-z]*.*") if path.is_file()) == ["a.json", "b.txt"]


def test_a_gap_is_never_clean_and_is_listed(okx: Command, tmp_path: Path) -> None:
    with (tmp_path / "repository" / "huge.bin").open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    run = okx("scan", "--format", "json")
    assert run.status == 2
    assert [error["path"] for error in run.report["errors"]] == ["huge.bin"]
    assert run.err == "okx-secret-scan: the scan is incomplete: 1 error\n"
    assert "not read  huge.bin: larger than 256 MiB" in okx("scan").out
    (tmp_path / "repository" / "bot.py").write_text(config(values.account()))
    assert okx("scan").status == 1
    assert okx("scan", "--exclude", "huge.bin", "--exclude", "bot.py").status == 0


def test_large_and_binary_files_are_read(okx: Command, tmp_path: Path) -> None:
    padding = bytes(range(256)) * 8192
    (tmp_path / "repository" / "a.bin").write_bytes(padding + b"\n" + config(values.account()).encode())
    run = okx("scan", "--format", "json")
    assert run.status == 1
    assert len(run.report["findings"]) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows any bytes in a name")
def test_names_cannot_act_on_a_terminal(okx: Command, repository: Repository) -> None:
    repository.write(b"\x1b[2J\n\xff\xe2\x80\xae.py", config(values.account()))
    run = okx("scan", "--color", "always")
    assert run.status == 1
    assert "\x1b[2J" not in run.out
    assert "\u202e" not in run.out
    assert "\\x1b[2J\\n\\xff\\u202e.py:3" in run.out
    assert okx("scan", "--format", "json").report["findings"][0]["path"] == "\x1b[2J\n\udcff\u202e.py"


def test_an_empty_path_is_no_folder(okx: Command) -> None:
    run = okx("scan", "")

    assert (run.status, run.out, run.err.count("\n")) == (2, "", 1)
    assert "empty path" in run.err


def test_a_bare_repository_is_no_folder_of_files(okx: Command, repository: Repository) -> None:
    repository.commit({"bot.py": config(values.account())})
    repository.git("clone", "-q", "--bare", ".", "bare.git")

    run = okx("scan", "bare.git")

    assert (run.status, run.out, run.err.count("\n")) == (2, "", 1)
    assert "okx-secret-scan history bare.git" in run.err


def test_excludes_mean_paths_as_they_are(repository: Repository, okx: Command) -> None:
    leaked = account()
    folder = f"desk{leaked.passphrase.strip('!*+').lower()}"
    repository.write(".okx-secret-scan.toml", f'exclude = ["vendor/**", "!vendor/{folder}/**"]\n')
    repository.write(f"vendor/{folder}/x.env", f"OKX_SECRET_KEY={account().secret}\n")
    assert okx("scan").status == 1
    repository.write("vendor/t.env", f"OKX_PASSPHRASE={folder}\nOKX_API_KEY={leaked.key}\n")
    repository.write("vendor/t.env", f"OKX_SECRET_KEY={leaked.secret}\nOKX_PASSPHRASE={folder}\n")
    run = okx("scan")
    assert run.status == 1
    assert folder not in run.out
