"""How findings get past the filters of detect-secrets, and what other plugins may not store.

The filters that look at values never see one: `token` stands in for it. One filter drops whole lines before
any plugin sees them, every `name = call(...)`, and so each look-up with a fall-back: `indirect_reference`
takes its place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from detect_secrets.core.scan import get_filters_with_parameter
from detect_secrets.settings import get_settings
from detect_secrets.util.code_snippet import CodeSnippet
from detect_secrets.util.inject import call_function_with_arguments

from okx_secret_scan.model import Finding
from okx_secret_scan.plugin import findings
from okx_secret_scan.plugin.findings import ADHOC, Place, line_of, stands_in
from okx_secret_scan.plugin.identity import PLUGINS

_ALLOWLIST = "detect_secrets.filters.allowlist.is_line_allowlisted"
_STOCK = "detect_secrets.filters."
_PASSPHRASE_PLUGIN = "OkxPassphraseDetector"
# The stock filters that do what a user asks for, in contrast to those that guess.
_ASKED_FOR = ("detect_secrets.filters.regex.", "detect_secrets.filters.wordlist.")


def token(fingerprint: str) -> str:
    """Return what detect-secrets gets to see instead of a value.

    Hexadecimal digits set apart by dashes: no UUID, no sequence, no template, no word of a word list; and
    the gibberish filter does not judge hexadecimal digits and dashes.
    """
    return "-".join("f" + fingerprint)


def comments_count() -> bool:
    """Tell whether comments silence findings; `scan --only-allowlisted` looks for what they silence."""
    return _ALLOWLIST in get_settings().filters


def counts(finding: Finding, place: Place) -> bool:
    """Tell whether neither a comment nor a filter that the user asked for silences `finding`.

    detect-secrets has asked the filters about the line it looks at and will ask them about the token; this
    asks about the finding's own line and value.
    """
    if finding.suppressed and comments_count():
        return False
    known = {
        "filename": place.filename,
        "line": line_of(place, finding),
        "secret": finding.secret.reveal(),
    }
    return not any(_drops(judge, known) for judge in _judges())


def _judges() -> list[Any]:
    by_path = {
        judge.path: judge
        for parameter in ("line", "secret")
        for judge in get_filters_with_parameter(parameter)
        if judge.path.startswith(_ASKED_FOR) or not judge.path.startswith((_STOCK, __name__))
    }
    return list(by_path.values())


def _drops(judge: Any, known: dict[str, str]) -> bool:
    try:
        return bool(call_function_with_arguments(judge, **known))
    except TypeError:
        # It wants to know more than there is to know here; detect-secrets asks it later, with all it wants.
        return False


def indirect_reference(stock: Callable[[str], bool], ours: type) -> Callable[..., bool]:
    """Return what takes the place of `stock`, the filter for `name = call(...)`.

    A line with a finding passes, and then only the results of plugins that are of the class `ours`.
    """

    # detect-secrets passes what the parameters of a filter are named after. It asks about a line before any
    # plugin sees it, without a plugin, and then, as there is a `secret`, about each result, with its plugin.
    def is_indirect_reference(
        line: str,
        filename: str = "",
        context: CodeSnippet | None = None,
        plugin: object = None,
        secret: str = "",
    ) -> bool:
        if plugin is None:
            return stock(line) and not stands_in(filename, line, context)
        return filename != ADHOC and not isinstance(plugin, ours) and stock(line)

    return is_indirect_reference


def gives_passphrase_away(filename: str, line: str, secret: str, plugin: object) -> bool:
    """Tell detect-secrets to drop a result of another plugin that holds a passphrase, or a part of one.

    Other plugins' results go into baselines as plain SHA-1: people choose passphrases, so those can be
    guessed from it. This one reports the same value itself.
    """
    if type(plugin).__name__ in PLUGINS or _PASSPHRASE_PLUGIN not in get_settings().plugins:
        return False
    return findings.gives_passphrase_away(filename, line, secret)
