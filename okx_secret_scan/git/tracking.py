"""What a place that is pushed to had when git last talked to it, as far as that is still to be believed."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.git.command import GitError, run
from okx_secret_scan.git.ranges import tips

# Of refs elsewhere, such as the branches of a mirror, there is no telling which have been pushed.
_TRACKING = "refs/remotes/"
_REMOTE = re.compile(r"(.+)\t(.*) \((fetch|push)\)(?: \[.*\])?")
# How the same repository of a hosting service is written: https://user@host/path.git or git@host:path.
_ADDRESSES = (
    re.compile(r"(?:https?|ssh|git)://(?:[^@/]*@)?([\w.-]+)/(.+)"),
    re.compile(r"[^@/:]+@([\w.-]+):([^:/].*)"),
)


@dataclass(frozen=True, slots=True)
class Remote:
    """A configured remote: its URLs as git uses them, and which of its refs are kept here as which."""

    name: str
    fetch_url: str
    push_urls: tuple[str, ...]
    refspecs: tuple[tuple[str, str], ...]

    def tracking(self, remote_ref: str) -> set[str]:
        """Return the refs that stand here for `remote_ref`."""
        found = (_mapped(remote_ref, source, target) for source, target in self.refspecs)
        return {ref for ref in found if ref is not None}

    def keeps(self, ref: str) -> bool:
        """Say whether `ref`, one of this repository, stands for one of the remote."""
        return any(_mapped(ref, target, source) is not None for source, target in self.refspecs)


def remotes(repository: Path | None = None) -> list[Remote]:
    """Return the configured remotes."""
    fetch: dict[str, str] = {}
    push: dict[str, list[str]] = {}
    for line in ask(["remote", "--verbose"], repository).split("\n"):
        if told := _REMOTE.fullmatch(line):
            if told[3] == "fetch":
                fetch[told[1]] = told[2]
            else:
                push.setdefault(told[1], []).append(told[2])
    refspecs = _refspecs(repository) if fetch else {}
    return [
        Remote(name, url, tuple(push.get(name, ())), tuple(refspecs.get(name, ())))
        for name, url in fetch.items()
    ]


def tracked(
    remote: str | None,
    url: str | None,
    reported: Mapping[str, str],
    repository: Path | None = None,
) -> tuple[str, ...]:
    """Return the object ids that the place at `url` had when git last fetched from it or pushed to it.

    `remote` is a remote's name or, like `url`, an address; without `url`, the place where git pushes to by
    that name. `reported` are the refs that the other side has told just now, with zeros for one that it does
    not have. Where they contradict a ref that stands for them here, nothing that stands here is believed:
    somebody has rewritten the other side, or it is another one.
    """
    every = remotes(repository)
    named = next((each for each in every if each.name == remote), None)
    urls = [url] if url else named.push_urls if named else [remote] if remote else []
    ours = [each for each in every if urls and all(_same_place(each.fetch_url, url) for url in urls)]
    if not ours:
        return ()
    others = [each for each in every if each not in ours]
    refs = tips([_TRACKING], repository)
    for remote_ref, oid in reported.items():
        for ref in set[str]().union(*(each.tracking(remote_ref) for each in ours)):
            if ref in refs and refs[ref] != oid:
                return ()
    kept = (
        oid
        for ref, oid in refs.items()
        # What stands for refs of two remotes tells nothing certain of either.
        if any(each.keeps(ref) for each in ours) and not any(each.keeps(ref) for each in others)
    )
    return tuple(dict.fromkeys(kept))


def ask(arguments: Sequence[str], repository: Path | None = None) -> str:
    """Return git's answer without its line end, "" if it has none."""
    try:
        return os.fsdecode(run(arguments, repository)).removesuffix("\n")
    except GitError:
        return ""


def _refspecs(repository: Path | None) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in ask(["config", "-z", "--get-regexp", r"^remote\..*\.fetch$"], repository).split("\0"):
        key, _, refspec = entry.partition("\n")
        source, _, target = refspec.removeprefix("+").partition(":")
        if target and source.startswith("refs/"):
            name = key.removeprefix("remote.").removesuffix(".fetch")
            found.setdefault(name, []).append((source, target))
    return found


def _mapped(ref: str, source: str, target: str) -> str | None:
    """Return what a refspec makes of `ref`, None if it does not speak of it."""
    head, star, tail = source.partition("*")
    if not star:
        return target if ref == source else None
    if len(ref) < len(head) + len(tail) or not (ref.startswith(head) and ref.endswith(tail)):
        return None
    return target.replace("*", ref[len(head) : len(ref) - len(tail)])


def _same_place(one: str, other: str) -> bool:
    """Say whether two URLs are the same, perhaps by different protocols of the same host."""
    return one == other or (_place(one) is not None and _place(one) == _place(other))


def _place(url: str) -> tuple[str, str] | None:
    for address in _ADDRESSES:
        if told := address.fullmatch(url):
            return told[1].lower(), told[2].rstrip("/").removesuffix(".git")
    return None
