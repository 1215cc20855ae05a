"""Findings grouped into incidents: one leaked account each, however many places hold its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from okx_secret_scan.model import Attribution, Finding, Rule, ScanResult, Severity
from okx_secret_scan.reports.rules import RULES


@dataclass(frozen=True, slots=True)
class Incident:
    """The findings of one credential in reading order, and the story that they tell together."""

    credential: str
    severity: Severity
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """What leaked, in words: `OKX API key, secret key and passphrase`."""
        parts = [RULES[rule].title.removeprefix("OKX ") for rule in self.rules]
        listed = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
        return f"OKX {listed}"

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """The stories of its findings, for those that have one."""
        return tuple(finding.attribution for finding in self.findings if finding.attribution is not None)

    @property
    def since(self) -> str | None:
        """The RFC 3339 date of the commit that brought its first part, None outside a history."""
        return min(
            (story.commit.date for story in self.attributions if story.commit), key=moment, default=None
        )

    @property
    def until(self) -> str | None:
        """The date on which its last part was removed; None while one is there, or outside a history."""
        stories = self.attributions
        removed = [story.last_commit.date for story in stories if story.last_commit is not None]
        return max(removed, key=moment) if removed and len(removed) == len(stories) else None

    @property
    def present(self) -> bool:
        """Whether a part of it is in the current tree or on a branch tip, or the scan cannot tell."""
        stories = self.attributions
        return len(stories) < len(self.findings) or any(story.last_commit is None for story in stories)

    @property
    def refs(self) -> tuple[str, ...]:
        """Full names of the refs that still contain a part of it."""
        return tuple(sorted({ref for story in self.attributions for ref in story.refs}))

    @property
    def places(self) -> int:
        """How many blobs or files hold a part of it, counted per finding."""
        return sum(finding.occurrences for finding in self.findings)


def moment(date: str) -> datetime:
    """Return an RFC 3339 date as a moment; the end of time for one that no calendar knows.

    Commits carry whatever their author's clock, or a forger, wrote.
    """
    try:
        parsed = datetime.fromisoformat(date)
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def incidents(result: ScanResult) -> tuple[Incident, ...]:
    """Group the findings that count by credential, the worst first, then the first found."""
    groups: dict[str, list[Finding]] = {}
    for finding in result.findings:
        groups.setdefault(finding.credential, []).append(finding)
    listed = [_incident(credential, findings) for credential, findings in groups.items()]
    return tuple(sorted(listed, key=lambda incident: -incident.severity))


def _incident(credential: str, findings: list[Finding]) -> Incident:
    held = {finding.rule for finding in findings}
    return Incident(
        credential,
        max(finding.severity for finding in findings),
        tuple(rule for rule in Rule if rule in held),
        tuple(findings),
    )
