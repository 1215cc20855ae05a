"""`okx-secret-scan sweep`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from okx_secret_scan.cli.history_options import Memory, sweeping
from okx_secret_scan.cli.options import Options, default_jobs, scanning
from okx_secret_scan.cli.output import without_values
from okx_secret_scan.cli.progress import progress_for
from okx_secret_scan.cli.run import config_for, finish, told
from okx_secret_scan.git.repository import discover_nearest
from okx_secret_scan.history.merge import merge
from okx_secret_scan.history.scope import Scope
from okx_secret_scan.history.sweep import Means
from okx_secret_scan.history.sweep import sweep as sweep_one
from okx_secret_scan.model import Finding, Gap, ScanResult, UserError
from okx_secret_scan.policy.assemble import assemble
from okx_secret_scan.scan import Progress


@click.command("sweep")
@click.argument("repositories", nargs=-1, type=click.Path(), metavar="[REPO]...")
@click.option(
    "--from", "lists", multiple=True, type=click.Path(allow_dash=True), metavar="FILE",
    help="Read repositories from FILE, one a line; - is standard input.",
)  # fmt: skip
@sweeping
@scanning
def sweep(
    options: Options, repositories: tuple[str, ...], lists: tuple[str, ...], scope: Scope, memory: Memory
) -> int:
    """Scan the histories of many repositories and write one report.

    Each is judged by its own configuration; only from which severity on the run fails is taken from the
    current folder's. A repository that cannot be read is an error in the report, and
    the others are read all the same; work trees of one repository are read once. What a run that was
    interrupted has read, the next one remembers.
    """
    names = dict.fromkeys((*repositories, *(name for file in lists for name in _names(file))))
    if not names:
        raise UserError("there is nothing to sweep: name repositories, or a file that lists them with --from")
    # What is wrong with it is told before hours of work.
    fail_on = config_for(options, Path.cwd()).fail_on
    swept: dict[str, str] = {}
    progress = progress_for(options)  # one for all: what was found adds up, and patience is asked for once
    result = merge([_sweep(name, options, scope, memory, progress, swept) for name in names])
    return finish(replace(result, command="sweep"), options, fail_on)


def _sweep(
    name: str, options: Options, scope: Scope, memory: Memory, progress: Progress, swept: dict[str, str]
) -> ScanResult:
    """Sweep one repository; `swept` are the places of those that have been, with their names."""
    shown = without_values(name)
    try:
        found = discover_nearest(Path(name))
        place = os.path.normcase(os.path.realpath(found.common_dir))
        if place in swept:
            return ScanResult(
                "sweep", notices=(f"{shown}: the same repository as {swept[place]}, swept once",)
            )
        settings = config_for(options, found.root)
        policy = assemble(settings, found.root, date.today())
        added = settings.vocabulary
        cache = memory.cache(found, added)
        means = Means(policy, settings.jobs or default_jobs(), progress, cache, added)
        result = told(sweep_one(found, scope, means), policy)
    except UserError as error:
        # The report names the repository before the message.
        message = without_values(str(error).removeprefix(f"{Path(name)}: "))
        return ScanResult("sweep", gaps=(Gap(message, repository=shown),))
    swept[place] = shown
    return replace(
        result,
        findings=_named(result.findings, shown),
        suppressed=_named(result.suppressed, shown),
        gaps=tuple(replace(gap, repository=shown) for gap in result.gaps),
        notices=tuple(f"{shown}: {notice}" for notice in result.notices),
    )


def _named(findings: tuple[Finding, ...], name: str) -> tuple[Finding, ...]:
    return tuple(replace(finding, repository=name) for finding in findings)


def _names(file: str) -> Iterator[str]:
    """Yield the repositories that `file` lists; empty lines and those that begin with # are left out."""
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UserError(f"{file}: the list of repositories cannot be read: {reason}") from None
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            yield line.strip()
