"""The options that the commands for whole histories share, parsed into a scope and a cache."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from okx_secret_scan.git.repository import Repository
from okx_secret_scan.history.cache import Cache, rule_set
from okx_secret_scan.history.scope import Scope
from okx_secret_scan.model import Vocabulary

_FOLDER = "okx-secret-scan"
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


@dataclass(frozen=True, slots=True)
class Memory:
    """Where sweeps remember what is clean: in `folder`, in each repository, or nowhere."""

    folder: Path | None
    used: bool

    def cache(self, repository: Repository, vocabulary: Vocabulary) -> Cache:
        """Return the cache for `repository` where the detector knows `vocabulary` beyond its own."""
        folder = self.folder or repository.common_dir / _FOLDER
        return Cache(folder if self.used else None, rule_set(vocabulary))


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
