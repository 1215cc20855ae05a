"""Sets a repository up for stock detect-secrets: a shim that loads the plugin, a baseline that names it.

detect-secrets keeps the place of a plugin in the baseline, as an absolute path of the machine that wrote it.
A shim in the repository and its relative path are the same in every clone.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from okx_secret_scan.model import UserError
from okx_secret_scan.plugin.files import read_baseline, read_text, write_baseline, write_text
from okx_secret_scan.plugin.identity import PLUGINS

SHIM = ".okx_detect_secrets.py"
SHIM_TEXT = (
    '"""Loads the plugin of okx-secret-scan into detect-secrets, which finds plugins by file alone."""\n'
    "from okx_secret_scan.detect_secrets_plugin import *  # noqa: F403\n"
)
BASELINE = ".secrets.baseline"

_ENTRIES = [{"name": name, "path": f"file://{SHIM}"} for name in PLUGINS]


class Change(StrEnum):
    """What has become of a file."""

    WRITTEN = "written"
    EXTENDED = "extended"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `set_up` did; `accepted` counts the baseline's entries by type of secret if it wrote a new one."""

    shim: Change
    baseline: Change
    accepted: dict[str, int]


def set_up(root: Path, baseline: str) -> Outcome:
    """Write the shim and the baseline called `baseline` at the top `root` of a work tree.

    A baseline that exists keeps its results, labels and settings and gets the plugin added. Raises
    `UserError` if a file is in the way, or cannot be read or written, or detect-secrets fails.
    """
    file = root / baseline
    known = _known(file) if file.exists() else None
    shim = _write_shim(root / SHIM)
    if known is not None:
        return Outcome(shim, _extend(file, known), {})
    content = _scan(root)
    content["plugins_used"] = _with_plugin(content["plugins_used"])
    write_baseline(file, content)
    results = content["results"].values()
    return Outcome(shim, Change.WRITTEN, dict(Counter(entry["type"] for file in results for entry in file)))


def _write_shim(shim: Path) -> Change:
    if not shim.exists():
        write_text(shim, SHIM_TEXT)
        return Change.WRITTEN
    if read_text(shim).splitlines() != SHIM_TEXT.splitlines():
        raise UserError(f"{shim} exists and is something else: move it away, then run this again")
    return Change.KEPT


def _known(file: Path) -> dict[str, Any]:
    content = read_baseline(file)
    if content["version"].startswith("0."):
        raise UserError(f"{file} is of an old format: run `detect-secrets scan --baseline {file.name}` first")
    return content


def _extend(file: Path, content: dict[str, Any]) -> Change:
    plugins = _with_plugin(content["plugins_used"])
    if plugins == content["plugins_used"]:
        return Change.KEPT
    write_baseline(file, content | {"plugins_used": plugins})
    return Change.EXTENDED


def _with_plugin(plugins: list[dict[str, Any]]) -> list[dict[str, Any]]:
    # The order is that of detect-secrets, so that its next write changes nothing.
    others = [plugin for plugin in plugins if plugin["name"] not in PLUGINS]
    return sorted([*others, *_ENTRIES], key=lambda plugin: str(plugin["name"]).lower())


def _scan(root: Path) -> dict[str, Any]:
    """Return the slim baseline that detect-secrets makes of the work tree, without asking any server."""
    # -E, -P: a module in the repository must not take the place of an installed one, PYTHONPATH or not.
    python = [sys.executable, "-E", "-P", *(["-X", "utf8"] if sys.flags.utf8_mode else [])]
    command = [*python, "-m", "detect_secrets", "scan", "--slim", "--no-verify", "-p", SHIM]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise UserError(f"detect-secrets failed: {lines[-1]}")
    content: dict[str, Any] = json.loads(done.stdout)
    return content
