"""Findings built by hand, for tests of what happens after detection."""

from __future__ import annotations

from okx_secret_scan.model import EnvFallback, Finding, Location, Rule, Secret, Severity


def finding(
    rule: Rule,
    value: str,
    *,
    credential: str = "1",
    line: int = 1,
    column: int = 1,
    path: str | None = "bot/config.py",
    encoding: str | None = None,
    env_fallback: EnvFallback | None = None,
) -> Finding:
    """Return a finding of `value` as the detector would report it."""
    return Finding(
        rule=rule,
        secret=Secret(value, rule),
        location=Location(line, column, line, column + len(value)),
        severity=Severity.LOW,
        credential=credential,
        evidence=("name in a test",),
        encoding=encoding,
        env_fallback=env_fallback,
        path=path,
    )
