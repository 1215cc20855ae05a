from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from okx_secret_scan.model import Severity, Source
from tests.history.support import story, swept
from tests.places import line
from tests.repository import AUTHOR, EMAIL, Repository
from tests.values import account, passphrase, secret_key


@pytest.fixture
def value() -> str:
    return secret_key()


def test_first_and_last_commit_and_the_days_between(repository: Repository, value: str) -> None:
    repository.commit({"a.py": "clean\n"})
    came = repository.commit({"a.py": line(value)}, message="Add the bot\n\nAt last.\n")
    repository.commit({"a.py": f"import os\n\n{line(value)}"})
    gone = repository.commit({"a.py": "import os\n"}, message="Clean up")
    repository.commit({"b.py": "more\n"})

    result = swept(repository.path)

    told = story(result, value)
    assert told.commit is not None
    assert (told.commit.sha, told.commit.author, told.commit.email) == (came, AUTHOR, EMAIL)
    assert (told.commit.subject, told.commit.date) == ("Add the bot", "2024-01-02T12:00:00+02:00")
    assert told.last_commit is not None
    assert (told.last_commit.sha, told.last_commit.subject) == (gone, "Clean up")
    assert (told.at_head, told.reachable, told.refs) == (False, True, ("refs/heads/main",))
    assert told.exposure_days == 2


def test_a_clock_beyond_all_calendars_counts_no_days(repository: Repository, value: str) -> None:
    repository.commit({"a.py": line(value)})
    forged = repository.git("cat-file", "commit", "HEAD") + b"\n"
    forged = re.sub(rb"(committer .*> )\d+", rb"\g<1>9223372036854775807", forged)
    oid = repository.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", stdin=forged)
    repository.git("update-ref", "refs/heads/main", oid.decode())

    told = story(swept(repository.path), value)

    assert told.commit is not None
    assert told.exposure_days is None


def test_reported_where_it_stood_first_with_the_number_of_blobs(repository: Repository, value: str) -> None:
    repository.commit({"a.py": line(value)})
    first = repository.id("HEAD:a.py")
    repository.commit({"a.py": "\n\n\n" + line(value)})
    repository.commit({"a.py": "\n" + line(value)})

    (finding,) = swept(repository.path).findings

    assert (finding.blob, finding.location.line, finding.occurrences) == (first, 1, 3)


def test_a_value_that_is_still_there_has_no_last_commit(repository: Repository, value: str) -> None:
    came = repository.commit({"a.py": line(value)})
    repository.commit({"b.py": "more\n"})

    told = story(swept(repository.path), value)

    assert told.commit is not None
    assert (told.commit.sha, told.last_commit, told.at_head, told.exposure_days) == (came, None, True, 1)


def test_removed_from_head_and_still_on_another_branch(repository: Repository, value: str) -> None:
    repository.commit({"a.py": line(value)})
    repository.git("branch", "old")
    repository.commit({"a.py": "clean\n"})

    told = story(swept(repository.path), value)

    assert (told.last_commit, told.at_head) == (None, False)
    assert told.refs == ("refs/heads/main", "refs/heads/old")


def test_a_tag_is_no_branch(repository: Repository, value: str) -> None:
    repository.commit({"a.py": line(value)})
    repository.git("tag", "v1")
    gone = repository.commit({"a.py": "clean\n"})

    told = story(swept(repository.path), value)

    assert told.last_commit is not None
    assert told.last_commit.sha == gone
    assert told.refs == ("refs/heads/main", "refs/tags/v1")


def test_a_rename_shows_both_paths_in_their_order(repository: Repository, value: str) -> None:
    repository.commit({"z.py": line(value)})
    repository.git("mv", "z.py", "m.py")
    moved = repository.commit()
    repository.git("mv", "m.py", "a.py")
    repository.commit({"a.py": "# moved and changed\n" + line(value)})

    result = swept(repository.path)

    assert [finding.path for finding in result.findings] == ["a.py", "m.py", "z.py"]
    for path in ("a.py", "m.py", "z.py"):
        assert story(result, value, path).paths == ("z.py", "m.py", "a.py")
    left = story(result, value, "z.py").last_commit
    assert left is not None
    assert left.sha == moved


def test_files_that_move_together_keep_their_stories_apart(repository: Repository, value: str) -> None:
    for name in ("a.py", "b.py", "c.py"):
        repository.commit({f"old/{name}": f"# {name}\n{line(value)}"})
    for name in ("a.py", "b.py", "c.py"):
        repository.git("mv", f"old/{name}", name)
    repository.git("mv", "c.py", "d.py")
    repository.commit({"b.py": f"# changed\n{line(value)}"})

    result = swept(repository.path)

    assert story(result, value, "a.py").paths == ("old/a.py", "a.py")
    assert story(result, value, "old/b.py").paths == ("old/b.py", "b.py")
    assert story(result, value, "d.py").paths == ("old/c.py", "d.py")


def test_paths_of_the_same_age_have_an_order_of_their_own(repository: Repository, value: str) -> None:
    names = [f"{number}.py" for number in range(9)]
    repository.commit({name: line(value) for name in reversed(names)})
    for name in names:
        repository.git("rm", "--quiet", name)
    repository.commit({"one.py": line(value)})
    before = story(swept(repository.path), value, "one.py").paths
    repository.git("gc", "--quiet")

    assert story(swept(repository.path), value, "one.py").paths == before == (*names, "one.py")


def test_many_that_go_and_many_that_come_have_not_moved(repository: Repository, value: str) -> None:
    repository.commit({name: f"# {name}\n{line(value)}" for name in ("a.py", "b.py")})
    repository.git("rm", "--quiet", "a.py", "b.py")
    repository.commit({name: f"# {name}\n{line(value)}" for name in ("c.py", "d.py")})

    result = swept(repository.path)

    assert [story(result, value, f.path).paths for f in result.findings] == [
        (f.path,) for f in result.findings
    ]


def test_copies_are_separate_stories(repository: Repository, value: str) -> None:
    repository.commit({"a.py": line(value)})
    repository.commit({"b.py": line(value)})

    result = swept(repository.path)

    assert story(result, value, "a.py").paths == ("a.py",)
    assert story(result, value, "b.py").paths == ("b.py",)
    assert {finding.credential for finding in result.findings} == {"c1"}


def test_a_merge_that_keeps_the_value_did_not_bring_it(repository: Repository, value: str) -> None:
    repository.commit({"README": "begin\n"})
    repository.git("checkout", "--quiet", "-b", "side")
    came = repository.commit({"a.py": line(value)})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"other.py": "more\n"})
    repository.git("merge", "--quiet", "--no-edit", "side")

    told = story(swept(repository.path), value)

    assert told.commit is not None
    assert (told.commit.sha, told.at_head) == (came, True)


def test_a_merge_that_follows_a_removal_did_not_make_it(repository: Repository, value: str) -> None:
    repository.commit({"a.py": line(value)})
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit({"side.py": "more\n"})
    repository.git("checkout", "--quiet", "main")
    gone = repository.commit({"a.py": "clean\n"})
    repository.git("checkout", "--quiet", "side")
    repository.git("merge", "--quiet", "--no-edit", "main")

    told = story(swept(repository.path), value)

    assert told.last_commit is not None
    assert told.last_commit.sha == gone


def test_a_merge_that_throws_the_value_away_removed_it(repository: Repository, value: str) -> None:
    repository.commit({"a.py": "clean\n"})
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit({"a.py": line(value)})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"b.py": "more\n"})
    repository.git("merge", "--quiet", "--no-edit", "--strategy=ours", "side")
    repository.git("branch", "--quiet", "-D", "side")

    told = story(swept(repository.path), value)

    assert told.last_commit is not None
    assert told.last_commit.sha == repository.id("HEAD")


def test_unreachable_history_has_commits_too(repository: Repository, value: str) -> None:
    repository.commit({"a.py": "clean\n"})
    came = repository.commit({"a.py": line(value)})
    repository.git("reset", "--quiet", "--hard", "HEAD~1")

    told = story(swept(repository.path), value)

    assert told.commit is not None
    assert told.commit.sha == came
    assert (told.reachable, told.refs, told.at_head) == (False, (), False)


def test_one_blob_under_two_paths_is_two_findings(repository: Repository, value: str) -> None:
    repository.commit({"a.py": line(value), "copy/b.py": line(value)})

    findings = swept(repository.path).findings

    assert [(finding.path, finding.occurrences) for finding in findings] == [("a.py", 1), ("copy/b.py", 1)]


def test_parts_that_were_shown_together_once_stay_one_credential(repository: Repository) -> None:
    leaked = account()
    key, secret, phrase = (
        f'OKX_API_KEY = "{leaked.key}"\n',
        f'OKX_SECRET_KEY = "{leaked.secret}"\n',
        f'OKX_PASSPHRASE = "{leaked.passphrase}"\n',
    )
    repository.commit({"a.py": secret})
    repository.commit({"a.py": key + secret})
    repository.commit({"a.py": key + secret + phrase})

    result = swept(repository.path)

    assert len(result.findings) == 3
    assert [len(credential.rules) for credential in result.credentials] == [3]


def test_a_passphrase_of_two_accounts_completes_both(repository: Repository) -> None:
    one, two = account(), account()
    sets = [
        f'okx = OkxClient(api_key="{one.key}", secret_key="{one.secret}", passphrase="{one.passphrase}")\n',
        f'okx = OkxClient(api_key="{two.key}", secret_key="{two.secret}", passphrase="{one.passphrase}")\n',
        f'okx_passphrase = "{one.passphrase}"\n',
    ]
    for text in sets:
        repository.commit({"bot.py": text})

    result = swept(repository.path)

    parts = Counter(finding.credential for finding in result.findings)
    assert sorted(parts.values()) == [3, 3]
    assert {finding.severity for finding in result.findings} == {Severity.CRITICAL}


def test_a_passphrase_in_many_versions_leaks_once(repository: Repository) -> None:
    phrase = passphrase()
    for number in range(3):
        repository.commit({"bot.py": f'okx_passphrase = "{phrase}"\n' + "\n" * number})

    (finding,) = swept(repository.path).findings

    assert finding.occurrences == 3


def test_the_same_author_leaks_once(repository: Repository, value: str) -> None:
    author = f"--author=OKX_SECRET_KEY={value} <a@example.org>"
    repository.git("commit", "--quiet", "--allow-empty", "--message=One", author)
    first = repository.id()
    repository.git("commit", "--quiet", "--allow-empty", "--message=Two", author)

    (finding,) = swept(repository.path).findings

    assert finding.attribution is not None
    assert finding.attribution.commit is not None
    assert (finding.source, finding.occurrences, finding.attribution.commit.sha) == (
        Source.IDENTITY,
        2,
        first,
    )
    assert finding.attribution.at_head


@pytest.mark.parametrize("quote", [lambda value: value, lambda value: f"{value}.py"])
def test_values_in_subjects_and_paths_are_masked(
    repository: Repository, value: str, quote: Callable[[str], str]
) -> None:
    repository.commit({quote(value): line(value)}, message=f"Use {value} for now")

    (finding,) = (f for f in swept(repository.path).findings if f.source is Source.FILE)

    assert finding.attribution is not None
    assert finding.attribution.commit is not None
    assert finding.attribution.commit.subject == f"Use {finding.secret.masked} for now"
    assert finding.path == quote(finding.secret.masked)


def test_a_shallow_clone_begins_at_its_boundary(repository: Repository, value: str, tmp_path: Path) -> None:
    repository.commit({"a.py": line(value)})
    repository.commit({"b.py": "more\n"})
    clone = Repository.clone(repository.path, tmp_path / "clone", "--depth=1")

    told = story(swept(clone.path), value)

    assert told.commit is not None
    assert told.commit.sha == repository.id()
