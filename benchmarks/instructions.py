"""Counts the instructions that a commit and a scan take, and compares them with another revision's.

Seconds differ from run to run and from machine to machine; instructions hardly do. valgrind counts them
(`apt install valgrind`), so a run takes a minute or two. The status is 1 if anything takes a twentieth more.

    python benchmarks/instructions.py --against main
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
_TOLERANCE = 1.05
_REFERENCES = re.compile(r"I\s+refs:\s+([\d,]+)")
# As a file of a bot that trades on several exchanges; nothing in it is a value.
_TEXT = "\n".join(
    f"def order_{n}(client, symbol='BTC-USDT', side='buy'):\n"
    f"    # OKX answers within {n} ms\n"
    f"    return client.okx.place(symbol, side, size={n}, tag='grid-{n}', password=settings.password)\n"
    for n in range(60)
)


def main() -> int:
    """Count for this checkout and for the revision on the command line and print both."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--against", metavar="REVISION", default="HEAD")
    options = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("valgrind is not on PATH: nothing was counted", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        other, bot = Path(folder, "other"), Path(folder, "bot")
        subprocess.run(
            ["git", "-C", ROOT, "worktree", "add", "--quiet", "--detach", other, options.against], check=True
        )
        try:
            make_repository(bot)
            slower = [compare(command, other, bot, options.against) for command in commands()]
        finally:
            subprocess.run(["git", "-C", ROOT, "worktree", "remove", "--force", other], check=True)
    return 1 if any(slower) else 0


def commands() -> list[list[str]]:
    """Return the arguments to count for: a commit, a scan and a sweep of a file that could hold something."""
    return [["staged"], ["scan", "bot.py"], ["history", "--no-cache", "--jobs=1"]]


def make_repository(folder: Path) -> None:
    """Make a repository with one commit and a staged change."""
    folder.mkdir()
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for command in (
        ["init", "--quiet"],
        ["add", "bot.py"],
        [*identity, "commit", "--quiet", "--message=Trade"],
    ):
        (folder / "bot.py").write_text(_TEXT, "utf-8")
        subprocess.run(["git", "-C", folder, *command], check=True)
    (folder / "bot.py").write_text(f"{_TEXT}\nprint('done')\n", "utf-8")
    subprocess.run(["git", "-C", folder, "add", "bot.py"], check=True)


def compare(arguments: list[str], other: Path, repository: Path, name: str) -> bool:
    """Print what `arguments` take here and in the checkout `other`; return whether it is too much more."""
    ours, theirs = (instructions(checkout, arguments, repository) for checkout in (ROOT, other))
    print(f"{arguments[0]:8} {ours / 1e6:9.1f} million, {ours / theirs:.3f} of {name}'s", flush=True)
    return ours > theirs * _TOLERANCE


def instructions(checkout: Path, arguments: list[str], repository: Path) -> int:
    """Return the instructions of one process; those of the git processes that it starts are not counted."""
    with tempfile.TemporaryDirectory() as cache:
        command = [sys.executable, "-m", "okx_secret_scan", *arguments]
        environment = os.environ | {
            "PYTHONPATH": str(checkout),
            "PYTHONHASHSEED": "0",
            "PYTHONPYCACHEPREFIX": cache,
            "PYTHONSAFEPATH": "1",
        }
        # The first run compiles the modules.
        subprocess.run(command, cwd=repository, env=environment, stdout=subprocess.DEVNULL, check=True)
        counting = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        done = subprocess.run(
            [*counting, *command], cwd=repository, env=environment, capture_output=True, text=True, check=True
        )
    found = _REFERENCES.search(done.stderr)
    assert found, done.stderr
    return int(found[1].replace(",", ""))


if __name__ == "__main__":
    sys.exit(main())
