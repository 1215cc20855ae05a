"""Ties findings together: which of them belong to one account, and how bad that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from okx_secret_scan.model import Credential, Finding, Rule, Secret, severity_of

# Values that belong to one account alone; people choose passphrases and use one for several accounts.
_IDENTIFYING = (Rule.API_KEY, Rule.SECRET_KEY)


def group(findings: Sequence[Finding]) -> tuple[list[Finding], list[Credential]]:
    """Name the credentials of `findings` c1, c2, … and give each finding its severity.

    The worst come first, those that are as bad in reading order.
    Findings with equal `credential` ids belong together, and so do credentials that share a key or a secret
    key wherever they stand. Suppressed parts leaked too, so they count towards severity; but a credential
    with nothing else is left out of the second result. Grouping what was grouped changes nothing.
    """
    account = _accounts(findings)
    parts: dict[str, list[Finding]] = {}
    for finding in findings:
        parts.setdefault(account[finding.credential], []).append(finding)
    active = {name for name, members in parts.items() if any(f.suppressed is None for f in members)}
    severities = {name: severity_of(f.rule for f in members) for name, members in parts.items()}
    ordered = sorted(parts, key=lambda name: (name not in active, -severities[name]))
    ids = {name: f"c{number}" for number, name in enumerate(ordered, 1)}
    grouped = [
        replace(f, credential=ids[account[f.credential]], severity=severities[account[f.credential]])
        for f in findings
    ]
    order = list(Rule)
    credentials = [
        Credential(
            id=ids[name],
            severity=severities[name],
            rules=tuple(sorted({f.rule for f in parts[name]}, key=order.index)),
            paths=tuple(dict.fromkeys(f.path for f in parts[name] if f.path is not None)),
        )
        for name in ordered
        if name in active
    ]
    return grouped, credentials


def _accounts(findings: Sequence[Finding]) -> dict[str, str]:
    """Map each credential id to the id that stands for its account: the first of those that share a value."""
    parent = {f.credential: f.credential for f in findings}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    first: dict[Secret, str] = {}
    for finding in findings:
        if finding.rule in _IDENTIFYING:
            here, there = root(finding.credential), root(first.setdefault(finding.secret, finding.credential))
            parent[here] = there
    return {name: root(name) for name in parent}
