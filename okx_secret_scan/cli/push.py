"""`okx-secret-scan push`."""

from __future__ import annotations

import os
import sys

import click

from okx_secret_scan.cli.options import Options, scanning
from okx_secret_scan.cli.run import conclude
from okx_secret_scan.git import pushes
from okx_secret_scan.git.pushes import Push
from okx_secret_scan.git.repository import discover
from okx_secret_scan.history.published import attribute_push
from okx_secret_scan.model import UserError
from okx_secret_scan.sources.push import publication


@click.command("push")
@click.argument("remote", required=False)
@click.argument("url", required=False)
@click.option("--from-ref", metavar="REV", help="What the other side has: the base of a pull request.")
@click.option("--to-ref", metavar="REV", help="What it would get (default: HEAD).")
@click.option(
    "--git-hook",
    is_flag=True,
    help="Standard input is that of git's pre-push hook: if it is empty, nothing is pushed.",
)
@scanning
def push(
    options: Options,
    remote: str | None,
    url: str | None,
    from_ref: str | None,
    to_ref: str | None,
    git_hook: bool,
) -> int:
    """Scan what a push would publish: every commit, message, tag and blob that REMOTE does not have yet.

    Reads what git gives to a pre-push hook on standard input, or the variables of pre-commit and prek.
    Where none of them tells, all local branches and tags are taken.
    """
    repository = discover()
    pushed = _pushed(remote, url, from_ref, to_ref, git_hook=git_hook)
    found = publication(pushed.new, pushed.known, pushed.names, repository)
    notices = []
    if pushed.guessed and not found.empty:
        notices.append(
            f"{pushed.guessed}: all local branches and tags that the remote does not have are read"
        )
    return conclude(
        "push",
        found.shares,
        options,
        root=repository.root,
        locate=lambda findings: attribute_push(findings, found.annotations, repository),
        notices=notices,
    )


def _pushed(
    remote: str | None, url: str | None, from_ref: str | None, to_ref: str | None, *, git_hook: bool
) -> Push:
    if remote is not None and url is None:
        pushes.check_remote(remote)  # git's hook names both, a person may mistype
    if from_ref is not None:
        return pushes.from_range(from_ref, to_ref or "HEAD")
    if to_ref is not None:
        raise UserError("--to-ref needs --from-ref, such as --from-ref origin/main")
    told = pushes.from_framework(os.environ)
    if told is not None:
        return told
    readable = sys.stdin is not None and not sys.stdin.isatty()
    lines = sys.stdin.buffer.read() if readable else b""
    # Some hook managers hand on no standard input, so its absence does not mean that nothing is pushed.
    if lines or (git_hook and readable):
        return pushes.from_hook(lines, remote, url)
    return pushes.everything_local(remote, url)
