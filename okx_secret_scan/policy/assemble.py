"""Brings the decisions that are written down together to the policy in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from okx_secret_scan.model import UserError
from okx_secret_scan.policy import baseline, detect_secrets_baseline, ignorefile
from okx_secret_scan.policy.config import Config
from okx_secret_scan.policy.detect_secrets_baseline import ForeignBaseline
from okx_secret_scan.policy.entries import Acceptance, find
from okx_secret_scan.policy.policy import Policy, in_force


def assemble(config: Config, root: Path, today: date, *, with_baseline: bool = True) -> Policy:
    """Return the policy for what lies in `root`, the repository or the scanned folder.

    Without `with_baseline` what is accepted in a baseline of ours counts.

    Raises `UserError` if a baseline or ignore file is unusable.
    """
    acceptances: list[Acceptance] = []
    foreign: list[ForeignBaseline] = []
    if config.trusting and (ignore := find(root, ignorefile.NAME)):
        acceptances += ignorefile.read(ignore)
    file = baseline_file(config, root) if with_baseline else None
    if file is not None:
        name = shown(file, root)
        if detect_secrets_baseline.is_foreign(file, name):
            foreign.append(detect_secrets_baseline.read(file, name))
        else:
            acceptances += baseline.read(file, name).acceptances(name)
    if config.trusting and (theirs := find(root, detect_secrets_baseline.NAME)) and theirs != file:
        foreign.append(detect_secrets_baseline.read(theirs))
    return in_force(
        acceptances,
        config.exclude,
        today=today,
        strict=config.strict,
        foreign=foreign,
        comments=config.trusting,
        fillers=config.fillers,
    )


def baseline_file(config: Config, root: Path) -> Path | None:
    """Return the baseline in force: the one that is configured, or the one in `root` if there is one.

    Raises `UserError` if the configured one does not exist.
    """
    if config.baseline is not None:
        if not config.baseline.exists():
            words = f"{config.baseline} does not exist: make it with `okx-secret-scan baseline create`"
            raise UserError(f"{config.origin('baseline')}: {words}")
        return config.baseline
    return find(root, baseline.NAME) if config.trusting else None


def shown(file: Path, root: Path) -> str:
    """Return how messages call `file`: relative to `root` if it lies there, with `/`."""
    try:
        return file.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return file.as_posix()
