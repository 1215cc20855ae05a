"""What tests of sweeps share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from okx_secret_scan.git.repository import discover
from okx_secret_scan.history.cache import Cache
from okx_secret_scan.history.scope import Scope
from okx_secret_scan.history.sweep import Means, sweep
from okx_secret_scan.model import Attribution, Finding, ScanResult

EVERYTHING = Scope()


class Everything:
    """The policy by which every finding counts."""

    def excludes(self, path: str) -> str | None:
        """Exclude nothing."""
        return None

    def judge(self, findings: Sequence[Finding]) -> list[Finding]:
        """Let all count."""
        return list(findings)


def swept(
    path: Path,
    scope: Scope = EVERYTHING,
    *,
    jobs: int = 1,
    cache: Path | None = None,
    rules: str | None = None,
) -> ScanResult:
    """Return the result of a sweep of the repository at `path`."""
    return sweep(discover(path), scope, Means(Everything(), jobs, cache=Cache(cache, rules)))


def values(result: ScanResult) -> list[str]:
    """Return the raw values found, sorted."""
    return sorted(finding.secret.reveal() for finding in result.findings)


def story(result: ScanResult, value: str, path: str | None = None) -> Attribution:
    """Return the attribution of the only finding of `value` (at `path`, if given)."""
    (finding,) = (
        f for f in result.findings if f.secret.reveal() == value and (path is None or f.path == path)
    )
    assert finding.attribution is not None
    return finding.attribution
