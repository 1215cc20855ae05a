"""What git records of a message, checked against git itself."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from okx_secret_scan.git.message import MessageSettings, message_settings, recorded
from tests.repository import Repository

EDITED: Mapping[str, str] = {"GIT_EDITOR": "vi", "GIT_INDEX_FILE": ".git/index"}
NOT_EDITED = {"GIT_EDITOR": ":", "GIT_INDEX_FILE": ".git/index"}
SCISSORS = "------------------------ >8 ------------------------"
TEXT = f"""\
Subject

# a comment
; a semicolon
 # an indented line
body\r# behind a carriage return
# {SCISSORS}
# Do not modify or remove the line above.
diff --git a/file b/file
+below the scissors
"""


def words(text: bytes) -> list[bytes]:
    """Return the lines that hold anything, without the white space at their ends, which git cuts."""
    return [line.rstrip() for line in text.split(b"\n") if line.strip()]


@pytest.mark.parametrize("edited", [True, False])
@pytest.mark.parametrize("cleanup", [None, "default", "strip", "whitespace", "verbatim", "scissors"])
@pytest.mark.parametrize("comment", [None, ";", "auto"])
def test_lines_are_kept_and_dropped_as_git_does(
    cleanup: str | None, comment: str | None, edited: bool, repository: Repository
) -> None:
    if cleanup:
        repository.git("config", "commit.cleanup", cleanup)
    if comment:
        repository.git("config", "core.commentChar", comment)
    # The hook keeps what the file held when git called it.
    hook = repository.git_dir / "hooks" / "commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text('#!/bin/sh\ncp "$1" "$1.seen"\nenv >"$1.env"\n')
    hook.chmod(0o755)
    repository.write("given", TEXT)
    repository.add()
    command = ["commit", "--quiet", "--file=given"]
    if edited:
        # An editor that leaves the text as it is; --verbose makes git put scissors of its own below.
        repository.git(*command, "--edit", "--verbose", environment={"GIT_EDITOR": "true"})
    else:
        repository.git(*command)
    seen = (repository.git_dir / "COMMIT_EDITMSG.seen").read_bytes()
    environment = dict(
        line.split("=", 1)
        for line in (repository.git_dir / "COMMIT_EDITMSG.env").read_text().splitlines()
        if line.startswith("GIT_")
    )
    ours = recorded(seen, message_settings(repository.path), environment)
    git = repository.git("log", "-1", "--format=%B")
    if comment == "auto":
        # There, git's own choice cannot be known for sure, and a line too many is better than one too few.
        assert set(words(git)) <= set(words(ours))
    else:
        assert words(ours) == words(git)


def test_a_comment_may_be_several_characters_long() -> None:
    settings = MessageSettings(comment="//")
    assert recorded(b"Subject\n// comment\n/ text\n", settings, EDITED) == b"Subject\n/ text\n"


def test_where_git_has_chosen_the_comment_sign_every_line_counts() -> None:
    # The last line may be git's own or what git has kept, because it chose another sign.
    message = b"Subject\n; two\n# three\n"
    assert recorded(message, MessageSettings(comment="auto"), EDITED) == message


@pytest.mark.parametrize("sign", "#;@!$%^&|:")
@pytest.mark.parametrize("below", ["", "diff --git a/x b/x\n+below\n", "\ndiff --cc x\n+below\n"])
@pytest.mark.parametrize("comment", ["auto", "given"])
def test_gits_own_scissors_cut(comment: str, below: str, sign: str) -> None:
    explained = f"{sign} {SCISSORS}\n{sign} Do not modify.\n{sign} Everything below is ignored.\n"
    settings = MessageSettings(comment="auto" if comment == "auto" else sign)
    message = f"Subject\n{explained}{below}".encode()
    assert words(recorded(message, settings, EDITED)) == [b"Subject"]


@pytest.mark.parametrize("comment", ["#", "auto"])
@pytest.mark.parametrize(
    "below",
    [
        "text\n",
        "# Do not modify.\ntext\n",
        "diff --git a/x b/x\ntext\n",
        "; Do not modify.\ndiff --git a/x b/x\ntext\n",
    ],
)
def test_scissors_that_git_has_not_put_there_do_not_cut(below: str, comment: str) -> None:
    message = f"Subject\n# {SCISSORS}\n{below}".encode()
    assert b"text" in recorded(message, MessageSettings(comment=comment), EDITED)


def test_scissors_that_the_configuration_asks_for_cut() -> None:
    message = f"Subject\n; {SCISSORS}\ntext\n# {SCISSORS}\nbelow\n".encode()
    assert b"text" in recorded(message, MessageSettings(cleanup="scissors"), EDITED)
    assert b"below" not in recorded(message, MessageSettings(cleanup="scissors"), EDITED)


def test_outside_a_hook_comments_are_comments() -> None:
    assert recorded(b"# comment\n", MessageSettings(), {"GIT_EDITOR": ":"}) == b""


def test_the_last_setting_of_the_comment_sign_wins(repository: Repository) -> None:
    repository.git("config", "--add", "core.commentChar", ";")
    repository.git("config", "--add", "core.commentChar", "%")
    assert message_settings(repository.path) == MessageSettings(comment="%")


def test_settings_have_gits_defaults(repository: Repository) -> None:
    assert message_settings(repository.path) == MessageSettings("#", "default", "UTF-8")


def test_comment_strings_count_only_where_git_knows_them(repository: Repository) -> None:
    repository.git("config", "core.commentString", "//")
    version = repository.git("version").decode().split()[2].split(".")
    known = (int(version[0]), int(version[1])) >= (2, 45)
    assert message_settings(repository.path).comment == ("//" if known else "#")
