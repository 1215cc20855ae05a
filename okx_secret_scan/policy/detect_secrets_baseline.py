"""The baseline of detect-secrets, so that a team that uses both need not accept a finding twice."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from okx_secret_scan.model import Finding, UserError
from okx_secret_scan.policy.entries import read_lines

NAME = ".secrets.baseline"


@dataclass(frozen=True, slots=True)
class ForeignBaseline:
    """What detect-secrets accepts: pairs of a file name with `/` and the hash of a value.

    The hash is detect-secrets' own SHA-1 of the value, or the fingerprint that our plugin stores instead.
    """

    name: str
    secrets: frozenset[tuple[str, str]]

    def accepts(self, finding: Finding) -> str | None:
        """Say in words that detect-secrets accepts the finding in this very file, None if it does not."""
        if finding.path is None or not self.secrets:
            return None
        value = finding.secret.reveal().encode("utf-8", "surrogatepass")
        digest = hashlib.sha1(value, usedforsecurity=False).hexdigest()
        known = {(finding.path, digest), (finding.path, finding.fingerprint)} & self.secrets
        return self.name if known else None


def is_foreign(path: Path, name: str) -> bool:
    """Tell whether the file is a baseline of detect-secrets; raises `UserError` if it cannot be read."""
    return any('"plugins_used"' in line for line in read_lines(path, name))


def read(path: Path, name: str = NAME) -> ForeignBaseline:
    """Return the content of a detect-secrets baseline, which messages call `name`.

    Raises `UserError` if it cannot be read or is none.
    """
    text = "\n".join(read_lines(path, name))
    try:
        results = json.loads(text)["results"]
        secrets = frozenset(
            (file.replace("\\", "/"), str(secret["hashed_secret"]))
            for file, found in results.items()
            for secret in found
        )
    except json.JSONDecodeError as error:
        raise UserError(
            f"{name}:{error.lineno}: is not JSON: make it anew with `detect-secrets scan`"
        ) from None
    except (KeyError, TypeError, AttributeError, ValueError, RecursionError):
        words = "has no results as detect-secrets writes them: make it anew with `detect-secrets scan`"
        raise UserError(f"{name}: {words}") from None
    return ForeignBaseline(name, secrets)
