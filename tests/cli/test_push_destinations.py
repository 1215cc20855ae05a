"""`push` believes what stands here of a remote only as far as nothing speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.command import Command, Run, config
from tests.repository import Repository
from tests.values import account

ZERO = "0" * 40


@dataclass(frozen=True)
class Site:
    """A repository that has published a leak, and taken it out again, on branch `main` of `origin`."""

    local: Repository
    remote: Repository
    okx: Command
    leaking: str

    def push(
        self, remote_ref: str, there: str, *, remote: str = "origin", url: object = None, here: str = "HEAD"
    ) -> Run:
        """Run the command as git's pre-push hook, for a ref that is `there` on the other side."""
        line = f"{here} {self.local.id(here)} {remote_ref} {there}\n"
        address = str(url or self.remote.path)
        return self.okx("push", "--git-hook", remote, address, stdin=line.encode())


@pytest.fixture
def site(repository: Repository, okx: Command, tmp_path: Path) -> Site:
    remote = Repository(tmp_path / "remote.git", "--bare")
    leaking = repository.commit({"config.py": config(account())})
    repository.commit({"config.py": "DEBUG = True\n"})
    repository.git("remote", "add", "origin", str(remote.path))
    repository.git("push", "--quiet", "origin", "main")
    repository.commit({"a": "1\n"})
    return Site(repository, remote, okx, leaking)


def test_an_ordinary_push_reads_what_is_new(site: Site) -> None:
    there = site.local.id("origin/main")
    assert "1 commit read" in site.push("refs/heads/main", there).out
    assert "1 commit read" in site.push("refs/heads/new", ZERO).out
    assert "1 commit read" in site.push("refs/heads/new", ZERO, remote=str(site.remote.path)).out


def test_a_remote_that_was_cleaned_since_is_no_excuse(site: Site, tmp_path: Path) -> None:
    elsewhere = Repository(tmp_path / "elsewhere")
    elsewhere.commit({"README": "A bot.\n"})
    elsewhere.git("push", "--quiet", "--force", str(site.remote.path), "main")
    assert site.push("refs/heads/main", elsewhere.id()).status == 1


def test_a_ref_that_the_remote_has_no_more_is_no_excuse(site: Site) -> None:
    assert site.push("refs/heads/main", ZERO).status == 1


def test_what_contradicts_is_told_by_any_ref_of_the_push(site: Site) -> None:
    here = site.local.id()
    lines = f"new {here} refs/heads/new {ZERO}\nmain {here} refs/heads/main {ZERO}\n"
    run = site.okx("push", "origin", str(site.remote.path), stdin=lines.encode())
    assert run.status == 1


def test_what_the_remote_tells_counts_though_it_contradicts(site: Site) -> None:
    there = site.local.id("origin/main")
    site.local.git("update-ref", "refs/remotes/origin/main", site.leaking)
    assert "1 commit read" in site.push("refs/heads/main", there).out


@pytest.mark.parametrize(
    ("key", "value"),
    [("remote.origin.pushUrl", "{fork}"), ("url.{fork}.pushInsteadOf", "{remote}")],
)
def test_a_place_to_push_to_is_not_the_one_to_fetch_from(
    key: str, value: str, site: Site, tmp_path: Path
) -> None:
    fork = Repository(tmp_path / "fork.git", "--bare").path
    places = {"fork": fork, "remote": site.remote.path}
    site.local.git("config", key.format(**places), value.format(**places))
    assert site.push("refs/heads/new", ZERO, url=fork).status == 1
    assert site.push("refs/heads/new", ZERO, url=site.remote.path).status == 0
    assert site.okx("push", "origin").status == 1
    told = {"REMOTE_NAME": "origin", "REMOTE_URL": str(fork), "FROM_REF": site.local.id("origin/main")}
    variables = {f"PRE_COMMIT_{name}": value for name, value in told.items()}
    assert site.okx("push", environment=variables).status == 1


@pytest.mark.parametrize(
    ("fetch", "push", "same"),
    [
        ("https://example.org/team/bot.git", "git@example.org:team/bot.git", True),
        ("https://example.org/team/bot", "ssh://git@example.org/team/bot.git", True),
        ("https://example.org/team/bot.git", "git@example.org:public/bot.git", False),
        ("https://example.org/team/bot.git", "git@example.com:team/bot.git", False),
        ("https://example.org:8443/team/bot.git", "https://example.org/team/bot.git", False),
        ("file:///team/bot.git", "file:///team/bot", False),
    ],
)
def test_the_protocol_does_not_make_another_place(fetch: str, push: str, same: bool, site: Site) -> None:
    site.local.git("remote", "set-url", "origin", fetch)
    assert site.push("refs/heads/new", ZERO, url=push).status == (0 if same else 1)


def test_a_remote_whose_name_begins_like_another_does_not_count(site: Site, tmp_path: Path) -> None:
    private = Repository(tmp_path / "private.git", "--bare")
    public = Repository(tmp_path / "public.git", "--bare")
    site.local.git("remote", "remove", "origin")
    site.local.git("remote", "add", "origin", str(public.path))
    site.local.git("config", "remote.origin/private.url", str(private.path))
    site.local.git("config", "remote.origin/private.fetch", "+refs/heads/*:refs/remotes/origin/private/*")
    site.local.git("push", "--quiet", "origin/private", "main")
    assert site.local.id("refs/remotes/origin/private/main")
    assert site.push("refs/heads/main", ZERO, url=public.path).status == 1
    clean = site.push("refs/heads/new", ZERO, remote="origin/private", url=private.path)
    assert clean.status == 1, "whose ref it is cannot be told"


def test_refs_stand_where_the_remote_is_configured_to_keep_them(site: Site) -> None:
    site.local.git("config", "remote.origin.fetch", "+refs/heads/*:refs/remotes/elsewhere/*")
    assert site.push("refs/heads/new", ZERO).status == 1
    site.local.git("fetch", "--quiet", "origin")
    assert "1 commit read" in site.push("refs/heads/new", ZERO).out


def test_the_branches_of_a_mirror_do_not_stand_for_what_is_published(site: Site) -> None:
    site.local.git("config", "--replace-all", "remote.origin.fetch", "+refs/*:refs/*")
    site.local.git("update-ref", "-d", "refs/remotes/origin/main")
    assert site.push("refs/for/main", ZERO).status == 1


def test_nothing_on_gits_standard_input_means_that_nothing_is_pushed(site: Site) -> None:
    site.local.commit({"config.py": config(account())})
    run = site.okx("push", "--git-hook", "origin", str(site.remote.path))
    assert run.status == 0
    assert "nothing to scan" in run.out + run.err
    # Others who call the hook may have swallowed what git said.
    assert site.okx("push", "origin", str(site.remote.path)).status == 1
