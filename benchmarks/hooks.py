"""Times the pre-commit hook on a clean commit of ten files, beside other scanners that are on PATH.

Each round runs every program once, one after the other, so that whatever else the machine does hits all
alike; the ratio is the median over rounds of a program's time by that of the floor, `python -c pass` and
`git diff --cached`. Peers with a rule language get one OKX rule and nothing else, their fastest set-up.
Before the clock runs, a secret key is staged for every program to find, so that none is timed for nothing.

    python benchmarks/hooks.py --rounds 15

With --naming the files are a trading bot's, which name OKX and read its credentials from the environment.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

FILES, LINES = 10, 50
PATTERN = r"(?i)\bokx[\w .-]{0,20}[\"'=: ]{1,5}([0-9A-F]{32})\b"
TOML = f"[[rules]]\nid = 'okx-secret-key'\nregex = '''{PATTERN}'''\nkeywords = ['okx']\n"
YAML = f"""\
rules:
  - name: OKX secret key
    id: okx.1
    pattern: |-
      {PATTERN}
    confidence: medium
    min_entropy: 2.0
    examples: []
"""
NAMING = """\
import os

from okx.Account import AccountAPI


class OkxClient:
    def __init__(self, api_key: str, secret_key: str, passphrase: str) -> None:
        self.account = AccountAPI(api_key, secret_key, passphrase, False, "0")


client = OkxClient(os.environ["OKX_API_KEY"], os.environ["OKX_SECRET_KEY"], os.environ["OKX_PASSPHRASE"])
"""
FLOOR = "floor: python -c pass, git diff --cached"


@dataclass(frozen=True)
class Program:
    """What is timed: its commands run one after the other; `found` are exit statuses that report a leak."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    found: tuple[int, ...] = (1,)


def programs(place: Path, names: Sequence[str]) -> list[Program]:
    """Return what there is to time; `place` gets the rule files, `names` are the staged files."""
    (place / "rule.toml").write_text(TOML)
    (place / "rules").mkdir()
    (place / "rules" / "okx.yml").write_text(YAML)
    toml, yaml = str(place / "rule.toml"), str(place / "rules")
    kingfisher = ("kingfisher", "scan", ".", "--staged", "--no-update-check", "--no-validate", "--quiet")
    return [
        Program(FLOOR, ((sys.executable, "-c", "pass"), ("git", "diff", "--cached")), ()),
        Program("okx-secret-scan staged", (("okx-secret-scan", "staged"),)),
        Program("okx-secret-scan staged FILE...", (("okx-secret-scan", "staged", *names),)),
        Program(
            "kingfisher, one rule",
            ((*kingfisher, "--rules-path", yaml, "--load-builtins=false", "--rule", "okx"),),
            (200, 205),
        ),
        Program(
            "betterleaks, one rule", (("betterleaks", "git", "--staged", "--no-banner", "-c", toml, "."),)
        ),
        Program(
            "gitleaks, one rule",
            (("gitleaks", "git", "--pre-commit", "--staged", "--no-banner", "-c", toml, "."),),
        ),
        Program("git-secrets, one pattern", (("git-secrets", "--pre_commit_hook"),)),
        Program("detect-secrets-hook", (("detect-secrets-hook", *names),)),
    ]


def repository(place: Path, *, naming: bool) -> list[str]:
    """Make a repository with staged files in `place`, perhaps `naming` OKX, and return their names."""
    git = ["git", "-C", str(place), "-c", "user.name=bench", "-c", "user.email=bench@localhost"]
    subprocess.run(["git", "init", "--quiet", str(place)], check=True)
    (place / "README").write_text("A trading bot.\n")
    subprocess.run([*git, "add", "--all"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message=Start"], check=True)
    subprocess.run([*git, "config", "secrets.patterns", "[0-9A-F]{32}"], check=True)
    names = [f"module_{number}.py" for number in range(FILES)]
    for number, name in enumerate(names):
        lines = (f"value_{line} = compute({number}, {line})  # a line of code\n" for line in range(LINES))
        (place / name).write_text((NAMING if naming else "") + "".join(lines))
    subprocess.run([*git, "add", "--all"], check=True)
    return names


def run(program: Program, place: Path) -> int:
    """Run the program in the repository `place`; return the exit status of its last command."""
    status = 0
    for command in program.commands:
        done = subprocess.run(
            command,
            cwd=place,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        status = done.returncode
    return status


def children() -> float:
    """Return the seconds of processor time that all programs that have ended took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def with_a_leak(place: Path, names: Sequence[str], act: Callable[[], list[int]]) -> list[int]:
    """Do `act` while a made-up secret key is staged in the first of the files."""
    file = place / names[0]
    clean = file.read_text()
    value = "".join(random.choices("0123456789ABCDEF", k=30)) + "A7"
    file.write_text(f'{clean}OKX_SECRET_KEY = "{value}"\n')
    subprocess.run(["git", "-C", str(place), "add", "--all"], check=True)
    try:
        return act()
    finally:
        file.write_text(clean)
        subprocess.run(["git", "-C", str(place), "add", "--all"], check=True)


def main() -> None:
    """Print a table of what was timed, and what was not there to be timed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--naming", action="store_true", help="the files name OKX")
    options = parser.parse_args()
    rounds = options.rounds
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "repository"
        names = repository(place, naming=options.naming)
        everything = programs(Path(folder), names)
        present = [p for p in everything if all(shutil.which(command[0]) for command in p.commands)]
        found = with_a_leak(place, names, lambda: [run(program, place) for program in present])
        clean = [run(program, place) for program in present]
        wall: dict[str, list[float]] = {program.name: [] for program in present}
        cpu: dict[str, list[float]] = {program.name: [] for program in present}
        for _ in range(rounds):
            for program in present:
                begin, used = time.perf_counter(), children()
                run(program, place)
                wall[program.name].append(1e3 * (time.perf_counter() - begin))
                cpu[program.name].append(1e3 * (children() - used))
    print("| program | ms, median | least | CPU ms, median | by the floor | finds a staged leak |")
    print("|---|---|---|---|---|---|")
    for program, hit, miss in zip(present, found, clean, strict=True):
        taken = wall[program.name]
        ratio = statistics.median(t / floor for t, floor in zip(taken, wall[FLOOR], strict=True))
        median, used = statistics.median(taken), statistics.median(cpu[program.name])
        seen = "yes" if hit in program.found and miss == 0 else f"no ({hit}, {miss})" if program.found else ""
        print(f"| {program.name} | {median:.1f} | {min(taken):.1f} | {used:.1f} | {ratio:.2f} | {seen} |")
    for program in everything:
        if program not in present:
            print(f"skipped, not on PATH: {program.name}")


if __name__ == "__main__":
    main()
