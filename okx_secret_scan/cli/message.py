"""`okx-secret-scan message`."""

from __future__ import annotations

from pathlib import Path

import click

from okx_secret_scan.cli.options import Options, scanning
from okx_secret_scan.cli.run import conclude, here
from okx_secret_scan.sources.message import MessageShare


@click.command("message")
@click.argument("file", type=click.Path(path_type=Path))
@scanning
def message(options: Options, file: Path) -> int:
    """Scan the commit message in FILE as git will record it: no comments, nothing below the scissors."""
    return conclude("message", [MessageShare(file)], options, root=here())
