"""How findings get past the filters of detect-secrets.

The filters that look at values never see one: `token` stands in for it. One filter drops whole lines before
any plugin sees them, every `name = call(...)`, and so each look-up with a fall-back: it is replaced by one
that lets a line with a finding through and then keeps the other plugins' results out, as if it had not. It
also keeps out what other plugins make of a passphrase that is reported anyway.
"""

from __future__ import annotations

import os
from typing import Any

from detect_secrets.core.scan import get_filters_with_parameter
from detect_secrets.filters import heuristic
from detect_secrets.settings import get_filters, get_settings
from detect_secrets.util.code_snippet import CodeSnippet
from detect_secrets.util.inject import call_function_with_arguments

from okx_secret_scan.model import Finding
from okx_secret_scan.plugin.findings import ADHOC, Place, line_of, passphrases, stands_in

SWITCH = "OKX_SECRET_SCAN_STOCK_FILTERS"
"""The environment variable that, set to anything, leaves detect-secrets as it is."""

_ALLOWLIST = "detect_secrets.filters.allowlist.is_line_allowlisted"
_STOCK = "detect_secrets.filters."
_PASSPHRASE_PLUGIN = "OkxPassphraseDetector"
# The stock filters that do what a user asks for, in contrast to those that guess.
_ASKED_FOR = ("detect_secrets.filters.regex.", "detect_secrets.filters.wordlist.")

_stock_verdict = heuristic.is_indirect_reference


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
        if judge.path.startswith(_ASKED_FOR) or not judge.path.startswith(_STOCK)
    }
    return list(by_path.values())


def _drops(judge: Any, known: dict[str, str]) -> bool:
    try:
        return bool(call_function_with_arguments(judge, **known))
    except TypeError:
        # It wants to know more than there is to know here; detect-secrets asks it later, with all it wants.
        return False


def install(plugin_class: type) -> None:
    """Replace the filter for indirect references, on behalf of plugins that are of `plugin_class`."""
    if os.environ.get(SWITCH) or heuristic.is_indirect_reference is not _stock_verdict:
        return

    # detect-secrets passes what the parameters of a filter are named after. It asks about a line before any
    # plugin sees it, without a plugin, and then about each result, with the plugin that it came from.
    def is_indirect_reference(
        line: str,
        filename: str = "",
        context: CodeSnippet | None = None,
        plugin: object = None,
        secret: str = "",
    ) -> bool:
        if plugin is None:
            return _stock_verdict(line) and not stands_in(filename, line, context)
        if filename == ADHOC or isinstance(plugin, plugin_class):
            return False
        return _stock_verdict(line) or _gives_passphrase_away(filename, line, secret)

    heuristic.is_indirect_reference = is_indirect_reference
    get_filters.cache_clear()


def _gives_passphrase_away(filename: str, line: str, secret: str) -> bool:
    # Other plugins' results go into baselines as plain SHA-1: people choose passphrases, so those can be
    # guessed from it, and from that of a piece. The plugin reports the same value itself.
    if _PASSPHRASE_PLUGIN not in get_settings().plugins:
        return False
    line, secret = _bare(line), _bare(secret)
    return any(
        secret == known or (known in line and (known in secret or secret in known))
        for known in map(_bare, passphrases(filename))
    )


def _bare(text: str) -> str:
    # Transformers and plugins put backslashes before quotes, or keep those of the file.
    return text.replace("\\", "")
