"""What git will record of a commit message that is still being written (git-commit's `--cleanup`)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.command import GitError, run

_VARIABLES = r"^(core\.comment(char|string)|commit\.cleanup|i18n\.commitencoding)$"
_KEEPING_COMMENTS = ("verbatim", "whitespace", "scissors")
# What git chooses from when core.commentChar is `auto` (git's builtin/commit.c).
_AUTOMATIC = (b"#", b";", b"@", b"!", b"$", b"%", b"^", b"&", b"|", b":")
_SCISSORS = b" ------------------------ >8 ------------------------"


@dataclass(frozen=True, slots=True)
class MessageSettings:
    """The configuration that decides what of a message stays; `comment` is `auto` if git chooses itself."""

    comment: str = "#"
    cleanup: str = "default"
    encoding: str = "UTF-8"


def message_settings(repository: Path | None = None) -> MessageSettings:
    """Read the settings in force; outside a repository those of the user and the system."""
    try:
        output = run(["config", "-z", "--get-regexp", _VARIABLES], repository)
    except GitError:
        return MessageSettings()
    values: dict[str, str] = {}
    for line in output.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        name, _, value = line.partition("\n")
        # In new gits both names set the same thing, and the last one wins; old ones know commentChar alone.
        if name == "core.commentstring" and not _knows_comment_string(repository):
            continue
        values["comment" if name.startswith("core.") else name] = value
    return MessageSettings(
        values.get("comment") or "#",
        values.get("commit.cleanup", "default"),
        values.get("i18n.commitencoding") or "UTF-8",
    )


def recorded(message: bytes, settings: MessageSettings, environment: Mapping[str, str]) -> bytes:
    """Return what git will record of `message`, the content of the file that a commit-msg hook is given.

    `environment` is that of the hook: git says there whether an editor was used, which decides how it cleans
    up by default. Options of the one `git commit` in progress are not known here, only its configuration.
    Lines keep their bytes; blank lines stay, for they hold nothing.
    """
    lines = message.split(b"\n")  # what git takes for a line; a lone carriage return does not end one
    comment = _comment(lines, settings.comment)
    if comment is None:
        return message
    if "GIT_INDEX_FILE" in environment and environment.get("GIT_EDITOR") == ":":
        # A hook of a commit without an editor: by default git takes every line as it is, even scissors.
        keeps_comments = settings.cleanup != "strip"
    else:
        lines = list(itertools.takewhile(lambda line: line.rstrip() != comment + _SCISSORS, lines))
        keeps_comments = settings.cleanup in _KEEPING_COMMENTS
    return b"\n".join(line for line in lines if keeps_comments or not line.startswith(comment))


def _comment(lines: Sequence[bytes], setting: str) -> bytes | None:
    """Return what starts a comment; None if there is no telling, for then nothing may be dropped."""
    if setting != "auto":
        return setting.encode("utf-8", "surrogateescape")
    # git ends what it writes for the editor with a comment, behind everything that a user has written.
    last = next((line for line in reversed(lines) if line.strip()), b"")
    return last[:1] if last[:1] in _AUTOMATIC else None


def _knows_comment_string(repository: Path | None) -> bool:
    version = re.search(rb"(\d+)\.(\d+)", run(["version"], repository))
    return version is not None and (int(version[1]), int(version[2])) >= (2, 45)
