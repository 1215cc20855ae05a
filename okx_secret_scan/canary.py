"""Plants made-up credentials in a scratch copy of a repository, to see which stages of git stop them."""

from __future__ import annotations

import secrets
import string
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from okx_secret_scan.git.command import GitError
from okx_secret_scan.git.scratch import as_user
from okx_secret_scan.model import Rule, Secret

_NAME = "okx_canary.py"


class Verdict(Enum):
    """What became of a canary."""

    BLOCKED = "blocked"
    PASSED = "passed"
    OTHER = "blocked, but not by okx-secret-scan"


@dataclass(frozen=True, slots=True)
class Canary:
    """A made-up credential, fresh in each run."""

    key: str
    secret: str
    passphrase: str

    @property
    def text(self) -> str:
        """Return it as a few lines of Python."""
        return (
            f'OKX_API_KEY = "{self.key}"\n'
            f'OKX_SECRET_KEY = "{self.secret}"\n'
            f'OKX_PASSPHRASE = "{self.passphrase}"\n'
        )

    def is_named_in(self, output: str) -> bool:
        """Say whether `output` reports the secret key, masked as reports mask it."""
        return Secret(self.secret, Rule.SECRET_KEY).masked in output


def canary() -> Canary:
    """Return a credential in the shape that OKX gives out."""
    letters = string.ascii_letters
    word = "".join(secrets.choice(letters) for _ in range(8))
    return Canary(
        str(uuid.uuid4()), f"A{secrets.token_hex(15).upper()}7", f"Kq{word}{secrets.randbelow(900) + 100}!"
    )


def refusal_of_a_clean_commit(folder: Path) -> str | None:
    """Make an ordinary commit in the scratch copy `folder`; return what git says if that is refused."""
    (folder / "okx_canary_control.txt").write_text("nothing to see here\n", encoding="utf-8")
    as_user(["add", "--all"], folder)
    status, output = as_user(["commit", "--message=An ordinary commit"], folder)
    return (output.strip().splitlines() or ["no reason given"])[-1] if status else None


def release(stage: str, folder: Path) -> Verdict:
    """Try to get a canary past `stage` in the scratch copy `folder`; raises `GitError`."""
    bird = canary()
    start = _checked(["rev-parse", "HEAD"], folder).strip()
    status, output = _RELEASES[stage](bird, folder)
    as_user(["merge", "--abort"], folder)
    _checked(["reset", "--quiet", "--hard", start], folder)
    if status == 0:
        return Verdict.PASSED
    return Verdict.BLOCKED if bird.is_named_in(output) else Verdict.OTHER


def _by_commit(bird: Canary, folder: Path) -> tuple[int, str]:
    _stage(bird, folder)
    return as_user(["commit", "--message=Add a file"], folder)


def _by_message(bird: Canary, folder: Path) -> tuple[int, str]:
    return as_user(["commit", "--allow-empty", f"--message=Explain the settings\n\n{bird.text}"], folder)


def _by_merge(bird: Canary, folder: Path) -> tuple[int, str]:
    _commit_unseen(bird, folder)
    branch = _checked(["rev-parse", "HEAD"], folder).strip()
    _checked(["reset", "--quiet", "--hard", "HEAD~1"], folder)
    return as_user(["merge", "--no-ff", "--no-edit", branch], folder)


def _by_push(bird: Canary, folder: Path) -> tuple[int, str]:
    _commit_unseen(bird, folder)
    remote = folder.with_name(f"{folder.name}.remote")
    kind = _checked(["rev-parse", "--show-object-format"], folder).strip()
    _checked(["init", "--quiet", "--bare", f"--object-format={kind}", str(remote)], folder)
    return as_user(["push", str(remote), "HEAD:refs/heads/canary"], folder)


_RELEASES: dict[str, Callable[[Canary, Path], tuple[int, str]]] = {
    "pre-commit": _by_commit,
    "pre-merge-commit": _by_merge,
    "commit-msg": _by_message,
    "pre-push": _by_push,
}


def _stage(bird: Canary, folder: Path) -> None:
    (folder / _NAME).write_text(bird.text, encoding="utf-8")
    _checked(["add", "--force", _NAME], folder)


def _commit_unseen(bird: Canary, folder: Path) -> None:
    _stage(bird, folder)
    _checked(["commit", "--quiet", "--no-verify", "--message=Add a file"], folder)


def _checked(arguments: list[str], folder: Path) -> str:
    status, output = as_user(arguments, folder)
    if status:
        raise GitError(status, output.encode())
    return output
