"""Sets a repository up for stock detect-secrets: a shim that loads the plugin, a baseline that names it.

detect-secrets keeps the place of a plugin in the baseline, as an absolute path of the machine that wrote it.
A shim in the repository and its relative path are the same in every clone.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Any, TypeAlias

from okx_secret_scan import detector
from okx_secret_scan.model import Blob, Source, UserError
from okx_secret_scan.plugin.files import read_baseline, read_text, write_baseline, write_text
from okx_secret_scan.plugin.identity import PLUGINS, TYPES

SHIM = ".okx_detect_secrets.py"
SHIM_TEXT = (
    '"""Loads the plugin of okx-secret-scan into detect-secrets, which finds plugins by file alone."""\n'
    "from okx_secret_scan.detect_secrets_plugin import *  # noqa: F403\n"
)
BASELINE = ".secrets.baseline"

_GIBBERISH = "detect_secrets.filters.gibberish.should_exclude_secret"
_ENTRIES = [{"name": name, "path": f"file://{SHIM}"} for name in PLUGINS]

Results: TypeAlias = dict[str, list[dict[str, Any]]]
"""The results of a baseline by name of file."""


class Change(StrEnum):
    """What has become of a file."""

    WRITTEN = "written"
    EXTENDED = "extended"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `set_up` did.

    If it wrote a new baseline, `accepted` counts its entries by type of secret; else `unaccepted` counts what
    the plugin finds and the baseline does not have. `leaky` counts the files that are not in the baseline and
    whose names hold values, which detect-secrets would store as they are.
    """

    shim: Change
    baseline: Change
    accepted: dict[str, int]
    unaccepted: dict[str, int]
    leaky: int


def set_up(root: Path, baseline: PurePath, tracked: Sequence[str]) -> Outcome:
    """Write the shim and the baseline, a path from `root`, the top of a work tree with the files `tracked`.

    A baseline that exists keeps its results, labels and settings and gets the plugin added. Raises
    `UserError` if a file is in the way, or cannot be read or written, or detect-secrets fails.
    """
    file = root / baseline
    if file == root / SHIM:
        raise UserError(f"{SHIM} loads the plugin: give another name to the baseline")
    if not file.parent.is_dir():
        raise UserError(f"{file.parent} is no folder: make it, then run this again")
    known = _known(file) if file.exists() else None
    shim = _write_shim(root / SHIM)
    if known is not None:
        change = _extend(file, known)
        unaccepted = _unaccepted(root, file, tracked)
        return Outcome(shim, change, {}, _types(unaccepted), len(_leaky_names(root, unaccepted)))
    content = _scan(root, tracked)
    leaky = _leaky_names(root, content["results"])
    content["results"] = {name: found for name, found in content["results"].items() if name not in leaky}
    write_baseline(file, content)
    return Outcome(shim, Change.WRITTEN, _types(content["results"]), {}, len(leaky))


def _types(results: Results) -> dict[str, int]:
    return Counter(entry["type"] for found in results.values() for entry in found)


def _leaky_names(root: Path, names: Iterable[str]) -> set[str]:
    """Return those of the files called `names` whose names hold values, be it such as stand in a file."""
    values = set()
    for name in names:
        texts = [Blob(os.fsencode(name), source=Source.REF_NAME)]
        with contextlib.suppress(OSError):  # it was there when detect-secrets read it
            texts.append(Blob((root / name).read_bytes(), name))
        values |= {found.secret.reveal() for text in texts for found in detector.detect(text).findings}
    return {name for name in names if any(value in name for value in values)}


def _write_shim(shim: Path) -> Change:
    if not shim.exists():
        write_text(shim, SHIM_TEXT)
        return Change.WRITTEN
    if read_text(shim).splitlines() != SHIM_TEXT.splitlines():
        raise UserError(f"{shim} exists and is something else: move it away, then run this again")
    return Change.KEPT


def _unaccepted(root: Path, file: Path, tracked: Sequence[str]) -> Results:
    """Return what the plugin finds in the files `tracked` and the baseline `file` does not have."""
    known = read_baseline(file)
    # detect-secrets writes to the baseline that it is given. It passes over files that are called the same.
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, file.name)
        write_baseline(copy, known)
        _run(root, [*_UPDATE, str(copy), "--", *tracked])
        found = read_baseline(copy)["results"]
    accepted = {_identity(name, entry) for name, entries in known["results"].items() for entry in entries}
    fresh = {
        name: [e for e in entries if e["type"] in TYPES.values() and _identity(name, e) not in accepted]
        for name, entries in found.items()
    }
    return {name: entries for name, entries in fresh.items() if entries}


def _identity(name: str, entry: dict[str, Any]) -> tuple[str, str, str]:
    """Return what detect-secrets tells results apart by; it writes names as the system does."""
    return PurePath(name).as_posix(), entry["type"], entry["hashed_secret"]


def _known(file: Path) -> dict[str, Any]:
    content = read_baseline(file)
    version = content["version"]
    if "ibm" in version:
        raise UserError(
            f"{file} was made by IBM's fork, and stock detect-secrets cannot read it: "
            "name another file with --baseline"
        )
    if version.startswith("0."):
        raise UserError(
            f"{file} is of an old format: run `detect-secrets scan --no-verify --baseline {file.name}` first"
        )
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


def _scan(root: Path, tracked: Sequence[str]) -> dict[str, Any]:
    """Return the slim baseline that detect-secrets makes of the files `tracked`."""
    content: dict[str, Any] = json.loads(_run(root, [*_NEW, "--", *tracked]))
    return content


def _run(root: Path, arguments: Sequence[str]) -> bytes:
    """Run detect-secrets at the top of a work tree and return what it prints."""
    # -E, -P: a module in the repository must not take the place of an installed one. Folders outside of it in
    # which this process finds modules, by PYTHONPATH say, come last. -B: no compiled shim is left behind.
    python = [sys.executable, "-E", "-P", "-B", *(["-X", "utf8"] if sys.flags.utf8_mode else [])]
    folders = [folder for folder in sys.path if not Path(folder).resolve().is_relative_to(root.resolve())]
    done = subprocess.run(
        [*python, "-c", _MAIN],
        input=json.dumps({"folders": folders, "arguments": arguments}).encode("ascii"),
        cwd=root,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise UserError(f"detect-secrets failed: {_reason(done.stderr.decode('utf-8', 'replace'))}")
    return done.stdout


def _reason(stderr: str) -> str:
    """Return what detect-secrets logged before it gave up, else the last line, that of the exception."""
    logged = re.search(r"\tERROR\tError: (.+)", stderr)
    lines = stderr.strip().splitlines() or ["no reason given"]
    return logged[1] if logged else lines[-1]


# The gibberish filter is on wherever its model is installed, and a baseline that names it fails elsewhere.
_QUIET = ("scan", "--no-verify", "--disable-filter", _GIBBERISH)  # no server is asked
_NEW = (*_QUIET, "--slim", "-p", SHIM)
_UPDATE = (*_QUIET, "--baseline")
# Given a folder, detect-secrets passes over names that git quotes, all that are not ASCII. So it is given the
# names, of which there may be too many for a command line.
_MAIN = """\
import json, sys
given = json.load(sys.stdin)
sys.path += [folder for folder in given["folders"] if folder not in sys.path]
from detect_secrets.main import main
sys.exit(main(given["arguments"]))
"""
