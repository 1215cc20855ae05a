"""`okx-secret-scan staged`."""

from __future__ import annotations

import click

from okx_secret_scan.cli.options import Options, scanning
from okx_secret_scan.cli.run import conclude
from okx_secret_scan.git.repository import discover
from okx_secret_scan.model import UserError
from okx_secret_scan.reports.wording import count
from okx_secret_scan.sources import index


@click.command("staged")
@click.argument("files", nargs=-1, type=click.Path(), metavar="[FILE]...")
@scanning
def staged(options: Options, files: tuple[str, ...]) -> int:
    """Scan what git is about to commit: the content in the index, never the files on disk.

    With FILEs, the whole content of the index at these names, whether it has changed or not.
    """
    repository = discover()
    if repository.bare:
        raise UserError("nothing can be staged in a bare repository: use the history command")
    found = index.staged(files, repository)
    notices = []
    if found.submodules:
        notices.append(
            f"{count(found.submodules, 'submodule')} not read: scan them in their own repositories"
        )
    return conclude("staged", found.shares, options, root=repository.root, notices=notices)
