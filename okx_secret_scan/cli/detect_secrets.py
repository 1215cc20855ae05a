"""`okx-secret-scan detect-secrets`."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from okx_secret_scan import __version__
from okx_secret_scan.cli.options import Options
from okx_secret_scan.cli.output import write_stdout
from okx_secret_scan.cli.run import config_for
from okx_secret_scan.cli.status import Status
from okx_secret_scan.git.repository import discover
from okx_secret_scan.model import UserError
from okx_secret_scan.plugin import labels
from okx_secret_scan.plugin.files import read_baseline, write_baseline
from okx_secret_scan.plugin.identity import TYPES
from okx_secret_scan.plugin.setup import BASELINE, SHIM, Change, Outcome, set_up
from okx_secret_scan.plugin.support import objection
from okx_secret_scan.policy.assemble import shown
from okx_secret_scan.policy.baseline import Baseline, Scope
from okx_secret_scan.reports.rules import HOME
from okx_secret_scan.reports.wording import count


@click.group("detect-secrets")
def detect_secrets() -> None:
    """Use the detector inside stock detect-secrets."""
    if reason := objection():
        raise UserError(reason)


@detect_secrets.command("init", short_help="Write a shim and a portable baseline.")
@click.option(
    "--baseline",
    default=BASELINE,
    show_default=True,
    type=click.Path(),
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


@detect_secrets.command("audit", short_help="Judge the baseline of detect-secrets.")
@click.argument("baseline", required=False, type=click.Path())
def audit(baseline: str | None) -> int:
    """Judge what a baseline of detect-secrets accepts (default: .secrets.baseline at the top).

    Only results of this plugin, with their values masked. The verdicts are detect-secrets' own labels.
    """
    from okx_secret_scan.cli import audit as walk

    root = discover().root
    file = root / BASELINE if baseline is None else Path(baseline).absolute()
    content = read_baseline(file)
    walk.require_terminal("a script can set `is_secret` in the baseline itself")
    known = labels.verdicts(content)
    if any(entry.verdict is None for entry in known.entries):
        _walk(known, content, file, root)
    else:
        write_stdout(walk.summary(known))
    others = len(labels.open_elsewhere(content))
    if others:
        write_stdout(_OTHERS.format(count=others, baseline=shlex.quote(shown(file, root))))
    return Status.CLEAN


def _walk(known: Baseline, content: dict[str, Any], file: Path, root: Path) -> None:
    from okx_secret_scan.cli import audit as walk
    from okx_secret_scan.cli.baseline import Place, look

    settings = config_for(Options(), root)
    result = look(Place(root, settings, file), Scope.WORKTREE, settings)

    def save(decided: Baseline) -> None:
        write_baseline(file, labels.labelled(content, decided))

    walk.run(known, result, root, save, update=f"detect-secrets scan --baseline {shown(file, root)}")


def _told(outcome: Outcome, baseline: str, root: Path) -> Iterator[str]:
    yield f"In {root}:"
    yield f"  {SHIM}  {_SHIM[outcome.shim]}"
    yield f"  {baseline}  {_BASELINE[outcome.baseline]}"
    for kind, number in sorted(outcome.accepted.items()):
        yield f"    accepted: {number} x {kind}"
    if outcome.left_out:
        yield f"    left out: {_LEFT_OUT.format(files=count(outcome.left_out, 'file'))}"
    if not set(TYPES.values()).isdisjoint(outcome.accepted):
        yield f"  {_ACCEPTED}"
    yield ""
    yield from _NEXT.format(
        shim=SHIM, baseline=baseline, rev=version("detect-secrets"), requirement=_REQUIREMENT
    ).splitlines()


_REQUIREMENT = f"okx-secret-scan @ git+{HOME}@v{__version__}"
_SHIM = {
    Change.WRITTEN: "written: loads the plugin",
    Change.KEPT: "kept: it is there already",
}
_BASELINE = {
    Change.WRITTEN: "written: accepts what detect-secrets finds in the tracked files today",
    Change.EXTENDED: "got the plugin; its results, labels and other settings are as before",
    Change.KEPT: "kept: it names the plugin already",
}
_LEFT_OUT = "{files} with a value in the name, which detect-secrets would store as it is: rename what is real"
_ACCEPTED = (
    "Accepted is not harmless: judge each with `okx-secret-scan detect-secrets audit`, revoke what is real."
)
# `detect-secrets audit` loads the built-in plugins before it reads the baseline, and no others after that.
_OTHERS = """\
Not judged: {count} of other plugins. `detect-secrets audit` fails on every baseline with a plugin from a
file; this is the same without the fault. It shows values and needs line numbers, which
`detect-secrets scan --baseline {baseline}` puts in.

  python -c "import sys; from detect_secrets.audit import *; audit_baseline(sys.argv[1])" {baseline}
"""
_NEXT = """\
Commit both files. In .pre-commit-config.yaml:

  - repo: https://github.com/Yelp/detect-secrets
    rev: v{rev}
    hooks:
      - id: detect-secrets
        args: [--baseline, {baseline}]
        additional_dependencies: ["{requirement}"]

In CI, with both packages installed:

  git ls-files -z | xargs -0 detect-secrets-hook --baseline {baseline}

detect-secrets looks for {shim} in the current folder: start it at the top of the repository.
From a folder below:

  (cd "$(git rev-parse --show-toplevel)" && detect-secrets scan --baseline {baseline})
"""
