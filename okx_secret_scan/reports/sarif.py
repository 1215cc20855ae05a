"""SARIF 2.1.0 (OASIS, errata 01), for code scanning at GitHub, Azure DevOps and SARIF viewers."""

from __future__ import annotations

import hashlib
import json
from itertools import chain, islice
from typing import Any
from urllib.parse import quote

from okx_secret_scan import __version__
from okx_secret_scan.model import Finding, Gap, Rule, ScanResult, Severity, Source
from okx_secret_scan.reports import Style
from okx_secret_scan.reports.escape import inert
from okx_secret_scan.reports.rules import HOME, RULES, help_uri
from okx_secret_scan.reports.wording import evidence, file_path, gap_sentence, position, sentence

Json = dict[str, Any]
# The findings of a credential by their paths.
_Set = dict[str | None, list[Finding]]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_RULES = tuple(Rule)
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
}
# GitHub reads 9.0 and up as critical, 7.0 as high, 4.0 as medium, anything above 0 as low.
_SCORES = {Severity.CRITICAL: 9.8, Severity.HIGH: 8.1, Severity.MEDIUM: 5.5, Severity.LOW: 2.0}
_HARDCODED_CREDENTIALS = "external/cwe/cwe-798"
_UNREAD = "not-read"
# A credential that was copied through a hundred files would make a report of ten thousand related places.
_MOST_RELATED = 10


def render(result: ScanResult, style: Style) -> str:
    """Return a log with one run. Paths are relative to `%SRCROOT%`; columns count code points."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(result)]}
    return json.dumps(log, indent=2) + "\n"


def _run(result: ScanResult) -> Json:
    findings = (*result.findings, *result.suppressed)
    sets: dict[str, _Set] = {}
    for finding in findings:
        sets.setdefault(finding.credential, {}).setdefault(finding.path, []).append(finding)
    return {
        "tool": {"driver": _driver(result)},
        # One category for each kind of scan: a pull request's upload must not close a sweep's alerts.
        "automationDetails": {"id": f"okx-secret-scan/{result.command}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The repository or the scanned folder."}}},
        "invocations": [
            {
                "executionSuccessful": not result.gaps,
                "toolExecutionNotifications": [_notification(gap) for gap in result.gaps],
            }
        ],
        "results": [_result(finding, sets[finding.credential]) for finding in findings],
    }


def _driver(result: ScanResult) -> Json:
    return {
        "name": "okx-secret-scan",
        "informationUri": HOME,
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule, result) for rule in _RULES],
        "notifications": [
            {
                "id": _UNREAD,
                "name": "NotRead",
                "shortDescription": {"text": "Something could not be read"},
                "fullDescription": {"text": "Something could not be read, so the scan is incomplete."},
                "help": {"text": "Make it readable (fetch missing objects, raise the limit) and scan again."},
                "defaultConfiguration": {"level": "error"},
            }
        ],
    }


def _rule(rule: Rule, result: ScanResult) -> Json:
    text = RULES[rule]
    # Consumers score rules, not results, so a rule is as severe as the worst of its findings.
    severity = max((f.severity for f in result.findings if f.rule is rule), default=Severity.HIGH)
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(text.remedy, start=1))
    return {
        "id": rule.value,
        "name": text.name,
        "shortDescription": {"text": f"{text.title} in the repository"},
        "fullDescription": {"text": text.description},
        "help": {
            "text": f"{text.description}\n\nWhat to do now:\n{steps}",
            "markdown": "\n\n".join(
                (text.description, "**What to do now**", steps, f"[More on this rule]({help_uri(rule)})")
            ),
        },
        "helpUri": help_uri(rule),
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {
            "tags": ["security", "secret", _HARDCODED_CREDENTIALS],
            "precision": "high",
            "security-severity": str(_SCORES[severity]),
        },
    }


def _result(finding: Finding, credential: _Set) -> Json:
    result: Json = {
        "ruleId": finding.rule.value,
        "ruleIndex": _RULES.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(_message(finding))},
        "locations": [_location(finding)],
        "partialFingerprints": _fingerprints(finding),
        "occurrenceCount": finding.occurrences,
        "properties": _properties(finding),
    }
    if related := _related(finding, credential):
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(other),
                "message": {"text": f"{RULES[other.rule].title} of the same credential"},
            }
            for number, other in enumerate(related, start=1)
        ]
    if finding.suppressed is not None:
        result["suppressions"] = [_suppression(finding.suppressed)]
    return result


def _related(finding: Finding, credential: _Set) -> list[Finding]:
    """Return the first of the others of a credential, those in the same file before all."""
    near = (other for other in credential[finding.path] if other is not finding)
    far = (other for path, others in credential.items() if path != finding.path for other in others)
    return list(islice(chain(near, far), _MOST_RELATED))


def _message(finding: Finding) -> str:
    words = [sentence(finding), f"Evidence: {evidence(finding)}."]
    if not _is_in_file(finding):
        words.insert(1, f"Found in {position(finding)}.")
    return " ".join(words)


def _plain(text: str) -> str:
    """Escape what SARIF gives a meaning in messages: placeholders (3.11.5) and embedded links (3.11.6)."""
    for special, escaped in (("\\", "\\\\"), ("[", "\\["), ("]", "\\]"), ("{", "{{"), ("}", "}}")):
        text = text.replace(special, escaped)
    return text


def _location(finding: Finding) -> Json:
    where = finding.location
    physical: Json = {"artifactLocation": {"uri": _uri(finding), "uriBaseId": _ROOT}}
    if finding.path is None or _is_in_file(finding):
        physical["region"] = {
            "startLine": where.line,
            "startColumn": where.column,
            "endLine": where.end_line,
            "endColumn": where.end_column,
        }
    location: Json = {"physicalLocation": physical}
    if not _is_in_file(finding):
        location["logicalLocations"] = [{"fullyQualifiedName": position(finding)}]
    return location


def _is_in_file(finding: Finding) -> bool:
    """Return whether its lines are those of the file that it is a result of."""
    return finding.source is Source.FILE and finding.path is not None and finding.member is None


def _uri(finding: Finding) -> str:
    path = file_path(finding)
    if path is not None:
        return _relative(path)
    # Consumers refuse results without a file, so what is not a file is given a name that no file can have.
    return f".git/{finding.source.value}/{quote(finding.blob or 'standard-input')}"


def _relative(path: str) -> str:
    """Return `path` as a relative reference; every byte that is no letter, digit or `_.-~/` is escaped."""
    try:
        # A name that is no UTF-8 keeps its own bytes.
        return quote(path.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        # Windows allows halves of surrogate pairs in names.
        return quote(path.encode("utf-8", "surrogatepass"))


def _fingerprints(finding: Finding) -> dict[str, str]:
    prints = {"okxSecretScan/v1": finding.fingerprint}
    if finding.source is not Source.FILE or (finding.attribution and not finding.attribution.at_head):
        # GitHub makes this one itself from the checked-out file; here there is none to make it from.
        digest = hashlib.sha256(f"{finding.fingerprint}\0{_uri(finding)}".encode()).hexdigest()
        prints["primaryLocationLineHash"] = f"{digest[:16]}:1"
    return prints


def _properties(finding: Finding) -> Json:
    properties: Json = {
        "severity": finding.severity.label,
        "credential": finding.credential,
        "source": finding.source.value,
        "security-severity": str(_SCORES[finding.severity]),
    }
    if finding.location.cell is not None:
        properties["cell"] = finding.location.cell
    if finding.encoding is not None:
        properties["encoding"] = finding.encoding
    if finding.blob is not None:
        properties["blob"] = finding.blob
    story = finding.attribution
    if story is not None:
        properties |= {
            "commit": story.commit.sha if story.commit else None,
            "lastCommit": story.last_commit.sha if story.last_commit else None,
            "atHead": story.at_head,
            "reachable": story.reachable,
        }
    return properties


def _suppression(reason: str) -> Json:
    in_source = reason.startswith("comment ")
    return {
        "kind": "inSource" if in_source else "external",
        "status": "accepted",
        "justification": _plain(inert(reason)),
    }


def _notification(gap: Gap) -> Json:
    notification: Json = {
        "descriptor": {"id": _UNREAD, "index": 0},
        "level": "error",
        "message": {"text": _plain(gap_sentence(gap))},
    }
    path = file_path(gap)
    if path is not None:
        uri = _relative(path)
        notification["locations"] = [
            {"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": _ROOT}}}
        ]
    return notification
