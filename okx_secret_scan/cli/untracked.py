"""Says which decisions are in this work tree alone, so that no other clone will know them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from okx_secret_scan.git.worktree import is_tracked
from okx_secret_scan.model import Finding
from okx_secret_scan.policy import baseline, configfiles, ignorefile

_DECIDING = (baseline.NAME, ignorefile.NAME, *configfiles.NAMES)


def known_here_alone(suppressed: Iterable[Finding], root: Path) -> Iterator[str]:
    """Yield one line for each file in `root` that silences one of `suppressed` and is not in git's index."""
    said = {finding.suppressed or "" for finding in suppressed}
    for name in _DECIDING:
        silences = any(words.startswith(name) or f"({name}" in words for words in said)
        # Usually nothing is suppressed, and git is not asked.
        if silences and (root / name).exists() and not is_tracked(root, root / name):
            yield f"{name} is not staged: what it accepts blocks in CI and in other clones; `git add` it, too"
