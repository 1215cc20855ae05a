"""Which files a scan of the disk reads."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from okx_secret_scan.model import Blob, Gap, UserError
from okx_secret_scan.sources import worktree
from tests.command import Command
from tests.repository import Repository, isolated_environment

links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")


def read(plan: worktree.Plan) -> dict[str, bytes]:
    """Return what a plan reads, by path; fails on gaps."""
    items = [item for share in plan.shares for item in share.read()]
    assert not [item for item in items if isinstance(item, Gap)]
    return {item.path or "": item.data for item in items if isinstance(item, Blob)}


def gaps(plan: worktree.Plan) -> dict[str, str]:
    items = [item for share in plan.shares for item in share.read()]
    return {item.path or "": item.message for item in items if isinstance(item, Gap)}


def names(*paths: Path | str, all_files: bool = False) -> set[str]:
    return set(read(worktree.plan([str(path) for path in paths], all_files=all_files)))


def test_a_work_tree_is_what_git_tracks_and_does_not_ignore(repository: Repository) -> None:
    repository.commit({".gitignore": "*.log\nbuild/\n", "src/a.py": "a", "kept.log": "t"})
    repository.git("add", "--force", "kept.log")
    for name in ("new.py", "src/deep/new.py", "noise.log", "build/out.py"):
        repository.write(name, "x")
    assert names(repository.path) == {".gitignore", "src/a.py", "kept.log", "new.py", "src/deep/new.py"}
    assert names(repository.path, all_files=True) == {
        ".gitignore", "src/a.py", "kept.log", "new.py", "src/deep/new.py", "noise.log", "build/out.py",
    }  # fmt: skip


def test_a_sub_folder_is_scanned_alone_with_paths_from_the_root(repository: Repository) -> None:
    repository.commit({"src/a.py": "a", "src/b/c.py": "c", "other/d.py": "d"})
    repository.write("src/new.py", "n")
    plan = worktree.plan([str(repository.path / "src")])
    assert set(read(plan)) == {"src/a.py", "src/b/c.py", "src/new.py"}
    assert plan.root == repository.path


def test_a_named_file_is_read_even_if_git_ignores_it(repository: Repository) -> None:
    repository.commit({".gitignore": ".env\nvendor/\n"})
    repository.write(".env", "e")
    repository.write("vendor/x/y.py", "y")
    assert names(repository.path / ".env") == {".env"}
    assert names(repository.path / "vendor") == {"vendor/x/y.py"}
    assert names(repository.path / "vendor" / "x") == {"vendor/x/y.py"}


def test_files_that_are_gone_are_no_gap(repository: Repository) -> None:
    repository.commit({"a.py": "a", "b.py": "b"})
    (repository.path / "a.py").unlink()
    assert names(repository.path) == {"b.py"}


def test_an_empty_repository_and_one_without_commits(repository: Repository) -> None:
    assert names(repository.path) == set()
    repository.write("a.py", "a")
    assert names(repository.path) == {"a.py"}


def test_a_folder_outside_git_is_everything_below(tmp_path: Path) -> None:
    for name in ("a.py", ".hidden/b.py", "c/d/e.bin"):
        (tmp_path / "folder" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "folder" / name).write_bytes(b"x")
    plan = worktree.plan([str(tmp_path / "folder")])
    assert set(read(plan)) == {"a.py", ".hidden/b.py", "c/d/e.bin"}
    assert plan.root == tmp_path / "folder"


def test_a_folder_outside_git_leaves_repositories_own_folders_out(tmp_path: Path) -> None:
    nested = Repository(tmp_path / "folder" / "nested")
    nested.commit({"a.py": "a"})
    assert names(tmp_path / "folder" / "nested", all_files=True) == {"a.py"}
    assert {n for n in names(tmp_path / "folder") if ".git/" in n} == set()


def test_several_paths_are_shown_from_their_common_folder(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.py").write_text(folder)
    plan = worktree.plan([str(tmp_path / "one"), str(tmp_path / "two"), str(tmp_path / "one" / "same.py")])
    assert {path: data.decode() for path, data in read(plan).items()} == {
        f"{tmp_path.name}/{folder}/same.py".removeprefix(f"{tmp_path.name}/"): folder
        for folder in ("one", "two")
    }


def test_files_outside_git_are_shown_from_where_the_user_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "a.py").write_text("a")
    monkeypatch.chdir(tmp_path)
    assert names("deep/er/a.py") == {"deep/er/a.py"}
    monkeypatch.chdir(tmp_path / "deep" / "er")
    assert names("a.py") == {"a.py"}


def test_nested_repositories_and_submodules_are_read_by_their_own_rules(
    repository: Repository, tmp_path: Path
) -> None:
    module = Repository(tmp_path / "module")
    module.commit({"m.py": "m", ".gitignore": "*.tmp\n"})
    repository.commit({"a.py": "a"})
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", module.path, "sub")
    repository.write("sub/junk.tmp", "t")
    repository.write("sub/new.py", "n")
    loose = Repository(repository.path / "loose")
    loose.commit({"l.py": "l"})
    assert names(repository.path) == {
        "a.py", ".gitmodules", "sub/m.py", "sub/.gitignore", "sub/new.py", "loose/l.py",
    }  # fmt: skip


def test_a_submodule_that_was_not_fetched_is_left_out(repository: Repository, tmp_path: Path) -> None:
    module = Repository(tmp_path / "module")
    module.commit({"m.py": "m"})
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", module.path, "sub")
    repository.commit()
    clone = Repository.clone(repository.path, tmp_path / "clone")
    assert names(clone.path) == {".gitmodules"}


@links
def test_links_are_content_and_are_not_followed(repository: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.py").write_text("s")
    repository.commit({"a.py": "a"})
    (repository.path / "file").symlink_to(outside / "secret.py")
    (repository.path / "folder").symlink_to(outside)
    (repository.path / "dangling").symlink_to("nowhere")
    for all_files in (False, True):
        content = read(worktree.plan([str(repository.path)], all_files=all_files))
        assert content == {
            "a.py": b"a",
            "file": os.fsencode(outside / "secret.py"),
            "folder": os.fsencode(outside),
            "dangling": b"nowhere",
        }


@links
def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.py").write_text("a")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert names(tmp_path / "link") == {"a.py"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_devices_and_pipes_below_a_folder_are_skipped(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.py").write_text("a")
    assert names(tmp_path) == {"a.py"}
    with pytest.raises(UserError, match="neither file nor folder"):
        worktree.plan([str(tmp_path / "pipe")])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows any bytes in a name")
def test_odd_names(repository: Repository) -> None:
    odd = [b"new\nline", b'quo"te', b"tab\t", b"\xff\xfe.py", "密钥.py".encode(), b" lead", b"-dash", b"*"]
    for name in odd:
        repository.write(name, b"x")
    repository.add()
    repository.write(b"un\ntracked\xff", b"x")
    expected = {os.fsdecode(name) for name in [*odd, b"un\ntracked\xff"]}
    assert names(repository.path) == expected
    assert names(repository.path, all_files=True) == expected
    assert names(repository.path / "*") == {"*"}


def test_a_folder_whose_name_is_a_pattern_means_itself(repository: Repository) -> None:
    repository.commit({"[ab]/x.py": "x", "a": "y"})
    assert names(repository.path / "[ab]") == {"[ab]/x.py"}


def test_files_in_conflict_are_read_once(repository: Repository) -> None:
    repository.commit({"a.py": "base\n"})
    repository.git("checkout", "--quiet", "-b", "other")
    repository.commit({"a.py": "other\n"})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"a.py": "main\n"})
    subprocess.run(
        ["git", "merge", "other"],
        cwd=repository.path,
        check=False,
        capture_output=True,
        env=isolated_environment(repository.home),
    )
    plan = worktree.plan([str(repository.path)])
    assert [name for share in plan.shares for name in share.names] == ["a.py"]


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nope: No such file or directory|nope: .*cannot find"):
        worktree.plan([str(tmp_path / "nope")])


@links
def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(UserError, match="loop"):
        worktree.plan([str(tmp_path / "loop")])


def test_a_file_that_is_too_large_is_a_gap(tmp_path: Path) -> None:
    with (tmp_path / "huge.bin").open("wb") as file:
        file.truncate(worktree.LIMIT + 1)
    assert gaps(worktree.plan([str(tmp_path)])) == {
        "huge.bin": "larger than 256 MiB (--exclude leaves it out)"
    }


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that root cannot read either")
def test_a_file_that_cannot_be_read_is_a_gap() -> None:
    found = [item for share in worktree.plan(["/proc/self/mem"]).shares for item in share.read()]
    assert [type(item) for item in found] == [Gap]


def test_a_broken_repository_is_the_users_to_mend(tmp_path: Path) -> None:
    (tmp_path / "broken" / ".git").mkdir(parents=True)
    (tmp_path / "broken" / "a.py").write_text("a")
    with pytest.raises(UserError, match=r"not a git repository.*--all-files"):
        worktree.plan([str(tmp_path / "broken")])
    assert names(tmp_path / "broken", all_files=True) == {"a.py"}


def test_many_files_are_cut_into_shares_that_hold_each_once(tmp_path: Path) -> None:
    for number in range(2500):
        (tmp_path / f"{number:05}").write_bytes(b"")
    plan = worktree.plan([str(tmp_path)])
    assert len(plan.shares) == 2
    assert [name for share in plan.shares for name in share.names] == [f"{n:05}" for n in range(2500)]


def unprivileged() -> list[str]:
    """Return how a command line starts under which permissions bind even root; skips where it cannot."""
    if os.name != "posix":
        pytest.skip("permissions of POSIX")
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may read everything")
    dropped = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={dropped}", f"--inh-caps={dropped}"]


@pytest.mark.parametrize("arguments", [["scan"], ["scan", "--all-files"]], ids=" ".join)
def test_what_permissions_hide_is_a_gap(okx: Command, repository: Repository, arguments: list[str]) -> None:
    repository.commit({"tracked/a.py": "a", "b.py": "b", "seen.py": "s"})
    repository.write("untracked/c.py", "c")
    hidden = [repository.path / name for name in ("tracked", "b.py", "untracked")]
    for path in hidden:
        path.chmod(0)
    try:
        done = subprocess.run(
            [*unprivileged(), *okx.line(*arguments, "--format", "json")],
            cwd=repository.path,
            env=okx.environment(),
            capture_output=True,
            check=False,
        )
    finally:
        for path in hidden:
            path.chmod(0o755)
    assert done.returncode == 2, done.stderr
    report = json.loads(done.stdout)
    assert report["summary"]["files"] == 1
    errors = {error["path"]: error["message"] for error in report["errors"]}
    assert all("Permission denied" in message for message in errors.values())
    assert {path.split("/")[0] for path in errors} == {"tracked", "b.py", "untracked"}


def test_a_folder_that_may_be_listed_but_not_entered_is_the_users_to_mend(
    okx: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.py").write_text("a")
    command = [*unprivileged(), *okx.line("scan", str(folder))]
    folder.chmod(0o644)
    try:
        done = subprocess.run(command, env=okx.environment(), capture_output=True, check=False, text=True)
    finally:
        folder.chmod(0o755)
    assert done.returncode == 2
    assert done.stderr == f"okx-secret-scan: {folder}: the folder may not be entered: Permission denied\n"
