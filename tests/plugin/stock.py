"""Stock detect-secrets, run as its users run it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import okx_secret_scan
from tests.repository import isolated_environment

PLUGIN = Path(okx_secret_scan.__file__).with_name("detect_secrets_plugin.py")
SCAN = "detect_secrets.main"
HOOK = "detect_secrets.pre_commit_hook"
RULES = {
    "OKX API Key": "okx-api-key",
    "OKX Secret Key": "okx-secret-key",
    "OKX Passphrase": "okx-passphrase",
    "OKX Session Token": "okx-session-token",
}


@dataclass(frozen=True)
class Ran:
    """How a tool ended and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def results(self) -> dict[str, list[dict[str, Any]]]:
        """The results of a report, nothing if there is no report."""
        content: dict[str, Any] = json.loads(self.out) if self.out else {"results": {}}
        return dict(content["results"])


def run(
    folder: Path,
    module: str,
    *arguments: str | Path,
    start: str | None = None,
    environment: Mapping[str, str] | None = None,
    python: Path | str = sys.executable,
) -> Ran:
    """Run the command that lives in `module` in `folder`; `start` says how its pool starts processes."""
    prepare = f"import multiprocessing; multiprocessing.set_start_method({start!r}); " if start else ""
    code = f"{prepare}import sys; from {module} import main; sys.exit(main(sys.argv[1:]))"
    home = folder.parent / f"{folder.name}.home"
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [str(python), "-P", "-c", code, *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        env=isolated_environment(home) | {"PYTHONUTF8": "1"} | dict(environment or {}),
        check=False,
    )
    out, err = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
    return Ran(done.returncode, out.replace("\r\n", "\n"), err.replace("\r\n", "\n"))


def scan(folder: Path, *arguments: str | Path, start: str | None = None, plugin: bool = True) -> Ran:
    """Run `detect-secrets scan` with the plugin and without asking any server."""
    ours = ("-p", PLUGIN) if plugin else ()
    ran = run(folder, SCAN, "scan", "--no-verify", *ours, *arguments, start=start)
    assert ran.status == 0, ran.err
    return ran


def hook(folder: Path, *arguments: str | Path) -> Ran:
    """Run `detect-secrets-hook` with the plugin; the report is JSON."""
    return run(folder, HOOK, "--json", "--no-verify", "-p", PLUGIN, *arguments)


def ours(results: Mapping[str, list[dict[str, Any]]]) -> set[tuple[str, str, int]]:
    """Return path, rule and line of the plugin's results."""
    return {
        (path.replace("\\", "/"), RULES[entry["type"]], entry["line_number"])
        for path, entries in results.items()
        for entry in entries
        if entry["type"] in RULES
    }


def others(results: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Return the results of all other plugins."""
    kept = {
        path: [entry for entry in entries if entry["type"] not in RULES] for path, entries in results.items()
    }
    return {path: entries for path, entries in kept.items() if entries}
