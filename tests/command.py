"""The installed command, run as a user would run it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.repository import isolated_environment
from tests.values import Account


@dataclass(frozen=True)
class Run:
    """How a command ended and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def report(self) -> Any:
        """The JSON report on standard output."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Command:
    """Runs `okx-secret-scan` in `folder`, with `home` as the only place for a user's configuration."""

    folder: Path
    home: Path

    def __call__(
        self,
        *arguments: str | Path,
        folder: Path | None = None,
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
    ) -> Run:
        """Run it to its end."""
        done = subprocess.run(
            self.line(*arguments),
            cwd=folder or self.folder,
            input=stdin,
            capture_output=True,
            env=self.environment(environment),
            check=False,
        )
        out, err = (stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr))
        assert "Traceback" not in err, err
        return Run(done.returncode, out.replace("\r\n", "\n"), err.replace("\r\n", "\n"))

    def line(self, *arguments: str | Path) -> list[str]:
        """Return the argument vector, for tests that run the process themselves."""
        return [sys.executable, "-m", "okx_secret_scan", *map(str, arguments)]

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the variables the process gets."""
        return isolated_environment(self.home) | {"PYTHONUTF8": "1"} | dict(more or {})


def config(account: Account) -> str:
    """Return a Python file that holds all of `account`, one value a line."""
    return (
        "import okx.Account as Account\n"
        "\n"
        f'OKX_API_KEY = "{account.key}"\n'
        f'OKX_SECRET_KEY = "{account.secret}"\n'
        f'OKX_PASSPHRASE = "{account.passphrase}"\n'
    )


def stand_in_for_git(folder: Path, first: str) -> dict[str, str]:
    """Put a `git` into `folder` that runs the shell code `first`, then git; return the PATH that finds it."""
    real = shutil.which("git")
    file = folder / "git"
    file.write_text(f'#!/bin/sh\n{first}\nexec {real} "$@"\n')
    file.chmod(0o755)
    return {"PATH": os.pathsep.join((str(folder), os.environ["PATH"]))}
