"""What git will record of a commit message that is still being written (git-commit's `--cleanup`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.command import GitError, run
from okx_secret_scan.git.environment import IN_HOOK

_VARIABLES = r"^(core\.comment(char|string)|commit\.cleanup|i18n\.commitencoding)$"
_KEEPING_COMMENTS = ("verbatim", "whitespace", "scissors")
# What git chooses from when core.commentChar is `auto` (git's builtin/commit.c).
_AUTOMATIC = (b"#", b";", b"@", b"!", b"$", b"%", b"^", b"&", b"|", b":")
_SCISSORS = b" ------------------------ >8 ------------------------"
_DIFF = (b"diff --git ", b"diff --cc ", b"diff --combined ")


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

    Where git has chosen the sign of comments itself, it does not say which one, and an editor may have taken
    all of its own lines out. Then no line is taken for a comment: one too many is judged, never one too few.
    """
    lines = message.split(b"\n")  # what git takes for a line; a lone carriage return does not end one
    automatic = settings.comment == "auto"
    signs = _AUTOMATIC if automatic else (settings.comment.encode("utf-8", "surrogateescape"),)
    if IN_HOOK in environment and environment.get("GIT_EDITOR") == ":":
        # A hook of a commit without an editor: by default git takes every line as it is, even scissors.
        keeps_comments = settings.cleanup != "strip"
    else:
        certain = settings.cleanup == "scissors" and not automatic
        cuts = [n for n in range(len(lines)) if any(_cuts(lines, n, sign, certain) for sign in signs)]
        if cuts:
            # git takes the first with its sign; of several signs, its own is in what it wrote last.
            lines = lines[: cuts[-1 if automatic else 0]]
        keeps_comments = settings.cleanup in _KEEPING_COMMENTS
    if keeps_comments or automatic:
        return b"\n".join(lines)
    return b"\n".join(line for line in lines if not line.startswith(signs))


def _cuts(lines: Sequence[bytes], start: int, sign: bytes, certain: bool) -> bool:
    """Say whether the line at `start` is scissors, above which git cuts a message off.

    Unless it is `certain` that git looks for scissors, it does so only if it has put them there itself, above
    the diff that the option --verbose shows: with lines below that explain them, and then nothing or a diff.
    """
    if lines[start] != sign + _SCISSORS:
        return False
    rest = lines[start + 1 :]
    below = next((line for line in rest if line.strip() and not line.startswith(sign)), None)
    explained = bool(rest) and rest[0].startswith(sign)
    return certain or (explained and (below is None or below.startswith(_DIFF)))


def _knows_comment_string(repository: Path | None) -> bool:
    version = re.search(rb"(\d+)\.(\d+)", run(["version"], repository))
    return version is not None and (int(version[1]), int(version[2])) >= (2, 45)
