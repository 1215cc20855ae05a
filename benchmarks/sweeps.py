"""Times a sweep of a whole history beside git's own reading of all objects, and beside peers on PATH.

Each round runs every program once, one after the other; a ratio is the median over rounds of a program's
time by that of the floor, one `git cat-file` that writes every object to nowhere. Peers get one OKX rule and
nothing else; who does not find a secret key, or finds one where there is none, is left out. Nothing is kept
between rounds but by the operating system. Memory is the largest sum, over all processes of a program, of
what is resident; what they share counts several times.

    python benchmarks/sweeps.py ../hummingbot.git --rounds 3
    python benchmarks/sweeps.py ../hummingbot.git --first 25 --first 50 --first 100

The second form takes only the first so many per cent of the commits, to see how the times grow.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import psutil
from hooks import TOML, YAML

# From what is read, and a folder for the peers' rules, to commands by name, the floor's first.
Programs = Callable[[Path, Path], dict[str, list[str]]]
_SECONDS_BETWEEN_SAMPLES = 0.2
FLOOR = "floor: git cat-file --batch-all-objects --batch --buffer --unordered"


def main() -> None:
    """Time every program on the repository on the command line and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--first", metavar="PERCENT", type=int, action="append", default=[])
    options = parser.parse_args()
    repository = options.repository.resolve()
    print(f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        able = those_that_find(programs, folder)
        for percent in options.first:
            part = folder / f"{percent}.git"
            first_commits(repository, percent, part)
            title = f"{options.repository}, the first {percent} %"
            time_all(able(part, folder), options.rounds, title)
        if not options.first:
            time_all(able(repository, folder), options.rounds, str(options.repository))


def time_all(commands: Mapping[str, list[str]], rounds: int, title: str) -> None:
    """Time all `commands`, the first of which is the floor, and print a table."""
    floor = next(iter(commands))
    runs = [{name: clock(command) for name, command in commands.items()} for _ in range(rounds)]
    print(f"\n{title}: {rounds} rounds\n")
    print("| program | by the floor | seconds, median | CPU seconds, median | MB, median |")
    print("|---|---|---|---|---|")
    for name in commands:
        ratio = statistics.median(run[name][0] / run[floor][0] for run in runs)
        seconds, cpu, memory = (statistics.median(run[name][part] for run in runs) for part in range(3))
        print(f"| {name} | {ratio:.2f} | {seconds:.1f} | {cpu:.1f} | {memory / 1e6:.0f} |", flush=True)


def those_that_find(programs: Programs, folder: Path) -> Programs:
    """Return `programs` without those that cannot tell a leak, which are named; the floor stays.

    Whatever fails at once would be timed as the fastest otherwise.
    """
    leaking, clean = folder / "leaking", folder / "clean"
    secret = "".join(random.choices("0123456789ABCDEF", k=32))
    commit_one_file(leaking, f'okx_secret_key = "{secret}"\n')
    commit_one_file(clean, "pause = 4\n")
    found = {name: _status(command) for name, command in programs(leaking, folder).items()}
    none = {name: _status(command) for name, command in programs(clean, folder).items()}
    floor, *others = found
    names = [floor]
    for name in others:
        if found[name] != 0 and none[name] == 0:
            names.append(name)
        else:
            print(f"left out, cannot tell a leak: {name} ({found[name]} with one, {none[name]} without)")

    def able(place: Path, folder: Path) -> dict[str, list[str]]:
        commands = programs(place, folder)
        return {name: commands[name] for name in names}

    return able


def commit_one_file(place: Path, content: str) -> None:
    """Make a repository at `place` with one commit of one file."""
    subprocess.run(["git", "init", "--quiet", str(place)], check=True)
    (place / "settings.py").write_text(content, "utf-8")
    git = ["git", "-C", str(place), "-c", "user.name=bench", "-c", "user.email=bench@localhost"]
    subprocess.run([*git, "add", "--all"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--no-verify", "--message", "one"], check=True)


def _status(command: list[str]) -> int:
    return subprocess.run(command, check=False, capture_output=True).returncode


def first_commits(source: Path, percent: int, target: Path) -> None:
    """Make a repository at `target` of the first `percent` of the commits of `source`."""
    git = ["git", "-C", str(source)]
    commits = subprocess.run(
        [*git, "rev-list", "--all", "--topo-order", "--reverse"], check=True, capture_output=True
    ).stdout.split()
    wanted = commits[: len(commits) * percent // 100]
    subprocess.run(["git", "init", "--quiet", "--bare", str(target)], check=True)
    packing = [
        *git,
        "pack-objects",
        "--quiet",
        "--revs",
        "--missing=allow-any",
        f"{target}/objects/pack/pack",
    ]
    subprocess.run(packing, input=b"\n".join(wanted), stdout=subprocess.DEVNULL, check=True)
    # What is referred to is swept as what is not; a ref makes it a history.
    reference = ["update-ref", "refs/heads/main", wanted[-1].decode()]
    subprocess.run(["git", "-C", str(target), *reference], check=True)


def programs(repository: Path, folder: Path) -> dict[str, list[str]]:
    """Return the commands that read the history of `repository`, by name; `folder` takes the peers' rules."""
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
    return installed(every)


def installed(every: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the commands whose program is on PATH; the others are named and left out."""
    for name, command in every.items():
        if shutil.which(command[0]) is None:
            print(f"skipped, not on PATH: {name}")
    return {name: command for name, command in every.items() if shutil.which(command[0])}


def clock(command: list[str]) -> tuple[float, float, float]:
    """Run `command`; return its seconds and, over all its processes, CPU seconds and most bytes resident."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while True:
        try:
            process.wait(_SECONDS_BETWEEN_SAMPLES)
            break
        except subprocess.TimeoutExpired:
            peak = max(peak, resident(process.pid))
    seconds = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak


def resident(pid: int) -> int:
    """Return the resident bytes of a process and all below it."""
    try:
        process = psutil.Process(pid)
        return sum(one.memory_info().rss for one in (process, *process.children(recursive=True)))
    except psutil.Error:
        return 0  # one of them has just ended


if __name__ == "__main__":
    main()
