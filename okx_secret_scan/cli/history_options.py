"""The options that the commands for whole histories share, parsed into a scope and a cache."""

from __future__ import annotations

import contextlib
import functools
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from okx_secret_scan.git.repository import Repository
from okx_secret_scan.git.worktree import is_tracked
from okx_secret_scan.history.cache import Cache, rule_set
from okx_secret_scan.history.scope import Scope
from okx_secret_scan.model import UserError, Vocabulary

_FOLDER = "okx-secret-scan"
_KEY_SIZE = 32
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


@dataclass(frozen=True, slots=True)
class Memory:
    """Where sweeps remember what is clean: in `folder`, in each repository, or nowhere."""

    folder: Path | None
    used: bool

    def cache(self, repository: Repository, vocabulary: Vocabulary) -> Cache:
        """Return the cache for `repository` where the detector knows `vocabulary` beyond its own.

        Raises `UserError` if what is in the folder came with the repository.
        """
        if not self.used:
            return Cache(None)
        rules = rule_set(vocabulary)
        if self.folder is not None:
            if is_tracked(repository.root, self.folder):
                raise UserError(
                    f"{self.folder}: the repository itself brings files there: name another folder"
                )
            return Cache(self.folder, rules)
        # A git directory may come from somebody else, and say of itself that it is clean.
        file = Path(click.get_app_dir(_FOLDER)) / "cache-key"
        try:
            key = _own_key(file)
        except OSError as error:
            cache = Cache(None)
            cache.notices.append(f"nothing is remembered: {error.strerror}: {file} (--cache names a folder)")
            return cache
        return Cache(repository.common_dir / _FOLDER if key else None, rules, key)


def _own_key(file: Path) -> bytes:
    """Return the key in `file`, made at first use. Raises `OSError`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as stream:  # noqa: PTH123 - it is open already
            stream.write(secrets.token_bytes(_KEY_SIZE))
    return file.read_bytes()[:_KEY_SIZE]


def sweeping(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of sweeps; it receives a `Scope` in `scope` and a `Memory` in `memory`."""

    @functools.wraps(command)
    def collect(
        reachable_only: bool,
        allow_shallow: bool,
        submodules: bool,
        max_blob_size: int | None,
        cache: Path | None,
        use_cache: bool,
        **others: Any,
    ) -> int:
        scope = Scope(
            reachable_only=reachable_only,
            allow_shallow=allow_shallow,
            submodules=submodules,
            max_blob_size=max_blob_size,
        )
        return command(scope=scope, memory=Memory(cache, use_cache), **others)

    for option in reversed(_OPTIONS):
        collect = option(collect)
    return collect


class _Size(click.ParamType[int]):
    name = "SIZE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        match = re.fullmatch(r"(\d+)([KMG]?)", str(value).upper())
        if match is None:
            self.fail(f"{value!r} is no size: give bytes, or a number with K, M or G", param, ctx)
        return int(match[1]) * _UNITS[match[2]]


_OPTIONS: tuple[Callable[[Callable[..., int]], Callable[..., int]], ...] = (
    click.option("--reachable-only", is_flag=True,
                 help="Leave out objects that no ref, reflog or index leads to."),
    click.option("--allow-shallow", is_flag=True,
                 help="Accept that a shallow clone lacks the older history."),
    click.option("--no-submodules", "submodules", flag_value=False, default=True,
                 help="Leave out submodules."),
    click.option("--max-blob-size", type=_Size(), help="Do not read larger files, and list them as errors."),
    click.option("--cache", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
                 help="Where to remember what is clean (default: inside the repository's git directory)."),
    click.option("--no-cache", "use_cache", flag_value=False, default=True,
                 help="Remember nothing, read all."),
)  # fmt: skip
