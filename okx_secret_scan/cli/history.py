"""`okx-secret-scan history`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import click

from okx_secret_scan.cli.options import Options, default_jobs, scanning
from okx_secret_scan.cli.progress import progress_for
from okx_secret_scan.cli.run import config_for, settle
from okx_secret_scan.git.repository import discover
from okx_secret_scan.history.cache import Cache
from okx_secret_scan.history.scope import Scope
from okx_secret_scan.history.sweep import Means, sweep
from okx_secret_scan.policy.assemble import assemble

_CACHE = "okx-secret-scan"
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


class _Size(click.ParamType[int]):
    name = "SIZE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        match = re.fullmatch(r"(\d+)([KMG]?)", str(value).upper())
        if match is None:
            self.fail(f"{value!r} is no size: give bytes, or a number with K, M or G", param, ctx)
        return int(match[1]) * _UNITS[match[2]]


@click.command("history")
@click.argument("repository", default=".", type=click.Path(path_type=Path), metavar="[REPO]")
@click.option("--since", metavar="REV", help="Leave out what REV already has.")
@click.option(
    "--ref", "refs", multiple=True, metavar="REF", help="Only what REF has; may be given several times."
)
@click.option(
    "--reachable-only", is_flag=True, help="Leave out objects that no ref, reflog or index leads to."
)
@click.option("--allow-shallow", is_flag=True, help="Accept that a shallow clone lacks the older history.")
@click.option("--no-submodules", "submodules", flag_value=False, default=True, help="Leave out submodules.")
@click.option("--max-blob-size", type=_Size(), help="Do not read larger files, and list them as errors.")
@click.option(
    "--cache",
    "cache_folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where to remember what is clean (default: inside the repository's git directory).",
)
@click.option("--no-cache", "use_cache", flag_value=False, default=True, help="Remember nothing, read all.")
@scanning
def history(
    options: Options,
    repository: Path,
    since: str | None,
    refs: tuple[str, ...],
    reachable_only: bool,
    allow_shallow: bool,
    submodules: bool,
    max_blob_size: int | None,
    cache_folder: Path | None,
    use_cache: bool,
) -> int:
    """Scan everything git still holds in REPO (default: the current one).

    That is all refs, tags, messages, notes, stashes, reflogs and objects that nothing refers to any more, of
    bare repositories and mirrors, too. Each finding tells the commit that brought it and where it still is.
    """
    scope = Scope(since, refs, reachable_only, allow_shallow, submodules, max_blob_size)
    found = discover(repository)
    settings = config_for(options, found.root)
    policy = assemble(settings, found.root, date.today())
    cache = Cache(cache_folder or found.common_dir / _CACHE if use_cache else None)
    means = Means(policy, settings.jobs or default_jobs(), progress_for(options), cache)
    result = sweep(found, scope, means)
    return settle(result, policy, settings, options, whole=scope.everything)
