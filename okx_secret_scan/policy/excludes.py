"""Paths whose findings do not count, as git-style globs, for all rules or for some."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from okx_secret_scan.model import Rule, UserError
from okx_secret_scan.policy.readers import quoted, without_values

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Exclude:
    """A glob as in `.gitignore`, and what it silences: findings of `rules`, of every rule if there are none.

    `origin` names the place that says so. From the day after `until` the findings count again.
    """

    glob: str
    origin: str
    rules: tuple[Rule, ...] = ()
    reason: str | None = None
    until: date | None = None

    @property
    def words(self) -> str:
        """What reports say silenced the finding."""
        where = f"exclude `{without_values(self.glob)}` ({self.origin})"
        return f"{where}: {without_values(self.reason)}" if self.reason else where


def check_glob(glob: str) -> str:
    """Return `glob` if it can match a path; raise `ValueError` in words otherwise."""
    parts = glob.split("/")
    if "." in parts or ".." in parts:
        raise ValueError(
            f"{quoted(glob)} matches nothing: paths start at the root of the repository, without ./ or ../"
        )
    try:
        useful = bool(glob.strip()) and _compiled((glob,)).patterns[0].include is not None
    except ValueError:
        useful = False
    if not useful:
        raise ValueError(f"{quoted(glob)} matches nothing: write it as in .gitignore")
    return glob


def excluded(excludes: Sequence[Exclude], path: str, rule: Rule | None = None) -> Exclude | None:
    """Return what excludes findings of `rule` at `path`, the last one that matches as in `.gitignore`.

    Without a rule only what excludes every rule counts. `path` is relative, with `/`. Raises `UserError` if
    a glob is too much work.
    """
    ours = tuple(e for e in excludes if not e.rules or rule in e.rules)
    if not ours:
        return None
    from okx_secret_scan.policy.globs import SlowGlobError

    try:
        result = _compiled(tuple(e.glob for e in ours)).check_file(path)
    except SlowGlobError as error:
        slow = next(e for e in ours if e.glob == error.glob)
        raise UserError(
            f"{slow.origin}: exclude {quoted(slow.glob)} takes too long: write it with fewer asterisks"
        ) from None
    return ours[result.index] if result.include and result.index is not None else None


def paths_excluded(excludes: Sequence[Exclude], paths: Iterable[str], rule: Rule) -> Exclude | None:
    """Return what excludes findings of `rule` in content that has stood at `paths`: all must be excluded."""
    found = None
    for path in paths:
        found = excluded(excludes, path, rule)
        if found is None:
            return None
    return found


@lru_cache
def _compiled(globs: tuple[str, ...]) -> GitIgnoreSpec:
    # Most scans exclude nothing and shall not wait for the import.
    from okx_secret_scan.policy.globs import compiled

    return compiled(globs)
