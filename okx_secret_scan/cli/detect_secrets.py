"""`okx-secret-scan detect-secrets`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click

from okx_secret_scan import __version__
from okx_secret_scan.cli.output import write_stdout
from okx_secret_scan.cli.status import Status
from okx_secret_scan.git.repository import discover
from okx_secret_scan.model import UserError
from okx_secret_scan.plugin.setup import BASELINE, SHIM, Change, Outcome, set_up
from okx_secret_scan.plugin.support import objection


@click.group("detect-secrets")
def detect_secrets() -> None:
    """Use the detector inside stock detect-secrets."""
    if reason := objection():
        raise UserError(reason)


@detect_secrets.command("init")
@click.option(
    "--baseline",
    default=BASELINE,
    show_default=True,
    metavar="FILE",
    help="The baseline's path, relative to the top of the repository.",
)
def init(baseline: str) -> int:
    """Set this repository up: write a shim and a portable baseline, print the pre-commit configuration.

    A baseline that exists keeps its results, labels and settings; the plugin is added to it.
    """
    repository = discover()
    if repository.bare:
        raise UserError("a bare repository has no work tree: run this in a clone")
    if Path(baseline).is_absolute() or ".." in Path(baseline).parts:
        raise UserError(f"--baseline {baseline}: give a path below the top of the repository")
    outcome = set_up(repository.root, baseline)
    write_stdout("\n".join(_told(outcome, baseline, repository.root)) + "\n")
    return Status.CLEAN


def _told(outcome: Outcome, baseline: str, root: Path) -> Iterator[str]:
    yield f"In {root}:"
    yield f"  {SHIM}  {_SHIM[outcome.shim]}"
    yield f"  {baseline}  {_BASELINE[outcome.baseline]}"
    for kind, count in sorted(outcome.accepted.items()):
        yield f"    accepted: {count} x {kind}"
    yield ""
    yield from _NEXT.format(
        shim=SHIM, baseline=baseline, rev=version("detect-secrets"), version=__version__
    ).splitlines()


_SHIM = {
    Change.WRITTEN: "written: loads the plugin",
    Change.KEPT: "kept: it is there already",
}
_BASELINE = {
    Change.WRITTEN: "written: accepts what detect-secrets finds in the tracked files today",
    Change.EXTENDED: "got the plugin; its results, labels and other settings are as before",
    Change.KEPT: "kept: it names the plugin already",
}
_NEXT = """\
Commit both files. In .pre-commit-config.yaml:

  - repo: https://github.com/Yelp/detect-secrets
    rev: v{rev}
    hooks:
      - id: detect-secrets
        args: [--baseline, {baseline}]
        additional_dependencies: [okx-secret-scan=={version}]

In CI, with both packages installed:

  git ls-files -z | xargs -0 detect-secrets-hook --baseline {baseline}

detect-secrets looks for {shim} in the current folder: start it at the top of the repository.
From a folder below:

  (cd "$(git rev-parse --show-toplevel)" && detect-secrets scan --baseline {baseline})
"""
