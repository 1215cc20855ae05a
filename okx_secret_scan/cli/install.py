"""`okx-secret-scan install` and `okx-secret-scan uninstall`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from okx_secret_scan.cli.output import say, tell
from okx_secret_scan.cli.status import Status
from okx_secret_scan.git import hooks
from okx_secret_scan.git.repository import discover
from okx_secret_scan.model import UserError

_ALL = "all"
_stage_option = click.option(
    "--stage",
    type=click.Choice([*hooks.STAGES, _ALL]),
    default=_ALL,
    show_default=True,
    help="The hook to deal with.",
)


@click.command("install")
@_stage_option
def install(stage: str) -> int:
    """Install plain git hooks in the current repository; hooks of others stay as they are."""
    return _each(stage, _install)


@click.command("uninstall")
@_stage_option
def uninstall(stage: str) -> int:
    """Remove the git hooks that install wrote, and no others."""
    return _each(stage, _uninstall)


def _each(stage: str, act: Callable[[Path], str]) -> Status:
    """Do `act` to each chosen hook; what one refuses does not keep it from the others."""
    folder = hooks.directory(discover())
    status = Status.CLEAN
    for name in hooks.STAGES if stage == _ALL else [stage]:
        try:
            say(f"{name}: {act(folder / name)}")
        except UserError as error:
            tell(str(error))
            status = Status.UNUSABLE
    return status


def _install(hook: Path) -> str:
    if hooks.owner(hook) not in (None, hooks.OURS) and hooks.calls_us(hook):
        return f"{hook} runs okx-secret-scan already"
    hooks.install(hook)
    return f"installed as {hook}"


def _uninstall(hook: Path) -> str:
    # pre-commit's own install keeps a hook that it meets under another name, and runs it.
    kept = hook.with_name(f"{hook.name}.legacy")
    deleted = [str(each) for each in (hook, kept) if hooks.uninstall(each)]
    return f"{' and '.join(deleted)} deleted" if deleted else "not installed"
