"""`okx-secret-scan scan`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from okx_secret_scan.cli.options import Options, scanning
from okx_secret_scan.cli.run import conclude
from okx_secret_scan.model import UserError
from okx_secret_scan.sources import Share
from okx_secret_scan.sources.stdin import drain
from okx_secret_scan.sources.worktree import plan

_STANDARD_INPUT = "-"


@click.command("scan")
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True), metavar="[PATH]...")
@click.option("--all-files", is_flag=True, help="In a git work tree, read files that git ignores, too.")
@click.option("--stdin-filename", metavar="NAME", help="Name of what `-` reads.")
@scanning
def scan(options: Options, paths: tuple[str, ...], all_files: bool, stdin_filename: str | None) -> int:
    """Scan files and folders (default: the current one); - reads standard input.

    In a git work tree a folder stands for its tracked files and the untracked ones that git does not ignore.
    """
    names = [path for path in paths if path != _STANDARD_INPUT]
    shares: list[Share] = []
    root = Path.cwd()
    whole = False
    if _STANDARD_INPUT in paths:
        if sys.stdin is None:
            raise UserError("standard input is closed")
        shares.append(drain(sys.stdin.buffer, stdin_filename))
    elif stdin_filename is not None:
        raise click.UsageError("--stdin-filename needs - as a path")
    if names or not shares:
        planned = plan(names or ["."], all_files=all_files)
        root = planned.root
        whole = any(Path(name).resolve() == root.resolve() for name in names or ["."])
        shares.extend(planned.shares)
    return conclude("scan", shares, options, root=root, whole=whole)
