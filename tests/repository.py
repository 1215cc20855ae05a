"""A real git repository in a temporary folder, untouched by the machine's own git configuration."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

AUTHOR = "Ada Example"
EMAIL = "ada@example.org"
FIRST_DATE = datetime(2024, 1, 1, 12, tzinfo=timezone(timedelta(hours=2)))

Content = str | bytes


def isolated_environment(home: Path) -> dict[str, str]:
    """Return this process's variables without git's own, with `home` as the only place for configuration."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "XDG_", "PRE_COMMIT"))
    }
    return kept | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "APPDATA": str(home),
        "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": AUTHOR,
        "GIT_AUTHOR_EMAIL": EMAIL,
        "GIT_COMMITTER_NAME": AUTHOR,
        "GIT_COMMITTER_EMAIL": EMAIL,
        "TZ": "UTC",
    }


class Repository:
    """A repository at `path`; each commit is dated one day after the one before."""

    def __init__(self, path: Path, *options: str) -> None:
        """Create it with `git init` and `options` (`--bare`, `--object-format=sha256`, …), branch `main`."""
        self.path = path
        self.home = path.parent / f"{path.name}.home"
        self.commits = 0
        self.home.mkdir(parents=True, exist_ok=True)
        path.mkdir(parents=True, exist_ok=True)
        if not (path / ".git").exists() and not (path / "HEAD").exists():
            self.git("init", "--quiet", "--initial-branch=main", *options)
            self.git("config", "core.autocrlf", "false")

    @classmethod
    def clone(cls, source: Path, path: Path, *options: str) -> Repository:
        """Clone the repository at `source` to `path`, through the protocol, as if it were far away."""
        path.parent.mkdir(parents=True, exist_ok=True)
        command = [
            "git",
            "-c",
            "protocol.file.allow=always",
            "clone",
            "--quiet",
            *options,
            source.as_uri(),
            str(path),
        ]
        subprocess.run(command, check=True, capture_output=True, env=isolated_environment(path.parent))
        return cls(path)

    def git(
        self, *arguments: Content | Path, stdin: bytes = b"", environment: Mapping[str, str] | None = None
    ) -> bytes:
        """Run git here and return its standard output without the final line end; fails if git fails."""
        date = self.date().isoformat()
        dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            input=stdin,
            capture_output=True,
            env=isolated_environment(self.home) | dates | dict(environment or {}),
            check=False,
        )
        assert done.returncode == 0, (arguments, done.stderr.decode("utf-8", "replace"))
        return done.stdout.removesuffix(b"\n")

    def date(self) -> datetime:
        """Return the date that the next commit gets."""
        return FIRST_DATE + timedelta(days=self.commits)

    def write(self, name: Content, content: Content) -> Path:
        """Write a file of the work tree, and its folders; text is stored as UTF-8, line ends as given."""
        file = self.path / os.fsdecode(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def add(self, files: Mapping[str, Content] | None = None) -> None:
        """Write `files` and stage every change of the work tree."""
        for name, content in (files or {}).items():
            self.write(name, content)
        self.git("add", "--all")

    def commit(self, files: Mapping[str, Content] | None = None, *, message: Content = "Change files") -> str:
        """Write and stage `files`, commit everything staged (nothing will do) and return the commit's id."""
        self.add(files)
        data = message.encode() if isinstance(message, str) else message
        self.git("commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "--file=-", stdin=data)
        self.commits += 1
        return self.id("HEAD")

    def id(self, revision: str = "HEAD") -> str:
        """Return the object id of `revision`, such as `HEAD`, `v1^{tag}` or `HEAD:path` for a blob."""
        return self.git("rev-parse", "--verify", revision).decode()

    def store(self, content: Content) -> str:
        """Write a blob that nothing refers to and return its id."""
        data = content.encode() if isinstance(content, str) else content
        return self.git("hash-object", "-w", "--stdin", stdin=data).decode()

    @property
    def git_dir(self) -> Path:
        """The folder that holds `objects`."""
        return Path(os.fsdecode(self.git("rev-parse", "--absolute-git-dir")))
