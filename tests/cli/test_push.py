"""`push` judges what a push would publish, by whatever tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.command import Command, Run, config
from tests.repository import Repository
from tests.values import Account, account

ZERO = "0" * 40


@dataclass(frozen=True)
class Site:
    """A repository whose branch `main` is published on `origin`, and a leak to commit."""

    local: Repository
    remote: Repository
    leak: Account
    okx: Command

    @property
    def text(self) -> str:
        """A file with the leak."""
        return config(self.leak)

    def hook(self, *refs: tuple[str, str], remote: str = "origin") -> Run:
        """Run the command as git's pre-push hook for pairs of a local revision and a remote ref."""
        lines = ""
        for revision, remote_ref in refs:
            there = self.remote.git("for-each-ref", "--format=%(objectname)", remote_ref).decode() or ZERO
            here = self.local.id(revision) if revision else ZERO
            lines += f"{revision or '(delete)'} {here} {remote_ref} {there}\n"
        return self.okx("push", remote, str(self.remote.path), stdin=lines.encode())

    def main(self) -> Run:
        """Run it for `main` alone."""
        return self.hook(("main", "refs/heads/main"))


@pytest.fixture
def site(repository: Repository, okx: Command, tmp_path: Path) -> Site:
    remote = Repository(tmp_path / "remote.git", "--bare")
    repository.commit({"README": "A trading bot.\n"})
    repository.git("remote", "add", "origin", str(remote.path))
    repository.git("push", "--quiet", "origin", "main")
    return Site(repository, remote, account(), okx)


def test_a_leak_in_a_new_commit_is_found(site: Site) -> None:
    site.local.commit({"config.py": site.text})
    run = site.main()
    assert run.status == 1
    assert "config.py" in run.out
    assert site.leak.secret not in run.out


def test_new_commits_without_a_leak_pass_and_are_counted(site: Site) -> None:
    site.local.commit({"a": "1\n"})
    site.local.commit({"b": "2\n", "c": "3\n"})
    run = site.main()
    assert run.status == 0
    assert "3 blobs, 2 commits read" in run.out


def test_a_leak_that_a_later_commit_takes_out_is_found(site: Site) -> None:
    site.local.commit({"config.py": site.text})
    site.local.commit({"config.py": "DEBUG = True\n"})
    assert site.main().status == 1


def test_findings_tell_the_commit_that_brought_them(site: Site) -> None:
    site.local.commit({"a": "1\n"})
    guilty = site.local.commit({"config.py": site.text}, message="Configure")
    site.local.commit({"config.py": site.text + "DEBUG = True\n"})
    report = site.okx("push", "--from-ref=origin/main", "--format=json").report
    assert {finding["path"] for finding in report["findings"]} == {"config.py"}
    assert {finding["commit"]["sha"] for finding in report["findings"]} == {guilty}
    assert {finding["occurrences"] for finding in report["findings"]} == {2}
    assert "Configure" in site.main().out


def test_what_the_remote_has_is_not_judged_again(site: Site) -> None:
    site.local.commit({"config.py": site.text})
    site.local.git("push", "--quiet", "origin", "main")
    site.local.commit({"README": "A bot.\n"})
    run = site.main()
    assert run.status == 0
    assert "1 blob, 1 commit read" in run.out


def test_nothing_to_scan_is_said(site: Site) -> None:
    run = site.main()
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith("no findings; nothing new but names and messages read (")
    assert run.out.count("\n") == 1


def test_a_deletion_publishes_nothing(site: Site) -> None:
    site.local.commit({"config.py": site.text})
    run = site.hook(("", "refs/heads/old"))
    assert run.status == 0
    assert "nothing to scan" in run.out


def test_a_deletion_beside_a_leak(site: Site) -> None:
    site.local.commit({"config.py": site.text})
    assert site.hook(("", "refs/heads/old"), ("main", "refs/heads/main")).status == 1


def test_every_ref_of_a_push_counts(site: Site) -> None:
    site.local.commit({"a": "1\n"})
    site.local.git("checkout", "--quiet", "-b", "side")
    site.local.commit({"config.py": site.text})
    assert site.main().status == 0
    assert site.hook(("main", "refs/heads/main"), ("side", "refs/heads/side")).status == 1


def test_the_first_push_reads_the_whole_branch(site: Site, tmp_path: Path) -> None:
    site.local.commit({"config.py": site.text})
    site.local.git("rm", "--quiet", "config.py")
    site.local.commit()
    site.local.git("push", "--quiet", "origin", "main")
    fresh = Repository(tmp_path / "fresh.git", "--bare")
    other = Site(site.local, fresh, site.leak, site.okx)
    assert site.main().status == 0
    site.local.git("remote", "add", "fresh", str(fresh.path))
    assert other.hook(("main", "refs/heads/main"), remote="fresh").status == 1


def test_a_remote_given_by_its_url_is_known(site: Site) -> None:
    site.local.commit({"config.py": site.text})
    site.local.git("push", "--quiet", "origin", "main")
    site.local.git("checkout", "--quiet", "-b", "new")
    site.local.commit({"a": "1\n"})
    assert site.hook(("new", "refs/heads/new"), remote=str(site.remote.path)).status == 0


def test_a_new_branch_leaves_out_what_other_branches_brought(site: Site) -> None:
    site.local.commit({"config.py": site.text})
    site.local.git("push", "--quiet", "origin", "main")
    site.local.git("checkout", "--quiet", "-b", "new")
    site.local.commit({"a": "1\n"})
    assert site.hook(("new", "refs/heads/new")).status == 0


def test_a_forced_push_reads_the_new_side(site: Site) -> None:
    site.local.commit({"a": "1\n"})
    site.local.git("push", "--quiet", "origin", "main")
    site.local.git("reset", "--quiet", "--hard", "HEAD~1")
    site.local.commit({"config.py": site.text})
    assert site.main().status == 1


def test_a_forced_push_over_commits_that_are_not_here(site: Site, tmp_path: Path) -> None:
    elsewhere = Repository.clone(site.remote.path, tmp_path / "elsewhere")
    elsewhere.commit({"theirs": "1\n"})
    elsewhere.git("push", "--quiet", "origin", "main")
    site.local.commit({"a": "1\n"})
    assert site.main().status == 0
    site.local.commit({"config.py": site.text})
    assert site.main().status == 1


def test_the_message_of_a_commit_counts(site: Site) -> None:
    site.local.commit({"a": "1\n"}, message="Explain\n\n" + site.text)
    run = site.main()
    assert run.status == 1
    assert "message of commit" in run.out


def test_the_message_of_a_tag_counts_though_its_commit_is_published(site: Site) -> None:
    site.local.git("tag", "--annotate", "--file=-", "v1", stdin=site.text.encode())
    assert site.main().status == 0
    assert site.hook(("v1", "refs/tags/v1")).status == 1


def test_the_author_of_a_commit_counts(site: Site) -> None:
    author = f"OKX_SECRET_KEY={site.leak.secret} OKX_API_KEY={site.leak.key}"
    site.local.write("a", "1\n")
    site.local.add()
    site.local.git("commit", "--quiet", "--message=A", environment={"GIT_AUTHOR_NAME": author})
    run = site.okx("push", "--from-ref=origin/main", "--format=json")
    assert {finding["source"] for finding in run.report["findings"]} == {"identity"}


def test_the_name_of_a_branch_counts(site: Site) -> None:
    name = f"refs/heads/OKX_SECRET_KEY={site.leak.secret}"
    site.local.commit({"a": "1\n"})
    run = site.hook(("main", name))
    assert run.status == 1
    assert site.leak.secret not in run.out + run.err


def test_what_only_a_merge_has_is_found(site: Site) -> None:
    site.local.git("checkout", "--quiet", "-b", "side")
    site.local.commit({"side": "1\n"})
    site.local.git("checkout", "--quiet", "main")
    site.local.git("merge", "--quiet", "--no-ff", "--no-commit", "side")
    site.local.add({"config.py": site.text})
    site.local.git("commit", "--quiet", "--message=Merge")
    assert site.main().status == 1


def test_other_remotes_do_not_count(site: Site, tmp_path: Path) -> None:
    private = Repository(tmp_path / "private.git", "--bare")
    site.local.commit({"config.py": site.text})
    site.local.git("remote", "add", "private", str(private.path))
    site.local.git("push", "--quiet", "private", "main")
    assert site.main().status == 1


def test_a_range_for_continuous_integration(site: Site) -> None:
    site.local.git("checkout", "--quiet", "-b", "feature")
    site.local.commit({"config.py": site.text})
    site.local.commit({"config.py": "DEBUG = True\n"})
    assert site.okx("push", "--from-ref=origin/main", "--to-ref=feature").status == 1
    assert site.okx("push", "--from-ref=origin/main").status == 1
    assert site.okx("push", "--from-ref=feature", "--to-ref=main").status == 0
    assert "nothing to scan" in site.okx("push", "--from-ref=feature", "--to-ref=main").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from-ref=no-such-branch"], "no-such-branch is not in this repository"),
        (["--from-ref=main", "--to-ref=no-such-branch"], "no-such-branch is not in this repository"),
        ([f"--from-ref={ZERO}"], "stands for no commit"),
        ([f"--from-ref={'1' * 40}"], "is not in this repository"),
        (["--to-ref=main"], "--to-ref needs --from-ref"),
        (["--from-ref=--all"], "--all is not in this repository"),
    ],
)
def test_a_range_that_cannot_be_resolved_is_said(arguments: list[str], words: str, site: Site) -> None:
    run = site.okx("push", *arguments)
    assert run.status == 2
    assert len(run.err.splitlines()) == 1
    assert words in run.err
    assert run.out == ""


def test_nonsense_on_standard_input_is_said(site: Site) -> None:
    run = site.okx("push", "origin", stdin=b"--all\n")
    assert run.status == 2
    assert "standard input is not what git gives to a pre-push hook" in run.err


def test_the_edge_of_a_shallow_clone_is_no_clean_end(site: Site, tmp_path: Path) -> None:
    for number in range(4):
        site.local.commit({"a": f"{number}\n"})
    site.local.git("push", "--quiet", "origin", "main")
    shallow = Repository.clone(site.remote.path, tmp_path / "shallow", "--depth=2", "--no-local")
    base = shallow.id("HEAD")
    shallow.commit({"b": "1\n"})
    run = site.okx("push", f"--from-ref={base}", folder=shallow.path)
    assert run.status == 0
    shallow.git("checkout", "--quiet", "--orphan", "other")
    orphan = shallow.commit({"c": "1\n"})
    run = site.okx("push", f"--from-ref={orphan}", "--to-ref=main", folder=shallow.path)
    assert run.status == 2
    assert "git fetch --unshallow" in run.out


def framework(site: Site, **variables: str) -> Run:
    """Run the command as pre-commit and prek do, with `variables` about `origin`."""
    told = {"REMOTE_NAME": "origin", "REMOTE_URL": str(site.remote.path), **variables}
    return site.okx("push", environment={f"PRE_COMMIT_{name}": value for name, value in told.items()})


def test_frameworks_tell_the_range(site: Site) -> None:
    base = site.local.id()
    site.local.commit({"a": "1\n"})
    clean = framework(site, FROM_REF=base, TO_REF=site.local.id(), LOCAL_BRANCH="refs/heads/main")
    assert clean.status == 0
    assert "2 commits" not in clean.out
    site.local.commit({"config.py": site.text})
    assert framework(site, FROM_REF=base, TO_REF=site.local.id(), LOCAL_BRANCH="refs/heads/main").status == 1


def test_frameworks_name_one_ref_but_all_count(site: Site) -> None:
    base = site.local.id()
    site.local.commit({"a": "1\n"})
    head = site.local.id()
    site.local.git("checkout", "--quiet", "-b", "side")
    site.local.commit({"config.py": site.text})
    site.local.git("checkout", "--quiet", "main")
    run = framework(site, FROM_REF=base, TO_REF=head, LOCAL_BRANCH="refs/heads/main")
    assert run.status == 1
    assert "names only the first ref" in run.err


def test_frameworks_tell_no_range_at_the_first_push(site: Site, tmp_path: Path) -> None:
    site.local.commit({"config.py": site.text})
    variables = {"REMOTE_NAME": "fresh", "REMOTE_URL": "x", "LOCAL_BRANCH": "refs/heads/main"}
    assert framework(site, **variables).status == 1
    site.local.git("checkout", "--quiet", "--detach", "origin/main")
    site.local.git("branch", "--quiet", "--force", "main", "HEAD")
    detached = site.local.commit({"other.py": site.text})
    site.local.git("checkout", "--quiet", "main")
    assert framework(site, LOCAL_BRANCH=detached).status == 1


def test_a_range_given_to_pre_commit_itself(site: Site) -> None:
    site.local.commit({"config.py": site.text})
    site.local.git("branch", "leaking")
    site.local.git("reset", "--quiet", "--hard", "HEAD~1")
    site.local.commit({"a": "1\n"})

    def run(to_ref: str) -> Run:
        variables = {"PRE_COMMIT_FROM_REF": "origin/main", "PRE_COMMIT_TO_REF": to_ref}
        return site.okx("push", environment=variables)

    assert run("main").status == 0
    assert run("leaking").status == 1
    assert run("no-such-branch").status == 2


def test_without_any_word_all_local_refs_count(site: Site) -> None:
    site.local.git("branch", "side")
    site.local.commit({"config.py": site.text})
    site.local.git("checkout", "--quiet", "side")
    run = site.okx("push")
    assert run.status == 1
    assert "all local branches and tags" in run.err
    site.local.git("push", "--quiet", "origin", "main")
    assert site.okx("push").status == 0


def test_the_remote_that_the_branch_is_pushed_to_is_the_default(site: Site, tmp_path: Path) -> None:
    fork = Repository(tmp_path / "fork.git", "--bare")
    site.local.commit({"config.py": site.text})
    site.local.git("remote", "add", "fork", str(fork.path))
    site.local.git("push", "--quiet", "fork", "main")
    assert site.okx("push").status == 1
    site.local.git("config", "branch.main.pushRemote", "fork")
    assert site.okx("push").status == 0


def test_a_remote_that_is_not_there_is_refused(site: Site) -> None:
    run = site.okx("push", "orgin")
    assert (run.status, run.err) == (2, "okx-secret-scan: there is no remote 'orgin': there are origin\n")
    assert site.okx("push", "origin").status == 0
    assert site.okx("push", str(site.remote.path)).status == 0
    assert site.okx("push", "https://example.org/bot.git").status == 0
    site.local.git("remote", "remove", "origin")
    assert "there is none, see git remote add" in site.okx("push", "origin").err


def test_an_empty_repository_has_nothing_to_push(repository: Repository, okx: Command) -> None:
    run = okx("push")
    assert run.status == 0
    assert "nothing to scan" in run.out


def test_a_folder_without_a_repository_is_said(okx: Command) -> None:
    run = okx("push")
    assert run.status == 2
    assert "not a git repository" in run.err


def test_a_missing_object_is_no_clean_end(site: Site) -> None:
    site.local.commit({"a": "1\n"})
    blob = site.local.store("1\n")
    (site.local.git_dir / "objects" / blob[:2] / blob[2:]).unlink()
    run = site.main()
    assert run.status == 2
    assert blob in run.out


def test_sha256_repositories(okx: Command, tmp_path: Path) -> None:
    local = Repository(tmp_path / "sha256", "--object-format=sha256")
    leak = account()
    head = local.commit({"config.py": config(leak)})
    line = f"refs/heads/main {head} refs/heads/main {'0' * 64}\n"
    assert okx("push", "origin", "x", stdin=line.encode(), folder=local.path).status == 1
