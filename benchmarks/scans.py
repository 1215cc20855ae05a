"""Times a scan of a work tree beside reading all its files, and beside peers on PATH.

Rounds, ratios and memory are those of `sweeps.py`; the floor is `cat` of every file. Peers get one OKX rule;
detect-secrets takes minutes for what others do in seconds, so it is run only if asked for.

    python benchmarks/scans.py ../hummingbot --rounds 3 --detect-secrets
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from pathlib import Path

from hooks import TOML, YAML
from sweeps import installed, those_that_find, time_all


def main() -> None:
    """Time every program on the folder on the command line and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--detect-secrets", action="store_true", help="with its default plugins")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as place:
        able = those_that_find(programs, Path(place))
        commands = able(options.folder.resolve(), Path(place))
        if options.detect_secrets:
            every = ["detect-secrets", "-C", str(options.folder.resolve()), "scan", "--all-files"]
            commands |= installed({"detect-secrets, its default plugins": every})
        time_all(commands, options.rounds, str(options.folder))


def programs(tree: Path, place: Path) -> dict[str, list[str]]:
    """Return the commands that read all files of `tree`, by name; `place` takes the peers' rules."""
    (place / "rule.toml").write_text(TOML, "utf-8")
    (place / "rule.yml").write_text(YAML, "utf-8")
    where, rule = str(tree), str(place / "rule.toml")
    return installed(
        {
            "floor: cat of all files": ["find", where, "-type", "f", "-exec", "cat", "{}", "+"],
            "okx-secret-scan scan": ["okx-secret-scan", "scan", "--all-files", where],
            "kingfisher, one rule": [
                *("kingfisher", "scan", where, "--no-validate", "--no-update-check", "--quiet"),
                *("--load-builtins=false", "--rules-path", str(place / "rule.yml"), "--rule", "okx"),
            ],
            "betterleaks, one rule": ["betterleaks", where, "--no-banner", "--config", rule],
            "gitleaks, one rule": ["gitleaks", "dir", where, "--no-banner", "--config", rule],
        }
    )


if __name__ == "__main__":
    main()
