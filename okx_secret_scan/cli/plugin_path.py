"""`okx-secret-scan plugin-path`."""

from __future__ import annotations

from pathlib import Path

import click

import okx_secret_scan
from okx_secret_scan.cli.output import write_stdout
from okx_secret_scan.cli.status import Status
from okx_secret_scan.model import UserError
from okx_secret_scan.plugin.support import objection


@click.command("plugin-path")
def plugin_path() -> int:
    """Print the file to give to `detect-secrets -p` and `detect-secrets-hook -p`."""
    if reason := objection():
        raise UserError(reason)
    # Not imported: that would load all of detect-secrets to print one line.
    write_stdout(f"{Path(okx_secret_scan.__file__).with_name('detect_secrets_plugin.py')}\n")
    return Status.CLEAN
