"""Scan results made by hand, with values that are fresh in each run."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from okx_secret_scan.model import (
    Attribution,
    Commit,
    Credential,
    EnvFallback,
    Finding,
    Gap,
    Location,
    Rule,
    ScanResult,
    Secret,
    Severity,
    Source,
    Summary,
)
from tests import values

BROUGHT = Commit("1" * 40, "Ada", "ada@example.org", "2025-03-01T10:00:00+01:00", "Add the bot")
REMOVED = Commit("2" * 40, "Bob", "bob@example.org", "2025-05-01T10:00:00Z", "Remove the keys")

AT_HEAD = Attribution(BROUGHT, None, True, ("refs/heads/main",), True, ("bot/config.py",), 265)
GONE = Attribution(BROUGHT, REMOVED, False, ("refs/heads/main", "refs/tags/v1"), True, ("old/keys.py",), 61)


@dataclass(frozen=True)
class Sample:
    """A result, and every raw value that no report of it may hold."""

    result: ScanResult
    raw: tuple[str, ...]


def finding(rule: Rule, raw: str, line: int, **changes: object) -> Finding:
    """Return a finding in `bot/config.py` of credential c1; `changes` are fields to set otherwise."""
    made = Finding(
        rule=rule,
        secret=Secret(raw, rule),
        location=Location(line, 15, line, 15 + len(raw)),
        severity=Severity.CRITICAL,
        credential="c1",
        evidence=(f"name {rule.name}", "imports okx"),
        path="bot/config.py",
        blob="a" * 40,
        fingerprint=uuid.uuid4().hex,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def sample() -> Sample:
    """Return a sweep with every kind of finding, a suppressed one and gaps."""
    account, other = values.account(), values.account()
    alone, quoted, accepted = values.passphrase(), values.secret_key(), values.api_key()
    fallback = EnvFallback("OKX_PASSPHRASE")
    findings = (
        finding(Rule.API_KEY, account.key, 3, attribution=AT_HEAD),
        finding(Rule.SECRET_KEY, account.secret, 4, attribution=AT_HEAD, occurrences=7),
        finding(Rule.PASSPHRASE, account.passphrase, 5, attribution=AT_HEAD),
        finding(
            Rule.SECRET_KEY,
            other.secret,
            9,
            severity=Severity.HIGH,
            credential="c2",
            path="old/keys.py",
            attribution=GONE,
        ),
        finding(
            Rule.PASSPHRASE,
            alone,
            12,
            severity=Severity.MEDIUM,
            credential="c3",
            path="bot/settings.py",
            env_fallback=fallback,
            evidence=("name OKX_PASSPHRASE", "default of OKX_PASSPHRASE"),
        ),
        finding(
            Rule.SECRET_KEY,
            quoted,
            3,
            severity=Severity.HIGH,
            credential="c4",
            path=None,
            blob="3" * 40,
            source=Source.COMMIT_MESSAGE,
        ),
        finding(
            Rule.API_KEY,
            other.key,
            1,
            severity=Severity.LOW,
            credential="c5",
            path="docs/ключи и 密钥.md",
            encoding="base64",
            evidence=("block okx", "named api_key", "written in base64"),
        ),
    )
    suppressed = (
        finding(
            Rule.API_KEY,
            accepted,
            20,
            severity=Severity.LOW,
            credential="c6",
            suppressed="accepted in the baseline .okx-secret-scan-baseline",
        ),
    )
    result = ScanResult(
        command="history",
        findings=findings,
        credentials=credentials(findings),
        suppressed=suppressed,
        gaps=(
            Gap("larger than 50 MiB", path="data/dump.bin"),
            Gap("missing from the shallow clone", oid="b" * 40),
            Gap("worker stopped"),
        ),
        notices=("the clone is shallow",),
        summary=Summary(files=12, blobs=34, commits=5, bytes=67890, seconds=0.4, suppressed=1),
    )
    return Sample(result, (*_parts(account), other.secret, other.key, alone, quoted, accepted))


def clean() -> ScanResult:
    """Return a complete scan that found nothing."""
    return ScanResult("scan", summary=Summary(files=3, bytes=120, seconds=0.1))


def hostile(text: str) -> Sample:
    """Return a result in which everything that a repository controls is `text`."""
    account = values.account()
    commit = Commit("4" * 40, text, text, "2025-03-01T10:00:00+01:00", text)
    story = Attribution(commit, commit, False, (text,), True, (text,), 1)
    findings = tuple(
        finding(
            rule, raw, line, path=text, evidence=(text,), env_fallback=EnvFallback(text), attribution=story
        )
        for line, (rule, raw) in enumerate(zip(Rule, _parts(account), strict=False), start=1)
    )
    result = ScanResult(
        command="history",
        findings=findings,
        credentials=credentials(findings),
        suppressed=(replace(findings[0], suppressed=text),),
        gaps=(Gap(text, path=text), Gap(text)),
        notices=(text,),
        summary=Summary(files=1, bytes=1, seconds=0.1, suppressed=1),
    )
    return Sample(result, _parts(account))


def credentials(findings: tuple[Finding, ...]) -> tuple[Credential, ...]:
    """Return the credentials that the findings form, in the order of their first finding."""
    ids = dict.fromkeys(each.credential for each in findings)
    return tuple(_credential(id_, [each for each in findings if each.credential == id_]) for id_ in ids)


def _credential(id_: str, parts: list[Finding]) -> Credential:
    return Credential(
        id_,
        max(part.severity for part in parts),
        tuple(dict.fromkeys(part.rule for part in parts)),
        tuple(dict.fromkeys(part.path for part in parts if part.path is not None)),
    )


def _parts(account: values.Account) -> tuple[str, str, str]:
    return account.key, account.secret, account.passphrase
