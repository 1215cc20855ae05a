"""The report that scripts read; its shape is documented and only ever grows."""

from __future__ import annotations

import json
from typing import Any

from okx_secret_scan import __version__
from okx_secret_scan.model import Commit, Credential, Finding, Gap, ScanResult
from okx_secret_scan.reports import Style

SCHEMA = "okx-secret-scan/1"


def render(result: ScanResult, style: Style) -> str:
    """Return the result as one JSON object, in ASCII so that no pipe or terminal can mangle it."""
    return quiet_in_logs(json.dumps(result_as_dict(result, style), indent=2)) + "\n"


def quiet_in_logs(text: str) -> str:
    """Return JSON `text` spelled so that no CI system finds a command of its own (`##vso[…]`) in a log."""
    return text.replace("##", r"\u0023#")  # outside strings JSON has no such characters


def result_as_dict(result: ScanResult, style: Style) -> dict[str, Any]:
    """Return what the report says of a whole scan."""
    summary = result.summary
    return {
        "schema": SCHEMA,
        "version": __version__,
        "command": result.command,
        "findings": [finding_as_dict(finding) for finding in result.findings],
        "credentials": [_credential(credential) for credential in result.credentials],
        "summary": {
            "files": summary.files,
            "blobs": summary.blobs,
            "commits": summary.commits,
            "bytes": summary.bytes,
            "seconds": round(summary.seconds, 3),
            "suppressed": summary.suppressed,
            "known": summary.known,
        },
        "errors": [gap_as_dict(gap) for gap in result.gaps],
    } | _verbose(result, style)


def finding_as_dict(finding: Finding) -> dict[str, Any]:
    """Return what the report says of one finding."""
    place, story = finding.location, finding.attribution
    return {
        "rule": finding.rule.value,
        "severity": finding.severity.label,
        "source": finding.source.value,
        "path": finding.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "cell": place.cell,
        "masked": finding.secret.masked,
        "credential": finding.credential or None,
        "env_fallback": {"variable": finding.env_fallback.variable} if finding.env_fallback else None,
        "encoding": finding.encoding,
        "evidence": "; ".join(finding.evidence),
        "fingerprint": finding.fingerprint,
        "blob": finding.blob,
        "commit": _commit(story.commit) if story else None,
        "last_commit": _commit(story.last_commit) if story else None,
        "at_head": story.at_head if story else None,
        "refs": list(story.refs) if story else None,
        "reachable": story.reachable if story else None,
        "kept_by": story.kept_by if story else None,
        "paths": list(story.paths) if story else None,
        "exposure_days": story.exposure_days if story else None,
        "occurrences": finding.occurrences,
    } | _repository(finding)


def gap_as_dict(gap: Gap) -> dict[str, Any]:
    """Return what the report says of something that was not read."""
    return {"path": gap.path, "blob": gap.oid, "message": gap.message} | _repository(gap)


def _repository(item: Finding | Gap) -> dict[str, Any]:
    """Return what a scan of several repositories adds."""
    return {} if item.repository is None else {"repository": item.repository}


def _commit(commit: Commit | None) -> dict[str, Any] | None:
    if commit is None:
        return None
    return {
        "sha": commit.sha,
        "author": commit.author,
        "email": commit.email,
        "date": commit.date,
        "subject": commit.subject,
    }


def _credential(credential: Credential) -> dict[str, Any]:
    return {
        "id": credential.id,
        "severity": credential.severity.label,
        "rules": [rule.value for rule in credential.rules],
        "paths": list(credential.paths),
    }


def _verbose(result: ScanResult, style: Style) -> dict[str, Any]:
    """Return what `-v` adds: the suppressed findings, each with its reason."""
    if not style.verbose:
        return {}
    return {"suppressed": [finding_as_dict(f) | {"suppressed": f.suppressed} for f in result.suppressed]}
