"""States of git's index, each with the verdict that `staged` owes it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.command import config
from tests.repository import Repository
from tests.values import Account, account

CLEAN, FOUND, UNUSABLE = 0, 1, 2
LINE = "OKX_SECRET_KEY={}"
Content = str | bytes


@dataclass(frozen=True)
class Where:
    """How the command is called: its arguments, folder (from the top) and additional variables."""

    arguments: tuple[str, ...] = ()
    folder: str = "."
    environment: Mapping[str, str] = field(default_factory=dict)


Make = Callable[[Repository, Account], Where | None]
STATES: dict[str, tuple[Make, int]] = {}


def state(expected: int) -> Callable[[Make], Make]:
    """Add a state under its function's name."""

    def add(make: Make) -> Make:
        STATES[make.__name__.replace("_", " ")] = make, expected
        return make

    return add


def row(name: str, expected: int, make: Make) -> None:
    """Add a state under a name."""
    STATES[name] = make, expected


def start(repository: Repository) -> None:
    """Make a first commit without a leak."""
    repository.commit({"README": "A trading bot.\n", "docs/usage": "Start it.\n"})


def stage(repository: Repository, leak: Account, name: Content = "config.py") -> None:
    """Stage a leak after a first commit."""
    start(repository)
    repository.write(name, config(leak))
    repository.git("add", "--all")


@state(FOUND)
def first_commit(repository: Repository, leak: Account) -> None:
    repository.add({"config.py": config(leak)})


@state(CLEAN)
def first_commit_without_a_leak(repository: Repository, leak: Account) -> None:
    repository.add({"config.py": "DEBUG = True\n"})


@state(CLEAN)
def empty_repository(repository: Repository, leak: Account) -> None:
    pass


@state(FOUND)
def new_file(repository: Repository, leak: Account) -> None:
    stage(repository, leak)


@state(CLEAN)
def nothing_staged(repository: Repository, leak: Account) -> None:
    repository.commit({"config.py": config(leak)})


@state(CLEAN)
def leak_only_in_the_work_tree(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.add({"config.py": "DEBUG = True\n"})
    repository.write("config.py", config(leak))


@state(CLEAN)
def leak_untracked(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.write("config.py", config(leak))


@state(FOUND)
def leak_staged_and_clean_in_the_work_tree(repository: Repository, leak: Account) -> None:
    stage(repository, leak)
    repository.write("config.py", "DEBUG = True\n")


@state(FOUND)
def leak_staged_and_deleted_in_the_work_tree(repository: Repository, leak: Account) -> None:
    stage(repository, leak)
    (repository.path / "config.py").unlink()


@state(FOUND)
def only_the_value_line_of_an_assignment_changed(repository: Repository, leak: Account) -> None:
    text = 'OKX_SECRET_KEY = (\n    "{}"\n)\n'
    repository.commit({"config.py": text.format("your-secret-key")})
    repository.add({"config.py": text.format(leak.secret)})


@state(FOUND)
def leak_added_to_a_tracked_file(repository: Repository, leak: Account) -> None:
    repository.commit({"config.py": "DEBUG = True\n"})
    repository.add({"config.py": "DEBUG = True\n" + config(leak)})


@state(CLEAN)
def leak_taken_out(repository: Repository, leak: Account) -> None:
    repository.commit({"config.py": "DEBUG = True\n" + config(leak)})
    repository.add({"config.py": "DEBUG = True\n"})


@state(CLEAN)
def leaking_file_deleted(repository: Repository, leak: Account) -> None:
    repository.commit({"config.py": config(leak)})
    repository.git("rm", "--quiet", "config.py")


@state(FOUND)
def renamed_without_a_change(repository: Repository, leak: Account) -> None:
    repository.commit({"config.py": config(leak)})
    repository.git("mv", "config.py", "settings.py")


@state(FOUND)
def renamed_and_edited(repository: Repository, leak: Account) -> None:
    body = "".join(f"line_{number} = {number}\n" for number in range(50))
    repository.commit({"config.py": body})
    repository.git("mv", "config.py", "settings.py")
    repository.add({"settings.py": body + config(leak)})


@state(FOUND)
def copied(repository: Repository, leak: Account) -> None:
    repository.commit({"config.py": config(leak)})
    repository.add({"copy.py": config(leak)})


@state(FOUND)
def mode_changed(repository: Repository, leak: Account) -> None:
    repository.commit({"config.py": config(leak)})
    repository.git("update-index", "--chmod=+x", "config.py")


def _entry(repository: Repository, mode: str, content: Content, path: Content) -> None:
    line = f"{mode} {repository.store(content)} 0\t".encode() + os.fsencode(path)
    repository.git("update-index", "-z", "--index-info", stdin=line + b"\0")


@state(FOUND)
def symbolic_link_replaced_by_a_file(repository: Repository, leak: Account) -> None:
    start(repository)
    _entry(repository, "120000", "README", "config.py")
    repository.git("commit", "--quiet", "--message=Link")
    _entry(repository, "100644", config(leak), "config.py")


@state(FOUND)
def target_of_a_symbolic_link(repository: Repository, leak: Account) -> None:
    start(repository)
    _entry(repository, "120000", LINE.format(leak.secret), "link")


@state(CLEAN)
def symbolic_link_to_a_leak_outside(repository: Repository, leak: Account) -> None:
    start(repository)
    outside = repository.path.parent / "outside.py"
    outside.write_text(config(leak))
    _entry(repository, "120000", str(outside), "link")


@state(CLEAN)
def intent_to_add(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.write("config.py", config(leak))
    repository.git("add", "--intent-to-add", "config.py")


@state(CLEAN)
def intent_to_add_before_the_first_commit(repository: Repository, leak: Account) -> None:
    repository.write("config.py", config(leak))
    repository.git("add", "--intent-to-add", "config.py")


def _other_index(repository: Repository, content: Content) -> Where:
    other = {"GIT_INDEX_FILE": str(repository.git_dir / "next-index-1.lock")}
    repository.git("read-tree", "HEAD", environment=other)
    oid = repository.store(content)
    repository.git("update-index", "--add", "--cacheinfo", f"100644,{oid},config.py", environment=other)
    return Where(environment=other)


@state(FOUND)
def leak_in_the_index_of_this_commit_alone(repository: Repository, leak: Account) -> Where:
    start(repository)
    return _other_index(repository, config(leak))


@state(CLEAN)
def leak_in_the_index_but_not_in_that_of_this_commit(repository: Repository, leak: Account) -> Where:
    stage(repository, leak)
    return _other_index(repository, "DEBUG = True\n")


@state(FOUND)
def index_named_relative_to_the_top(repository: Repository, leak: Account) -> Where:
    stage(repository, leak)
    return Where(environment={"GIT_INDEX_FILE": ".git/index"})


@state(FOUND)
def repository_named_in_the_environment(repository: Repository, leak: Account) -> Where:
    stage(repository, leak)
    elsewhere = repository.path.parent / "elsewhere"
    elsewhere.mkdir()
    return Where(
        folder=str(elsewhere),
        environment={"GIT_DIR": str(repository.git_dir), "GIT_WORK_TREE": str(repository.path)},
    )


def _branches(repository: Repository, ours: dict[str, Content], theirs: dict[str, Content]) -> None:
    """Leave a merge of a branch with `theirs` into one with `ours` in progress."""
    start(repository)
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit(theirs)
    repository.git("checkout", "--quiet", "main")
    repository.commit(ours)
    # A conflict makes git fail, and it is what some of the states want.
    repository.git("-c", "alias.try=!git merge --quiet --no-commit --no-ff side || true", "try")


@state(FOUND)
def merge_in_progress_that_brings_a_leak(repository: Repository, leak: Account) -> None:
    _branches(repository, {"ours": "1\n"}, {"config.py": config(leak)})


@state(CLEAN)
def merge_in_progress_without_a_leak(repository: Repository, leak: Account) -> None:
    _branches(repository, {"ours": "1\n"}, {"theirs": "1\n"})


@state(FOUND)
def leak_that_neither_side_of_a_merge_has(repository: Repository, leak: Account) -> None:
    _branches(repository, {"ours": "1\n"}, {"theirs": "1\n"})
    repository.add({"config.py": config(leak)})


@state(FOUND)
def conflict_resolved_with_a_leak(repository: Repository, leak: Account) -> None:
    _branches(repository, {"README": "ours\n"}, {"README": "theirs\n"})
    repository.add({"README": config(leak)})


@state(CLEAN)
def conflict_resolved_without_a_leak(repository: Repository, leak: Account) -> None:
    _branches(repository, {"README": "ours\n"}, {"README": "theirs\n"})
    repository.add({"README": "both\n"})


@state(UNUSABLE)
def conflict_not_resolved(repository: Repository, leak: Account) -> None:
    _branches(repository, {"README": "ours\n"}, {"README": "theirs\n", "theirs": "1\n"})


@state(UNUSABLE)
def named_file_with_a_conflict(repository: Repository, leak: Account) -> Where:
    _branches(repository, {"README": "ours\n"}, {"README": "theirs\n"})
    return Where(("README",))


def _linked(repository: Repository) -> Repository:
    start(repository)
    folder = repository.path.parent / "linked"
    repository.git("worktree", "add", "--quiet", "-b", "linked", str(folder))
    return Repository(folder)


@state(FOUND)
def linked_work_tree(repository: Repository, leak: Account) -> Where:
    linked = _linked(repository)
    linked.add({"config.py": config(leak)})
    return Where(folder=str(linked.path))


@state(CLEAN)
def leak_staged_in_another_work_tree(repository: Repository, leak: Account) -> Where:
    linked = _linked(repository)
    repository.add({"config.py": config(leak)})
    return Where(folder=str(linked.path))


@state(FOUND)
def from_a_folder_with_the_leak_above(repository: Repository, leak: Account) -> Where:
    stage(repository, leak)
    return Where(folder="docs")


@state(FOUND)
def from_a_folder_with_the_leak_beside(repository: Repository, leak: Account) -> Where:
    stage(repository, leak, "bot/config.py")
    return Where(folder="docs")


@state(FOUND)
def from_a_folder_before_the_first_commit(repository: Repository, leak: Account) -> Where:
    repository.add({"config.py": config(leak), "docs/usage": "Start it.\n"})
    return Where(folder="docs")


def _submodule(repository: Repository) -> None:
    start(repository)
    other = Repository(repository.path.parent / "other")
    other.commit({"README": "Another project.\n"})
    allow = "protocol.file.allow=always"
    repository.git("-c", allow, "submodule", "--quiet", "add", str(other.path), "vendored")


@state(CLEAN)
def submodule_pointer(repository: Repository, leak: Account) -> None:
    _submodule(repository)


@state(FOUND)
def leak_beside_a_submodule_pointer(repository: Repository, leak: Account) -> None:
    _submodule(repository)
    repository.add({"config.py": config(leak)})


@state(CLEAN)
def named_submodule(repository: Repository, leak: Account) -> Where:
    _submodule(repository)
    return Where(("vendored",))


NAMES: dict[str, Content] = {
    "a tab": "con\tfig.py",
    "quotes": "con\"fi'g.py",
    "a newline": "con\nfig.py",
    "a backslash": "con\\fig.py",
    "bytes that are no UTF-8": b"con\xff\xfefig.py",
    "Chinese characters": "配置.py",
    "a space in front": " config.py",
    "a dash in front": "-config.py",
    "a colon in front": ":config.py",
    "pathspec magic": ":(exclude)config.py",
    "a pattern": "[c]onfig*.py",
    "a carriage return at its end": "config.py\r",
    "control characters": "con\x1b[31mfig.py",
}
for _description, _name in NAMES.items():

    def _staged(repository: Repository, leak: Account, name: Content = _name) -> None:
        start(repository)
        _entry(repository, "100644", config(leak), name)

    def _named(repository: Repository, leak: Account, name: Content = _name) -> Where:
        start(repository)
        _entry(repository, "100644", config(leak), name)
        return Where(("--", os.fsdecode(name)))

    row(f"name with {_description}", FOUND, _staged)
    row(f"named file whose name has {_description}", FOUND, _named)


@state(CLEAN)
def name_that_is_a_pattern_matches_no_other_file(repository: Repository, leak: Account) -> Where:
    stage(repository, leak)
    repository.add({"c*": "DEBUG = True\n"})
    return Where(("c*",))


ATTRIBUTES = {
    "-diff": "*.py -diff",
    "binary": "*.py binary",
    "a text conversion": "*.py diff=hide",
    "export-ignore and -text": "*.py export-ignore -text",
    "an encoding of the work tree": "*.py working-tree-encoding=UTF-16",
}
for _description, _line in ATTRIBUTES.items():

    def _attributed(repository: Repository, leak: Account, line: str = _line) -> None:
        repository.commit({".gitattributes": line + "\n", "README": "A bot.\n"})
        repository.git("config", "diff.hide.textconv", "true")
        _entry(repository, "100644", config(leak), "config.py")

    row(f"attribute {_description}", FOUND, _attributed)


CONFIGURATIONS = {
    "color.ui": "always",
    "color.diff": "always",
    "diff.noprefix": "true",
    "diff.mnemonicPrefix": "true",
    "diff.renames": "copies",
    "diff.relative": "true",
    "diff.ignoreSubmodules": "all",
    "diff.context": "0",
    "diff.algorithm": "patience",
    "diff.suppressBlankEmpty": "true",
    "diff.orderFile": "no-such-file",
    "diff.submodule": "log",
    "core.quotePath": "true",
    "core.precomposeUnicode": "true",
    "core.ignoreCase": "true",
    "core.bigFileThreshold": "1",
    "core.abbrev": "4",
    "core.whitespace": "cr-at-eol",
    "core.autocrlf": "true",
    "core.fileMode": "false",
    "core.symlinks": "false",
    "status.branch": "true",
    "grep.patternType": "perl",
}
for _key, _value in CONFIGURATIONS.items():

    def _configured(repository: Repository, leak: Account, key: str = _key, value: str = _value) -> Where:
        stage(repository, leak)
        repository.git("config", key, value)
        return Where(folder="docs")

    row(f"configuration {_key}={_value}", FOUND, _configured)


@state(FOUND)
def sparse_checkout(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.git("sparse-checkout", "set", "--cone", "docs")
    _entry(repository, "100644", config(leak), "bot/config.py")


@state(FOUND)
def sparse_index(repository: Repository, leak: Account) -> None:
    repository.commit({f"{folder}/file": "text\n" for folder in ("docs", "bot", "lib")})
    repository.git("sparse-checkout", "set", "--cone", "--sparse-index", "docs")
    _entry(repository, "100644", config(leak), "bot/config.py")


@state(FOUND)
def named_file_in_a_sparse_index(repository: Repository, leak: Account) -> Where:
    repository.commit({"docs/file": "text\n", "lib/deep/file": "text\n", "bot/config.py": config(leak)})
    repository.git("sparse-checkout", "set", "--cone", "--sparse-index", "docs")
    return Where(("bot/config.py",))


@state(FOUND)
def skip_worktree(repository: Repository, leak: Account) -> None:
    stage(repository, leak)
    repository.git("update-index", "--skip-worktree", "config.py")


@state(FOUND)
def assume_unchanged(repository: Repository, leak: Account) -> None:
    stage(repository, leak)
    repository.git("update-index", "--assume-unchanged", "config.py")


@state(FOUND)
def split_index(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.git("update-index", "--split-index")
    repository.add({"config.py": config(leak)})


@state(FOUND)
def index_of_version_4(repository: Repository, leak: Account) -> None:
    stage(repository, leak)
    repository.git("update-index", "--index-version", "4")


@state(FOUND)
def detached_head(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.git("checkout", "--quiet", "--detach")
    repository.add({"config.py": config(leak)})


@state(FOUND)
def orphan_branch(repository: Repository, leak: Account) -> None:
    repository.commit({"config.py": config(leak)})
    repository.git("checkout", "--quiet", "--orphan", "new")


@state(FOUND)
def blob_replaced_in_the_eyes_of_git(repository: Repository, leak: Account) -> None:
    stage(repository, leak)
    repository.git("replace", repository.store(config(leak)), repository.store("DEBUG = True\n"))


@state(FOUND)
def utf16(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.add({"config.py": config(leak).encode("utf-16")})


@state(FOUND)
def nul_bytes(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.add({"config.py": config(leak).encode() + b"\0\n\0\n"})


@state(FOUND)
def windows_line_ends(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.add({"config.py": config(leak).replace("\n", "\r\n")})


@state(FOUND)
def ignored_but_added_by_force(repository: Repository, leak: Account) -> None:
    repository.commit({".gitignore": "*.py\n"})
    repository.write("config.py", config(leak))
    repository.git("add", "--force", "config.py")


def _pointer(content: bytes) -> tuple[str, str]:
    """Return the pointer that Git LFS puts in the place of `content`, and the name of the content's file."""
    name = hashlib.sha256(content).hexdigest()
    text = f"version https://git-lfs.github.com/spec/v1\noid sha256:{name}\nsize {len(content)}\n"
    return text, f".git/lfs/objects/{name[:2]}/{name[2:4]}/{name}"


@state(FOUND)
def content_in_git_lfs(repository: Repository, leak: Account) -> None:
    start(repository)
    pointer, file = _pointer(config(leak).encode())
    repository.write(file, config(leak))
    repository.add({"config.py": pointer})


@state(UNUSABLE)
def content_in_git_lfs_that_is_not_here(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.add({"config.py": _pointer(b"elsewhere")[0]})


@state(FOUND)
def one_blob_at_two_paths(repository: Repository, leak: Account) -> None:
    repository.add({"config.py": config(leak), "copy.py": config(leak), "README": "A bot.\n"})


@state(FOUND)
def last_of_many_files(repository: Repository, leak: Account) -> None:
    start(repository)
    many = {f"package/module_{number:04}.py": f"number = {number}\n" for number in range(700)}
    repository.add({**many, "zzz.py": config(leak)})


@state(CLEAN)
def many_clean_files(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.add({f"package/module_{number:04}.py": f"number = {number}\n" for number in range(700)})


@state(CLEAN)
def large_clean_file(repository: Repository, leak: Account) -> None:
    start(repository)
    repository.add({"data": bytes(1 << 20)})


@state(FOUND)
def named_file_that_has_not_changed(repository: Repository, leak: Account) -> Where:
    repository.commit({"config.py": config(leak)})
    return Where(("config.py",))


@state(CLEAN)
def named_file_beside_a_leak(repository: Repository, leak: Account) -> Where:
    stage(repository, leak)
    return Where(("README",))


@state(FOUND)
def named_folder(repository: Repository, leak: Account) -> Where:
    stage(repository, leak, "bot/config.py")
    return Where(("bot",))


@state(FOUND)
def named_file_in_the_folder_above(repository: Repository, leak: Account) -> Where:
    stage(repository, leak)
    return Where(("../config.py",), folder="docs")


@state(FOUND)
def named_file_in_this_folder(repository: Repository, leak: Account) -> Where:
    stage(repository, leak, "bot/config.py")
    return Where(("./config.py",), folder="bot")


@state(FOUND)
def named_file_with_its_whole_path(repository: Repository, leak: Account) -> Where:
    stage(repository, leak)
    return Where((str(repository.path / "config.py"),))


@state(CLEAN)
def named_file_that_leaks_on_disk_only(repository: Repository, leak: Account) -> Where:
    start(repository)
    repository.write("README", config(leak))
    return Where(("README",))


@state(CLEAN)
def named_file_that_is_being_deleted(repository: Repository, leak: Account) -> Where:
    repository.commit({"config.py": config(leak)})
    repository.git("rm", "--quiet", "config.py")
    return Where(("config.py",))


@state(UNUSABLE)
def named_file_that_is_not_in_the_index(repository: Repository, leak: Account) -> Where:
    start(repository)
    repository.write("config.py", config(leak))
    return Where(("config.py", "README"))


@state(FOUND)
def missing_name_beside_a_leak(repository: Repository, leak: Account) -> Where:
    stage(repository, leak)
    return Where(("config.py", "no-such-file"))


@state(UNUSABLE)
def name_outside_the_repository(repository: Repository, leak: Account) -> Where:
    start(repository)
    return Where(("../config.py",))


@state(UNUSABLE)
def missing_blob(repository: Repository, leak: Account) -> None:
    stage(repository, leak)
    oid = repository.store(config(leak))
    (repository.git_dir / "objects" / oid[:2] / oid[2:]).unlink()


@state(UNUSABLE)
def damaged_index(repository: Repository, leak: Account) -> None:
    stage(repository, leak)
    (repository.git_dir / "index").write_bytes(b"DIRC nonsense")


@state(UNUSABLE)
def no_repository(repository: Repository, leak: Account) -> None:
    shutil.rmtree(repository.path / ".git")


@state(UNUSABLE)
def bare_repository(repository: Repository, leak: Account) -> Where:
    bare = Repository(repository.path.parent / "bare.git", "--bare")
    return Where(folder=str(bare.path))


@state(FOUND)
def repository_with_sha256(repository: Repository, leak: Account) -> Where:
    other = Repository(repository.path.parent / "sha256", "--object-format=sha256")
    stage(other, leak)
    return Where(folder=str(other.path))


@state(FOUND)
def first_commit_with_sha256(repository: Repository, leak: Account) -> Where:
    other = Repository(repository.path.parent / "sha256", "--object-format=sha256")
    other.add({"config.py": config(leak)})
    return Where(folder=str(other.path))


def fresh() -> Account:
    """Return the values that a state leaks."""
    return account()


def set_traps(repository: Repository, sprung: Path) -> None:
    """Make everything in the repository that git could run leave the file `sprung` behind."""
    program = f"touch '{sprung.as_posix()}'; cat"
    hooks = repository.path.parent / "trapped hooks"
    lines = []
    for key in (
        "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy",
        "core.alternateRefsCommand", "diff.external", "diff.trap.textconv", "diff.trap.command",
        "filter.trap.clean", "filter.trap.smudge", "filter.trap.process", "pager.diff-index",
        "pager.ls-files", "pager.rev-list", "gpg.program", "credential.helper", "alias.ls-files",
        "interactive.diffFilter", "uploadpack.packObjectsHook", "merge.trap.driver",
    ):  # fmt: skip
        section, *subsection, name = key.split(".")
        heading = f'[{section} "{subsection[0]}"]' if subsection else f"[{section}]"
        lines.append(f'{heading}\n\t{name} = "{program}"\n')
    lines.append(f'[core]\n\thooksPath = "{hooks.as_posix()}"\n')
    with (repository.git_dir / "config").open("a") as configuration:
        configuration.writelines(lines)
    hooks.mkdir()
    for hook in ("post-index-change", "pre-commit", "fsmonitor-watchman", "reference-transaction"):
        (hooks / hook).write_text(f"#!/bin/sh\ntouch '{sprung.as_posix()}'\n")
        (hooks / hook).chmod(0o755)
    attributes = repository.git_dir / "info" / "attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("* diff=trap filter=trap merge=trap\n")
