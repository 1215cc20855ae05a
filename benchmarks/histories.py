"""Sweeps a real history in many ways and compares the reports: they have to be the same, finding by finding.

The ways: with one process and two, forked and started anew, with and without each compiled part, without a
cache, with a new one and a full one, before and after packing anew, and after runs that were killed at random
moments. Each line gives the seconds and the peak of memory over all processes: of the sum of proportional
set sizes (shared pages count once), and of resident set sizes.

    python benchmarks/histories.py ../freqtrade.git --kills 20
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

_SECONDS_BETWEEN_SAMPLES = 0.2
_MEGABYTE = 1_000_000


# What has to run before the command so that it does without an installed part, or starts processes anew.
_WITHOUT = "import sys; sys.modules.update(dict.fromkeys({!r})); "
_SPAWNING = "from okx_secret_scan import workers; workers.START_METHOD = 'spawn'; "
_WAYS = {
    "zlib instead of isal": _WITHOUT.format(["isal"]),
    "packs through git": _WITHOUT.format(["dulwich"]),
    "the gate in Python": _WITHOUT.format(["hyperscan"]),
    "nothing compiled": _WITHOUT.format(["dulwich", "hyperscan", "isal"]),
    "processes started anew": _SPAWNING,
}


@dataclass(frozen=True)
class Run:
    """A sweep that ended: its report but for what may differ, and what it took (peaks in bytes)."""

    report: str
    seconds: float
    proportional: int
    resident: int


def main() -> int:
    """Sweep a copy of the repository on the command line in every way and print what each took."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("--kills", type=int, default=0, help="runs to kill before the last sweep")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy, cache = Path(folder, "copy.git"), Path(folder, "cache")
        # Not `git clone`: it would bring only what refs lead to.
        copy_repository(options.repository.resolve(), copy)
        expected = show("1 process, no cache", sweep(copy, "--no-cache", "--jobs=1"))
        same = [
            show(name, sweep(copy, *arguments), expected)
            for name, arguments in (
                ("2 processes, no cache", ("--no-cache", "--jobs=2")),
                ("2 processes, new cache", (f"--cache={cache}", "--jobs=2")),
                ("2 processes, full cache", (f"--cache={cache}", "--jobs=2")),
                ("1 process, full cache", (f"--cache={cache}", "--jobs=1")),
            )
        ]
        for name, first in _WAYS.items():
            same.append(show(name, sweep(copy, "--no-cache", "--jobs=2", first=first), expected))
        repack(copy)
        same.append(show("repacked, no cache", sweep(copy, "--no-cache", "--jobs=2"), expected))
        same.append(show("repacked, full cache", sweep(copy, f"--cache={cache}", "--jobs=2"), expected))
        if options.kills:
            same.extend(after_kills(copy, Path(folder, "killed"), options.kills, expected))
    return 0 if all(run.report == expected.report for run in same) else 1


def copy_repository(source: Path, target: Path) -> None:
    """Copy a repository with everything in it, reachable or not, as a bare one."""
    git_dir = subprocess.run(
        ["git", "-C", source, "rev-parse", "--absolute-git-dir"], check=True, capture_output=True, text=True
    ).stdout.strip()
    subprocess.run(["cp", "-R", git_dir, target], check=True)
    subprocess.run(["git", "-C", target, "config", "core.bare", "true"], check=True)


def repack(repository: Path) -> None:
    """Put all objects into one new pack; `git gc` would refuse where one that is referred to is missing."""
    git = ["git", "-C", str(repository)]
    listing = [*git, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)"]
    objects = subprocess.run(listing, check=True, capture_output=True).stdout
    folder = repository / "objects" / "pack"
    before = list(folder.iterdir())
    packing = [*git, "pack-objects", "--quiet", "--window=4", str(folder / "pack")]
    name = subprocess.run(packing, input=objects, capture_output=True, check=True).stdout.decode().strip()
    for file in before:
        if file.suffix == ".promisor":  # what misses is still promised
            (folder / f"pack-{name}.promisor").touch()
        file.unlink()
    subprocess.run([*git, "prune-packed"], check=True)


def sweep(repository: Path, *arguments: str, first: str = "") -> Run:
    """Sweep `repository` to the end; `first` is Python code to run before."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = start(repository, output.fileno(), *arguments, first=first)
        proportional = resident = 0
        while process.poll() is None:
            now = memory(psutil.Process(process.pid))
            proportional, resident = max(proportional, now[0]), max(resident, now[1])
            time.sleep(_SECONDS_BETWEEN_SAMPLES)
        seconds = time.monotonic() - begin
        output.seek(0)
        return Run(essence(output.read()), seconds, proportional, resident)


def start(repository: Path, output: int, *arguments: str, first: str = "") -> subprocess.Popen[bytes]:
    """Start a sweep that writes a JSON report to the file descriptor `output`."""
    command = [
        sys.executable,
        "-c",
        f"{first}from okx_secret_scan.__main__ import main; raise SystemExit(main())",
        "history",
        str(repository),
        "--format=json",
        *arguments,
    ]
    return subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)


def memory(process: psutil.Process) -> tuple[int, int]:
    """Return the proportional and the resident bytes of a process and all below it."""
    proportional = resident = 0
    try:
        for member in (process, *process.children(recursive=True)):
            used = member.memory_full_info()
            proportional += getattr(used, "pss", used.rss)
            resident += used.rss
    except psutil.Error:
        pass  # one of them has just ended
    return proportional, resident


def essence(report: bytes) -> str:
    """Return what all sweeps of the same repository have to agree on."""
    found = json.loads(report)
    for measured in ("seconds", "bytes", "known"):
        del found["summary"][measured]
    return json.dumps(found, sort_keys=True)


def after_kills(repository: Path, cache: Path, kills: int, expected: Run) -> Sequence[Run]:
    """Kill sweeps at random moments, and after each sweep to the end with the cache that it left."""
    runs = []
    for number in range(kills):
        process = start(repository, subprocess.DEVNULL, f"--cache={cache}", "--jobs=2")
        # Two processes are about twice as fast as the one that `expected` took; later it would have ended.
        moment = random.uniform(0, expected.seconds / 2)
        time.sleep(moment)
        process.kill()
        process.wait()
        run = sweep(repository, f"--cache={cache}", "--jobs=2")
        runs.append(show(f"killed after {moment:.1f} s ({number + 1} of {kills})", run, expected))
        # Half of what is known, so that the next one has something to do.
        for file in list(cache.iterdir())[::2]:
            file.unlink()
    return runs


def show(name: str, run: Run, expected: Run | None = None) -> Run:
    """Print a line about a run and return it."""
    same = "" if expected is None else "  the same" if run.report == expected.report else "  DIFFERENT"
    peaks = f"{run.proportional / _MEGABYTE:6.0f} MB ({run.resident / _MEGABYTE:.0f} MB resident)"
    print(f"{name:32} {run.seconds:7.1f} s {peaks}{same}", flush=True)
    return run


if __name__ == "__main__":
    sys.exit(main())
