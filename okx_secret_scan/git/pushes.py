"""Which refs a push publishes, from whatever git or a hook framework tells of it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.ranges import is_zero, resolve, tips
from okx_secret_scan.git.tracking import ask, remotes, tracked
from okx_secret_scan.model import UserError

_FRAMEWORKS = ("PRE_COMMIT", "PREK")
_LOCAL = ("refs/heads/", "refs/tags/")
# Local ref (any expression), its object, remote ref, its object; zeros where there is none.
_LINE = re.compile(rb".+ ([0-9a-f]{40,64}) ([^ ]+) ([0-9a-f]{40,64})")


@dataclass(frozen=True, slots=True)
class Push:
    """Object ids that are pushed, ids that the other side has, and the names that the refs get there.

    `guessed` says in words why more may be listed than is pushed, None if it is exact.
    """

    new: tuple[str, ...]
    known: tuple[str, ...]
    names: tuple[str, ...] = ()
    guessed: str | None = None


def from_range(from_ref: str, to_ref: str, repository: Path | None = None) -> Push:
    """Return what `to_ref` has and `from_ref` does not; raises `UserError` if one of them is not there."""
    return Push((resolve(to_ref, repository),), (resolve(from_ref, repository),))


def check_remote(remote: str, repository: Path | None = None) -> None:
    """Raise `UserError` if `remote` is neither a remote's name nor something that may be its address."""
    known = sorted(each.name for each in remotes(repository))
    if remote in known or any(mark in remote for mark in ("/", ":", os.sep)) or Path(remote).exists():
        return
    listed = f"there are {', '.join(known)}" if known else "there is none, see git remote add"
    raise UserError(f"there is no remote {remote!r}: {listed}")


def from_hook(lines: bytes, remote: str | None, url: str | None, repository: Path | None = None) -> Push:
    """Return what git tells its pre-push hook: `lines` on standard input, the `remote`'s name, and its `url`.

    A `remote` without a name is its URL. Raises `UserError` for lines that git does not write.
    """
    new, names, reported = [], [], {}
    for line in lines.splitlines():
        told = _LINE.fullmatch(line)
        if not told:
            raise UserError("standard input is not what git gives to a pre-push hook: use --from-ref instead")
        local_oid, remote_ref, remote_oid = map(os.fsdecode, told.groups())
        reported[remote_ref] = remote_oid
        if not is_zero(local_oid):
            new.append(local_oid)
            names.append(remote_ref)
    if not new:
        return Push((), ())
    known = [oid for oid in reported.values() if not is_zero(oid)]
    return Push(tuple(new), (*known, *tracked(remote, url, reported, repository)), tuple(names))


def from_framework(variables: Mapping[str, str], repository: Path | None = None) -> Push | None:
    """Return what pre-commit or prek tell in their variables, None if they tell nothing.

    Of a push they name the first ref alone, so everything that could be pushed along is added to it.
    Raises `UserError` if they name something that is not there.
    """

    def told(name: str) -> str | None:
        values = (variables.get(f"{framework}_{name}") for framework in _FRAMEWORKS)
        return next(filter(None, values), None)

    remote, url = map(told, ("REMOTE_NAME", "REMOTE_URL"))
    from_ref, to_ref, branch = map(told, ("FROM_REF", "TO_REF", "LOCAL_BRANCH"))
    if remote is None:
        return from_range(from_ref, to_ref, repository) if from_ref and to_ref else None
    every = everything_local(remote, url, repository)
    # The name may be any expression, such as HEAD~1; the id is not always told.
    first = to_ref or branch
    return Push(
        (*([resolve(first, repository)] if first else []), *every.new),
        # They take it from what the remote called so had, which says nothing of another place.
        (*([from_ref] if from_ref and every.known else []), *every.known),
        every.names,
        "the hook framework names only the first ref of a push",
    )


def everything_local(
    remote: str | None = None, url: str | None = None, repository: Path | None = None
) -> Push:
    """Return every local branch and tag, and HEAD, against what is known of `remote`, or the place at `url`.

    Without a `remote`, the one that the current branch is pushed to.
    """
    local = tips(_LOCAL, repository)
    head = ask(["rev-parse", "--verify", "--quiet", "HEAD"], repository)
    new = dict.fromkeys([*filter(None, [head]), *local.values()])
    known = tracked(remote or _default_remote(repository), url, {}, repository)
    return Push(tuple(new), known, tuple(local), "git does not say which refs are pushed")


def _default_remote(repository: Path | None) -> str:
    branch = ask(["symbolic-ref", "--quiet", "HEAD"], repository)
    named = ask(["for-each-ref", "--format=%(push:remotename)", branch], repository) if branch else ""
    return named or "origin"
