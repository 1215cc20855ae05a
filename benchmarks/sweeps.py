"""Times a sweep of a whole history beside git's own reading of all objects, and beside peers on PATH.

Each round runs every program once, one after the other; a ratio is the median over rounds of a program's
time by that of the floor, one `git cat-file` that writes every object to nowhere. Peers get one OKX rule and
nothing else. Nothing is kept between rounds but by the operating system.

    python benchmarks/sweeps.py ../hummingbot.git --rounds 3
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from hooks import TOML, YAML

FLOOR = "floor: git cat-file --batch-all-objects --batch --buffer --unordered"


def main() -> None:
    """Time every program on the repository on the command line and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = programs(options.repository.resolve(), Path(folder))
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        used: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                wall, cpu = clock(command)
                seconds[name].append(wall)
                used[name].append(cpu)
    print(f"{options.repository}: {options.rounds} rounds, {os.cpu_count()} cores\n")
    print("| program | seconds, median | CPU seconds, median | by the floor |")
    print("|---|---|---|---|")
    for name in commands:
        ratio = statistics.median(a / b for a, b in zip(seconds[name], seconds[FLOOR], strict=True))
        median, cpu = statistics.median(seconds[name]), statistics.median(used[name])
        print(f"| {name} | {median:.1f} | {cpu:.1f} | {ratio:.2f} |")


def programs(repository: Path, folder: Path) -> dict[str, list[str]]:
    """Return the commands to time, by name; programs that are not on PATH are named and left out."""
    (folder / "rule.toml").write_text(TOML, "utf-8")
    (folder / "rule.yml").write_text(YAML, "utf-8")
    where, rule = str(repository), str(folder / "rule.toml")
    every = {
        FLOOR: [
            "git",
            "-C",
            where,
            *["cat-file", "--batch-all-objects", "--batch", "--buffer", "--unordered"],
        ],
        "okx-secret-scan history": ["okx-secret-scan", "history", where, "--no-cache"],
        "kingfisher, one rule": [
            *("kingfisher", "scan", where, "--no-validate", "--no-update-check", "--quiet"),
            *("--load-builtins=false", "--rules-path", str(folder / "rule.yml"), "--rule", "okx"),
        ],
        "betterleaks, one rule": ["betterleaks", "git", where, "--no-banner", "--config", rule],
        "gitleaks, one rule": ["gitleaks", "git", where, "--no-banner", "--config", rule],
    }
    for name, command in every.items():
        if shutil.which(command[0]) is None:
            print(f"skipped, not on PATH: {name}")
    return {name: command for name, command in every.items() if shutil.which(command[0])}


def clock(command: list[str]) -> tuple[float, float]:
    """Run `command` and return the seconds it took, and those of CPU time over all its processes."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begin, cpu


if __name__ == "__main__":
    main()
