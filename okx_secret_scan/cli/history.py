"""`okx-secret-scan history`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from okx_secret_scan.cli.history_options import Memory, sweeping
from okx_secret_scan.cli.options import Options, default_jobs, scanning
from okx_secret_scan.cli.progress import progress_for
from okx_secret_scan.cli.run import config_for, settle
from okx_secret_scan.git.repository import discover_nearest
from okx_secret_scan.history.scope import Scope
from okx_secret_scan.history.sweep import Means, sweep
from okx_secret_scan.policy.assemble import assemble


@click.command("history")
@click.argument("repository", default=".", type=click.Path(path_type=Path), metavar="[REPO]")
@click.option("--since", metavar="REV", help="Leave out what REV already has.")
@click.option(
    "--ref", "refs", multiple=True, metavar="REF", help="Only what REF has; may be given several times."
)
@sweeping
@scanning
def history(
    options: Options, repository: Path, since: str | None, refs: tuple[str, ...], scope: Scope, memory: Memory
) -> int:
    """Scan everything git still holds in REPO (default: the current one).

    That is all refs, tags, messages, notes, stashes, reflogs and objects that nothing refers to any more, of
    bare repositories and mirrors, too. Each finding tells the commit that brought it and where it still is.
    """
    scope = replace(scope, since=since, refs=refs)
    found = discover_nearest(repository)
    settings = config_for(options, found.root)
    policy = assemble(settings, found.root, date.today())
    added = settings.vocabulary
    cache = memory.cache(found, added)
    means = Means(policy, settings.jobs or default_jobs(), progress_for(options), cache, added)
    result = sweep(found, scope, means)
    return settle(result, policy, settings, options, whole=scope.everything)
