"""`message` judges what git will record of a commit message."""

from __future__ import annotations

import pytest

from tests.command import Command, config
from tests.repository import Repository
from tests.values import Account, account

SCISSORS = "# ------------------------ >8 ------------------------\n"


@pytest.fixture
def leak() -> Account:
    return account()


def commented(text: str, sign: str = "#") -> str:
    """Return `text` as comment lines."""
    return "".join(f"{sign} {line}\n" for line in text.splitlines())


@pytest.mark.parametrize("file", [".git/COMMIT_EDITMSG", ".git/MERGE_MSG", ".git/SQUASH_MSG", "message"])
def test_a_leak_in_the_message_is_found(
    file: str, leak: Account, repository: Repository, okx: Command
) -> None:
    repository.write(file, "Explain the settings\n\n" + config(leak))
    report = okx("message", file, "--format=json").report
    assert {finding["source"] for finding in report["findings"]} == {"commit-message"}
    assert {finding["path"] for finding in report["findings"]} == {None}
    run = okx("message", file)
    assert run.status == 1
    assert leak.secret not in run.out
    assert "message" in run.out


def test_a_clean_message_passes(repository: Repository, okx: Command) -> None:
    repository.write("message", "Read the OKX keys from the environment\n")
    assert okx("message", "message").status == 0


def test_comments_and_what_is_below_the_scissors_do_not_count(
    leak: Account, repository: Repository, okx: Command
) -> None:
    diff = "".join(f"+{line}\n" for line in config(leak).splitlines())
    text = "Subject\n" + commented(config(leak)) + SCISSORS + "# Do not modify\ndiff --git a/x b/x\n" + diff
    repository.write("message", text)
    assert okx("message", "message").status == 0


def test_the_configured_comment_sign_is_respected(
    leak: Account, repository: Repository, okx: Command
) -> None:
    repository.git("config", "core.commentChar", ";")
    repository.write("semicolons", "Subject\n" + commented(config(leak), ";"))
    repository.write("hashes", "Subject\n" + commented(config(leak), "#"))
    assert okx("message", "semicolons").status == 0
    assert okx("message", "hashes").status == 1


def test_comment_lines_count_where_git_keeps_them(
    leak: Account, repository: Repository, okx: Command
) -> None:
    repository.write("message", "Subject\n" + commented(config(leak)))
    # What git tells its hook when no editor was opened.
    environment = {"GIT_EDITOR": ":", "GIT_INDEX_FILE": ".git/index"}
    assert okx("message", "message", environment=environment).status == 1
    repository.git("config", "commit.cleanup", "whitespace")
    assert okx("message", "message").status == 1


@pytest.mark.parametrize("encoding", ["UTF-8", "GB18030", "ISO-8859-1"])
def test_any_encoding_is_read(encoding: str, leak: Account, repository: Repository, okx: Command) -> None:
    repository.git("config", "i18n.commitEncoding", encoding)
    name = "Schlüssel" if encoding == "ISO-8859-1" else "密钥"
    repository.write("message", f"{name}\n\n{config(leak)}".encode(encoding))
    assert okx("message", "message").status == 1


def test_a_message_can_be_judged_outside_a_repository(leak: Account, okx: Command) -> None:
    (okx.folder / "message").write_text("Subject\n\n" + config(leak))
    assert okx("message", "message").status == 1


def test_an_empty_message_passes(repository: Repository, okx: Command) -> None:
    repository.write("message", "")
    assert okx("message", "message").status == 0


def test_a_file_that_is_not_there_is_said(repository: Repository, okx: Command) -> None:
    run = okx("message", "no-such-file")
    assert run.status == 2
    assert run.err.strip().splitlines() == [
        "okx-secret-scan: no-such-file: the commit message cannot be read: No such file or directory"
    ]


def test_the_advice_is_about_the_message(leak: Account, repository: Repository, okx: Command) -> None:
    repository.write("message", config(leak))
    assert "take the values out of the message" in okx("message", "message").out
