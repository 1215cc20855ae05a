"""Real git commands are stopped or pass as they should, whoever calls the hooks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import config
from tests.hooks.frameworks import FRAMEWORKS, Site, local_configuration, site
from tests.repository import Repository
from tests.values import Account, account

CLEAN = "DEBUG = True\n"


@pytest.fixture(params=FRAMEWORKS)
def hooked(request: pytest.FixtureRequest, tmp_path: Path) -> Site:
    return site(request.param, tmp_path)


@pytest.fixture
def leak() -> Account:
    return account()


def test_commit(hooked: Site, leak: Account) -> None:
    hooked.local.add({"config.py": config(leak)})
    hooked.is_blocked(leak.secret, "commit", "--message=Configure")
    hooked.local.add({"config.py": CLEAN})
    hooked.passes("commit", "--message=Configure")
    hooked.passes("commit", "--allow-empty", "--message=Nothing")


def test_commit_all(hooked: Site, leak: Account) -> None:
    hooked.local.add({"config.py": CLEAN, "other.py": CLEAN})
    hooked.passes("commit", "--message=Configure")
    hooked.local.write("config.py", config(leak))
    hooked.is_blocked(leak.secret, "commit", "--all", "--message=Change")
    hooked.local.write("config.py", CLEAN)
    hooked.local.write("other.py", CLEAN + CLEAN)
    hooked.passes("commit", "--all", "--message=Change")


def test_commit_of_a_path(hooked: Site, leak: Account) -> None:
    hooked.local.add({"config.py": CLEAN, "other.py": CLEAN})
    hooked.passes("commit", "--message=Configure")
    hooked.local.add({"config.py": config(leak)})
    hooked.local.write("other.py", CLEAN + CLEAN)
    hooked.passes("commit", "--message=Change the other", "other.py")
    hooked.is_blocked(leak.secret, "commit", "--message=Change", "config.py")


def test_a_leak_that_is_not_staged_does_not_block(hooked: Site, leak: Account) -> None:
    hooked.local.add({"config.py": CLEAN})
    hooked.local.write("config.py", config(leak))
    hooked.local.write("untracked.py", config(leak))
    hooked.passes("commit", "--message=Configure")


def test_a_leak_that_is_gone_from_the_work_tree_blocks(hooked: Site, leak: Account) -> None:
    hooked.local.add({"config.py": config(leak)})
    hooked.local.write("config.py", CLEAN)
    hooked.is_blocked(leak.secret, "commit", "--message=Configure")


def test_message(hooked: Site, leak: Account) -> None:
    hooked.local.add({"config.py": CLEAN})
    hooked.is_blocked(leak.secret, "commit", "--message", "Explain\n\n" + config(leak))
    commented = "".join(f"# {line}\n" for line in config(leak).splitlines())
    # Without an editor, git takes comment lines for text.
    hooked.is_blocked(leak.secret, "commit", "--message", "Explain\n\n" + commented)
    hooked.passes("commit", "--message=Explain")
    hooked.is_blocked(leak.secret, "commit", "--amend", "--message", "Explain\n\n" + config(leak))


def message_site(place: Path, comment: str | None) -> Site:
    """Make a site with plain hooks, a comment sign and a file that no longer holds a staged leak."""
    hooked = site("plain", place)
    if comment:
        hooked.local.git("config", "core.commentChar", comment)
    return hooked


@pytest.mark.parametrize("comment", [None, ";", "auto"])
def test_the_diff_below_a_verbose_message_does_not_count(
    comment: str | None, leak: Account, tmp_path: Path
) -> None:
    hooked = message_site(tmp_path, comment)
    hooked.unseen("config.py", config(leak))
    hooked.local.add({"config.py": CLEAN})
    hooked.local.write("subject", "Take the values out\n\n# 1\n")
    for options in (["-v"], ["-v", "-v"]):
        editor = {"GIT_EDITOR": "cat >>.git/shown"}
        run = hooked.run("git", "commit", *options, "--edit", "--file=subject", environment=editor)
        assert leak.secret in (hooked.local.path / ".git/COMMIT_EDITMSG").read_text()
        assert run.status == 0, run
        hooked.local.git("reset", "--quiet", "--soft", "HEAD~1")


@pytest.mark.parametrize("comment", [None, "auto"])
def test_scissors_without_git_that_cuts_do_not_hide_a_leak(
    comment: str | None, leak: Account, tmp_path: Path
) -> None:
    hooked = message_site(tmp_path, comment)
    hooked.local.add({"config.py": CLEAN})
    scissors = "# ------------------------ >8 ------------------------\n"
    hooked.local.write("subject", f"Explain\n\n{scissors}{config(leak)}")
    run = hooked.run("git", "commit", "--edit", "--file=subject", environment={"GIT_EDITOR": "true"})
    assert run.status != 0
    assert leak.secret[:4] + "*" in run.out + run.err


def test_an_automatic_comment_sign_does_not_hide_a_leak(leak: Account, tmp_path: Path) -> None:
    hooked = message_site(tmp_path, "auto")
    hooked.local.add({"config.py": CLEAN})
    commented = "".join(f"# {line}\n" for line in config(leak).splitlines())
    hooked.local.write("subject", f"Explain\n\n{commented}")
    # git chooses another sign then, and people may delete the lines that begin with it.
    editor = {"GIT_EDITOR": "sed -i.old -e '/^;/d'"}
    run = hooked.run("git", "commit", "--edit", "--file=subject", environment=editor)
    assert run.status != 0
    assert leak.secret[:4] + "*" in run.out + run.err


def test_merge(hooked: Site, leak: Account) -> None:
    hooked.local.git("checkout", "--quiet", "-b", "leaking")
    hooked.unseen("config.py", config(leak))
    hooked.local.git("checkout", "--quiet", "-b", "clean", "main")
    hooked.unseen("clean.py", CLEAN)
    hooked.local.git("checkout", "--quiet", "main")
    hooked.unseen("main.py", CLEAN)
    hooked.passes("merge", "--no-edit", "clean")
    hooked.is_blocked(leak.secret, "merge", "--no-edit", "leaking")


def test_conflicted_merge(hooked: Site, leak: Account) -> None:
    hooked.local.git("checkout", "--quiet", "-b", "side")
    hooked.unseen("README", "side\n")
    hooked.local.git("checkout", "--quiet", "main")
    hooked.unseen("README", "main\n")
    assert hooked.git("merge", "--no-edit", "side").status != 0
    hooked.local.add({"README": "both\n" + config(leak)})
    hooked.is_blocked(leak.secret, "commit", "--no-edit")
    hooked.local.add({"README": "both\n"})
    hooked.passes("commit", "--no-edit")


def test_push(hooked: Site, leak: Account) -> None:
    hooked.unseen("clean.py", CLEAN)
    hooked.passes("push", "origin", "main")
    hooked.local.git("checkout", "--quiet", "-b", "side")
    hooked.passes("push", "origin", "side")
    hooked.unseen("config.py", config(leak))
    hooked.unseen("config.py", CLEAN)
    hooked.is_blocked(leak.secret, "push", "origin", "side")
    hooked.is_blocked(leak.secret, "push", "origin", "side:refs/heads/new")
    hooked.passes("push", "origin", "--delete", "side")


def test_push_of_what_is_published(leak: Account, tmp_path: Path) -> None:
    hooked = site("plain", tmp_path)
    hooked.local.git("checkout", "--quiet", "-b", "private")
    hooked.unseen("config.py", config(leak))
    hooked.passes("push", "origin", "main")
    hooked.is_blocked(leak.secret, "push", "origin", "private")


def test_push_of_two_refs(hooked: Site, leak: Account) -> None:
    hooked.unseen("clean.py", CLEAN)
    hooked.local.git("checkout", "--quiet", "-b", "side")
    hooked.unseen("config.py", config(leak))
    hooked.is_blocked(leak.secret, "push", "origin", "main", "side")
    assert b"side" not in hooked.remote.git("for-each-ref")


def test_forced_push(hooked: Site, leak: Account) -> None:
    hooked.unseen("clean.py", CLEAN)
    hooked.passes("push", "origin", "main")
    hooked.local.git("reset", "--quiet", "--hard", "HEAD~1")
    hooked.unseen("config.py", config(leak))
    hooked.is_blocked(leak.secret, "push", "--force", "origin", "main")
    hooked.local.git("reset", "--quiet", "--hard", "HEAD~1")
    hooked.unseen("other.py", CLEAN)
    hooked.passes("push", "--force", "origin", "main")


def test_push_of_a_tag_and_its_commit(hooked: Site, leak: Account) -> None:
    hooked.unseen("clean.py", CLEAN)
    hooked.local.git("tag", "--annotate", "--file=-", "v1", stdin=config(leak).encode())
    hooked.is_blocked(leak.secret, "push", "origin", "main", "v1")


def test_push_of_a_tag_alone(hooked: Site, leak: Account) -> None:
    hooked.local.git("tag", "--annotate", "--file=-", "v1", stdin=config(leak).encode())
    if hooked.framework in ("pre-commit", "prek"):
        pytest.skip("these run no hook where a push brings no commit")
    hooked.is_blocked(leak.secret, "push", "origin", "v1")


@pytest.mark.parametrize("framework", ["pre-commit", "prek"])
def test_a_plain_hook_beside_a_framework_sees_what_that_does_not(
    framework: str, leak: Account, tmp_path: Path
) -> None:
    hooked = site("plain", tmp_path)
    hooked.unseen(".pre-commit-config.yaml", local_configuration())
    hooked.local.git("push", "--quiet", "--no-verify", "origin", "main")
    run = hooked.run(framework, "install", "--hook-type=pre-push")
    assert run.status == 0, run
    hooked.local.git("tag", "--annotate", "--file=-", "v1", stdin=config(leak).encode())
    hooked.is_blocked(leak.secret, "push", "origin", "v1")


def test_push_to_another_remote(hooked: Site, leak: Account, tmp_path: Path) -> None:
    hooked.unseen("config.py", config(leak))
    hooked.unseen("config.py", CLEAN)
    hooked.local.git("push", "--quiet", "--no-verify", "origin", "main")
    hooked.local.git("remote", "add", "fresh", str(Repository(tmp_path / "fresh.git", "--bare").path))
    hooked.unseen("clean.py", CLEAN)
    hooked.passes("push", "origin", "main")
    hooked.is_blocked(leak.secret, "push", "fresh", "main")


@pytest.mark.parametrize("python_path", [":/nowhere", "."])
def test_modules_of_the_repository_do_not_run(python_path: str, leak: Account, tmp_path: Path) -> None:
    hooked = site("plain", tmp_path)
    for module in ("re", "click", "okx_secret_scan/__init__", "okx_secret_scan/__main__"):
        hooked.local.write(f"{module}.py", "open('ran', 'w')\nraise SystemExit(0)\n")
    hooked.local.add({"config.py": config(leak)})
    variables = {"PYTHONPATH": python_path}
    run = hooked.run("git", "commit", "--message=Configure", environment=variables)
    assert run.status != 0
    assert leak.secret[:4] + "*" in run.out + run.err
    hooked.local.add({"config.py": CLEAN})
    run = hooked.run("git", "commit", "--message=Configure", environment=variables)
    assert run.status == 0, run
    assert hooked.run("git", "push", "origin", "main", environment=variables).status == 0
    assert not (hooked.local.path / "ran").exists()


def test_linked_work_tree(hooked: Site, leak: Account, tmp_path: Path) -> None:
    hooked.local.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    (tmp_path / "linked" / "config.py").write_text(config(leak))
    linked = str(tmp_path / "linked")
    hooked.passes("-C", linked, "add", "--all")
    hooked.is_blocked(leak.secret, "-C", linked, "commit", "--message=Configure")
    hooked.local.add({"clean.py": CLEAN})
    hooked.passes("commit", "--message=Configure")


def test_doctor(hooked: Site) -> None:
    run = hooked.run("okx-secret-scan", "doctor")
    assert run.status == 0, run
    assert run.out.count("\nok ") == 4
