"""Names findings by content, so that a decision about one holds wherever its value turns up again.

A fingerprint depends on the rule and the value alone: lines, paths, indentation, line ends, platforms and
scan kinds change nothing, and another value on the same line is another finding. Fingerprints are published
in reports and baselines, so nobody may get a value back out of one by guessing:

- an API key, a secret key and a session token hold at least 122 random bits; a plain hash is safe;
- a passphrase that stands in a set is keyed by the set's secret key (or its API key if there is no secret):
  whoever lacks that key cannot test a single guess;
- a passphrase on its own is stretched: each guess costs 16 MiB of memory and some 40 ms of a core.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from okx_secret_scan.model import Finding, Rule

LENGTH = 32
"""Lower-case hex digits in a fingerprint: 128 bits, so two values never share one by chance."""

# Part of every fingerprint. A new number here makes every baseline in the world stale.
_DOMAIN = b"okx-secret-scan/fingerprint/1"
_SCRYPT_N = 2**14
_SCRYPT_R = 8
_SCRYPT_P = 1

# What a passphrase is tied to, best first: it must be random, and part of the set for as long as it lives.
_ANCHORS = (Rule.SECRET_KEY, Rule.API_KEY)


def assign(findings: Sequence[Finding]) -> list[Finding]:
    """Return `findings`, all those of one blob, in the same order with their fingerprints.

    All of a blob's findings are needed at once, because a passphrase is tied to its set.
    """
    sets: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        sets[finding.credential].append(finding)
    anchors = {credential: _anchor(members) for credential, members in sets.items()}
    return [replace(finding, fingerprint=_fingerprint(finding, anchors)) for finding in findings]


def is_fingerprint(text: str) -> bool:
    """Tell whether `text` has the form of a fingerprint."""
    return len(text) == LENGTH and not text.strip("0123456789abcdef")


def _anchor(members: Sequence[Finding]) -> str | None:
    """Return the value that a set's passphrases are tied to, None if the set has no random part."""
    for rule in _ANCHORS:
        values = [finding.secret.reveal() for finding in members if finding.rule is rule]
        if values:
            # The smallest, not the first: the order of lines must not matter.
            return min(values)
    return None


def _fingerprint(finding: Finding, anchors: Mapping[str, str | None]) -> str:
    value = finding.secret.reveal()
    if finding.rule is not Rule.PASSPHRASE:
        return _hashed(finding.rule, value)
    anchor = anchors[finding.credential]
    return _stretched(value) if anchor is None else _keyed(value, anchor)


def _hashed(rule: Rule, value: str) -> str:
    return hashlib.sha256(_message(rule.value, value)).hexdigest()[:LENGTH]


def _keyed(passphrase: str, anchor: str) -> str:
    message = _message("okx-passphrase/in-set", passphrase)
    return hmac.new(_bytes(anchor), message, hashlib.sha256).hexdigest()[:LENGTH]


@lru_cache(maxsize=1024)
def _stretched(passphrase: str) -> str:
    # The salt is fixed, because the same passphrase must get the same name in every clone.
    salt = _DOMAIN + b"/okx-passphrase/alone"
    return hashlib.scrypt(
        _bytes(passphrase), salt=salt, n=_SCRYPT_N, r=_SCRYPT_R, p=_SCRYPT_P, dklen=LENGTH // 2
    ).hex()


def _message(domain: str, value: str) -> bytes:
    return b"\0".join((_DOMAIN, domain.encode(), _bytes(value)))


def _bytes(value: str) -> bytes:
    # Values come from arbitrary bytes and escapes, so lone surrogates must not raise.
    return value.replace("\r\n", "\n").encode("utf-8", "surrogatepass")
