"""The plugin classes, one a rule: detect-secrets maps each type of secret to the class it came from."""

from __future__ import annotations

from collections.abc import Generator
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

from detect_secrets.core.potential_secret import PotentialSecret
from detect_secrets.plugins.base import BasePlugin
from detect_secrets.settings import get_settings
from detect_secrets.util.code_snippet import CodeSnippet

from okx_secret_scan.model import Finding, Rule
from okx_secret_scan.plugin import changes, filters
from okx_secret_scan.plugin.findings import ADHOC, Place, reported_by, standing_in
from okx_secret_scan.plugin.identity import TYPES

_SCHEME = "file://"


class OkxDetector(BasePlugin):
    """Reports the findings of one rule. Abstract: detect-secrets loads classes that have a `secret_type`."""

    rule: ClassVar[Rule]

    def __init__(self) -> None:
        changes.make(OkxDetector)

    def analyze_line(
        self,
        filename: str,
        line: str,
        line_number: int = 0,
        context: CodeSnippet | None = None,
        **kwargs: Any,
    ) -> set[PotentialSecret]:
        """Return the rule's findings that `line` reports, at their own lines.

        The hash is the finding's fingerprint, from which no value can be guessed, and no value is passed on.
        """
        place = Place(filename, line, line_number, context)
        found: set[PotentialSecret] = set()
        # Every rule's plugin is asked about the same line in turn; a context is made anew for each line.
        for finding in _counting(place) if context is None else _counting_once(place):
            if finding.rule is self.rule:
                secret = PotentialSecret(
                    type=self.secret_type,
                    filename=filename,
                    secret=filters.token(finding.fingerprint),
                    line_number=finding.location.line,
                )
                secret.secret_hash = finding.fingerprint
                found.add(secret)
        return found

    def json(self) -> dict[str, Any]:
        """Return how a baseline names the plugin: by a relative path if it came from a file right here.

        detect-secrets makes an absolute path of it, which leads nowhere in another clone.
        """
        entry: dict[str, Any] = super().json()
        path: str = get_settings().plugins.get(entry["name"], {}).get("path", "")
        file = Path(path.removeprefix(_SCHEME))
        return entry | {"path": f"{_SCHEME}{file.name}"} if path and file.parent == Path.cwd() else entry

    def analyze_string(self, string: str) -> Generator[str, None, None]:
        """Yield the raw values of the rule's findings in `string`."""
        for finding in standing_in(Place(ADHOC, string, 0, None)):
            if finding.rule is self.rule:
                yield finding.secret.reveal()


def _counting(place: Place) -> tuple[Finding, ...]:
    reported = reported_by(place) if filters.comments_count() else standing_in(place)
    return tuple(finding for finding in reported if filters.counts(finding, place))


_counting_once = lru_cache(maxsize=1)(_counting)


class OkxApiKeyDetector(OkxDetector):
    """Finds OKX API keys."""

    rule = Rule.API_KEY
    secret_type = TYPES[rule]


class OkxSecretKeyDetector(OkxDetector):
    """Finds OKX secret keys."""

    rule = Rule.SECRET_KEY
    secret_type = TYPES[rule]


class OkxPassphraseDetector(OkxDetector):
    """Finds OKX passphrases."""

    rule = Rule.PASSPHRASE
    secret_type = TYPES[rule]


class OkxSessionTokenDetector(OkxDetector):
    """Finds session tokens that OKX issued."""

    rule = Rule.SESSION_TOKEN
    secret_type = TYPES[rule]
