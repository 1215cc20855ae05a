"""Counts how many of the corpus's values other scanners report, as they come out of the box.

    python -m tests.corpus_peers [--seed N]

Measures this project and each of detect-secrets, credsweeper and kingfisher (packages `detect-secrets`,
`credsweeper`, `kingfisher-bin`) that is on `PATH`. Whatever is reported in the lines of a
value counts as found.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from okx_secret_scan.model import Rule
from tests.corpus_format import Case, case_names, load

Places = Iterator[tuple[str, int]]


@dataclass(frozen=True)
class Scanner:
    """How to run a scanner on a folder so that its report ends up in `{report}` or on standard output.

    `read` yields the file and line of everything in the report.
    """

    name: str
    command: tuple[str, ...]
    read: Callable[[str], Places]


def _ours(report: str) -> Places:
    for finding in json.loads(report)["findings"]:
        for line in range(finding["line"], finding["end_line"] + 1):
            yield finding["path"], line


def _detect_secrets(report: str) -> Places:
    for path, found in json.loads(report)["results"].items():
        yield from ((path, each["line_number"]) for each in found)


def _credsweeper(report: str) -> Places:
    for found in json.loads(report):
        yield from ((each["path"], each["line_num"]) for each in found["line_data_list"])


def _kingfisher(report: str) -> Places:
    for found in json.loads(report)["findings"]:
        yield found["finding"]["path"], int(found["finding"]["line"])


SCANNERS = (
    Scanner(
        "okx-secret-scan", (sys.executable, "-m", "okx_secret_scan", "scan", "--format", "json", "."), _ours
    ),
    Scanner("detect-secrets", ("detect-secrets", "scan", "--all-files", "--no-verify", "."), _detect_secrets),
    Scanner(
        "credsweeper", ("credsweeper", "--path", ".", "--no-stdout", "--save-json", "{report}"), _credsweeper
    ),
    Scanner(
        "kingfisher",
        ("kingfisher", "scan", "--no-validate", "--no-update-check", "--confidence", "low", "--no-dedup",
         "--git-history", "none", "--format", "json", "--output", "{report}", "."),
        _kingfisher,
    ),
)  # fmt: skip


@click.command()
@click.option("--seed", type=int, help="Repeat the run with this seed.")
def main(seed: int | None) -> None:
    """Fill the corpus, run every scanner that is there and print what each has found."""
    seed = random.randrange(2**32) if seed is None else seed
    cases = {f"{number:04}": load(name, seed) for number, name in enumerate(case_names())}
    click.echo(f"seed {seed}: {len(cases)} files")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "corpus")
        for name, case in cases.items():
            file = folder / name / case.path
            file.parent.mkdir(parents=True)
            file.write_bytes(case.data)
        for scanner in SCANNERS:
            if shutil.which(scanner.command[0]):
                click.echo(_measure(scanner, folder, cases))


def _measure(scanner: Scanner, folder: Path, cases: dict[str, Case]) -> str:
    report = folder.with_name(f"{scanner.name}.json")
    command = [part.replace("{report}", str(report)) for part in scanner.command]
    begin = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    seconds = time.perf_counter() - begin
    text = report.read_text(encoding="utf-8") if report.exists() else done.stdout.decode()
    places = {
        (Path(path).as_posix().split("corpus/")[-1].split("/")[0], line) for path, line in scanner.read(text)
    }
    found, demanded = dict.fromkeys(Rule, 0), dict.fromkeys(Rule, 0)
    expected_lines = set()
    for name, case in cases.items():
        for one in case.expected:
            lines = {(name, line) for line in range(one.line, one.end_line + 1)}
            expected_lines |= lines
            if not one.optional and case.placed:
                demanded[one.rule] += 1
                found[one.rule] += bool(lines & places)
    parts = ", ".join(f"{rule.value} {found[rule]}/{demanded[rule]}" for rule in Rule)
    total = f"{sum(found.values())}/{sum(demanded.values())}"
    return f"{scanner.name}: {total} ({parts}), {len(places - expected_lines)} other lines, {seconds:.1f} s"


if __name__ == "__main__":
    main()
