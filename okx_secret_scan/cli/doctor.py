"""`okx-secret-scan doctor`."""

from __future__ import annotations

import platform
import tempfile
from importlib.metadata import version
from pathlib import Path

import click

from okx_secret_scan import __version__
from okx_secret_scan.canary import Verdict, refusal_of_a_clean_commit, release
from okx_secret_scan.cli.options import Options
from okx_secret_scan.cli.output import say, write_stdout
from okx_secret_scan.cli.run import policy_for
from okx_secret_scan.cli.status import Status
from okx_secret_scan.detector import screen
from okx_secret_scan.git import hooks, packs, scratch
from okx_secret_scan.git.command import GitError, run
from okx_secret_scan.git.repository import Repository, discover
from okx_secret_scan.model import UserError

_BYPASSES = """\
No hook of this clone sees commits made with --no-verify or SKIP or what others push, and those of a rebase,
cherry-pick or revert meet no hook before the push: run okx-secret-scan in CI too."""
# Where a repository says that pre-commit or prek shall run our hooks.
_FRAMEWORK, _OUR_HOOKS = ".pre-commit-config.yaml", "okx-secrets"
_SLOWER = "; with okx-secret-scan[fast] installed large ones are faster"


@click.command("doctor")
def doctor() -> int:
    """Plant made-up credentials in a scratch copy of this repository and tell which stages block them.

    Nothing is written to the repository itself. The status is 0 only if every stage blocks its canary.
    """
    repository = discover()
    policy_for(Options(), repository.root)  # says what is wrong with the configuration, if anything is
    folder = hooks.directory(repository)
    version = run(["version"]).decode().strip().removeprefix("git version ")
    say(f"okx-secret-scan {__version__}, Python {platform.python_version()}, git {version}")
    say(_how_sweeps_work())
    say(f"hooks in {folder}")
    say("")
    try:
        verdicts = _verdicts(repository)
    except GitError as error:
        raise UserError(f"the canaries could not be planted: {error}") from None
    installer = _installer(repository)
    for stage, verdict in verdicts.items():
        mark = "ok  " if verdict is Verdict.BLOCKED else "HOLE"
        remark = _remark(stage, verdict, hooks.owner(folder / stage), installer)
        say(f"{mark}  {stage:16}  {verdict.value}; {remark}")
    write_stdout(f"\n{_BYPASSES}\n")
    return Status.CLEAN if set(verdicts.values()) == {Verdict.BLOCKED} else Status.FINDINGS


def _how_sweeps_work() -> str:
    unpacking, searching = packs.engine(), screen.engine()
    reader = ", ".join(map(_with_version, unpacking.distributions)) if unpacking else "git"
    searcher = _with_version(searching) if searching else "Python"
    return f"sweeps read with {reader} and search with {searcher}{'' if unpacking and searching else _SLOWER}"


def _with_version(distribution: str) -> str:
    return f"{distribution} {version(distribution)}"


def _verdicts(repository: Repository) -> dict[str, Verdict]:
    with tempfile.TemporaryDirectory(prefix="okx-secret-scan-", ignore_cleanup_errors=True) as place:
        copy = Path(place) / "copy"
        scratch.copy(repository, copy)
        refusal = refusal_of_a_clean_commit(copy)
        if refusal is not None:
            raise UserError(f"the hooks refuse an ordinary commit, so nothing can be tested: {refusal}")
        return {stage: release(stage, copy) for stage in hooks.STAGES}


def _installer(repository: Repository) -> str:
    """Return the command that installs the hook of a stage, up to the stage's name."""
    try:
        configured = _OUR_HOOKS in (repository.root / _FRAMEWORK).read_text(
            encoding="utf-8", errors="replace"
        )
    except OSError:
        configured = False
    return "pre-commit install -t" if configured else "okx-secret-scan install --stage"


def _remark(stage: str, verdict: Verdict, owner: str | None, installer: str) -> str:
    if owner is None:
        return f"there is no hook: run {installer} {stage}"
    if verdict is Verdict.BLOCKED:
        return f"hook of {owner}"
    if owner == hooks.OURS:
        return f"hook of {owner}: install it again"
    return f"hook of {owner} does not run okx-secret-scan: docs/hooks.md says how it can"
